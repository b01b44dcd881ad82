import { toProblems } from "@shian/api/client";
import { establishmentStates } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Checkbox, Form, Modal, Select } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useToday } from "../../components/use-today.js";
import { useFieldName } from "../../text/use-field-name.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type FactsDraft, toFacts } from "./facts-draft.js";
import { FactsFields } from "./facts-fields.js";

type Draft = FactsDraft & { state?: string; stateFrom?: string };

const alike = ["registry/code-shared", "registry/name-place-taken"];

/** Enters one establishment; one that looks like another needs the word that it is not. */
export function CreateForm({ onClose }: { onClose: () => void }) {
  const { t, name } = useText();
  const field = useFieldName();
  const trpc = useTRPC();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const today = useToday();
  const [form] = Form.useForm<Draft>();
  const [confirmed, setConfirmed] = useState(false);
  const create = useMutation(
    trpc.registry.create.mutationOptions({
      onSuccess: async (made) => {
        await client.invalidateQueries();
        void message.success(t("create.done", { name: made.name }));
        onClose();
        void navigate({ to: "/registry/$id", params: { id: made.id } });
      },
    }),
  );
  const looksAlike =
    create.isError && toProblems(create.error).every((problem) => alike.includes(problem.code));
  const submit = ({ state, stateFrom, ...draft }: Draft) =>
    create.mutate({
      txId: createTxId(),
      facts: toFacts(draft),
      confirmed,
      ...(stateFrom === undefined
        ? {}
        : { state: { state: (state ?? "active") as never, from: stateFrom as never } }),
    });
  return (
    <Modal
      open
      width={760}
      title={t("create.title")}
      onCancel={onClose}
      okText={t("create.save")}
      okButtonProps={{ loading: create.isPending, disabled: looksAlike && !confirmed }}
      onOk={() => form.submit()}
    >
      <p className="t3 sm mb12">{t("create.note")}</p>
      {create.isError && (
        <div className="mb12">
          <Notice tone={looksAlike ? "warn" : "over"}>
            {sentences(create.error).join("")}
            {looksAlike && (
              <div className="mt8">
                <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
                  {t("create.confirm")}
                </Checkbox>
              </div>
            )}
          </Notice>
        </div>
      )}
      <Form form={form} layout="vertical" className="form-two" onFinish={submit}>
        <FactsFields />
        <Form.Item name="state" label={field("state")} initialValue="active">
          <Select options={establishmentStates.map((value) => ({ value, label: name("state", value) }))} />
        </Form.Item>
        <Form.Item name="stateFrom" label={t("create.state-from")} extra={t("create.state-from-hint")}>
          <DayField {...(today === undefined ? {} : { max: today })} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
