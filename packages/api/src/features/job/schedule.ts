// Scheduled work: a time pattern in the office's time zone and the job that it queues.
import { Cron } from "croner";
import type { Deps } from "../../deps.js";
import { insertJob } from "./job.repo.js";
import { type JobKind, toMostAttempts } from "./job-kind.js";
import { ensureSchedule, isScheduleDue, moveSchedule, takeDueSchedule } from "./schedule.repo.js";

const TIME_ZONE = "Asia/Shanghai";

export type Schedule = {
  readonly name: string;
  /** Cron: minute, hour, day of the month, month, day of the week. */
  readonly pattern: string;
  readonly kind: string;
  readonly mostAttempts: number;
  readonly input: unknown;
};

/** A schedule of a kind, with its input checked by the compiler. */
export const defineSchedule = <Input>(
  kind: JobKind<Input>,
  { name, pattern, input }: { readonly name: string; readonly pattern: string; readonly input: Input },
): Schedule => ({ name, pattern, kind: kind.name, mostAttempts: toMostAttempts(kind), input });

/** The first time of the pattern after the instant. */
export function findNextRun(pattern: string, after: Date): string {
  const next = new Cron(pattern, { timezone: TIME_ZONE }).nextRun(after);
  if (next === null) throw new Error(`The pattern ${pattern} has no time after ${after.toISOString()}.`);
  return next.toISOString();
}

/** Enters the schedules that the database does not know yet. */
export async function ensureSchedules(deps: Deps, schedules: readonly Schedule[]): Promise<void> {
  for (const { name, pattern } of schedules)
    await ensureSchedule(deps.database.db, name, findNextRun(pattern, deps.clock()));
}

/**
 * Queues the job of every schedule that is due. Times missed while nothing ran give one job together, and none is
 * queued while the one before still waits or runs.
 */
export async function queueDueSchedules(deps: Deps, schedules: readonly Schedule[]): Promise<void> {
  const names = schedules.map(({ name }) => name);
  if (!(await isScheduleDue(deps.database.db, names, deps.clock().toISOString()))) return;
  const queueOne = () =>
    deps.database.transaction(async (db) => {
      const instant = deps.clock();
      const now = instant.toISOString();
      const due = await takeDueSchedule(db, names, now);
      const schedule = schedules.find(({ name }) => name === due?.name);
      if (schedule === undefined) return false;
      await insertJob(db, {
        id: deps.newId(),
        kind: schedule.kind,
        input: schedule.input,
        uniqueKey: `schedule:${schedule.name}`,
        mostAttempts: schedule.mostAttempts,
        runAt: now,
        personId: null,
        personName: "",
        createdAt: now,
      });
      await moveSchedule(db, schedule.name, {
        lastRunAt: now,
        nextRunAt: findNextRun(schedule.pattern, instant),
      });
      return true;
    });
  while (await queueOne());
}
