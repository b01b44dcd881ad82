// One attempt at one job, from its claim to its rest.
import { type Problem, problem } from "@shian/domain";
import type { Deps } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import type { Db } from "../../storage/database.js";
import { toBackOff } from "./back-off.js";
import {
  type Claim,
  completeJob,
  endJob,
  findJob,
  postponeJob,
  type StoredJob,
  writeProgress,
} from "./job.repo.js";
import { type AnyJobKind, JobCancelled, type JobContext, type JobResult, LeaseLost } from "./job-kind.js";

const PROGRESS_MS = 500;

/** A job that this process works on. */
export type Attempt = {
  readonly job: StoredJob;
  readonly claim: Claim;
  readonly control: AbortController;
  progress: Progress;
  /** What of the progress was written last, and when. */
  written: Progress;
  writtenAt: number;
};

type Progress = { readonly done: number; readonly of: number | null };

export function toAttempt(job: StoredJob, worker: string): Attempt {
  const progress = { done: job.done, of: job.total };
  const claim = { id: job.id, worker, attempts: job.attempts };
  return { job, claim, control: new AbortController(), progress, written: progress, writtenAt: 0 };
}

/** Writes what was noted of the progress since it was written last. */
export async function writeNoted(deps: Deps, attempt: Attempt): Promise<void> {
  if (attempt.written === attempt.progress) return;
  attempt.written = attempt.progress;
  attempt.writtenAt = deps.clock().getTime();
  await writeProgress(deps.database.db, attempt.claim, attempt.progress);
}

/** Why nothing of the job may be written any more. */
async function explainLoss({ claim }: Attempt, db: Db): Promise<Error> {
  const job = await findJob(db, claim.id);
  const isHeld = job?.worker === claim.worker && job.attempts === claim.attempts;
  return isHeld && job.cancelRequestedAt !== null ? new JobCancelled() : new LeaseLost();
}

type Ending = { readonly deps: Deps; readonly kind: AnyJobKind; readonly attempt: Attempt };

/** Ends the job without its work; what its kind tells its users is part of the same transaction. */
async function end({ deps, kind, attempt }: Ending, state: "failed" | "cancelled", reason: Problem) {
  const now = deps.clock().toISOString();
  const finish = (tell: boolean) =>
    deps.database.transaction(async (db) => {
      const ended = await endJob(db, attempt.claim, { state, now, problem: reason });
      if (ended && tell) await kind.ended({ db, now }, attempt.job.input, reason);
    });
  try {
    await finish(true);
  } catch (error) {
    // A job that could not say how it ended would otherwise be taken up for ever.
    deps.log.error(`job ${kind.name} could not tell its end`, error, { job: attempt.job.id });
    await finish(false);
  }
}

async function settleFailure(ending: Ending, error: unknown, chance: () => number): Promise<void> {
  const { deps, kind, attempt } = ending;
  const { job, control } = attempt;
  const reason: unknown = control.signal.aborted ? control.signal.reason : error;
  if (reason instanceof LeaseLost) {
    deps.log.info(`job ${kind.name} was handed over`, { job: job.id });
  } else if (reason instanceof JobCancelled) {
    await end(ending, "cancelled", problem("job/cancelled"));
  } else if (error instanceof Refusal && error.problems[0] !== undefined) {
    await end(ending, "failed", error.problems[0]);
  } else {
    const reference = deps.newId().slice(0, 8);
    deps.log.error(`job ${kind.name} failed`, error, { job: job.id, attempt: job.attempts, reference });
    const internal = problem("request/internal", { reference });
    if (job.attempts >= job.mostAttempts) return end(ending, "failed", internal);
    const runAt = new Date(deps.clock().getTime() + toBackOff(job.attempts, chance())).toISOString();
    await postponeJob(deps.database.db, attempt.claim, { runAt, problem: internal });
  }
}

/** Works on the claimed job until it rests: done, failed, cancelled, waiting for another attempt, or handed over. */
export async function runJob(
  deps: Deps,
  kind: AnyJobKind,
  attempt: Attempt,
  chance: () => number,
): Promise<void> {
  const { job, claim, control } = attempt;
  const { signal } = control;
  let committing = false;
  let committed = false;
  const complete = (result: JobResult, unlessCancelled: boolean, db = deps.database.db) =>
    completeJob(db, claim, {
      now: deps.clock().toISOString(),
      result,
      progress: attempt.progress,
      unlessCancelled,
    });
  const context: JobContext = {
    deps,
    jobId: job.id,
    attempt: job.attempts,
    person: { id: job.personId, name: job.personName },
    signal,
    progress: async (done, of) => {
      attempt.progress = { done, of };
      // A statement outside the running transaction would wait for it, and it for the statement.
      if (committing || deps.clock().getTime() - attempt.writtenAt < PROGRESS_MS) return false;
      await writeNoted(deps, attempt);
      return true;
    },
    async commit(write) {
      committing = true;
      try {
        const result = await deps.database.transaction(async (db) => {
          const written = await write(db);
          if (!(await complete(written, true, db))) throw await explainLoss(attempt, db);
          return written;
        });
        committed = true;
        return result;
      } finally {
        committing = false;
      }
    },
  };
  const ending: Ending = { deps, kind, attempt };
  try {
    if (job.cancelRequestedAt !== null) throw new JobCancelled();
    if (job.attempts > job.mostAttempts)
      return await end(ending, "failed", problem("job/abandoned", { attempts: job.mostAttempts }));
    const result = await kind.run(context, job.input);
    // A cancellation that comes too late to stop work without a transaction of its own changes nothing.
    if (!committed && !(await complete(result, false))) throw new LeaseLost();
  } catch (error) {
    if (committed) return deps.log.error(`job ${kind.name} failed after its end`, error, { job: job.id });
    await settleFailure(ending, error, chance);
  }
}
