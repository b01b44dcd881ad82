// Job runners as processes of their own on one database, with a clock that a test moves by hand.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Deps } from "../deps.js";
import { insertJob } from "../features/job/job.repo.js";
import type { AnyJobKind, JobResult } from "../features/job/job-kind.js";
import { createJobRunner, type JobRunner, type JobRunnerOptions } from "../features/job/job-runner.js";
import { createJobs } from "../jobs.js";
import { createLog } from "../log.js";
import type { Database } from "../storage/database.js";

const START = Date.parse("2026-11-24T04:00:00.000Z");

export type JobProcess = { readonly deps: Deps; readonly runner: JobRunner };

export type JobHarness = {
  readonly logged: string[];
  now(): Date;
  /** Moves the clock of every process. */
  pass(ms: number): void;
  /** A process with a runner of its own. */
  startProcess(worker: string, options: Omit<JobRunnerOptions, "deps" | "worker">): JobProcess;
  /** Queues a job that is due now. */
  queue(kind: string, input?: JobResult, mostAttempts?: number): Promise<string>;
};

/** A kind whose effect is two rows in one transaction, in the table that `prepareEffects` makes. */
export const makeEffectKind = (tell: (jobId: string) => void): AnyJobKind => ({
  name: "effect",
  mostAttempts: 1000,
  async run(context) {
    await context.commit(async (db) => {
      await db.execute(sql`insert into effect (job) values (${context.jobId})`);
      await new Promise((resolve) => setTimeout(resolve, 2));
      await db.execute(sql`insert into effect (job) values (${context.jobId})`);
      return null;
    });
    tell(context.jobId);
    return null;
  },
  ended: async () => undefined,
});

/** Makes the table of effects; it has no key, so that one that happened twice is seen. */
export const prepareEffects = (database: Database) =>
  database.exec("create table effect (job text not null)");

export function createJobHarness(database: Database): JobHarness {
  let time = START;
  const clock = () => new Date(time);
  const logged: string[] = [];
  const log = createLog((line) => logged.push(line), clock);
  return {
    logged,
    now: clock,
    pass: (ms) => {
      time += ms;
    },
    startProcess(worker, options) {
      const jobs = createJobs(log);
      // Runners use the database, clock, ids, log and jobs alone; the rest is for the kinds of the product.
      const deps = { database, clock, newId: randomUUID, log, jobs } as unknown as Deps;
      const runner = createJobRunner({ chance: () => 0, ...options, deps, worker });
      jobs.attach(runner);
      return { deps, runner };
    },
    async queue(kind, input = {}, mostAttempts = 3) {
      const id = randomUUID();
      const now = clock().toISOString();
      await insertJob(database.db, {
        id,
        kind,
        input,
        uniqueKey: null,
        mostAttempts,
        runAt: now,
        personId: null,
        personName: "",
        createdAt: now,
      });
      return id;
    },
  };
}
