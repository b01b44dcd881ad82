// Makes a backup: one transaction that sees one moment of the database while others write on, every table row by row
// through a cursor, and the files that belong. Memory stays at a few pieces whatever the size.
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { type SQL, sql } from "drizzle-orm";
import { type ArchiveHead, writeArchive } from "./archive-file.js";
import type { BackupSecret } from "./archive-key.js";
import { BackupRefusal } from "./archive-problem.js";
import {
  createPartHash,
  type DataFile,
  listEarlyFiles,
  listLateFiles,
  readAsLines,
  syncFolder,
} from "./backup-files.js";
import type { Manifest, PartStart, PartSum } from "./backup-manifest.js";
import { listSequences, listStoredTables, plainText, type StoredTable, toNames } from "./backup-tables.js";
import { type Database, type Db, executeRows } from "./database.js";

/** Text that one question to the database should give. */
const FETCH_BYTES = 524_288;
const MOST_ROWS = 2000;

/** The list of migrations is in the manifest: who restores builds the schema from it. */
export const MIGRATION_TABLE = "schema_migration";

export type BackupOptions = {
  /** Where the file goes; it must not exist. */
  readonly target: string;
  /** Data folder with the files that belong. */
  readonly folder: string;
  readonly head: Pick<ArchiveHead, "version" | "createdAt">;
  readonly secret?: BackupSecret | undefined;
  /** Told after each table: how many are done of how many. May throw to give up. */
  readonly onProgress?: ((done: number, total: number) => void | Promise<void>) | undefined;
};

/** A backup that was made. */
export type MadeBackup = { readonly bytes: number; readonly manifest: Manifest };

const toLine = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** All rows of a table in the order of its key, many at a time. */
async function* readRows(tx: Db, table: StoredTable): AsyncGenerator<{ text: string; lines: number }> {
  const values = sql.join(
    table.columns.map(({ name }): SQL => sql`${sql.identifier(name)}::text`),
    sql`, `,
  );
  const order = table.key.length === 0 ? sql`` : sql`order by ${toNames(table.key)}`;
  await tx.execute(
    sql`declare backup_rows no scroll cursor for
      select json_build_array(${values})::text as line from ${sql.identifier(table.name)} ${order}`,
  );
  // Rows differ in size by a million times, so the next question follows what the last one gave.
  for (let wanted = 1; ; ) {
    const rows = await executeRows(tx, sql.raw(`fetch ${wanted} from backup_rows`));
    if (rows.length === 0) break;
    const text = rows.map(({ line }) => `${String(line)}\n`).join("");
    yield { text, lines: rows.length };
    const fitting = Math.floor((FETCH_BYTES * rows.length) / text.length);
    wanted = Math.max(1, Math.min(MOST_ROWS, wanted * 8, fitting));
  }
  await tx.execute(sql`close backup_rows`);
}

async function* readFile(folder: string, file: DataFile): AsyncGenerator<{ text: string; lines: number }> {
  for await (const text of readAsLines(folder, file)) yield { text, lines: 1 };
}

/** Gives the text of one part and counts it. */
async function* writePart(
  start: PartStart,
  content: AsyncIterable<{ readonly text: string; readonly lines: number }>,
  sums: PartSum[],
): AsyncGenerator<string> {
  yield toLine(start);
  const hash = createPartHash();
  let lines = 0;
  for await (const piece of content) {
    hash.update(piece.text);
    lines += piece.lines;
    yield piece.text;
  }
  const sha256 = hash.digest("hex");
  sums.push({ part: start.part, name: start.name, lines, sha256 });
  yield toLine({ end: start.name, lines, sha256 });
}

type Told = { manifest?: Manifest };

/** Everything of the backup as text, the manifest last. */
async function* compose(
  tx: Db,
  engine: Database["engine"],
  options: BackupOptions,
  early: readonly DataFile[],
  told: Told,
): AsyncGenerator<string> {
  const { folder, head, onProgress } = options;
  const sums: PartSum[] = [];
  const tables = (await listStoredTables(tx)).filter(({ name }) => name !== MIGRATION_TABLE);
  const migrations = await executeRows(
    tx,
    sql`select tag from ${sql.identifier(MIGRATION_TABLE)} order by tag collate "C"`,
  );
  for (const [index, table] of tables.entries()) {
    const columns = table.columns.map(({ name }) => name);
    yield* writePart({ part: "table", name: table.name, columns }, readRows(tx, table), sums);
    await onProgress?.(index + 1, tables.length);
  }
  for (const file of [...early, ...(await listLateFiles(folder))])
    yield* writePart({ part: "file", name: file.name }, readFile(folder, file), sums);
  told.manifest = {
    ...head,
    engine,
    migrations: migrations.map(({ tag }) => String(tag)),
    parts: sums,
    // Numbers are given outside transactions, so they are asked last: never below a row that was read.
    sequences: [...(await listSequences(tx))],
  };
  yield toLine({ manifest: told.manifest });
}

/**
 * Makes a backup of the database and its folder as they are at one moment. It stands under its name only when it is
 * whole and on the disk; throws a `BackupRefusal` when it could not be made. On the embedded database, which has one
 * connection, writers wait until it is made.
 */
export async function makeBackup(database: Database, options: BackupOptions): Promise<MadeBackup> {
  const { target, folder, head, secret } = options;
  const draft = `${target}.part`;
  const early = await listEarlyFiles(folder, secret !== undefined);
  try {
    const made = await database.transaction(async (tx) => {
      await tx.execute(sql`set transaction isolation level repeatable read, read only`);
      await tx.execute(plainText);
      const told: Told = {};
      const bytes = await writeArchive(
        draft,
        head,
        secret,
        compose(tx, database.engine, options, early, told),
      );
      if (told.manifest === undefined) throw new Error("The backup ended before its manifest.");
      return { bytes, manifest: told.manifest };
    });
    await rename(draft, target);
    await syncFolder(dirname(target));
    return made;
  } catch (error) {
    await rm(draft, { force: true });
    if (error instanceof Error && "syscall" in error && "code" in error)
      throw new BackupRefusal("backup/not-written", { reason: error.message }, error);
    throw error;
  }
}
