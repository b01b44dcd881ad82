// A measurement on the server that TEST_DATABASE_URL names and on the embedded database, each empty and migrated.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../packages/api/src/storage/connect.js";
import type { Database } from "../../packages/api/src/storage/database.js";
import { migrate } from "../../packages/api/src/storage/migrate.js";
import { makeServerDatabase, testServerUrl } from "../../packages/api/src/testing/test-engines.js";

type Measure = (engine: string, database: Database) => Promise<boolean>;

async function measureOnServer(adminUrl: string, now: Date, measure: Measure): Promise<boolean> {
  const { url, drop } = await makeServerDatabase(adminUrl);
  try {
    const database = await connect({ folder: "", databaseUrl: url, requireDurable: true, now });
    await migrate(database);
    const held = await measure("PostgreSQL", database);
    await database.close();
    return held;
  } finally {
    await drop();
  }
}

async function measureEmbedded(now: Date, measure: Measure): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "shian-bench-"));
  try {
    const database = await connect({ folder, databaseUrl: undefined, requireDurable: true, now });
    await migrate(database);
    const held = await measure("the embedded database", database);
    await database.close();
    return held;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether the bars hold on every engine there is; `BENCH_SERVER_ALONE=1` leaves the embedded one out. */
export async function measureOnEachEngine(measure: Measure, now: Date = new Date()): Promise<boolean> {
  if (testServerUrl === undefined) console.log("TEST_DATABASE_URL is not set: the embedded database alone.");
  const onServer = testServerUrl === undefined || (await measureOnServer(testServerUrl, now, measure));
  const embedded = process.env.BENCH_SERVER_ALONE === "1" || (await measureEmbedded(now, measure));
  return onServer && embedded;
}
