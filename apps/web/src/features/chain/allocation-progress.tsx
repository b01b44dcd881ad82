import type { AllocationRun } from "@shian/domain";
import { useMutation } from "@tanstack/react-query";
import { Button, Progress } from "antd";
import { formatCount } from "../../components/figures.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC } from "../../trpc.js";

const titles = {
  planning: "allocation.planning",
  applying: "allocation.applying",
  undoing: "allocation.undoing",
} as const;

/** An allocation that the server is at work on, with the way to end it. */
export function AllocationProgress({ run }: { run: AllocationRun }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const cancel = useMutation(trpc.job.cancel.mutationOptions(saving(t("jobs.cancelled"))));
  const { done, of } = run.progress;
  const isPlanning = run.state === "planning";
  return (
    <>
      <Refusal error={cancel.error} />
      <div className="jobline" role="status">
        <div className="row">
          <b>{t(titles[run.state as keyof typeof titles])}</b>
          <span className="r t3 sm">
            {of === null
              ? t("allocation.reading")
              : isPlanning
                ? t("allocation.placed", { done: formatCount(done), of: formatCount(of) })
                : t("allocation.writing", { of: formatCount(of) })}
          </span>
        </div>
        <Progress
          percent={of === null || of === 0 || !isPlanning ? 30 : Math.round((done / of) * 100)}
          status="active"
          showInfo={false}
        />
        <div className="row">
          <span className="t3 sm">{t("allocation.leave")}</span>
          {run.own && run.jobId !== null && (
            <Button
              className="r"
              size="small"
              loading={cancel.isPending}
              onClick={() => cancel.mutate({ txId: createTxId(), id: run.jobId ?? "" })}
            >
              {t("jobs.cancel")}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
