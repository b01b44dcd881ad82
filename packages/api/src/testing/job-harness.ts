// Job runners as processes of their own on one database, with a clock that a test moves by hand.
import { randomUUID } from "node:crypto";
import type { Deps } from "../deps.js";
import { insertJob } from "../features/job/job.repo.js";
import type { JobResult } from "../features/job/job-kind.js";
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
