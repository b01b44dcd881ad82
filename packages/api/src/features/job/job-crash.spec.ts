// Kills at any moment: every job's effect is there exactly once and whole, whoever finished it.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { connect } from "../../storage/connect.js";
import { executeRows } from "../../storage/database.js";
import { migrate } from "../../storage/migrate.js";
import { createJobHarness, makeEffectKind, prepareEffects } from "../../testing/job-harness.js";
import { makeServerDatabase, testServerUrl } from "../../testing/test-engines.js";

// The short form belongs to every test run, the full one to the continuous check, which names a server.
const CYCLES = testServerUrl === undefined ? 2 : 4;
const MOST_CYCLES = 20;
const worker = fileURLToPath(new URL("../../testing/run-jobs-until-killed.ts", import.meta.url));

/** A process that finds nothing to do any more is killed all the same. */
const IDLE_MS = 3000;

/** Starts a process, kills it some time after the first job that it did, and gives the jobs that it said it had done. */
function workAndKill(
  target: string,
  cycle: number,
  name: string,
  killAfterMs: number,
): Promise<readonly string[]> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "--conditions=@shian/source", worker, target, String(cycle), name],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let told = "";
  let complaint = "";
  let timer: NodeJS.Timeout | undefined;
  const kill = () => child.kill("SIGKILL");
  let isWorking = false;
  child.stdout.on("data", (chunk) => {
    told += chunk;
    // The first line is its readiness. How long the first job takes says how busy the machine is, so it is waited for.
    const hasDone = told.indexOf("\n") < told.lastIndexOf("\n");
    if (hasDone && !isWorking) {
      clearTimeout(timer);
      timer = setTimeout(kill, killAfterMs);
      isWorking = true;
    } else timer ??= setTimeout(kill, IDLE_MS);
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (_code, signal) => {
      clearTimeout(timer);
      // The last line may have been cut by the death.
      if (signal === "SIGKILL") resolve(told.split("\n").slice(1, -1));
      else reject(new Error(`the process ended by itself: ${complaint}`));
    });
  });
}

/** `processes` work side by side and are killed at different moments; then one finishes what is left. */
async function runCycles(target: string, processes: number, jobs: number): Promise<void> {
  const open = () => {
    const databaseUrl = target.startsWith("postgres") ? target : undefined;
    return connect({ folder: target, databaseUrl, requireDurable: true, now: new Date() });
  };
  const before = await open();
  await migrate(before);
  await prepareEffects(before);
  const harness = createJobHarness(before);
  const ids: string[] = [];
  for (let n = 0; n < jobs; n += 1) ids.push(await harness.queue("effect", {}, 1000));
  await before.close();

  // A kill that caught no work under way proves nothing, so there are more of them until one has.
  const hasCaught = async (): Promise<boolean> => {
    const database = await open();
    const [row] = await executeRows(database.db, sql`select max(attempts)::int as most from job`);
    await database.close();
    return Number(row?.most) > 1;
  };
  const said: string[] = [];
  let cycle = 0;
  for (; cycle < CYCLES || (cycle < MOST_CYCLES && !(await hasCaught())); cycle += 1) {
    const kills = Array.from({ length: processes }, (_, index) =>
      // Spread over the course of a commit and not over round numbers.
      workAndKill(target, cycle, `${cycle}-${index}`, ((cycle * 3 + index) * 37) % 61),
    );
    said.push(...(await Promise.all(kills)).flat());
  }
  expect(new Set(said).size).toBe(said.length);

  const after = await open();
  const list = async (statement: ReturnType<typeof sql>) =>
    (await executeRows(after.db, statement)).map(({ id }) => String(id));
  const done = await list(sql`select id from job where state = 'done'`);
  expect(said.filter((id) => !done.includes(id))).toEqual([]);
  const last = createJobHarness(after);
  last.pass(cycle * 60_000);
  const { deps, runner } = last.startProcess("last", { kinds: [makeEffectKind(() => undefined)] });
  runner.wake();
  await deps.jobs.idle();
  expect(await list(sql`select id from job where state <> 'done'`)).toEqual([]);
  // One effect of two rows for each job: none lost, none torn, none twice.
  const effects = await executeRows(
    after.db,
    sql`select job, count(*)::int as count from effect group by job`,
  );
  expect(effects.map(({ job }) => String(job)).sort()).toEqual([...ids].sort());
  expect(effects.filter(({ count }) => count !== 2)).toEqual([]);
  const attempts = await executeRows(after.db, sql`select max(attempts)::int as most from job`);
  expect(Number(attempts[0]?.most)).toBeGreaterThan(1);
  await after.close();
}

it("on the embedded database", { timeout: 300_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "shian-jobs-"));
  await runCycles(folder, 1, 60);
  rmSync(folder, { recursive: true, force: true });
});

if (testServerUrl !== undefined) {
  const adminUrl = testServerUrl;
  it("with two processes on a PostgreSQL server", { timeout: 300_000 }, async () => {
    const { url, drop } = await makeServerDatabase(adminUrl);
    await runCycles(url, 2, 300);
    await drop();
  });
}
