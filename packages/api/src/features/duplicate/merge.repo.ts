import { and, desc, eq, getTableColumns, isNull, lt, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { establishmentTable } from "../registry/registry.table.js";
import { establishmentMergeTable } from "./duplicate.table.js";

/** A merge as it is stored, with the names that its two have now. */
export type StoredMerge = Omit<typeof establishmentMergeTable.$inferSelect, "countyCode"> & {
  readonly survivorName: string;
  readonly absorbedName: string;
};

const survivor = alias(establishmentTable, "survivor");
const absorbed = alias(establishmentTable, "absorbed");

const question = (db: Db) =>
  db
    .select({
      ...getTableColumns(establishmentMergeTable),
      survivorName: survivor.name,
      absorbedName: absorbed.name,
    })
    .from(establishmentMergeTable)
    .innerJoin(survivor, eq(survivor.id, establishmentMergeTable.survivorId))
    .innerJoin(absorbed, eq(absorbed.id, establishmentMergeTable.absorbedId));

/** Writes a merge, under the county of the surviving one. */
export async function insertMerge(
  db: Db,
  {
    place,
    ...merge
  }: Omit<typeof establishmentMergeTable.$inferInsert, "countyCode"> & { place: string | null },
): Promise<void> {
  await db.insert(establishmentMergeTable).values({ ...merge, countyCode: toCountyCode(place) });
}

/** The merge with the id. */
export async function findMerge(db: Db, id: string): Promise<StoredMerge | undefined> {
  const [row] = await question(db).where(eq(establishmentMergeTable.id, id));
  return row;
}

/** Merges that stand and that an establishment is part of, the latest first. */
export const listMergesOf = (db: Db, establishment: string): Promise<StoredMerge[]> =>
  question(db)
    .where(
      and(
        or(
          eq(establishmentMergeTable.survivorId, establishment),
          eq(establishmentMergeTable.absorbedId, establishment),
        ),
        isNull(establishmentMergeTable.undoneAt),
      ),
    )
    .orderBy(desc(establishmentMergeTable.recordedAt));

/** Merges that stand, the latest first, from behind one on. */
export async function pageMerges(
  db: Db,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<{ readonly rows: readonly StoredMerge[]; readonly total: number }> {
  const { recordedAt, id, undoneAt } = establishmentMergeTable;
  const beyond =
    after === undefined
      ? undefined
      : or(lt(recordedAt, after[0]), and(eq(recordedAt, after[0]), lt(id, after[1])));
  const rows = await question(db)
    .where(and(isNull(undoneAt), beyond))
    .orderBy(desc(recordedAt), desc(id))
    .limit(limit);
  return { rows, total: await db.$count(establishmentMergeTable, isNull(undoneAt)) };
}

/** Notes that a merge was undone. */
export async function undoMerge(
  db: Db,
  id: string,
  undone: { readonly undoneAt: string; readonly undoneBy: string; readonly undoneReason: string },
): Promise<void> {
  await db.update(establishmentMergeTable).set(undone).where(eq(establishmentMergeTable.id, id));
}
