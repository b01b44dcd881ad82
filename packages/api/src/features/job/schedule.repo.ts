// When scheduled work ran last and runs next. A due schedule is locked while its job is queued and its next time
// written, in one transaction, so that each due time gives one job however many processes look.
import { and, asc, eq, inArray, lte, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { jobScheduleTable } from "./job.table.js";

export type StoredSchedule = typeof jobScheduleTable.$inferSelect;

/** Enters a schedule when it is new; one that is there runs at the earlier of its next time and this one. */
export async function ensureSchedule(db: Db, name: string, nextRunAt: string): Promise<void> {
  await db
    .insert(jobScheduleTable)
    .values({ name, lastRunAt: null, nextRunAt })
    .onConflictDoUpdate({
      target: jobScheduleTable.name,
      set: { nextRunAt: sql`least(${jobScheduleTable.nextRunAt}, excluded.next_run_at)` },
    });
}

const isDue = (names: readonly string[], now: string) =>
  and(inArray(jobScheduleTable.name, [...names]), lte(jobScheduleTable.nextRunAt, now));

/** Whether one of the schedules is due. */
export const isScheduleDue = async (db: Db, names: readonly string[], now: string): Promise<boolean> =>
  (await db.$count(jobScheduleTable, isDue(names, now))) > 0;

/** A schedule that is due, locked for this transaction; one that another process has locked is passed over. */
export async function takeDueSchedule(
  db: Db,
  names: readonly string[],
  now: string,
): Promise<StoredSchedule | undefined> {
  const [row] = await db
    .select()
    .from(jobScheduleTable)
    .where(isDue(names, now))
    .orderBy(asc(jobScheduleTable.nextRunAt))
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** Writes that the schedule's work was queued and when it is due again. */
export async function moveSchedule(
  db: Db,
  name: string,
  times: { readonly lastRunAt: string; readonly nextRunAt: string },
): Promise<void> {
  await db.update(jobScheduleTable).set(times).where(eq(jobScheduleTable.name, name));
}

/** Every schedule by name. */
export const listSchedules = (db: Db): Promise<readonly StoredSchedule[]> =>
  db.select().from(jobScheduleTable).orderBy(asc(jobScheduleTable.name));
