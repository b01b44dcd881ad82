// The engines that storage specs run on: PGlite always, PostgreSQL where an address is given.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { connect } from "../storage/connect.js";
import type { Database } from "../storage/database.js";
import { migrate } from "../storage/migrate.js";
import { openTestDatabase } from "./open-test-database.js";

export type TestEngine = {
  readonly name: string;
  /** An empty database of its own with the product's schema; closing it removes it. */
  open(): Promise<Database>;
};

// A blank one is as none, as everywhere in the environment.
const serverUrl = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || undefined;
if (serverUrl === undefined)
  console.warn("TEST_DATABASE_URL is not set: the storage specs run on PGlite alone, not on PostgreSQL.");

/** Address of a PostgreSQL server with the rights to make databases; undefined when the specs were given none. */
export const testServerUrl: string | undefined = serverUrl;

/** A database of its own on the server, and the address by which a plain role, no superuser, logs in to it. */
export async function makeServerDatabase(
  adminUrl: string,
): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `shian_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    // Spec files run side by side and the role is common to all.
    await admin.query("select pg_advisory_lock(739251002)");
    const { rowCount } = await admin.query("select 1 from pg_roles where rolname = 'shian_app'");
    if (rowCount === 0)
      await admin.query(
        "create role shian_app login nosuperuser nocreatedb nocreaterole password 'shian_app'",
      );
    await admin.query("select pg_advisory_unlock(739251002)");
    await admin.query(`create database ${name} owner shian_app`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.username = "shian_app";
  url.password = "shian_app";
  url.pathname = `/${name}`;
  return {
    url: url.href,
    name,
    async drop() {
      const again = new pg.Client({ connectionString: adminUrl });
      await again.connect();
      await again.query(`drop database if exists ${name} with (force)`);
      await again.end();
    },
  };
}

async function openOnServer(adminUrl: string): Promise<Database> {
  const { url, drop } = await makeServerDatabase(adminUrl);
  const database = await connect({ folder: "", databaseUrl: url, requireDurable: false, now: new Date() });
  await migrate(database);
  return {
    ...database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function openInFolder(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), "shian-spec-"));
  const database = await connect({ folder, requireDurable: true, now: new Date() });
  await migrate(database);
  return {
    ...database,
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The continuous check has run the specs on PGlite already when it names a server, and asks for that server alone. */
export const isServerAlone: boolean = serverUrl !== undefined && process.env.TEST_SERVER_ALONE === "1";

const inMemory: TestEngine = { name: "PGlite in memory", open: openTestDatabase };
const inFolder: TestEngine = { name: "PGlite in its own thread", open: openInFolder };
const onServer: TestEngine[] =
  serverUrl === undefined ? [] : [{ name: "PostgreSQL", open: () => openOnServer(serverUrl) }];

/** For specs about the drivers: every way in which the product opens a database. */
export const everyEngine: readonly TestEngine[] = isServerAlone
  ? onServer
  : [inMemory, inFolder, ...onServer];
/** For specs about statements: one of each kind of engine. */
export const bothEngines: readonly TestEngine[] = isServerAlone ? onServer : [inMemory, ...onServer];
/** For drills that measure: the embedded database as it runs for an office, and a server. */
export const durableEngines: readonly TestEngine[] = isServerAlone ? onServer : [inFolder, ...onServer];
