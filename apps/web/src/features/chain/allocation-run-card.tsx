import { type AllocationRun, renderProblem } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { Card } from "../../components/card.js";
import { DoorLink, formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { Tag } from "../../components/status-mark.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";
import { AllocationMoves } from "./allocation-moves.js";
import type { Pin } from "./allocation-pins.js";
import { AllocationProgress } from "./allocation-progress.js";
import { AllocationScope } from "./allocation-scope.js";
import { AllocationSummary } from "./allocation-summary.js";
import { isAtWork } from "./use-allocation.js";

/** One allocation: under way, planned with its proof, applied with its undo, or why it did not come about. */
export function AllocationRunCard({ run, onPin }: { run: AllocationRun; onPin: (pin: Pin) => void }) {
  const { t, name, locale } = useText();
  const place = run.placeName === "" ? t("allocation.whole") : run.placeName;
  return (
    <Card
      title={t("allocation.title")}
      note={t("allocation.note", { place, date: run.from })}
      right={<Tag tone={run.state === "applied" ? "ok" : "info"}>{name("allocation-state", run.state)}</Tag>}
      footer={<Footer run={run} />}
    >
      {run.failure !== null && (
        <div className="mb12">
          <Notice tone="over">{renderProblem(run.failure, locale)}</Notice>
        </div>
      )}
      {isAtWork(run) && <AllocationProgress run={run} />}
      {run.state === "cancelled" && <p className="t3">{t("allocation.cancelled")}</p>}
      {run.preview !== null && !isAtWork(run) && (
        <>
          <AllocationScope question={run.question} className="t2 mb12" />
          <AllocationSummary preview={run.preview} />
          <AllocationMoves
            run={run}
            preview={run.preview}
            onPin={run.state === "planned" ? onPin : undefined}
          />
        </>
      )}
    </Card>
  );
}

function Footer({ run }: { run: AllocationRun }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const apply = useMutation(trpc.allocation.make.mutationOptions(saving(t("allocation.begun"))));
  const undo = useMutation(trpc.allocation.undo.mutationOptions(saving(t("allocation.begun"))));
  const { id, state, preview, appliedAt, appliedBy, undoUntil, undoneAt, undoneBy, kept } = run;
  const changes = preview === null ? 0 : preview.added + preview.moved;
  if (state === "planned" && preview !== null)
    return (
      <>
        <span>
          <Refusal error={apply.error} />
          {changes === 0
            ? t("allocation.nothing")
            : t(run.own ? "allocation.consequence" : "allocation.of-another", { who: run.who })}
        </span>
        {run.own && (
          <span className="r">
            <Button
              type="primary"
              disabled={changes === 0}
              loading={apply.isPending}
              onClick={() => apply.mutate({ txId: createTxId(), id, fingerprint: preview.fingerprint })}
            >
              {t("allocation.apply", { n: formatCount(changes) })}
            </Button>
          </span>
        )}
      </>
    );
  if (state === "applied" && appliedAt !== null)
    return (
      <>
        <span>
          <Refusal error={undo.error} />
          {t("allocation.applied-by", { who: appliedBy ?? "", at: formatMoment(appliedAt) })}{" "}
          {undoUntil === null
            ? t("allocation.undo-over")
            : t("allocation.undo-until", { at: formatMoment(undoUntil) })}
        </span>
        <span className="r row">
          <DoorLink door={{ to: "/chain" }} className="btn">
            {t("allocation.to-gaps")}
          </DoorLink>
          {undoUntil !== null && (
            <Popconfirm
              title={t("allocation.undo-sure", { n: formatCount(changes) })}
              onConfirm={() => undo.mutate({ txId: createTxId(), id })}
            >
              <Button loading={undo.isPending}>{t("allocation.undo")}</Button>
            </Popconfirm>
          )}
        </span>
      </>
    );
  if (state === "undone" && undoneAt !== null)
    return (
      <span>
        {t("allocation.undone-by", { who: undoneBy ?? "", at: formatMoment(undoneAt) })}
        {kept > 0 && ` ${t("allocation.undone-kept", { n: formatCount(kept) })}`}
      </span>
    );
  return null;
}
