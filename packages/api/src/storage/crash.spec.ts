// R1: an acknowledged write survives the process's death, and a transaction is there whole or not at all.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeServerDatabase, testServerUrl } from "../testing/test-engines.js";
import { connect } from "./connect.js";
import { executeRows } from "./database.js";

// The short form belongs to every test run, the full one to the continuous check, which names a server.
const CYCLES = testServerUrl === undefined ? 3 : 10;
const writer = fileURLToPath(new URL("../testing/write-until-killed.ts", import.meta.url));

/** Starts a writer, kills it some time after its first acknowledgement, and gives what it acknowledged. */
function writeAndKill(target: string, first: number, killAfterMs: number): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=@shian/source", writer, target, String(first)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let told = "";
  let complaint = "";
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on("data", (chunk) => {
    told += chunk;
    timer ??= setTimeout(() => child.kill("SIGKILL"), killAfterMs);
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (_code, signal) => {
      clearTimeout(timer);
      // The last line may have been cut by the death.
      if (signal === "SIGKILL") resolve(told.split("\n").slice(0, -1));
      else reject(new Error(`the writer ended by itself: ${complaint}`));
    });
  });
}

const findLost = (acknowledged: readonly string[], present: ReadonlySet<string>) =>
  acknowledged.filter((txId) => !present.has(txId));

async function runCycles(target: string): Promise<void> {
  const acknowledged: string[] = [];
  for (let cycle = 0; cycle < CYCLES; cycle += 1) {
    // Spread over the course of a commit and not over round numbers.
    const killAfterMs = 20 + ((cycle * 137) % 211);
    acknowledged.push(...(await writeAndKill(target, cycle * 1_000_000, killAfterMs)));
  }
  expect(acknowledged.length).toBeGreaterThan(CYCLES);
  const databaseUrl = target.startsWith("postgres") ? target : undefined;
  const database = await connect({ folder: target, databaseUrl, requireDurable: true, now: new Date() });
  const list = async (table: string) =>
    (await executeRows(database.db, sql`select tx_id from ${sql.identifier(table)} order by tx_id`)).map(
      (row) => String(row.tx_id),
    );
  const written = await list("transaction_log");
  const recorded = await list("audit_entry");
  await database.close();
  expect(findLost([...acknowledged, "never-written"], new Set(written))).toEqual(["never-written"]);
  expect(recorded).toEqual(written);
  // At most the one transaction that each death caught between its commit and its word.
  expect(written.length - acknowledged.length).toBeLessThanOrEqual(CYCLES);
}

it("the embedded database loses nothing and tears nothing in kills at any moment", {
  timeout: 300_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "shian-crash-"));
  await runCycles(folder);
  rmSync(folder, { recursive: true, force: true });
});

if (testServerUrl !== undefined) {
  const adminUrl = testServerUrl;
  it("nor does a PostgreSQL server", { timeout: 300_000 }, async () => {
    const { url, drop } = await makeServerDatabase(adminUrl);
    await runCycles(url);
    await drop();
  });
}
