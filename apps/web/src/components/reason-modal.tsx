import { Form, Input, Modal } from "antd";
import type { ReactNode } from "react";
import { useText } from "../text/use-text.js";
import { DayField } from "./day-field.js";
import { Refusal } from "./saving.js";

type Draft = { reason: string; day?: string };

/** Asks why before something is done that its object will feel, and from which day where there is a choice. */
export function ReasonModal({
  title,
  hint,
  action,
  danger = false,
  least = 2,
  day,
  pending,
  error,
  onClose,
  onSubmit,
}: {
  title: string;
  hint?: ReactNode;
  action: string;
  danger?: boolean;
  /** How many characters say enough. */
  least?: number;
  /** The day that is asked for: its label and what it is at first. */
  day?: { label: string; at: string };
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onSubmit: (draft: Draft) => void;
}) {
  const { t } = useText();
  const [form] = Form.useForm<Draft>();
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      okText={action}
      okButtonProps={{ loading: pending, danger }}
      onOk={() => form.submit()}
    >
      {hint !== undefined && <p className="t2 mb12">{hint}</p>}
      <Refusal error={error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={day === undefined ? {} : { day: day.at }}
        onFinish={onSubmit}
      >
        {day !== undefined && (
          <Form.Item name="day" label={day.label} rules={[{ required: true, message: t("common.required") }]}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t("admin.reason")}
          rules={[
            { required: true, whitespace: true, min: least, message: t("admin.reason-least", { least }) },
          ]}
        >
          <Input.TextArea autoFocus rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
