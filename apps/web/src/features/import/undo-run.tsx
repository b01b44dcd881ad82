import { type ImportRun, type Problem, renderProblem } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { formatCount } from "../../components/figures.js";
import { Notice } from "../../components/notice.js";
import { SmallTable } from "../../components/paged-rows.js";
import { QueryView } from "../../components/query-view.js";
import { ReasonModal } from "../../components/reason-modal.js";
import { useSaving } from "../../components/saving.js";
import { formatDayOf } from "../../text/format-instant.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

/** What undoing the run would do, and the way to do it; what was done once it was. */
export function UndoRun({ run }: { run: ImportRun }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const { undone } = run;
  if (undone !== null)
    return (
      <div className="mt16">
        <Notice tone="warn">
          {t("undo.done", {
            out: formatCount(undone.takenOut),
            back: formatCount(undone.restored),
            stay: formatCount(undone.refused),
            by: undone.by ?? "",
            date: undone.at == null ? "" : formatDayOf(undone.at),
            reason: undone.reason ?? "",
          })}
        </Notice>
      </div>
    );
  if (run.kind === "territories" || run.kind === "officials" || run.status !== "applied") return null;
  return (
    <div className="mt16">
      <Button onClick={() => setOpen(true)} data-testid="import-undo">
        {t("undo.title")}
      </Button>
      {open && <UndoModal run={run} onClose={() => setOpen(false)} />}
    </div>
  );
}

function UndoModal({ run, onClose }: { run: ImportRun; onClose: () => void }) {
  const { t, locale } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const plan = useQuery(trpc.import.planUndo.queryOptions({ runId: run.id }));
  const undo = useMutation(
    trpc.import.undo.mutationOptions({ ...saving(t("import.status-undone"), onClose) }),
  );
  const free = (plan.data?.takenOut ?? 0) + (plan.data?.restored ?? 0);
  const hint = (
    <QueryView query={plan}>
      {({ takenOut, restored, refused, rows }) => (
        <>
          <p>
            {free === 0
              ? t("undo.nothing")
              : t("undo.preview", {
                  out: formatCount(takenOut),
                  back: formatCount(restored),
                  stay: formatCount(refused),
                })}
          </p>
          <p className="t3 sm">{t("undo.note")}</p>
          {refused > 0 && (
            <SmallTable head={<th>{t("undo.stay")}</th>}>
              {rows
                .filter(({ problem }) => problem !== null)
                .slice(0, 20)
                .map((row) => (
                  <tr key={row.row}>
                    <td>{row.problem !== null && renderProblem(row.problem as Problem, locale)}</td>
                  </tr>
                ))}
            </SmallTable>
          )}
        </>
      )}
    </QueryView>
  );
  return (
    <ReasonModal
      title={t("undo.title")}
      hint={hint}
      action={t("undo.go", { n: formatCount(free) })}
      danger
      pending={undo.isPending || plan.data === undefined}
      error={undo.error}
      onClose={onClose}
      onSubmit={({ reason }) => undo.mutate({ txId: createTxId(), runId: run.id, reason })}
    />
  );
}
