// Jobs as rows: queued, claimed by one worker under a lease, renewed, ended. Every write of a worker names its claim
// (worker and attempt), so what a stalled process writes after another took over meets no row.
import { JobState, type Problem, ProblemShape } from "@shian/domain";
import { and, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { latestBy } from "../../clock-slack.js";
import { type Db, executeRows } from "../../storage/database.js";
import { jobTable } from "./job.table.js";
import type { JobResult } from "./job-kind.js";

/** A job as stored. */
export const StoredJob = z.strictObject({
  id: z.string(),
  kind: z.string(),
  input: z.json(),
  state: JobState,
  uniqueKey: z.string().nullable(),
  done: z.int(),
  total: z.int().nullable(),
  attempts: z.int(),
  mostAttempts: z.int(),
  runAt: z.string(),
  leaseUntil: z.string().nullable(),
  worker: z.string().nullable(),
  cancelRequestedAt: z.string().nullable(),
  result: z.json().nullable(),
  problem: ProblemShape.nullable(),
  personId: z.string().nullable(),
  personName: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type StoredJob = z.infer<typeof StoredJob>;

export type NewJob = Pick<
  StoredJob,
  "id" | "kind" | "uniqueKey" | "mostAttempts" | "runAt" | "personId" | "personName" | "createdAt"
> & { readonly input: unknown };

/** A worker's hold on a job: which process, in which attempt. */
export type Claim = { readonly id: string; readonly worker: string; readonly attempts: number };

/** Queues a job; false when the same work (by its unique key) already waits or runs. */
export async function insertJob(db: Db, job: NewJob): Promise<boolean> {
  await db
    .insert(jobTable)
    .values({ ...job, state: "waiting", done: 0, total: null, attempts: 0 })
    .onConflictDoNothing();
  return (await db.$count(jobTable, eq(jobTable.id, job.id))) > 0;
}

/** The job with that id; `lock` makes others who want to change it wait for this transaction. */
export async function findJob(db: Db, id: string, { lock = false } = {}): Promise<StoredJob | undefined> {
  const question = db.select().from(jobTable).where(eq(jobTable.id, id));
  const [row] = await (lock ? question.for("update") : question);
  return row === undefined ? undefined : StoredJob.parse(row);
}

const texts = (values: readonly string[]): SQL => sql`any(${sql.param([...values])}::text[])`;

/**
 * Takes the job that is due first, or one whose worker has let its lease run out, for this worker; a row that another
 * process is just taking is passed over. `except` are jobs that this process itself still works on. What a clock wrote
 * that has been set back since is due: nobody would take it up for as long as the clock was ahead.
 */
export async function claimJob(
  db: Db,
  {
    worker,
    kinds,
    except,
    now,
    leaseUntil,
  }: {
    readonly worker: string;
    readonly kinds: readonly string[];
    readonly except: readonly string[];
    readonly now: string;
    readonly leaseUntil: string;
  },
): Promise<StoredJob | undefined> {
  const latest = latestBy(now);
  const [row] = await db
    .update(jobTable)
    .set({
      state: "running",
      worker,
      leaseUntil,
      attempts: sql`${jobTable.attempts} + 1`,
      startedAt: sql`coalesce(${jobTable.startedAt}, ${now}::timestamptz)`,
    })
    .where(
      sql`${jobTable.id} = (
        select id from job
        where ((state = 'waiting' and (run_at <= ${now}::timestamptz or created_at > ${latest}::timestamptz))
            or (state = 'running' and (lease_until <= ${now}::timestamptz or lease_until > ${latest}::timestamptz)))
          and kind = ${texts(kinds)} and not id = ${texts(except)}
        order by run_at, id limit 1 for update skip locked)`,
    )
    .returning();
  return row === undefined ? undefined : StoredJob.parse(row);
}

const held = ({ id, worker, attempts }: Claim): SQL | undefined =>
  and(
    eq(jobTable.id, id),
    eq(jobTable.worker, worker),
    eq(jobTable.attempts, attempts),
    eq(jobTable.state, "running"),
  );

/** How a job came to rest: what is written in place of its lease. */
const free = { worker: null, leaseUntil: null } as const;

/** Ends the job as done. False, and nothing written, when the claim is lost or, if asked, the job was cancelled. */
export async function completeJob(
  db: Db,
  claim: Claim,
  {
    now,
    result,
    progress,
    unlessCancelled,
  }: {
    readonly now: string;
    readonly result: JobResult;
    readonly progress: { readonly done: number; readonly of: number | null };
    readonly unlessCancelled: boolean;
  },
): Promise<boolean> {
  const rows = await db
    .update(jobTable)
    .set({
      ...free,
      state: "done",
      endedAt: now,
      result,
      problem: null,
      done: progress.done,
      total: progress.of,
    })
    .where(and(held(claim), unlessCancelled ? sql`${jobTable.cancelRequestedAt} is null` : undefined))
    .returning({ id: jobTable.id });
  return rows.length > 0;
}

/** Ends the job without its work; false when the claim is lost. */
export async function endJob(
  db: Db,
  claim: Claim,
  end: { readonly state: "failed" | "cancelled"; readonly now: string; readonly problem: Problem },
): Promise<boolean> {
  const rows = await db
    .update(jobTable)
    .set({ ...free, state: end.state, endedAt: end.now, problem: end.problem })
    .where(held(claim))
    .returning({ id: jobTable.id });
  return rows.length > 0;
}

/** Lets the job wait for its next attempt. */
export async function postponeJob(
  db: Db,
  claim: Claim,
  next: { readonly runAt: string; readonly problem: Problem },
): Promise<void> {
  await db
    .update(jobTable)
    .set({ ...free, state: "waiting", ...next })
    .where(held(claim));
}

/** Gives jobs back as if they had not been taken up: an orderly stop is not a failed attempt. */
export async function giveBackJobs(db: Db, worker: string, now: string): Promise<void> {
  await db
    .update(jobTable)
    .set({ ...free, state: "waiting", runAt: now, attempts: sql`${jobTable.attempts} - 1` })
    .where(and(eq(jobTable.worker, worker), eq(jobTable.state, "running")));
}

/** Lets every lease of other workers run out now: where only one process can be, theirs are dead. */
export async function expireLeases(db: Db, worker: string, now: string): Promise<void> {
  await db
    .update(jobTable)
    .set({ leaseUntil: now })
    .where(and(eq(jobTable.state, "running"), sql`${jobTable.worker} is distinct from ${worker}`));
}

/** Vouches for the jobs again; answers with those still held and whether their end was asked for. */
export async function renewLeases(
  db: Db,
  claims: readonly Claim[],
  leaseUntil: string,
): Promise<readonly { readonly id: string; readonly attempts: number; readonly cancelled: boolean }[]> {
  const rows = await executeRows(
    db,
    sql`update job set lease_until = ${leaseUntil}::timestamptz
      from json_to_recordset(${JSON.stringify(claims)}::json) as claim(id text, worker text, attempts integer)
      where job.id = claim.id and job.worker = claim.worker and job.attempts = claim.attempts
        and job.state = 'running'
      returning job.id, job.attempts, job.cancel_requested_at is not null as cancelled`,
  );
  return z.array(z.object({ id: z.string(), attempts: z.int(), cancelled: z.boolean() })).parse(rows);
}

/** Writes how far the job is. */
export async function writeProgress(
  db: Db,
  claim: Claim,
  { done, of }: { readonly done: number; readonly of: number | null },
): Promise<void> {
  await db.update(jobTable).set({ done, total: of }).where(held(claim));
}

/** Removes jobs that ended before the instant. */
export async function removeOldJobs(db: Db, before: string): Promise<number> {
  const rows = await executeRows(
    db,
    sql`delete from job where state in ('done', 'failed', 'cancelled') and ended_at < ${before}::timestamptz
      returning 1`,
  );
  return rows.length;
}

/** Asks for the end of a job that has not ended; a waiting one becomes due, so that its end is told at once. */
export async function requestCancel(db: Db, id: string, now: string): Promise<void> {
  await db
    .update(jobTable)
    .set({
      cancelRequestedAt: now,
      runAt: sql`case when ${jobTable.state} = 'waiting' then ${now}::timestamptz else ${jobTable.runAt} end`,
    })
    .where(and(eq(jobTable.id, id), inArray(jobTable.state, ["waiting", "running"])));
}

/** Which jobs a list shows: of one person (null: of the product itself) or of everyone, in some states or in all. */
export type JobFilter = {
  readonly personId: string | null | undefined;
  readonly states: readonly JobState[] | undefined;
};

const toCondition = ({ personId, states }: JobFilter): SQL | undefined =>
  and(
    personId === undefined ? undefined : isOf(personId),
    states === undefined ? undefined : inArray(jobTable.state, [...states]),
  );

const isOf = (personId: string | null): SQL =>
  personId === null ? isNull(jobTable.personId) : eq(jobTable.personId, personId);

/** Jobs that the filter keeps, the newest first, after the job `before`. */
export async function listJobs(
  db: Db,
  filter: JobFilter,
  before: readonly [createdAt: string, id: string] | undefined,
  limit: number,
): Promise<readonly StoredJob[]> {
  const after =
    before === undefined
      ? undefined
      : sql`(${jobTable.createdAt}, ${jobTable.id}) < (${before[0]}::timestamptz, ${before[1]})`;
  const rows = await db
    .select()
    .from(jobTable)
    .where(and(toCondition(filter), after))
    .orderBy(desc(jobTable.createdAt), desc(jobTable.id))
    .limit(limit);
  return rows.map((row) => StoredJob.parse(row));
}

/** How many jobs the filter keeps. */
export const countJobs = (db: Db, filter: JobFilter): Promise<number> =>
  db.$count(jobTable, toCondition(filter));

/** Whether work under the key waits or runs. */
export const isQueued = async (db: Db, uniqueKey: string): Promise<boolean> =>
  (await db.$count(
    jobTable,
    and(eq(jobTable.uniqueKey, uniqueKey), inArray(jobTable.state, ["waiting", "running"])),
  )) > 0;

/** Lets a job that ended without its work wait again, with all its attempts. */
export async function reviveJob(db: Db, id: string, now: string): Promise<void> {
  await db
    .update(jobTable)
    .set({
      state: "waiting",
      attempts: 0,
      done: 0,
      total: null,
      runAt: now,
      cancelRequestedAt: null,
      problem: null,
      endedAt: null,
    })
    .where(and(eq(jobTable.id, id), inArray(jobTable.state, ["failed", "cancelled"])));
}
