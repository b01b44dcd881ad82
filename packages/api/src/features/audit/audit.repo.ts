import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { establishmentTable } from "../registry/registry.table.js";
import { auditChangeTable, auditEntryTable } from "./audit.table.js";

/** Any number, the same for every version of the product. */
const RECORD_LOCK = 739_251_003;

/** A row of the record as it is stored. */
export type StoredEntry = typeof auditEntryTable.$inferSelect;
/** What an entry changed, as it is stored. */
export type StoredChange = typeof auditChangeTable.$inferSelect;

/** Until the caller's transaction ends nobody else can add to the record, so it has one end and no hole. */
export async function lockRecord(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${RECORD_LOCK})`);
}

/** The last entry's number, hash and text; undefined in a record without entries. */
export async function findTip(
  db: Db,
): Promise<{ readonly seq: number; readonly hash: string; readonly content: string } | undefined> {
  const { seq, hash, content } = auditEntryTable;
  const rows = await db.select({ seq, hash, content }).from(auditEntryTable).orderBy(desc(seq)).limit(1);
  return rows[0];
}

/** Adds an entry with what it changed. */
export async function insertEntry(
  tx: Db,
  entry: StoredEntry,
  changes: readonly StoredChange[],
): Promise<void> {
  await tx.insert(auditEntryTable).values(entry);
  if (changes.length > 0) await bulkInsert(tx, auditChangeTable, changes);
}

/** The county under which each establishment is stored; one that is not in the register has none. */
export async function findCountyCodesOf(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  const { id, countyCode } = establishmentTable;
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    const rows = await db
      .select({ id, countyCode })
      .from(establishmentTable)
      .where(inArray(id, [...batch]));
    for (const row of rows) codes.set(row.id, row.countyCode);
  }
  return codes;
}

/** The latest changes of an object, the newest first; those carried over from before the record have numbers below 0. */
export const listChangesOfObject = (
  db: Db,
  {
    objectKind,
    objectId,
    limit,
  }: { readonly objectKind: string; readonly objectId: string; readonly limit: number },
): Promise<readonly StoredChange[]> =>
  db
    .select()
    .from(auditChangeTable)
    .where(and(eq(auditChangeTable.objectKind, objectKind), eq(auditChangeTable.objectId, objectId)))
    .orderBy(desc(auditChangeTable.seq), desc(auditChangeTable.n))
    .limit(limit);
