// Brings the schema up to date: the SQL files of `migrations/` in the order of their journal, each once, all in one
// transaction under an advisory lock, so that of several servers starting together one migrates and the others wait.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import * as z from "zod";
import { type Database, type Db, executeRows } from "./database.js";
import { StorageRefusal } from "./storage.problem.js";

/** Any number, the same for every version of the product. */
const MIGRATION_LOCK = 739_251_001;

const Journal = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/** One migration: its name and its statements. */
export type Migration = { readonly tag: string; readonly script: string };

/** The migrations shipped with this version, oldest first. */
export function listMigrations(): readonly Migration[] {
  const folder = fileURLToPath(new URL("./migrations/", import.meta.url));
  const journal = Journal.parse(JSON.parse(readFileSync(`${folder}meta/_journal.json`, "utf8")));
  return [...journal.entries]
    .sort((a, b) => a.idx - b.idx)
    .map(({ tag }) => ({ tag, script: readFileSync(`${folder}${tag}.sql`, "utf8") }));
}

/** Identifies a set of migrations, e.g. to reuse a prepared database in tests. */
export function hashMigrations(migrations: readonly Migration[]): string {
  const hash = createHash("sha256");
  for (const { tag, script } of migrations) hash.update(`${tag}\n${script}\n`);
  return hash.digest("hex");
}

/**
 * Applies what is missing and gives the names of the migrations applied now. A database that knows a migration which
 * this version does not is a newer one's and is refused untouched. An error rolls everything back.
 */
export async function migrate(
  database: Database,
  migrations: readonly Migration[] = listMigrations(),
): Promise<readonly string[]> {
  return database.transaction((tx) => migrateWithin(tx, migrations));
}

/** As `migrate`, within a transaction of the caller: a restore brings an older backup up to date in its own. */
export async function migrateWithin(tx: Db, migrations: readonly Migration[]): Promise<readonly string[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
  await tx.execute(
    sql`create table if not exists schema_migration (tag text primary key, applied_at timestamptz not null default now())`,
  );
  const rows = await executeRows(tx, sql`select tag from schema_migration order by tag`);
  const applied = new Set(rows.map((row) => String(row.tag)));
  const known = new Set(migrations.map(({ tag }) => tag));
  const unknown = [...applied].find((tag) => !known.has(tag));
  if (unknown !== undefined) throw new StorageRefusal("storage/schema-newer", { migration: unknown });

  const missing = migrations.filter(({ tag }) => !applied.has(tag));
  for (const { tag, script } of missing) {
    for (const statement of script.split("--> statement-breakpoint")) {
      if (statement.trim() !== "") await tx.execute(sql.raw(statement));
    }
    await tx.execute(sql`insert into schema_migration (tag) values (${tag})`);
  }
  return missing.map(({ tag }) => tag);
}
