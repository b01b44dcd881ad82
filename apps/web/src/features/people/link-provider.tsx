import type { PersonDetail } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = { subject: string; reason: string };

/** Says as whom the office's identity provider knows this person. */
export function LinkProvider({ person, onClose }: { person: PersonDetail["person"]; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const link = useMutation(trpc.people.linkProvider.mutationOptions(saving(t("provider.linked"), onClose)));
  return (
    <Modal
      open
      title={t("provider.link-of", { name: person.name })}
      onCancel={onClose}
      okText={t("provider.link")}
      okButtonProps={{ loading: link.isPending }}
      onOk={() => form.submit()}
    >
      <p className="t2 mb12">{t("provider.link-hint")}</p>
      <Refusal error={link.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(draft) => link.mutate({ txId: createTxId(), id: person.id, ...draft })}
      >
        <Form.Item
          name="subject"
          label={t("provider.subject")}
          extra={t("provider.subject-hint")}
          rules={[{ required: true, whitespace: true, message: t("common.required") }]}
        >
          <Input autoFocus maxLength={255} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item
          name="reason"
          label={t("admin.reason")}
          rules={[{ required: true, whitespace: true, min: 2, message: t("admin.reason-missing") }]}
        >
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
