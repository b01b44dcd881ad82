// Bar R9: graceful stop. 50 users ask without a pause when the server is told to stop: every request that was sent
// before gets its whole answer, and the process is gone within five seconds. Planted: a kill must cut answers.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const USERS = 50;
const MOST_MS = 5000;
const entry = fileURLToPath(new URL("../../packages/api/src/server.ts", import.meta.url));

/** A real server on a folder of its own; resolves with its address. */
function startServer(folder: string): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@shian/source", entry], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", SHIAN_DATA: folder, SHIAN_MODE: "office" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
    let told = "";
    child.stdout.on("data", (chunk) => {
      told += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (url !== undefined) resolve({ child, url });
    });
  });
}

/** Whether the answer came whole. */
const ask = (url: string, agent: Agent): Promise<boolean> =>
  new Promise((resolve) => {
    get(`${url}/api/health`, { agent }, (response) => {
      response.resume();
      response.once("close", () => resolve(response.complete));
    }).once("error", () => resolve(false));
  });

async function stopUnderUse(signal: "SIGTERM" | "SIGKILL") {
  const folder = mkdtempSync(join(tmpdir(), "shian-stop-"));
  const { child, url } = await startServer(folder);
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const agent = new Agent({ keepAlive: true, maxSockets: USERS });
  const counts = { whole: 0, cut: 0 };
  let toldAt = Number.POSITIVE_INFINITY;
  const users = Array.from({ length: USERS }, async () => {
    while (toldAt === Number.POSITIVE_INFINITY) {
      const isWhole = await ask(url, agent);
      if (isWhole) counts.whole += 1;
      else counts.cut += 1;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  toldAt = performance.now();
  child.kill(signal);
  const code = await gone;
  const took = performance.now() - toldAt;
  await Promise.all(users);
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
  return { ...counts, code, took };
}

/** Whether the stop is graceful. */
export async function drillStop(): Promise<boolean> {
  const planted = await stopUnderUse("SIGKILL");
  console.log(`planted, killed instead of stopped: ${planted.cut} replies cut`);
  const { whole, cut, code, took } = await stopUnderUse("SIGTERM");
  const held = planted.cut > 0 && cut === 0 && code === 0 && took < MOST_MS && whole > USERS;
  console.log(
    `stop: ${held ? "held" : "MISSED"}; ${USERS} users, ${whole} whole replies, ${cut} cut, exit ${code}, ` +
      `${took.toFixed(0)} ms (bar ${MOST_MS}); planted ${planted.cut} cut`,
  );
  return held;
}
