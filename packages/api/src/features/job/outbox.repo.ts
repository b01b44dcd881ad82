// Effects outside the database, noted in the transaction of the change that causes them.
import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { outboxTable } from "./job.table.js";

export type StoredEffect = typeof outboxTable.$inferSelect;

/** After so many failed tries (the last 18 hours after the change) an effect is left for a person to look at. */
const MOST_ATTEMPTS = 16;

/** Not done and due; each failed try doubles the time from the change to the next. */
const isDue = (kinds: readonly string[], now: string) =>
  and(
    isNull(outboxTable.doneAt),
    lt(outboxTable.attempts, MOST_ATTEMPTS),
    inArray(outboxTable.kind, [...kinds]),
    sql`(${outboxTable.attempts} = 0 or
      ${outboxTable.createdAt} + power(2, ${outboxTable.attempts}) * interval '1 second' <= ${now}::timestamptz)`,
  );

/** Whether an effect of the kinds is due. */
export const isEffectDue = async (db: Db, kinds: readonly string[], now: string): Promise<boolean> =>
  (await db.$count(outboxTable, isDue(kinds, now))) > 0;

/** Notes an effect; one with the same key that is already noted stays as it is. */
export async function insertEffect(
  db: Db,
  effect: Pick<StoredEffect, "kind" | "payload" | "effectKey" | "createdAt">,
): Promise<void> {
  await db
    .insert(outboxTable)
    .values({ ...effect, doneAt: null, attempts: 0 })
    .onConflictDoNothing();
}

/** The oldest effect that is due, locked for this transaction; one that another process is just doing is passed over. */
export async function takeEffect(
  db: Db,
  kinds: readonly string[],
  now: string,
): Promise<StoredEffect | undefined> {
  const [row] = await db
    .select()
    .from(outboxTable)
    .where(isDue(kinds, now))
    .orderBy(asc(outboxTable.id))
    .limit(1)
    .for("update", { skipLocked: true });
  return row;
}

/** Writes that the effect was done. */
export async function completeEffect(db: Db, id: number, now: string): Promise<void> {
  await db.update(outboxTable).set({ doneAt: now }).where(eq(outboxTable.id, id));
}

/** Counts a failed try. */
export async function countTry(db: Db, id: number): Promise<void> {
  await db
    .update(outboxTable)
    .set({ attempts: sql`${outboxTable.attempts} + 1` })
    .where(eq(outboxTable.id, id));
}

/** Removes effects that were done before the instant. */
export async function removeDoneEffects(db: Db, before: string): Promise<void> {
  await db.delete(outboxTable).where(lt(outboxTable.doneAt, before));
}
