import { type Establishment, establishmentStates, type StateEvent, stateSources } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Input, Modal, Popconfirm, Select } from "antd";
import { DayField } from "../../components/day-field.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useToday } from "../../components/use-today.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = {
  state: string;
  from?: string;
  reason?: string;
  source?: string;
  reportedOn?: string;
  adjustedOn?: string;
};

/** Enters a change of state from a day on, or corrects or withdraws one that was entered. */
export function StateForm({
  establishment,
  event,
  first,
  onClose,
}: {
  establishment: Establishment;
  event: StateEvent | undefined;
  /** The first of the time line, which cannot be withdrawn. */
  first: boolean;
  onClose: () => void;
}) {
  const { t, name } = useText();
  const field = useFieldName();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const change = useMutation(
    trpc.registry.changeState.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries();
        void message.success(t("spell.saved"));
        onClose();
      },
    }),
  );
  const { id, version } = establishment;
  const send = (what: object) => change.mutate({ txId: createTxId(), id, version, change: what as never });
  const submit = (draft: Draft) => {
    const { state, from = today, reason, source, reportedOn = null, adjustedOn = null } = draft;
    if (event === undefined) return send({ kind: "enter", state, from, reason, source, reportedOn });
    const told = { ...(reason ? { reason } : {}), ...(source === undefined ? {} : { source }) };
    send({ kind: "correct", event: event.from, state, from, ...told, reportedOn, adjustedOn });
  };
  const isNew = event === undefined;
  const needed = isNew ? [{ required: true, message: t("common.required") }] : [];
  const latest = today === undefined ? {} : { max: today };
  return (
    <Modal
      open
      width={560}
      title={t(isNew ? "spell.enter-of" : "spell.correct-of", { name: establishment.name })}
      onCancel={onClose}
      footer={
        <div className="row">
          {!isNew && !first && (
            <Popconfirm
              title={t("spell.withdraw-sure")}
              onConfirm={() => send({ kind: "withdraw", event: event.from })}
            >
              <Button danger>{t("spell.withdraw")}</Button>
            </Popconfirm>
          )}
          <span className="grow" />
          <Button onClick={onClose}>{t("spell.cancel")}</Button>
          <Button type="primary" loading={change.isPending} onClick={() => form.submit()}>
            {t("common.save")}
          </Button>
        </div>
      }
    >
      {change.isError && (
        <div className="mb12">
          <Notice tone="over">{sentences(change.error).join("")}</Notice>
        </div>
      )}
      <Form
        form={form}
        layout="vertical"
        className="form-two"
        onFinish={submit}
        initialValues={
          isNew
            ? { from: today, source: "regulator" }
            : {
                state: event.state,
                from: event.from,
                reason: event.reason ?? undefined,
                source: event.source ?? undefined,
                reportedOn: event.reportedOn ?? undefined,
                adjustedOn: event.adjustedOn ?? undefined,
              }
        }
      >
        <Form.Item
          name="state"
          label={field("state")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <Select
            options={establishmentStates
              .filter((value) => !isNew || value !== establishment.state)
              .map((value) => ({ value, label: name("state", value) }))}
          />
        </Form.Item>
        <Form.Item
          name="from"
          label={t("spell.from")}
          rules={[{ required: true, message: t("common.required") }]}
        >
          <DayField {...latest} />
        </Form.Item>
        <Form.Item name="source" label={t("spell.source")} rules={needed}>
          <Select options={stateSources.map((value) => ({ value, label: name("state-source", value) }))} />
        </Form.Item>
        <Form.Item name="reportedOn" label={t("spell.reported-on")} extra={t("spell.reported-hint")}>
          <DayField {...latest} />
        </Form.Item>
        {!isNew && (
          <Form.Item name="adjustedOn" label={t("spell.adjusted-on")} extra={t("spell.adjusted-hint")}>
            <DayField {...latest} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t("spell.reason")} rules={needed} className="whole">
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
