// All rows of all tables as texts, and which of them are other ones afterwards.
import { sql } from "drizzle-orm";
import { listStoredTables } from "../../storage/backup-tables.js";
import { type Db, executeRows } from "../../storage/database.js";

/** Table → its rows as texts. */
export type Snapshot = ReadonlyMap<string, ReadonlySet<string>>;
/** A row that is no longer there or was not there before. */
export type ChangedRow = { readonly table: string; readonly row: string };

// The record of what was asked and the counts of wrong tries name what was asked for; they are nobody's objects.
const unwatched = new Set([
  "schema_migration",
  "audit_entry",
  "audit_change",
  "transaction_log",
  "sign_in_failure",
  "sign_in_lock",
]);

/** The number of the register's last change, with what it touched: the product's own, shown to nobody. */
const REVISION = "register-revision";

/** Every row, as the product itself sees it, in one statement. */
export async function takeSnapshot(db: Db): Promise<Snapshot> {
  const tables = (await listStoredTables(db)).map(({ name }) => name).filter((name) => !unwatched.has(name));
  const parts = tables.map(
    (name) =>
      sql`select ${name}::text as name, to_jsonb(t)::text as row from ${sql.identifier(name)} t
        where to_jsonb(t) ->> 'key' is distinct from ${REVISION}`,
  );
  const rows = await executeRows(db, sql.join(parts, sql` union all `));
  const snapshot = new Map<string, Set<string>>(tables.map((name) => [name, new Set()]));
  for (const { name, row } of rows) snapshot.get(String(name))?.add(String(row));
  return snapshot;
}

/** Rows of one snapshot that the other does not have, both ways. */
export function listChangedRows(before: Snapshot, after: Snapshot): readonly ChangedRow[] {
  const missing = (from: Snapshot, other: Snapshot) =>
    [...from].flatMap(([table, rows]) =>
      [...rows].filter((row) => other.get(table)?.has(row) !== true).map((row) => ({ table, row })),
    );
  return [...missing(before, after), ...missing(after, before)];
}
