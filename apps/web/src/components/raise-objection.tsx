import { isPlainDate } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Form, Input, Modal, Segmented } from "antd";
import { useSession } from "../session/use-session.js";
import { useText } from "../text/use-text.js";
import { createTxId, useTRPC } from "../trpc.js";
import { DayField } from "./day-field.js";
import { Refusal, useSaving } from "./saving.js";
import { useToday } from "./use-today.js";

type Scale = "pairing" | "risk";
type Grade = "A" | "B" | "C" | "D";
type Draft = { scale: Scale; asked: Grade | "-"; reason: string; receivedOn?: string };

/** A business objects to one of its grades, or the office enters for it what it received. */
export function RaiseObjection({
  establishment,
  grades,
  onClose,
}: {
  establishment: { id: string; name: string };
  grades: { readonly [S in Scale]: string | null };
  onClose: () => void;
}) {
  const { t, name } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const { may } = useSession();
  const [form] = Form.useForm<Draft>();
  const scales = (["pairing", "risk"] as const).filter((scale) => grades[scale] !== null);
  const scale = Form.useWatch("scale", form) ?? scales[0] ?? "pairing";
  const save = useMutation(trpc.objection.raise.mutationOptions(saving(t("objection.sent"), onClose)));
  const isOffice = may("registry.correct");
  return (
    <Modal
      open
      title={`${t("objection.raise")}：${establishment.name}`}
      onCancel={onClose}
      okText={t("objection.raise")}
      okButtonProps={{ loading: save.isPending }}
      onOk={() => form.submit()}
    >
      <p className="t2 mb12">{t("objection.raise-hint", { days: 15 })}</p>
      <Refusal error={save.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ scale: scales[0], asked: "-", receivedOn: today }}
        onFinish={({ scale: of, asked, reason, receivedOn }) =>
          save.mutate({
            txId: createTxId(),
            establishment: establishment.id,
            scale: of,
            asked: asked === "-" ? null : asked,
            reason,
            ...(isOffice && receivedOn !== undefined && isPlainDate(receivedOn) ? { receivedOn } : {}),
          })
        }
      >
        <Form.Item name="scale" label={t("objection.scale")}>
          <Segmented
            options={scales.map((value) => ({
              value,
              label: `${name("grade-scale", value)} ${grades[value]}`,
            }))}
          />
        </Form.Item>
        <Form.Item name="asked" label={t("objection.asked")}>
          <Segmented
            options={[
              { value: "-", label: t("objection.asked-none") },
              ...(["A", "B", "C", "D"] as const)
                .filter((grade) => grade !== grades[scale])
                .map((value) => ({ value, label: value })),
            ]}
          />
        </Form.Item>
        {isOffice && (
          <Form.Item name="receivedOn" label={t("objection.received")}>
            <DayField />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t("objection.reason")}
          rules={[{ required: true, whitespace: true, min: 2, message: t("common.required") }]}
        >
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
