import { type JobRow, type JobState, jobStates, renderProblem } from "@shian/domain";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Progress, Segmented } from "antd";
import { useState } from "react";
import { Card, PageHead } from "../../components/card.js";
import { formatCount } from "../../components/figures.js";
import { Blank } from "../../components/notice.js";
import { PagedRows, SmallTable } from "../../components/paged-rows.js";
import { Refusal, useSaving } from "../../components/saving.js";
import { StatusMark, type Tone } from "../../components/status-mark.js";
import { usePages } from "../../components/use-pages.js";
import { WordFilter } from "../../components/word-filter.js";
import { useSession } from "../../session/use-session.js";
import { formatMoment } from "../../text/format-moment.js";
import { useText } from "../../text/use-text.js";
import { createTxId, useTRPC, useTRPCClient } from "../../trpc.js";
import { ScheduleCard } from "./schedule-card.js";
import { useJobKind } from "./use-job-kind.js";

const EVERY_MS = 2_000;
const tones: Record<JobState, Tone> = {
  waiting: "closed",
  running: "at-risk",
  done: "ok",
  failed: "overdue",
  cancelled: "closed",
};
const isOpen = ({ state }: JobRow) => state === "waiting" || state === "running";

/** Work that goes on behind the pages: how far it is, why it failed, and the schedule of what runs by itself. */
export function JobsPage() {
  const { t, name } = useText();
  const api = useTRPCClient();
  const { may } = useSession();
  // Who sees the schedules keeps the system running, and sees everyone's work.
  const keeps = may("job.schedules");
  const [everyone, setEveryone] = useState(keeps);
  const [state, setState] = useState<JobState>();
  const input = { everyone, ...(state === undefined ? {} : { states: [state] }) };
  const list = usePages("job.list", input, (asked) => api.job.list.query(asked));
  const { rows } = list;
  const open = rows?.some(isOpen) === true;
  useQuery({
    queryKey: ["job.list", "again"],
    queryFn: async () => (await list.refetch()).dataUpdatedAt,
    enabled: open,
    refetchInterval: EVERY_MS,
  });
  return (
    <>
      <PageHead
        title={t("nav.jobs")}
        sub={rows !== undefined && t("jobs.sub", { n: formatCount(list.total) })}
      />
      <Card flush className="mb16">
        <search className="filters" aria-label={t("jobs.state")}>
          {keeps && (
            <span>
              <Segmented
                value={everyone ? "all" : "own"}
                options={(["all", "own"] as const).map((value) => ({ value, label: t(`jobs.${value}`) }))}
                onChange={(value) => setEveryone(value === "all")}
              />
            </span>
          )}
          <WordFilter
            title={t("jobs.state")}
            value={state}
            words={jobStates.map((value) => ({ value, label: name("job-state", value) }))}
            onChange={setState}
          />
        </search>
        <PagedRows
          list={list}
          loading={5}
          empty={<Blank icon="clock" title={t("jobs.empty")} hint={t("jobs.empty-hint")} />}
        >
          {(rows) => <JobTable rows={rows} everyone={everyone} />}
        </PagedRows>
      </Card>
      {keeps && <ScheduleCard />}
    </>
  );
}

function JobTable({ rows, everyone }: { rows: readonly JobRow[]; everyone: boolean }) {
  const { t } = useText();
  const trpc = useTRPC();
  const saving = useSaving();
  const cancel = useMutation(trpc.job.cancel.mutationOptions(saving(t("jobs.cancelled"))));
  const retry = useMutation(trpc.job.retry.mutationOptions(saving(t("jobs.retried"))));
  return (
    <>
      {(cancel.isError || retry.isError) && (
        <div className="card-note">
          <Refusal error={cancel.error ?? retry.error} />
        </div>
      )}
      <SmallTable
        head={
          <>
            <th>{t("jobs.kind")}</th>
            <th>{t("jobs.state")}</th>
            {everyone && <th className="opt">{t("jobs.by")}</th>}
            <th className="opt">{t("jobs.times")}</th>
            <th aria-label={t("jobs.retry")} />
          </>
        }
      >
        {rows.map((row) => (
          <Job
            key={row.id}
            row={row}
            everyone={everyone}
            onCancel={() => cancel.mutate({ txId: createTxId(), id: row.id })}
            onRetry={() => retry.mutate({ txId: createTxId(), id: row.id })}
          />
        ))}
      </SmallTable>
    </>
  );
}

function Job({
  row,
  everyone,
  onCancel,
  onRetry,
}: {
  row: JobRow;
  everyone: boolean;
  onCancel: () => void;
  onRetry: () => void;
}) {
  const { t, name, locale } = useText();
  const kindOf = useJobKind();
  const { done, of } = row.progress;
  return (
    <tr>
      <td>
        {kindOf(row.kind)}
        <small>{formatMoment(row.createdAt)}</small>
      </td>
      <td className="job-state">
        <StatusMark tone={tones[row.state]}>
          {row.cancelRequested && isOpen(row) ? t("jobs.cancelling") : name("job-state", row.state)}
        </StatusMark>
        {row.state === "running" && of !== null && of > 0 && (
          <Progress
            size="small"
            percent={Math.min(100, Math.round((done / of) * 100))}
            aria-label={t("jobs.progress", { done: formatCount(done), of: formatCount(of) })}
          />
        )}
        {row.state === "waiting" && row.attempts > 0 && (
          <small>
            {t("jobs.again-at", { at: formatMoment(row.runAt), n: row.attempts, most: row.mostAttempts })}
          </small>
        )}
        {row.problem !== null && <small>{renderProblem(row.problem, locale)}</small>}
      </td>
      {everyone && <td className="opt">{row.personName === "" ? t("record.product") : row.personName}</td>}
      <td className="opt nw">
        {row.startedAt === null ? (
          <span className="t3">{t("jobs.not-begun")}</span>
        ) : (
          formatMoment(row.startedAt)
        )}
        {row.endedAt !== null && <small>{t("jobs.ended", { at: formatMoment(row.endedAt) })}</small>}
      </td>
      <td className="num">
        {isOpen(row) && !row.cancelRequested && (
          <button type="button" className="btn sm" onClick={onCancel}>
            {t("jobs.cancel")}
          </button>
        )}
        {(row.state === "failed" || row.state === "cancelled") && (
          <button type="button" className="btn sm" onClick={onRetry}>
            {t("jobs.retry")}
          </button>
        )}
      </td>
    </tr>
  );
}
