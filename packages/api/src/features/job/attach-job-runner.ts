// The job runner of a server: the product's kinds and schedules, woken and stopped by way of `deps.jobs`.
import type { Deps } from "../../deps.js";
import { endOverdue } from "../session/end-overdue.service.js";
import { kindsOfJobs, schedules } from "./job-kinds.js";
import { createJobRunner, type JobRunner } from "./job-runner.js";

const runners = new WeakMap<Deps, JobRunner>();

/** Begins to take up jobs; `poll` false: when woken only, as tests want it. A second call gives the same runner. */
export function attachJobRunner(deps: Deps, { poll = true } = {}): JobRunner {
  const known = runners.get(deps);
  if (known !== undefined) return known;
  const kinds = Object.values(kindsOfJobs);
  const runner = createJobRunner({ deps, kinds, schedules, chores: [endOverdue], worker: deps.newId() });
  runners.set(deps, runner);
  deps.jobs.attach(runner);
  if (poll) runner.poll();
  return runner;
}
