// A migrated database in memory within half a second: made once for a set of migrations, kept as a dump in the
// temporary folder, and loaded from there by every test file.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { openMemory } from "../storage/connect.js";
import type { Database } from "../storage/database.js";
import { textParsers, toEmbeddedEngine } from "../storage/embedded-engine.js";
import { hashMigrations, listMigrations, migrate } from "../storage/migrate.js";
import { createEmbeddedDatabase } from "../storage/serial-client.js";

/** Changes when the way of making a template does. */
const TEMPLATE_VERSION = 1;

async function makeTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const lite = await PGlite.create({ parsers: textParsers });
  const database = createEmbeddedDatabase(toEmbeddedEngine(lite), false);
  await migrate(database);
  const dump = await lite.dumpDataDir("none");
  await database.close();
  return new Uint8Array(await dump.arrayBuffer());
}

async function loadTemplate(): Promise<Blob> {
  const folder = join(tmpdir(), "shian-test-templates");
  const file = join(folder, `${TEMPLATE_VERSION}-${hashMigrations(listMigrations()).slice(0, 24)}.tar`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, await makeTemplate());
    // Two makers may meet here; both wrote the same.
    renameSync(draft, file);
  }
  return new Blob([readFileSync(file)]);
}

let template: Promise<Blob> | undefined;

/** An empty migrated database of its own, in this thread, gone when closed. */
export async function openTestDatabase(): Promise<Database> {
  template ??= loadTemplate();
  return openMemory(await template);
}
