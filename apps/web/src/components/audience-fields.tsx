import { levels } from "@shian/domain";
import { Form, Select } from "antd";
import { useText } from "../text/use-text.js";
import { TerritoryField } from "./territory-field.js";

/** For whom something is: a territory, fixed once it stands, and levels. Fields `territory` and `levels` of a form. */
export function AudienceFields({ fixed }: { fixed: boolean }) {
  const { t, name } = useText();
  const required = [{ required: true, message: t("common.required") }];
  return (
    <>
      {!fixed && (
        <Form.Item name="territory" label={t("training.territory")} rules={required}>
          <TerritoryField />
        </Form.Item>
      )}
      <Form.Item name="levels" label={t("training.levels")} rules={required}>
        <Select
          mode="multiple"
          options={levels.map((level) => ({ value: level, label: name("level", level) }))}
        />
      </Form.Item>
    </>
  );
}
