import type { ListedFlag } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = { code: string; zh: string; en: string; note?: string };

/** A new flag, or another name or note for one; a code stays, since establishments carry it. */
export function FlagModal({
  flag,
  version,
  onClose,
}: {
  flag: ListedFlag | undefined;
  version: number;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const save = useMutation(trpc.attention.save.mutationOptions(saving(t("flags.saved"), onClose)));
  const required = { required: true, whitespace: true, message: t("common.required") };
  const isShipped = flag?.shipped === true;
  return (
    <Modal
      open
      width={460}
      title={flag === undefined ? t("flags.add") : t("flags.edit")}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={
          flag === undefined
            ? {}
            : { code: flag.code, zh: flag.name["zh-CN"], en: flag.name.en, note: flag.note }
        }
        onFinish={({ code, zh, en, note = "" }) =>
          save.mutate({
            txId: createTxId(),
            version,
            flag: {
              code: flag?.code ?? code,
              name: isShipped ? null : { "zh-CN": zh, en },
              note,
              retired: flag?.retired ?? false,
            },
          })
        }
      >
        <Form.Item
          name="zh"
          label={t("flags.zh")}
          rules={[required]}
          extra={isShipped ? t("flags.shipped-hint") : undefined}
        >
          <Input maxLength={20} disabled={isShipped} />
        </Form.Item>
        <Form.Item name="en" label={t("flags.en")} rules={[required]}>
          <Input maxLength={40} disabled={isShipped} />
        </Form.Item>
        <Form.Item
          name="code"
          label={t("flags.code")}
          extra={flag === undefined ? t("flags.code-hint") : undefined}
          rules={[required, { pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, message: t("flags.code-hint") }]}
        >
          <Input maxLength={40} disabled={flag !== undefined} />
        </Form.Item>
        <Form.Item name="note" label={t("flags.note")}>
          <Input.TextArea maxLength={300} rows={3} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
