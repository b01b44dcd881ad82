import type { BulkChange } from "@shian/domain";
import { count, desc, eq, inArray } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { markUndoneIn, type Undone } from "../../storage/mark-undone.js";
import { NO_COUNTY } from "../../storage/to-county-code.js";
import { bulkEditRowTable, bulkEditTable } from "./bulk-edit.table.js";
import { findCountyCodes } from "./county-codes.repo.js";

/** A change of many as it is kept. */
export type StoredBulkEdit = Omit<typeof bulkEditTable.$inferSelect, "countyCode" | "change"> & {
  readonly change: BulkChange;
};
/** One establishment of it. */
export type StoredBulkRow = Omit<typeof bulkEditRowTable.$inferSelect, "countyCode" | "bulkEditId">;

const toStored = ({ countyCode, change, ...edit }: typeof bulkEditTable.$inferSelect): StoredBulkEdit => ({
  ...edit,
  change: change as BulkChange,
});

export async function insertBulkEdit(
  db: Db,
  edit: Omit<StoredBulkEdit, "undoneAt" | "undoneBy">,
  rows: readonly StoredBulkRow[],
): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    rows.map(({ establishmentId }) => establishmentId),
  );
  // A change of many lies in no county; its rows lie where their establishments do.
  await db.insert(bulkEditTable).values({ ...edit, countyCode: NO_COUNTY });
  await bulkInsert(
    db,
    bulkEditRowTable,
    rows.map((row) => ({ ...row, countyCode: countyOf(row.establishmentId), bulkEditId: edit.id })),
  );
}

/** The changes that who asks may see, the latest first; at most 500. */
export async function listBulkEdits(db: Db): Promise<readonly StoredBulkEdit[]> {
  const rows = await db
    .select()
    .from(bulkEditTable)
    .orderBy(desc(bulkEditTable.createdAt), desc(bulkEditTable.id))
    .limit(500);
  return rows.map(toStored);
}

/** The change, locked until the transaction ends, so that it is undone once. */
export async function lockBulkEdit(db: Db, id: string): Promise<StoredBulkEdit | undefined> {
  await lockUntilCommit(db, `bulk-edit ${id}`);
  const [row] = await db.select().from(bulkEditTable).where(eq(bulkEditTable.id, id));
  return row === undefined ? undefined : toStored(row);
}

/** How many establishments of each change who asks may see. */
export async function countBulkRows(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { bulkEditId } = bulkEditRowTable;
  const counted = await db
    .select({ id: bulkEditId, seen: count() })
    .from(bulkEditRowTable)
    .where(inArray(bulkEditId, [...ids]))
    .groupBy(bulkEditId);
  return new Map(counted.map(({ id, seen }) => [id, seen]));
}

export async function listBulkRows(db: Db, id: string): Promise<readonly StoredBulkRow[]> {
  const rows = await db.select().from(bulkEditRowTable).where(eq(bulkEditRowTable.bulkEditId, id));
  return rows.map(({ countyCode, bulkEditId, ...row }) => row);
}

export const markUndone = (db: Db, id: string, undone: Undone): Promise<void> =>
  markUndoneIn(db, bulkEditTable, id, undone);
