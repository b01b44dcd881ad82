// The product as a process: what a person sees who starts, stops, or starts it twice.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { toPlainDate } from "@shian/domain";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient, type ShianClient } from "./client/index.js";
import { createClock } from "./open-deps.js";

const entry = fileURLToPath(new URL("./server.ts", import.meta.url));

type Started = {
  child: ChildProcess;
  stdout: () => string;
  stderr: () => string;
  exited: Promise<number | null>;
};

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shian-server-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@shian/source", entry], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", SHIAN_DATA: folder, SHIAN_MODE: "office", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { child, stdout: () => stdout, stderr: () => stderr, exited };
}

/** Waits for the line and gives the address in it. */
async function ready(started: Started): Promise<string> {
  await expect
    .poll(() => started.stdout() + started.stderr(), { timeout: 50_000, interval: 50 })
    .toMatch(/\n/);
  expect(started.stderr()).toBe("");
  return /http:\/\/127\.0\.0\.1:\d+/.exec(started.stdout())?.[0] ?? "";
}

/** A client of the demonstration's office. */
async function enterOffice(url: string): Promise<ShianClient> {
  const client = createClient({ url });
  const { demonstrationPeople } = await client.session.current.query({});
  const office = demonstrationPeople.find(({ role }) => role === "office");
  const entered = await client.session.enterDemonstration.mutate({
    txId: "server-test-entering-1",
    person: office?.id ?? "",
    carry: "token",
  });
  const token = entered.state === "signed-in" ? entered.token : null;
  return createClient({ url, headers: { authorization: `Bearer ${token}` } });
}

describe("a server", () => {
  it("says in one line where it answers, keeps what it acknowledged through kill -9, and stops on SIGTERM", async () => {
    const first = start({ SHIAN_MODE: "demo" });
    const url = await ready(first);
    expect(first.stdout()).toMatch(
      /^Shian is ready: http:\/\/127\.0\.0\.1:\d+ \(demonstration city, embedded database, fsync on\)\n$/,
    );
    const office = await enterOffice(url);
    await office.office.chooseTerritory.mutate({ txId: "server-test-00000001", territory: "990106001" });
    first.child.kill("SIGKILL");
    await first.exited;

    const second = start({ SHIAN_MODE: "demo" });
    const client = await enterOffice(await ready(second));
    expect((await client.office.status.query({})).territory.code).toBe("990106001");
    second.child.kill("SIGTERM");
    expect(await second.exited).toBe(0);
    expect(second.stderr()).toBe("");
  });

  it("refuses a folder in use within a second of looking, a port in use, and data of the other mode", async () => {
    const first = start();
    const url = await ready(first);
    const second = start();
    const third = start({ PORT: new URL(url).port, SHIAN_DATA: join(folder, "other") });
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toMatch(
      new RegExp(`^The data folder .* is in use by process ${first.child.pid} `),
    );
    expect(second.stderr().trim().split("\n")).toHaveLength(1);
    expect(await third.exited).toBe(1);
    expect(third.stderr()).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use/);

    first.child.kill("SIGINT");
    expect(await first.exited).toBe(0);
    const fourth = start({ SHIAN_MODE: "demo" });
    expect(await fourth.exited).toBe(1);
    expect(fourth.stderr()).toMatch(/made in mode “office”/);
  });

  it("stops although a client keeps a connection open", async () => {
    const started = start();
    const { port } = new URL(await ready(started));
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => undefined);
    socket.write("GET /api/health HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
    await new Promise((resolve) => socket.once("data", resolve));
    const asked = performance.now();
    started.child.kill("SIGTERM");
    expect(await started.exited).toBe(0);
    expect(performance.now() - asked).toBeLessThan(5000);
    socket.destroy();
  });

  it("prints a set-up link for an office without people, and no link for a demonstration", async () => {
    const office = start();
    await ready(office);
    expect(office.stdout()).toMatch(/\nhttp:\/\/127\.0\.0\.1:\d+\/set-up#[\w-]{43}\n$/);
  });

  it("refuses to listen beyond the loopback address over plain http", async () => {
    const refused = start({ SHIAN_HOST: "0.0.0.0" });
    expect(await refused.exited).toBe(1);
    expect(refused.stderr()).toMatch(/^Listening on 0\.0\.0\.0 would send passwords over plain http/);
  });

  it("answers on the loopback address alone", async () => {
    const { port } = new URL(await ready(start()));
    // Another program can still have the port on every other address, so nothing of ours listens there.
    const other = createServer();
    const free = await new Promise<boolean>((resolve) => {
      other.once("error", () => resolve(false));
      other.listen(Number(port), "127.0.0.2", () => resolve(true));
    });
    other.close();
    expect(free).toBe(true);
  });
});

describe("the product's clock", () => {
  const noon = Date.parse("2026-11-24T04:00:00Z");
  it.each([
    [undefined, noon, "2026-11-24T04:00:00.000Z"],
    ["2026-11-24", noon, "2026-11-24T04:00:00.000Z"],
    ["2027-01-01", noon, "2027-01-01T04:00:00.000Z"],
    // In the office it is already the 25th.
    ["2026-11-24", Date.parse("2026-11-24T17:00:00Z"), "2026-11-23T17:00:00.000Z"],
  ])("with %s for today", (anchor, now, expected) => {
    const clock = createClock(anchor === undefined ? undefined : toPlainDate(anchor), () => now);
    expect(clock().toISOString()).toBe(expected);
  });
});
