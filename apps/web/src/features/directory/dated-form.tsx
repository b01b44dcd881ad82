import { isPlainDate, isWithin, type PlainDate } from "@shian/domain";
import { Form, Input, Modal, Segmented } from "antd";
import type { ReactNode } from "react";
import { DayField } from "../../components/day-field.js";
import { Refusal } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";

type Dated = { name: string; way: "correct" | "from"; from?: string };

/** A form of something in two times: makes it from a day on, corrects what stands, or changes it from a day on. */
export function DatedForm<Draft extends Dated>({
  title,
  stands,
  initial,
  nameLabel,
  above,
  children,
  pending,
  error,
  onClose,
  onSave,
}: {
  title: string;
  /** The record that is looked at; absent where something new is made. */
  stands: { readonly from: PlainDate; readonly to: PlainDate | null } | undefined;
  initial: Omit<Partial<Draft>, "way" | "from">;
  nameLabel: string;
  /** What stands above the name where it is new. */
  above?: ReactNode;
  children: ReactNode;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  /** Without a day what stands is corrected. */
  onSave: (draft: Draft, from: { from?: PlainDate }) => void;
}) {
  const { t } = useText();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const way: unknown = Form.useWatch("way", form as never) ?? "correct";
  const isNew = stands === undefined;
  // Only what holds today can be corrected: what is looked at on another day is somebody else's record.
  const mayCorrect = stands !== undefined && isPlainDate(today) && isWithin(stands, today);
  const isDated = !mayCorrect || way === "from";
  const required = { required: true, message: t("common.required") };
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: pending }}
      onOk={() => form.submit()}
    >
      <Refusal error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ ...initial, way: "correct", from: today }}
        onFinish={(draft: Draft) =>
          onSave(
            draft,
            isDated && draft.from !== undefined && isPlainDate(draft.from) ? { from: draft.from } : {},
          )
        }
      >
        {isNew && above}
        {mayCorrect && (
          <Form.Item name="way" label={t("directory.way")}>
            <Segmented
              options={[
                { value: "correct", label: t("directory.way-correct") },
                { value: "from", label: t("directory.way-from") },
              ]}
            />
          </Form.Item>
        )}
        {isDated && (
          <Form.Item name="from" label={t("directory.from")} rules={[required]}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item name="name" label={nameLabel} rules={[{ ...required, whitespace: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        {children}
      </Form>
    </Modal>
  );
}
