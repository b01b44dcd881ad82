import { renderProblem } from "@shian/domain";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Progress } from "antd";
import { useEffect } from "react";
import { Notice } from "../../components/notice.js";
import { useText } from "../../text/use-text.js";
import { useTRPC } from "../../trpc.js";

const EVERY_MS = 700;

/** How far the backup is that was asked for just now; the page may be left meanwhile. */
export function BackupProgress({ jobId }: { jobId: string }) {
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
    if (state === "done") void client.invalidateQueries({ queryKey: trpc.backup.list.queryKey() });
  }, [state, client, trpc]);
  if (job.data === undefined) return null;
  const { progress, problem } = job.data;
  return (
    <div className="mb16">
      {state === "done" && <Notice tone="ok">{t("backup.made")}</Notice>}
      {(state === "failed" || state === "cancelled") && (
        <Notice tone="over">
          {problem === null ? name("job-state", state) : renderProblem(problem, locale)}
        </Notice>
      )}
      {(state === "waiting" || state === "running") && (
        <Notice>
          {t("backup.making")}
          <Progress
            size="small"
            status="active"
            showInfo={false}
            percent={
              progress.of === null || progress.of === 0
                ? 30
                : Math.min(100, Math.round((progress.done / progress.of) * 100))
            }
          />
        </Notice>
      )}
    </div>
  );
}
