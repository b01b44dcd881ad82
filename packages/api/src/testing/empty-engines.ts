// Databases without a single table, as a restore and a first migration find them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, openMemory } from "../storage/connect.js";
import type { Database } from "../storage/database.js";
import { makeServerDatabase, testServerUrl } from "./test-engines.js";

export type EmptyEngine = { readonly name: string; open(): Promise<Database> };

/** An empty database of its own on the server, by a plain login; closing it removes it. */
async function openOnServer(adminUrl: string): Promise<Database> {
  const { url, drop } = await makeServerDatabase(adminUrl);
  const database = await connect({ folder: "", databaseUrl: url, requireDurable: false, now: new Date() });
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

/** Both engines, PostgreSQL where an address is given. */
export const emptyEngines: readonly EmptyEngine[] = [
  { name: "PGlite", open: () => openMemory() },
  ...(testServerUrl === undefined
    ? []
    : [{ name: "PostgreSQL", open: () => openOnServer(testServerUrl ?? "") }]),
];

/** A folder of its own below the temporary one, and its removal. */
export function makeFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), "shian-backup-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
