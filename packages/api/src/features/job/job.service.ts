// Jobs as people see them: their own, and for the system administrator those of everyone, without what they are about.
import {
  type JobRow,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
} from "@shian/domain";
import * as z from "zod";
import type { Call, ChangeCall } from "../../deps.js";
import { CursorInstant, parseCursor, toCursor } from "../../storage/cursor.js";
import {
  countJobs,
  findJob,
  isQueued,
  listJobs,
  requestCancel,
  reviveJob,
  type StoredJob,
} from "./job.repo.js";
import { schedules } from "./job-kinds.js";
import { listSchedules } from "./schedule.repo.js";

const WATCH_MS = 250;

/** Reasons that say nothing about the content of the work. */
const plainReasons = ["request/internal", "job/abandoned", "job/cancelled"];

const isOwn = ({ actor }: Call, job: StoredJob) => job.personId === (actor?.personId ?? null);
const seesAll = ({ roles }: Call) => roles.includes("system");

const showReason = (reason: Problem | null, own: boolean): Problem | null =>
  reason === null || own || plainReasons.includes(reason.code) ? reason : problem("job/refused");

function toRow(call: Call, job: StoredJob): JobRow {
  const own = isOwn(call, job);
  const { id, kind, state, personName, attempts, mostAttempts, createdAt, runAt, startedAt, endedAt } = job;
  return {
    id,
    kind,
    state,
    own,
    personName,
    progress: { done: job.done, of: job.total },
    attempts,
    mostAttempts,
    cancelRequested: job.cancelRequestedAt !== null,
    createdAt,
    runAt,
    startedAt,
    endedAt,
    problem: showReason(job.problem, own),
    result: own ? job.result : null,
  };
}

/** The job, where it is one's own or one sees all; somebody else's looks as if it were not there. */
async function findReached(call: Call, id: string, { lock = false } = {}): Promise<Result<StoredJob>> {
  const job = await findJob(call.db, id, { lock });
  return job === undefined || !(isOwn(call, job) || seesAll(call))
    ? refuse("request/not-found", { id })
    : ok(job);
}

export async function listOwnJobs(
  call: Call,
  { everyone, states, cursor, limit }: OperationArguments<"job.list">,
): Promise<Result<OperationOutput<"job.list">>> {
  if (everyone && !seesAll(call)) return refuse("access/no-role");
  const before = parseCursor(cursor, z.tuple([CursorInstant, z.string()]));
  if (!before.ok) return before;
  const filter = { personId: everyone ? undefined : (call.actor?.personId ?? null), states };
  const rows = await listJobs(call.db, filter, before.value, limit);
  const last = rows.length < limit ? undefined : rows.at(-1);
  return ok({
    rows: rows.map((job) => toRow(call, job)),
    next: last === undefined ? null : toCursor([last.createdAt, last.id]),
    total: await countJobs(call.db, filter),
  });
}

export async function getJob(call: Call, { id }: OperationArguments<"job.get">): Promise<Result<JobRow>> {
  const job = await findReached(call, id);
  return job.ok ? ok(toRow(call, job.value)) : job;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The job whenever it has moved, until it has ended; asked of the database, whichever process works on it. */
export async function* watchJob(
  call: Call,
  { id }: OperationArguments<"job.watch">,
  signal: AbortSignal,
): AsyncGenerator<Result<JobRow>> {
  let last = "";
  while (!signal.aborted) {
    const job = await getJob(call, { id });
    const seen = JSON.stringify(job);
    if (seen !== last) yield job;
    last = seen;
    if (!job.ok || job.value.endedAt !== null) return;
    await wait(WATCH_MS);
  }
}

/** Changes the job, and says so to the record and to the runner. */
async function changeJob(
  call: ChangeCall,
  id: string,
  what: "cancel-requested" | "retried",
  change: (job: StoredJob) => Promise<Result<unknown>>,
): Promise<Result<JobRow>> {
  const job = await findReached(call, id, { lock: true });
  if (!job.ok) return job;
  const changed = await change(job.value);
  if (!changed.ok) return changed;
  call.record({ objectKind: "job", objectId: id, what, fields: [] });
  call.afterCommit("wake the job runner", async () => call.deps.jobs.wake());
  return getJob(call, { id });
}

/** Asks for the job's end. Work under way ends at its next step; nothing of it is written. */
export const cancelJob = (
  call: ChangeCall,
  { id }: OperationArguments<"job.cancel">,
): Promise<Result<JobRow>> =>
  changeJob(call, id, "cancel-requested", async ({ endedAt }) => {
    if (endedAt !== null) return refuse("job/over");
    return ok(await requestCancel(call.db, id, call.now));
  });

/** Lets a job that failed or was cancelled be tried again. */
export const retryJob = (
  call: ChangeCall,
  { id }: OperationArguments<"job.retry">,
): Promise<Result<JobRow>> =>
  changeJob(call, id, "retried", async ({ state, uniqueKey }) => {
    if (state !== "failed" && state !== "cancelled") return refuse("job/not-over");
    if (uniqueKey !== null && (await isQueued(call.db, uniqueKey))) return refuse("job/same-running");
    return ok(await reviveJob(call.db, id, call.now));
  });

export async function showSchedules(call: Call): Promise<Result<OperationOutput<"job.schedules">>> {
  const stored = await listSchedules(call.db);
  return ok({
    rows: stored.flatMap((row) => {
      const schedule = schedules.find(({ name }) => name === row.name);
      return schedule === undefined ? [] : [{ ...row, kind: schedule.kind, pattern: schedule.pattern }];
    }),
  });
}
