// Whether the database's schema is this version's, asked without the right to change it.
import { sql } from "drizzle-orm";
import { type Db, executeRows } from "./database.js";
import { listMigrations } from "./migrate.js";

/** Names of the migrations of this version that the database does not have yet, oldest first. */
export async function listPendingMigrations(db: Db): Promise<readonly string[]> {
  const [table] = await executeRows(db, sql`select to_regclass('schema_migration') is not null as made`);
  const rows = table?.made === true ? await executeRows(db, sql`select tag from schema_migration`) : [];
  const applied = new Set(rows.map((row) => String(row.tag)));
  return listMigrations().flatMap(({ tag }) => (applied.has(tag) ? [] : [tag]));
}
