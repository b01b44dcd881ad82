import type { RegistryFilter } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Form, Input, Modal } from "antd";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import type { RegistryColumnKey, RegistrySearch } from "../../navigation/registry-search.js";
import { useSession } from "../../session/use-session.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** Keeps the conditions, order and columns that are shown under a name. */
export function SaveView({
  search,
  filter,
  onClose,
}: {
  search: RegistrySearch;
  filter: RegistryFilter;
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const { grants } = useSession();
  const [form] = Form.useForm<{ name: string; shared: boolean }>();
  const save = useMutation(
    trpc.registryView.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        void message.success(t("view.saved"));
        onClose();
      },
    }),
  );
  const isOffice = grants.some(({ role }) => role === "office");
  const columns: RegistryColumnKey[] | null = search.columns ?? null;
  const sort = search.sort === undefined ? null : { by: search.sort, descending: search.descending ?? false };
  return (
    <Modal
      open
      width={420}
      title={t("view.save")}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {save.isError && <Notice tone="over">{sentences(save.error).join("")}</Notice>}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ shared: false }}
        onFinish={({ name, shared }) =>
          save.mutate({ txId: createTxId(), name, shared, view: { filter, sort, columns } })
        }
      >
        <Form.Item
          name="name"
          label={t("view.name")}
          rules={[{ required: true, whitespace: true, message: t("common.required") }]}
        >
          <Input maxLength={40} autoFocus />
        </Form.Item>
        {isOffice && (
          <Form.Item name="shared" valuePropName="checked">
            <Checkbox>{t("view.share")}</Checkbox>
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
