import { SavedRegistryView } from "@shian/domain";
import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { NO_COUNTY } from "../../storage/to-county-code.js";
import { registryViewTable } from "./registry-view.table.js";

/** A saved view as it is kept. */
export type StoredView = Omit<
  typeof registryViewTable.$inferSelect,
  "countyCode" | "createdAt" | "updatedAt" | "view"
> & { readonly view: SavedRegistryView };

/** The views that who asks may see, in the order in which they were saved; one that cannot be read is left out. */
export async function listStoredViews(db: Db): Promise<readonly StoredView[]> {
  const rows = await db
    .select()
    .from(registryViewTable)
    .orderBy(asc(registryViewTable.createdAt), asc(registryViewTable.id));
  return rows.flatMap(({ countyCode, createdAt, updatedAt, view, ...row }) => {
    const read = SavedRegistryView.safeParse(view);
    return read.success ? [{ ...row, view: read.data }] : [];
  });
}

/** A view belongs to a person or the office, and lies in no county. */
export const insertView = (db: Db, { version: _version, ...view }: StoredView, at: string) =>
  db
    .insert(registryViewTable)
    .values({ ...view, countyCode: NO_COUNTY, version: 1, createdAt: at, updatedAt: at });

export const updateView = (
  db: Db,
  { id, name, isShared, view }: Pick<StoredView, "id" | "name" | "isShared" | "view">,
  at: string,
) =>
  db
    .update(registryViewTable)
    .set({ name, isShared, view, updatedAt: at, version: sql`${registryViewTable.version} + 1` })
    .where(eq(registryViewTable.id, id));

export const deleteView = (db: Db, id: string) =>
  db.delete(registryViewTable).where(eq(registryViewTable.id, id));
