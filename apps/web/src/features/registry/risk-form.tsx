import { isPlainDate, type RiskGrade, riskGrades } from "@shian/domain";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, DatePicker, Form, Input, Modal, Segmented } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = { grade: RiskGrade; from: Dayjs; source: string; basis: string };

/** Records a risk grade that the regulator gave. */
export function RiskForm({
  establishment,
  onClose,
}: {
  establishment: { id: string; name: string };
  onClose: () => void;
}) {
  const { t } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const status = useQuery(trpc.office.status.queryOptions({}));
  const [form] = Form.useForm<Draft>();
  const save = useMutation(
    trpc.grading.setRisk.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        void message.success(t("risk.saved"));
        onClose();
      },
    }),
  );
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("establishment.set-risk")}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      {save.isError && <Notice tone="over">{sentences(save.error).join("")}</Notice>}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ from: dayjs(status.data?.today) }}
        onFinish={({ from, ...rest }) => {
          const day = from.format("YYYY-MM-DD");
          if (isPlainDate(day))
            save.mutate({ txId: createTxId(), establishment: establishment.id, from: day, ...rest });
        }}
      >
        <Form.Item name="grade" label={t("establishment.risk-grade")} rules={required}>
          <Segmented options={riskGrades.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="from" label={t("risk.from")} rules={required}>
          <DatePicker style={{ width: "100%" }} />
        </Form.Item>
        <Form.Item name="source" label={t("risk.source")} rules={required}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="basis" label={t("risk.basis")} rules={required}>
          <Input.TextArea maxLength={300} rows={2} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
