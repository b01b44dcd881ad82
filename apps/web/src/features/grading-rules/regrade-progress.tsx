import { renderProblem } from "@shian/domain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Progress } from "antd";
import { useEffect } from "react";
import { Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

const EVERY_MS = 700;
type Sum = { changed: number; unchanged: number; refused: number; excepted: number };

/** How far the register is graded by the scheme that was just put in force or taken back; the page may be left. */
export function RegradeProgress({ jobId }: { jobId: string }) {
  const { t, name, locale } = useText();
  const trpc = useTRPC();
  const client = useQueryClient();
  const job = useQuery(
    trpc.job.get.queryOptions(
      { id: jobId },
      {
        refetchInterval: ({ state: { data } }) =>
          data === undefined || data.state === "waiting" || data.state === "running" ? EVERY_MS : false,
      },
    ),
  );
  const state = job.data?.state;
  useEffect(() => {
    if (state === "done") void client.invalidateQueries();
  }, [state, client]);
  if (job.data === undefined) return null;
  const { progress, problem, result } = job.data;
  const of = progress.of ?? 0;
  return (
    <div className="mb16">
      {state === "done" ? (
        <Notice tone="ok">{t("rules.regraded", { ...(result as Sum) })}</Notice>
      ) : state === "failed" || state === "cancelled" ? (
        <Notice tone="over">
          {problem === null ? name("job-state", state) : renderProblem(problem, locale)}
        </Notice>
      ) : (
        <Notice>
          {t("rules.regrading", { done: progress.done, of })}
          <Progress
            size="small"
            status="active"
            percent={of === 0 ? 0 : Math.round((progress.done / of) * 100)}
          />
        </Notice>
      )}
    </div>
  );
}
