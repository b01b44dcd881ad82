import { Form, Input } from "antd";
import { UnitSelect } from "../../components/unit-select.js";
import { useText } from "../../text/use-text.js";

/** What a form about a person holds besides how they sign in. */
export type PersonDraft = { name: string; unit: string | null; officePhone: string; mobile: string };

/** An empty line is nothing. */
export const textOrNull = (text: string | undefined): string | null =>
  text === undefined || text.trim() === "" ? null : text.trim();

/** Name, unit and phones. */
export function PersonFields({
  unit,
  mobileHint,
}: {
  unit: { id: string; name: string } | null;
  mobileHint?: string;
}) {
  const { t } = useText();
  return (
    <>
      <Form.Item
        name="name"
        label={t("people.name")}
        rules={[{ required: true, whitespace: true, message: t("common.required") }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="unit" label={t("people.unit")}>
        <UnitSelect known={unit === null ? [] : [unit]} />
      </Form.Item>
      <Form.Item name="officePhone" label={t("people.office-phone")}>
        <Input maxLength={30} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name="mobile" label={t("people.mobile")} extra={mobileHint}>
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
    </>
  );
}
