import type { PlainDate } from "@shian/domain";
import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { xrayDayTable, xrayIgnoreTable } from "./xray.table.js";

/** How many findings of a rule a township had on a day; empty township: none that is known. */
export type StoredCount = {
  readonly countyCode: string;
  readonly rule: string;
  readonly township: string;
  readonly found: number;
};

/** Writes the counts of a day over those that were written before. */
export async function replaceDay(
  db: Db,
  day: PlainDate,
  counts: readonly StoredCount[],
  at: string,
): Promise<void> {
  await db.delete(xrayDayTable).where(eq(xrayDayTable.day, day));
  await bulkInsert(
    db,
    xrayDayTable,
    counts.map((count) => ({ ...count, day, countedAt: at })),
  );
}

/** Findings by day and rule between two days, in the townships named; all of them where none are. */
export async function listDays(
  db: Db,
  { from, to, townships }: { from: PlainDate; to: PlainDate; townships: readonly string[] | undefined },
): Promise<readonly { readonly day: string; readonly rule: string; readonly found: number }[]> {
  return db
    .select({
      day: xrayDayTable.day,
      rule: xrayDayTable.rule,
      found: sql<number>`sum(${xrayDayTable.found})::int`,
    })
    .from(xrayDayTable)
    .where(
      and(
        gte(xrayDayTable.day, from),
        lte(xrayDayTable.day, to),
        townships === undefined ? undefined : inArray(xrayDayTable.township, [...townships]),
      ),
    )
    .groupBy(xrayDayTable.day, xrayDayTable.rule)
    .orderBy(asc(xrayDayTable.day), asc(xrayDayTable.rule));
}

/** A finding set aside. */
export type StoredIgnore = typeof xrayIgnoreTable.$inferSelect;

/** What is set aside and was not watched again since. */
export const listIgnores = (db: Db): Promise<readonly StoredIgnore[]> =>
  db.select().from(xrayIgnoreTable).where(isNull(xrayIgnoreTable.endedAt));

/** Sets findings aside. */
export const insertIgnores = (db: Db, rows: readonly StoredIgnore[]): Promise<void> =>
  bulkInsert(db, xrayIgnoreTable, rows);

/** Has findings of a rule watched again; gives the ids of their objects that were set aside. */
export async function endIgnores(
  db: Db,
  rule: string,
  ids: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const ended: string[] = [];
  for (const batch of listBatches([...ids])) {
    const rows = await db
      .update(xrayIgnoreTable)
      .set({ endedAt: at })
      .where(
        and(
          eq(xrayIgnoreTable.rule, rule),
          inArray(xrayIgnoreTable.objectId, [...batch]),
          isNull(xrayIgnoreTable.endedAt),
        ),
      )
      .returning({ id: xrayIgnoreTable.objectId });
    ended.push(...rows.map(({ id }) => id));
  }
  return ended;
}
