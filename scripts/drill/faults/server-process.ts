// A real server of the product in a process of its own, and what the drills of faults ask of it over HTTP.
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createClient, type ShianClient } from "../../../packages/api/src/client/index.js";

const entry = fileURLToPath(new URL("../../../packages/api/src/server.ts", import.meta.url));

export type ServerProcess = {
  readonly url: string;
  readonly child: ChildProcess;
  /** Whether it still runs. */
  readonly isAlive: () => boolean;
  /** What it wrote for its operator. */
  readonly logged: () => string;
  /** Memory that it holds, in MiB. */
  readonly memory: () => number;
  stop(signal?: NodeJS.Signals): Promise<void>;
};

/** Starts a server; `before` stands in front of its command line. Resolves once it answers. */
export function startServer(
  env: Readonly<Record<string, string>>,
  before: readonly string[] = [],
): Promise<ServerProcess> {
  const line = [...before, process.execPath, "--import", "tsx", "--conditions=@shian/source", entry];
  const [command = "", ...rest] = line;
  const child = spawn(command, rest, {
    env: { ...process.env, DATABASE_URL: "", SHIAN_MODE: "demo", ...env, PORT: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let isAlive = true;
  child.once("exit", () => {
    isAlive = false;
  });
  let logged = "";
  child.stderr.on("data", (chunk) => {
    logged += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${logged.slice(-2000)}`)));
    let told = "";
    child.stdout.on("data", (chunk) => {
      told += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
      if (url === undefined) return;
      resolve({
        url,
        child,
        isAlive: () => isAlive,
        logged: () => logged,
        memory: () =>
          Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
        async stop(signal = "SIGTERM") {
          child.kill(signal);
          await closed;
        },
      });
    });
  });
}

/** The id of a write. */
export const newTxId = () => `drill-${randomBytes(9).toString("hex")}`;

/** Enters the demonstration as its office's person. */
export async function enterOffice(
  url: string,
): Promise<{ readonly token: string; readonly client: ShianClient }> {
  const open = createClient({ url });
  const { demonstrationPeople } = await open.session.current.query({});
  const person = demonstrationPeople.find(({ role }) => role === "office")?.id ?? "";
  const { token } = await open.session.enterDemonstration
    .mutate({ txId: newTxId(), person, carry: "token" })
    .then((answer) => (answer.state === "second-factor" ? { token: null } : answer));
  if (token === null) throw new Error("the demonstration could not be entered");
  return { token, client: createClient({ url, headers: { authorization: `Bearer ${token}` } }) };
}

/** One request and what came of it; a broken connection is status 0. */
export type Answered = {
  readonly status: number;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

export async function send(url: string, init: RequestInit = {}): Promise<Answered> {
  const from = performance.now();
  const { status, text } = await fetch(url, init)
    .then(async (response) => ({ status: response.status, text: await response.text() }))
    .catch((error: unknown) => ({ status: 0, text: String(error instanceof Error ? error.cause : error) }));
  return { status, text, from, to: performance.now() };
}

/** A small change, sent under its id. */
export const writeUnit = (url: string, token: string, txId: string): Promise<Answered> =>
  send(`${url}/api/trpc/unit.create`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-shian": "1", authorization: `Bearer ${token}` },
    body: JSON.stringify({ txId, kind: "department", name: txId, territory: "990106" }),
  });

/** Asks again and again until it is right; the milliseconds that took, or infinity after `mostMs`. */
export async function waitFor(ask: () => Promise<boolean>, mostMs: number): Promise<number> {
  const started = performance.now();
  while (performance.now() - started < mostMs) {
    if (await ask()) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return Number.POSITIVE_INFINITY;
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
