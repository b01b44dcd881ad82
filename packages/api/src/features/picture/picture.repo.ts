// How often the register has changed, and what of it the database shows to somebody.
import { eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { officialTable } from "../chain/chain.table.js";
import { REVISION } from "../office/office.repo.js";
import { officeSettingTable } from "../office/office.table.js";
import { establishmentTable } from "../registry/registry.table.js";
import type { Part } from "./picture-records.repo.js";

/** Changes whose establishments are named; a picture older than all of them is composed anew. */
const MOST_NAMED = 200;
/** A change of more than so many is a change of everything. */
const MOST_IDS = 500;

/** How often the register has changed, and which establishments its last changes touched, the latest last. */
export type Revision = { readonly version: number; readonly touched: readonly (readonly string[])[] };

/** 0 when the register was never changed. A change of everything empties the list. */
export async function readRevision(db: Db): Promise<Revision> {
  const [row] = await db
    .select({ version: officeSettingTable.version, value: officeSettingTable.value })
    .from(officeSettingTable)
    .where(eq(officeSettingTable.key, REVISION));
  const touched = Array.isArray(row?.value) ? (row.value as string[][]) : [];
  return { version: row?.version ?? 0, touched };
}

/**
 * Notes in the transaction of a change that pictures taken before it are out of date once it is committed: of the
 * establishments named, of everything without names. The row's lock keeps changes in the order of their numbers.
 */
export async function raiseRevision(db: Db, updatedAt: string, ids?: readonly string[]): Promise<void> {
  await db.execute(toRevision(db, updatedAt, ids));
}

/** The statement of `raiseRevision`. */
export function toRevision(db: Db, updatedAt: string, ids?: readonly string[]): SQL {
  const named = ids === undefined || ids.length > MOST_IDS ? undefined : JSON.stringify(ids);
  const { value, version } = officeSettingTable;
  const next =
    named === undefined
      ? sql`'[]'::jsonb`
      : sql`case when jsonb_typeof(${value}) <> 'array' then '[]'::jsonb
          when jsonb_array_length(${value}) >= ${MOST_NAMED} then ${value} - 0 else ${value} end
          || jsonb_build_array(${named}::jsonb)`;
  return db
    .insert(officeSettingTable)
    .values({ key: REVISION, value: [], version: 1, updatedAt })
    .onConflictDoUpdate({
      target: officeSettingTable.key,
      set: { updatedAt, value: next, version: sql`${version} + 1` },
    })
    .getSQL();
}

/** Ids of what the database shows to whoever the handle is bound to. */
export type Visible = {
  readonly establishments: Pick<ReadonlySet<string>, "has">;
  readonly officials: Pick<ReadonlySet<string>, "has">;
};

/** The ids as one value: fifty thousand rows of one column take the driver ten times as long to read. */
async function readIds(
  db: Db,
  table: PgTable,
  id: PgColumn,
  ids: readonly string[] | undefined,
): Promise<Set<string>> {
  const isAsked = ids === undefined ? undefined : sql`${id} = any(${sql.param([...ids])}::text[])`;
  const [row] = await db
    .select({ ids: sql<string[] | null>`json_agg(${id})` })
    .from(table)
    .where(isAsked);
  return new Set(row?.ids ?? []);
}

/** Of these, or of all, those that the database shows to whoever the handle is bound to; it looks at each one asked. */
export const readVisible = async (db: Db, among?: Part): Promise<Visible> => ({
  establishments: await readIds(db, establishmentTable, establishmentTable.id, among?.establishments),
  officials: await readIds(db, officialTable, officialTable.id, among?.officials),
});
