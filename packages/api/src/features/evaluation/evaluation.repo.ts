import { and, desc, eq } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { measurementTable, rubricTable } from "./evaluation.table.js";

export type StoredRubric = { readonly id: string; readonly content: unknown; readonly isCurrent: boolean };
export type StoredMeasurement = {
  readonly itemId: string;
  readonly value: unknown;
  readonly version: number;
};

/** All editions, the newest first. */
export const listRubrics = (db: Db): Promise<StoredRubric[]> =>
  db
    .select({ id: rubricTable.id, content: rubricTable.content, isCurrent: rubricTable.isCurrent })
    .from(rubricTable)
    .orderBy(desc(rubricTable.createdAt), rubricTable.id);

/** The edition with the id, the current one without. */
export async function findRubric(db: Db, id: string | undefined): Promise<StoredRubric | undefined> {
  const [row] = await db
    .select({ id: rubricTable.id, content: rubricTable.content, isCurrent: rubricTable.isCurrent })
    .from(rubricTable)
    .where(id === undefined ? eq(rubricTable.isCurrent, true) : eq(rubricTable.id, id))
    .orderBy(desc(rubricTable.createdAt), rubricTable.id)
    .limit(1);
  return row;
}

/** Adds an edition or replaces the one with its id. */
export async function saveRubric(
  db: Db,
  rubric: {
    readonly id: string;
    readonly content: unknown;
    readonly makeCurrent: boolean;
    readonly at: string;
  },
): Promise<void> {
  const { id, content, makeCurrent, at } = rubric;
  if (makeCurrent)
    await db.update(rubricTable).set({ isCurrent: false }).where(eq(rubricTable.isCurrent, true));
  await db
    .insert(rubricTable)
    .values({ id, content, isCurrent: makeCurrent, createdAt: at })
    .onConflictDoUpdate({
      target: rubricTable.id,
      set: { content, ...(makeCurrent ? { isCurrent: true } : {}) },
    });
}

/** The measurements of an edition, also those taken back (value null). */
export const listMeasurements = (db: Db, rubricId: string): Promise<StoredMeasurement[]> =>
  db
    .select({
      itemId: measurementTable.itemId,
      value: measurementTable.value,
      version: measurementTable.version,
    })
    .from(measurementTable)
    .where(eq(measurementTable.rubricId, rubricId));

/** Who wrote a measurement last, for telling the second of two editors. */
export async function findMeasurementAuthor(
  db: Db,
  rubricId: string,
  itemId: string,
): Promise<{ readonly who: string; readonly at: string } | undefined> {
  const [row] = await db
    .select({ who: measurementTable.updatedBy, at: measurementTable.updatedAt })
    .from(measurementTable)
    .where(and(eq(measurementTable.rubricId, rubricId), eq(measurementTable.itemId, itemId)));
  return row;
}

export type NewMeasurement = {
  readonly rubricId: string;
  readonly itemId: string;
  readonly value: unknown;
  /** The version that the editor saw; 0 when there was none. */
  readonly seen: number;
  readonly at: string;
  readonly who: string;
};

/** Writes a measurement over the version that the editor saw; false when someone else was faster. */
export async function saveMeasurement(db: Db, measurement: NewMeasurement): Promise<boolean> {
  const { rubricId, itemId, value, seen, at, who } = measurement;
  const next = { value, version: seen + 1, updatedAt: at, updatedBy: who };
  const written =
    seen === 0
      ? await db
          .insert(measurementTable)
          .values({ rubricId, itemId, ...next })
          .onConflictDoNothing()
          .returning({ itemId: measurementTable.itemId })
      : await db
          .update(measurementTable)
          .set(next)
          .where(
            and(
              eq(measurementTable.rubricId, rubricId),
              eq(measurementTable.itemId, itemId),
              eq(measurementTable.version, seen),
            ),
          )
          .returning({ itemId: measurementTable.itemId });
  return written.length === 1;
}
