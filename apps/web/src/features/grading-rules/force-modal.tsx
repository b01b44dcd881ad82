import { isPlainDate, renderProblem, type SchemeRow } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Modal } from "antd";
import { useState } from "react";
import { DayField } from "../../components/day-field.js";
import { Notice } from "../../components/notice.js";
import { QueryView } from "../../components/query-view.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useToday } from "../../components/use-today.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { EffectView } from "./effect-view.js";

/** Puts a draft in force from a day, with what it would do shown first. */
export function ForceModal({
  row,
  onClose,
  onQueued,
}: {
  row: SchemeRow;
  onClose: () => void;
  onQueued: (jobId: string) => void;
}) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const today = useToday();
  const [chosen, setChosen] = useState<string>();
  const from = chosen ?? today;
  const detail = useQuery(trpc.grading.getScheme.queryOptions({ id: row.id }));
  const isDay = isPlainDate(from);
  const effect = useQuery(
    trpc.rules.effect.queryOptions(
      { change: { kind: "scheme", scheme: row.id }, from: from as never },
      { enabled: isDay },
    ),
  );
  const force = useMutation(
    trpc.grading.putInForce.mutationOptions(
      saving<{ jobId: string }>(t("rules.forced"), ({ jobId }) => {
        onQueued(jobId);
        onClose();
      }),
    ),
  );
  const faults = detail.data?.faults ?? [];
  return (
    <Modal
      open
      width={920}
      title={`${t("rules.put-in-force")}：${row.title[locale]}`}
      onCancel={onClose}
      okText={t("rules.put-in-force-from", { date: from })}
      okButtonProps={{ loading: force.isPending, disabled: !effect.isSuccess || faults.length > 0 }}
      onOk={() => {
        if (isPlainDate(from)) force.mutate({ txId: createTxId(), id: row.id, version: row.version, from });
      }}
    >
      <Refusal error={force.error} />
      {faults.length > 0 && (
        <Notice tone="over">
          {t("rules.faults")}：{faults.map((fault) => renderProblem(fault, locale)).join("")}
        </Notice>
      )}
      <div className="row mb12">
        <span>{t("effect.day")}</span>
        <DayField value={from} onChange={(day) => setChosen(day)} label={t("effect.day")} />
      </div>
      <QueryView query={effect}>{(data) => <EffectView effect={data} />}</QueryView>
    </Modal>
  );
}
