import { Layout } from "@shian/domain";
import { asc, desc, eq } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { exportLayoutTable } from "./layout.table.js";

/** A saved layout; a removed one keeps its versions. */
export type StoredLayout = Layout & { readonly removed: boolean };

const toStored = ({ removed, ...row }: typeof exportLayoutTable.$inferSelect): StoredLayout => ({
  ...Layout.parse({ ...row, demonstration: false }),
  removed,
});

/** The latest version of every layout that was not removed, by kind, then title. */
export async function listLayouts(db: Db): Promise<readonly StoredLayout[]> {
  const rows = await db
    .selectDistinctOn([exportLayoutTable.id])
    .from(exportLayoutTable)
    .orderBy(asc(exportLayoutTable.id), desc(exportLayoutTable.version));
  return rows.map(toStored).filter(({ removed }) => !removed);
}

/** All versions of a layout, the newest first. */
export async function listVersions(db: Db, id: string): Promise<readonly StoredLayout[]> {
  const rows = await db
    .select()
    .from(exportLayoutTable)
    .where(eq(exportLayoutTable.id, id))
    .orderBy(desc(exportLayoutTable.version));
  return rows.map(toStored);
}

/** Adds a version; false when somebody else added the same one first. */
export async function insertVersion(
  db: Db,
  { demonstration: _demonstration, savedAt, ...layout }: StoredLayout,
): Promise<boolean> {
  const added = await db
    .insert(exportLayoutTable)
    .values({ ...layout, savedAt: savedAt ?? new Date(0).toISOString() })
    .onConflictDoNothing()
    .returning({ id: exportLayoutTable.id });
  return added.length > 0;
}
