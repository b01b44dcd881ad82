// Bar R2: one owner of the embedded folder. A process writes while 50 others' tries are refused; after its kill -9 the
// next one finds every acknowledged row, and is the one owner again. Planted: two writers past the lock lose rows.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect } from "../../packages/api/src/storage/connect.js";
import { openWorkerEngine } from "../../packages/api/src/storage/pglite-proxy.js";
import { StorageRefusal } from "../../packages/api/src/storage/storage.problem.js";
import { listTransactions } from "../../packages/api/src/testing/list-transactions.js";

const TRIES = 50;
const MOST_MS = 1000;
const writer = fileURLToPath(
  new URL("../../packages/api/src/testing/write-until-killed.ts", import.meta.url),
);

type Writer = { readonly child: ChildProcess; readonly said: () => readonly string[]; kill(): Promise<void> };

/** A process that owns the folder and writes; resolves with its first acknowledgement. */
function startWriter(folder: string, first: number): Promise<Writer> {
  const node = ["--import", "tsx", "--conditions=@shian/source", writer, folder, String(first)];
  const child = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "inherit"] });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let told = "";
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the writer ended with ${code}`)));
    child.stdout.on("data", (chunk) => {
      told += chunk;
      resolve({
        child,
        said: () => told.split("\n").slice(0, -1),
        async kill() {
          child.kill("SIGKILL");
          await closed;
        },
      });
    });
  });
}

/** Tries to open the folder, 50 times; how many were refused for the owner's sake, and the slowest. */
async function tryToOpen(folder: string, owner: number | undefined) {
  let refused = 0;
  let slowest = 0;
  for (let n = 0; n < TRIES; n += 1) {
    const started = performance.now();
    const answer: unknown = await connect({ folder, requireDurable: true, now: new Date() }).catch(
      (error: unknown) => error,
    );
    slowest = Math.max(slowest, performance.now() - started);
    const problem = answer instanceof StorageRefusal ? answer.problem : undefined;
    if (problem?.code === "storage/folder-in-use" && problem.params?.pid === owner) refused += 1;
  }
  return { refused, slowest };
}

async function countLost(folder: string, acknowledged: readonly string[]): Promise<number> {
  const { written } = await listTransactions(folder);
  return acknowledged.filter((txId) => !written.has(txId)).length;
}

/** Without the lock: two engines on one folder acknowledge rows to both writers; gives how many are gone afterwards. */
async function loseWithoutLock(place: string): Promise<number> {
  const folder = join(place, "unlocked");
  mkdirSync(folder);
  const first = await openWorkerEngine(folder);
  await first.exec("create table entry (n int)");
  await first.exec("checkpoint");
  const second = await openWorkerEngine(folder);
  for (let n = 0; n < 20; n += 1) {
    await first.query("insert into entry values ($1)", [n], "array");
    await second.query("insert into entry values ($1)", [100 + n], "array");
  }
  await first.close().catch(() => undefined);
  await second.close().catch(() => undefined);
  try {
    const again = await openWorkerEngine(folder);
    const { rows } = await again.query("select distinct n from entry", [], "array");
    await again.close();
    return 40 - rows.length;
  } catch {
    return 40;
  }
}

/** Whether every second opener is refused in time and nothing acknowledged is lost. */
export async function drillOwner(): Promise<boolean> {
  const place = mkdtempSync(join(tmpdir(), "shian-owner-"));
  try {
    const planted = await loseWithoutLock(place);
    console.log(`planted, two writers past the lock: ${planted} of 40 acknowledged rows gone`);
    const folder = join(place, "data");
    const first = await startWriter(folder, 0);
    const before = await tryToOpen(folder, first.child.pid);
    await first.kill();
    const second = await startWriter(folder, 1_000_000);
    const after = await tryToOpen(folder, second.child.pid);
    await second.kill();
    const acknowledged = [...first.said(), ...second.said()];
    const lost = await countLost(folder, acknowledged);
    const slowest = Math.max(before.slowest, after.slowest);
    const held =
      planted > 0 && before.refused === TRIES && after.refused === TRIES && lost === 0 && slowest <= MOST_MS;
    console.log(
      `owner: ${held ? "held" : "MISSED"}; ${before.refused} of ${TRIES} refused, after kill -9 ${after.refused} of ` +
        `${TRIES}, slowest ${slowest.toFixed(0)} ms (bar ${MOST_MS}); ${lost} of ${acknowledged.length} lost`,
    );
    return held;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
