// Bar R1: an acknowledged write survives the process's death. A writer is killed at random moments of writing and of
// bringing the schema up to date; what it acknowledged stands in a file outside, and both must agree afterwards.
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { listTransactions } from "../../packages/api/src/testing/list-transactions.js";
import { makeServerDatabase, testServerUrl } from "../../packages/api/src/testing/test-engines.js";

const writer = fileURLToPath(
  new URL("../../packages/api/src/testing/write-until-killed.ts", import.meta.url),
);
/** Numbers of a cycle's transactions begin here times the cycle. */
const PER_CYCLE = 100_000;
/** A comparison costs as much as a cycle, and what is lost stays lost: so they are compared after each so many. */
const COMPARE_EVERY = 5;

/** Kills the writer within half a second of its first word, or, every tenth time, before it says anything. */
function writeAndKill(target: string, cycle: number, witness: string): Promise<void> {
  const node = ["--import", "tsx", "--conditions=@shian/source", writer, target, String(cycle * PER_CYCLE)];
  const child = spawn(process.execPath, node, { stdio: ["ignore", "pipe", "pipe"] });
  let pending = "";
  let complaint = "";
  const kill = () => child.kill("SIGKILL");
  let timer: NodeJS.Timeout | undefined =
    cycle % 10 === 9 ? setTimeout(kill, randomInt(500, 4000)) : undefined;
  child.stdout.on("data", (chunk) => {
    pending += chunk;
    // What was cut by the death was not said.
    const whole = pending.slice(0, pending.lastIndexOf("\n") + 1);
    appendFileSync(witness, whole);
    pending = pending.slice(whole.length);
    timer ??= setTimeout(kill, randomInt(1, 500));
  });
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("close", (_code, signal) => {
      clearTimeout(timer);
      if (signal === "SIGKILL") resolve();
      else reject(new Error(`the writer ended by itself: ${complaint}`));
    });
  });
}

type Found = {
  readonly acknowledged: number;
  readonly lost: number;
  readonly torn: number;
  readonly extra: number;
};

async function compare(target: string, witness: string): Promise<Found> {
  const { written, recorded } = await listTransactions(target);
  const acknowledged = readFileSync(witness, "utf8")
    .split("\n")
    .filter((line) => line !== "");
  const torn = [...written].filter((txId) => !recorded.has(txId)).length;
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((txId) => !written.has(txId)).length,
    torn: torn + [...recorded].filter((txId) => !written.has(txId)).length,
    extra: written.size - acknowledged.length,
  };
}

/** The witness says one write more than there was: the comparison must find it lost. */
async function plantLoss(target: string, witness: string): Promise<boolean> {
  const planted = `${witness}.planted`;
  writeFileSync(planted, `${readFileSync(witness, "utf8")}crash-test-never-written\n`);
  const found = await compare(target, planted);
  rmSync(planted);
  return found.lost === 1;
}

async function drillEngine(name: string, target: string, witness: string, from: number, cycles: number) {
  for (let cycle = from; cycle < from + cycles; cycle += 1) {
    await writeAndKill(target, cycle, witness);
    if ((cycle - from) % COMPARE_EVERY !== 0) continue;
    const found = await compare(target, witness);
    if (found.lost + found.torn > 0) {
      console.log(`${name}: by cycle ${cycle}: ${found.lost} lost, ${found.torn} torn`);
      return { ...found, total: cycle + 1, isPlantFound: true };
    }
  }
  const isPlantFound = await plantLoss(target, witness);
  return { ...(await compare(target, witness)), total: from + cycles, isPlantFound };
}

/** Runs the cycles on the embedded engine and, where a server is named, on it; `resume` goes on where a run ended. */
export async function drillCrash(options: {
  readonly cycles: number;
  readonly resume: boolean;
}): Promise<boolean> {
  const place = join(tmpdir(), "shian-drill-crash");
  if (!options.resume) rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const server = testServerUrl === undefined ? undefined : await makeServerDatabase(testServerUrl);
  const engines = [
    { name: "embedded", target: join(place, "data"), witness: join(place, "embedded.txt") },
    ...(server === undefined
      ? []
      : [{ name: "PostgreSQL", target: server.url, witness: join(place, "server.txt") }]),
  ];
  let held = true;
  const parts: string[] = [];
  try {
    for (const { name, target, witness } of engines) {
      // A server's database is made for this run; the embedded one goes on.
      const count = join(place, "embedded-cycles");
      const isOld = name === "embedded" && existsSync(count);
      const from = isOld ? Number(readFileSync(count, "utf8")) : 0;
      if (!isOld) writeFileSync(witness, "");
      const found = await drillEngine(name, target, witness, from, options.cycles);
      if (name === "embedded") writeFileSync(count, String(found.total));
      // At most the one that each death caught between its commit and its word.
      held &&= found.lost + found.torn === 0 && found.extra <= found.total && found.isPlantFound;
      parts.push(
        `${name} ${found.total} cycles, ${found.acknowledged} acknowledged, ${found.lost} lost, ${found.torn} torn, ` +
          `planted ${found.isPlantFound ? "found" : "NOT FOUND"}`,
      );
    }
  } finally {
    await server?.drop();
  }
  if (server === undefined) parts.push("PostgreSQL not checked: TEST_DATABASE_URL is not set");
  console.log(`crash: ${held ? "held" : "MISSED"}; ${parts.join("; ")}`);
  return held;
}
