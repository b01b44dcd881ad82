// The job runner of a process. It looks for due work each second and whenever it is woken, so it needs nothing of the
// database but rows: the same on both engines, and with any number of processes on a server.
import { CLOCK_SLACK_MS } from "../../clock-slack.js";
import type { Deps } from "../../deps.js";
import { type Runner, settleWithin } from "../../jobs.js";
import type { Db } from "../../storage/database.js";
import { claimJob, expireLeases, giveBackJobs, renewLeases } from "./job.repo.js";
import { type AnyJobKind, JobCancelled, LeaseLost } from "./job-kind.js";
import { type AnyEffectKind, performEffects } from "./outbox.js";
import { type Attempt, runJob, toAttempt, writeNoted } from "./run-job.js";
import { ensureSchedules, queueDueSchedules, type Schedule } from "./schedule.js";

/** A process that dies is noticed after this; a living one renews at every look. */
export const LEASE_MS = 30_000;
const POLL_MS = 1000;
const CHORES_MS = 60_000;
/** Jobs at the same time: one long one does not make every other wait. */
const SLOTS = 2;

export type JobRunnerOptions = {
  readonly deps: Deps;
  readonly kinds: readonly AnyJobKind[];
  /** Name of this process among all that ever worked on the database. */
  readonly worker: string;
  readonly schedules?: readonly Schedule[];
  readonly effects?: readonly AnyEffectKind[];
  /** Small work on the database that every process does each minute. */
  readonly chores?: readonly ((db: Db, now: string) => Promise<void>)[];
  /** Random numbers from 0 to 1, for the time of the next attempt. */
  readonly chance?: () => number;
};

export type JobRunner = Runner & {
  /** Looks each second from now on. */
  poll(): void;
  /** Renews the leases, takes up what is due, and resolves when it has been taken up. */
  look(): Promise<void>;
};

/** A runner of these kinds; it does nothing until it is woken or told to look. */
export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const { deps, kinds, worker, schedules = [], effects = [], chores = [], chance = Math.random } = options;
  const { database } = deps;
  const names = kinds.map(({ name }) => name);
  const running = new Map<string, { readonly attempt: Attempt; readonly work: Promise<void> }>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let isPrepared = false;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let choresAt = Number.NEGATIVE_INFINITY;

  async function prepare(): Promise<void> {
    if (isPrepared) return;
    // The embedded database is one process's alone: whoever held a lease before this one is dead.
    if (database.engine === "pglite") await expireLeases(database.db, worker, deps.clock().toISOString());
    await ensureSchedules(deps, schedules);
    isPrepared = true;
  }

  const toLeaseEnd = () => new Date(deps.clock().getTime() + LEASE_MS).toISOString();

  /** Vouches for what runs, writes its progress, and hears of cancellations and of losses. */
  async function renew(): Promise<void> {
    const attempts = [...running.values()].map(({ attempt }) => attempt);
    if (attempts.length === 0) return;
    const held = await renewLeases(
      database.db,
      attempts.map(({ claim }) => claim),
      toLeaseEnd(),
    );
    for (const attempt of attempts) {
      const found = held.find(({ id }) => id === attempt.claim.id);
      if (!running.has(attempt.claim.id)) continue;
      if (found === undefined) attempt.control.abort(new LeaseLost());
      else if (found.cancelled) attempt.control.abort(new JobCancelled());
      else await writeNoted(deps, attempt);
    }
  }

  async function work(attempt: Attempt, kind: AnyJobKind): Promise<void> {
    try {
      await runJob(deps, kind, attempt, chance);
    } finally {
      running.delete(attempt.job.id);
    }
    await look();
  }

  /** Takes up one job; false when none is due. */
  async function takeUp(): Promise<boolean> {
    const job = await claimJob(database.db, {
      worker,
      kinds: names,
      except: [...running.keys()],
      now: deps.clock().toISOString(),
      leaseUntil: toLeaseEnd(),
    });
    const kind = kinds.find(({ name }) => name === job?.kind);
    if (job === undefined || kind === undefined) return false;
    const attempt = toAttempt(job, worker);
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    running.set(job.id, { attempt, work: settled });
    deps.jobs.start(job.kind, () => work(attempt, kind).finally(settle));
    return true;
  }

  /** A clock that was set back has left times of schedules behind that are too late now. */
  function noticeClock(): void {
    const now = deps.clock().getTime();
    if (now < lookedAt - CLOCK_SLACK_MS) isPrepared = false;
    lookedAt = now;
  }

  async function doChores(): Promise<void> {
    if (Math.abs(lookedAt - choresAt) < CHORES_MS) return;
    for (const chore of chores) await chore(database.db, deps.clock().toISOString());
    choresAt = lookedAt;
  }

  async function lookOnce(): Promise<void> {
    noticeClock();
    await prepare();
    await doChores();
    await renew();
    await queueDueSchedules(deps, schedules);
    while (!stopped && running.size < SLOTS && (await takeUp()));
    await performEffects(deps, effects);
  }

  function look(): Promise<void> {
    if (stopped) return Promise.resolve();
    lookAgain = true;
    looking ??= (async () => {
      try {
        while (lookAgain && !stopped) {
          lookAgain = false;
          await lookOnce();
        }
      } finally {
        looking = undefined;
      }
    })();
    return looking;
  }

  const wake = () => {
    if (!stopped) deps.jobs.start("job runner", look);
  };

  return {
    wake,
    look,
    poll() {
      timer ??= setInterval(() => {
        if (looking === undefined) wake();
      }, POLL_MS);
      timer.unref();
    },
    async stop(graceMs) {
      stopped = true;
      clearInterval(timer);
      await looking?.catch(() => undefined);
      await settleWithin(Promise.all([...running.values()].map((entry) => entry.work)), graceMs);
      if (running.size === 0) return;
      for (const { attempt } of running.values()) attempt.control.abort(new LeaseLost());
      await giveBackJobs(database.db, worker, deps.clock().toISOString());
    },
  };
}
