// Restores a backup into an empty database and folder: verified whole first, then the schema of its time, its rows, the
// newer migrations and the sequences in one transaction, committed when every count is as the manifest has it.
import { type SQL, sql } from "drizzle-orm";
import type { BackupSecret } from "./archive-key.js";
import { BackupRefusal } from "./archive-problem.js";
import { readBackup } from "./archive-read.js";
import { MIGRATION_TABLE } from "./backup.js";
import { createDataFile, listPresentFiles, type RestoredFile, removeDataFile } from "./backup-files.js";
import type { Manifest, PartStart } from "./backup-manifest.js";
import { listSequences, listStoredTables, plainText, type StoredTable, toNames } from "./backup-tables.js";
import { type Database, type Db, executeRows, findSqlState } from "./database.js";
import { listMigrations, type Migration, migrateWithin } from "./migrate.js";

/** Rows of one statement, by count and by length of their text. */
const MOST_ROWS = 1000;
const MOST_TEXT = 1_048_576;

export type RestoreOptions = {
  readonly file: string;
  readonly secret?: BackupSecret | undefined;
  readonly database: Database;
  /** Data folder for the files of the backup. */
  readonly folder: string;
  /** How whoever restores knows the place, for the refusal when it is not empty. */
  readonly place: string;
  /** Work within the same transaction, after everything was restored: the entry in the record, ending of sessions. */
  readonly finish?: ((tx: Db, manifest: Manifest) => Promise<void>) | undefined;
  readonly migrations?: readonly Migration[] | undefined;
  readonly onProgress?: ((table: string) => void) | undefined;
};

/** What was restored, and the migrations that were newer than the backup. */
export type Restored = { readonly manifest: Manifest; readonly migrated: readonly string[] };

async function refuseUnlessEmpty(tx: Db, { folder, place }: RestoreOptions): Promise<void> {
  const [row] = await executeRows(
    tx,
    sql`select count(*)::int as tables from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')`,
  );
  if (row?.tables !== 0) throw new BackupRefusal("backup/not-empty", { target: place });
  const [present] = await listPresentFiles(folder);
  if (present !== undefined)
    throw new BackupRefusal("backup/not-empty", { target: `${folder} (${present})` });
}

/** The migrations that the backup had, which must be the first ones of this version. */
function findOldMigrations(manifest: Manifest, known: readonly Migration[]): readonly Migration[] {
  const unknown = manifest.migrations.find((tag) => !known.some((migration) => migration.tag === tag));
  if (unknown !== undefined) throw new BackupRefusal("backup/newer-schema", { migration: unknown });
  const old = known.slice(0, manifest.migrations.length);
  const missing = old.find(({ tag }) => !manifest.migrations.includes(tag));
  if (missing !== undefined) throw new BackupRefusal("backup/unlike-schema", { detail: missing.tag });
  return old;
}

/** Writes the rows of one table as they come. */
function createRowWriter(tx: Db, table: StoredTable, columns: readonly string[]) {
  const types = new Map(table.columns.map(({ name, type }) => [name, type]));
  const values = sql.join(
    columns.map((name, at): SQL => sql.raw(`(line->>${at})::${types.get(name) ?? ""}`)),
    sql`, `,
  );
  let waiting: string[] = [];
  let length = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    const lines = `[${waiting.join(",")}]`;
    waiting = [];
    length = 0;
    await tx.execute(
      sql`insert into ${sql.identifier(table.name)} (${toNames(columns)}) overriding system value
        select ${values} from jsonb_array_elements(${lines}::jsonb) as line`,
    );
  };
  return {
    flush,
    async add(line: string) {
      waiting.push(line);
      length += line.length;
      if (waiting.length >= MOST_ROWS || length >= MOST_TEXT) await flush();
    },
  };
}
type RowWriter = ReturnType<typeof createRowWriter>;

function openTable(
  tx: Db,
  tables: ReadonlyMap<string, StoredTable>,
  { name, columns }: Extract<PartStart, { part: "table" }>,
): RowWriter {
  const table = tables.get(name);
  const known = new Set(table?.columns.map((column) => column.name));
  const fits = known.size === columns.length && columns.every((column) => known.has(column));
  if (table === undefined || !fits) throw new BackupRefusal("backup/unlike-schema", { detail: name });
  return createRowWriter(tx, table, columns);
}

/** Where the part that is being read goes. */
type Target = { rows?: RowWriter; file?: RestoredFile };

/** Reads the rows and files of the backup into the schema of its time. */
async function loadParts(tx: Db, options: RestoreOptions, placed: string[]): Promise<Manifest> {
  const { file, secret, folder, onProgress } = options;
  const tables = new Map((await listStoredTables(tx)).map((table) => [table.name, table]));
  const target: Target = {};
  const endPart = async () => {
    const { rows, file: open } = target;
    delete target.rows;
    delete target.file;
    await rows?.flush();
    await open?.close();
  };
  const reading = readBackup(file, secret, {
    async startPart(start) {
      onProgress?.(start.name);
      if (start.part === "table") {
        target.rows = openTable(tx, tables, start);
        return;
      }
      const isPresent = (await listPresentFiles(folder, true)).includes(start.name);
      target.file = await createDataFile(folder, start.name);
      if (!isPresent) placed.push(start.name);
    },
    row: (line) => target.rows?.add(line),
    piece: (content) => target.file?.write(content),
    endPart,
  });
  const { manifest } = await reading.finally(() => target.file?.close());
  const told = new Set(manifest.parts.filter(({ part }) => part === "table").map(({ name }) => name));
  const missing = [...tables.keys()].find((name) => name !== MIGRATION_TABLE && !told.has(name));
  if (missing !== undefined) throw new BackupRefusal("backup/unlike-schema", { detail: missing });
  return manifest;
}

async function setSequences(tx: Db, manifest: Manifest): Promise<void> {
  const known = new Set((await listSequences(tx)).map(({ name }) => name));
  for (const { name, value } of manifest.sequences) {
    if (!known.has(name)) throw new BackupRefusal("backup/unlike-schema", { detail: name });
    if (value !== null)
      await tx.execute(sql`select setval(quote_ident(${name})::regclass, ${value}::bigint, true)`);
  }
}

async function compareCounts(tx: Db, manifest: Manifest): Promise<void> {
  for (const { part, name, lines } of manifest.parts) {
    if (part !== "table") continue;
    const [row] = await executeRows(tx, sql`select count(*)::text as rows from ${sql.identifier(name)}`);
    if (row?.rows !== String(lines)) throw new BackupRefusal("backup/unlike-schema", { detail: name });
  }
}

/** A value that the database does not take shows a backup that was not made by this product. */
const isDataError = (error: unknown) => /^2[23]/.test(findSqlState(error) ?? "");

/**
 * Restores a backup. The database must hold no table and the folder none of the backup's files. Every byte is verified
 * before anything is touched; a failure later rolls everything back. Throws a `BackupRefusal` with the reason.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, secret, database, folder, finish, migrations = listMigrations() } = options;
  const verified = await readBackup(file, secret);
  const old = findOldMigrations(verified.manifest, migrations);
  const placed: string[] = [];
  try {
    return await database.transaction(async (tx) => {
      await refuseUnlessEmpty(tx, options);
      await tx.execute(plainText);
      await migrateWithin(tx, old);
      const manifest = await loadParts(tx, options, placed);
      await setSequences(tx, manifest);
      await compareCounts(tx, manifest);
      const migrated = await migrateWithin(tx, migrations);
      await finish?.(tx, manifest);
      return { manifest, migrated };
    });
  } catch (error) {
    for (const name of placed) await removeDataFile(folder, name);
    if (isDataError(error)) {
      const detail = error instanceof Error ? String(error.cause ?? error.message).slice(0, 200) : "";
      throw new BackupRefusal("backup/unlike-schema", { detail }, error);
    }
    throw error;
  }
}
