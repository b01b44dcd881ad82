import { toProblems } from "@shian/api/client";
import type { Establishment, EstablishmentFacts } from "@shian/domain";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Form, Modal } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { Notice } from "../../components/notice.js";
import { useErrorSentences } from "../../components/query-view.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { type FactsDraft, toDraft, toLicences } from "./facts-draft.js";
import { FactsFields } from "./facts-fields.js";
import { listChanges } from "./list-changes.js";

type Draft = FactsDraft & { since?: string };

/** Corrects facts; the version seen is named, so that nobody's change is overwritten unseen. */
export function CorrectForm({
  establishment: first,
  onClose,
}: {
  establishment: Establishment;
  onClose: () => void;
}) {
  const { t } = useText();
  const today = useToday();
  const trpc = useTRPC();
  const client = useQueryClient();
  const { message } = App.useApp();
  const sentences = useErrorSentences();
  const [form] = Form.useForm<Draft>();
  const [seen, setSeen] = useState(first);
  const correct = useMutation(
    trpc.registry.correct.mutationOptions({
      onSuccess: async (saved) => {
        await client.invalidateQueries();
        void message.success(t("correct.saved", { name: saved.name }));
        onClose();
      },
    }),
  );
  const conflict =
    correct.isError && toProblems(correct.error).some((problem) => problem.code === "request/stale");
  const submit = (draft: Draft) => {
    const { since, furtherLicences, ...facts } = draft;
    const changes = listChanges(seen, { ...facts, furtherLicences: toLicences(furtherLicences) });
    if (Object.keys(changes).length === 0) {
      void message.info(t("correct.nothing"));
      return;
    }
    correct.mutate({
      txId: createTxId(),
      id: seen.id,
      version: seen.version,
      changes: changes as Partial<EstablishmentFacts>,
      ...(since === undefined ? {} : { since: since as never }),
    });
  };
  const reload = async () => {
    const newest = await client.fetchQuery({
      ...trpc.registry.get.queryOptions({ id: seen.id }),
      staleTime: 0,
    });
    setSeen(newest.establishment);
    correct.reset();
  };
  return (
    <Modal
      open
      width={720}
      title={t("correct.title", { name: first.name })}
      onCancel={onClose}
      okText={t("common.save")}
      okButtonProps={{ loading: correct.isPending, disabled: conflict }}
      onOk={() => form.submit()}
    >
      <p className="t3 sm mb12">{t("correct.note")}</p>
      {correct.isError && (
        <div className="mb12">
          <Notice
            tone="over"
            action={
              conflict && (
                <Button type="link" size="small" onClick={() => void reload()}>
                  {t("correct.reload")}
                </Button>
              )
            }
          >
            {conflict && `${t("correct.conflict")} `}
            {sentences(correct.error).join("")}
          </Notice>
        </div>
      )}
      <Form
        form={form}
        layout="vertical"
        className="form-two"
        initialValues={toDraft(first)}
        onFinish={submit}
      >
        <FactsFields />
        <Form.Item name="since" label={t("correct.since")} extra={t("correct.since-hint")}>
          <DayField {...(today === undefined ? {} : { max: today })} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
