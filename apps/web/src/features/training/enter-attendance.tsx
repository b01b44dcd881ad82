import type { TrainingSessionView } from "@shian/domain";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { Form, Input, Modal } from "antd";
import { useState } from "react";
import { RemoteSelect, useSettled } from "../../components/remote-select.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

type Draft = { officials: string[]; reason: string };

/** Enters who signed a list on paper. */
export function EnterAttendance({ session, onClose }: { session: TrainingSessionView; onClose: () => void }) {
  const { t, clauses } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const [form] = Form.useForm<Draft>();
  const [words, setWords] = useState("");
  const search = useSettled(words);
  const people = useQuery(
    trpc.training.people.queryOptions(
      { plan: session.plan, search, limit: 20 },
      { placeholderData: keepPreviousData },
    ),
  );
  const enter = useMutation(
    trpc.training.enterAttendance.mutationOptions(saving(t("training.enter-done"), onClose)),
  );
  const required = [{ required: true, message: t("common.required") }];
  return (
    <Modal
      open
      title={t("training.enter")}
      okText={t("training.enter")}
      okButtonProps={{ loading: enter.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="t2 mb12">{t("training.enter-hint")}</p>
      <Refusal error={enter.error} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(draft) => enter.mutate({ txId: createTxId(), session: session.id, ...draft })}
      >
        <Form.Item name="officials" label={t("training.who")} rules={required}>
          <RemoteSelect
            multiple
            choices={(people.data?.rows ?? []).map(({ official, name, unit, post }) => ({
              value: official,
              label: name,
              note: clauses(unit, post),
            }))}
            loading={people.isFetching}
            placeholder={t("training.who")}
            empty={t("training.empty-people")}
            onSearch={setWords}
          />
        </Form.Item>
        <Form.Item name="reason" label={t("admin.reason")} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
