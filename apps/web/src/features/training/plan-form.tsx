import type { OperationInput, TrainingPlanRow } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, InputNumber, Modal } from "antd";
import { AudienceFields } from "../../components/audience-fields.js";
import { DayField } from "../../components/day-field.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useOwnTerritory } from "../../navigation/use-own-territory.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Plan = OperationInput<"training.savePlan">["plan"];
type Draft = Omit<Plan, "requiredMinutes"> & { hours: number };

/** Makes a plan, or changes the one given. */
export function PlanForm({ plan, onClose }: { plan?: TrainingPlanRow; onClose: () => void }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const territory = useOwnTerritory();
  const [form] = Form.useForm<Draft>();
  const save = useMutation(trpc.training.savePlan.mutationOptions(saving(t("training.saved"), onClose)));
  const required = [{ required: true, message: t("common.required") }];
  const submit = ({ hours, ...draft }: Draft) =>
    save.mutate({
      txId: createTxId(),
      ...(plan === undefined ? {} : { id: plan.id }),
      version: plan?.version ?? 0,
      plan: {
        ...draft,
        territory: plan?.territory ?? draft.territory,
        note: draft.note ?? "",
        requiredMinutes: Math.round(hours * 4) * 15,
      },
    });
  return (
    <Modal
      open
      title={t(plan === undefined ? "training.new-plan" : "training.edit-plan")}
      okText={t("papers.save")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          plan === undefined
            ? { hours: 8, levels: ["county", "township", "village"], territory, note: "" }
            : { ...plan, hours: plan.requiredMinutes / 60 }
        }
      >
        <Form.Item name="title" label={t("training.plan-title")} rules={required}>
          <Input autoFocus maxLength={80} />
        </Form.Item>
        <AudienceFields fixed={plan !== undefined} />
        <div className="row">
          <Form.Item name="from" label={t("training.from")} rules={required} className="grow">
            <DayField />
          </Form.Item>
          <Form.Item name="to" label={t("training.to")} rules={required} className="grow">
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="hours" label={t("training.required")} rules={required}>
          <InputNumber min={0.25} max={240} step={0.25} />
        </Form.Item>
        <Form.Item name="note" label={t("training.note")}>
          <Input.TextArea rows={2} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
