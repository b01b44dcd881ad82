// R2: one owner of the embedded folder, also after kill -9.
import { type ChildProcess, spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFolder } from "./lock.js";
import { StorageRefusal } from "./storage.problem.js";

const holder = fileURLToPath(new URL("../testing/hold-lock.ts", import.meta.url));
const now = new Date("2026-11-24T04:00:00Z");

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "shian-lock-"));
  children = [];
});
afterEach(async () => {
  await Promise.all(children.map(kill));
  rmSync(folder, { recursive: true, force: true });
});

/** A process that tries to take the lock; resolves with what it says. */
function startHolder(): Promise<{ said: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--import", "tsx", "--conditions=@shian/source", holder, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", (chunk) => resolve({ said: String(chunk).trim(), child }));
    child.once("exit", (code) => reject(new Error(`the holder ended with ${code}`)));
  });
}

const kill = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });

function tryLock(): StorageRefusal | "taken" {
  try {
    lockFolder(folder, now);
    return "taken";
  } catch (error) {
    if (error instanceof StorageRefusal) return error;
    throw error;
  }
}

const ownerFile = () => join(folder, "shian.lock");

it("a second opener of the same process is refused with the owner's process and time", () => {
  lockFolder(folder, now);
  expect((tryLock() as StorageRefusal).problem).toEqual({
    code: "storage/folder-in-use",
    params: { folder, pid: process.pid, host: hostname(), since: "2026-11-24T04:00:00.000Z" },
  });
});

it("a released folder can be taken again, and a late release does not free another's lock", () => {
  const first = lockFolder(folder, now);
  first.release();
  const second = lockFolder(folder, now);
  first.release();
  expect(tryLock()).toBeInstanceOf(StorageRefusal);
  second.release();
  expect(tryLock()).toBe("taken");
});

it("50 tries against another living process are refused within a second each; after kill -9 the first gets it", async () => {
  const { said, child } = await startHolder();
  expect(said).toBe("held");
  let slowest = 0;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const started = performance.now();
    const refusal = tryLock();
    slowest = Math.max(slowest, performance.now() - started);
    expect((refusal as StorageRefusal).problem).toMatchObject({ params: { pid: child.pid } });
  }
  expect(slowest).toBeLessThan(1000);
  await kill(child);
  expect(tryLock()).toBe("taken");
  expect(JSON.parse(readFileSync(ownerFile(), "utf8"))).toMatchObject({ pid: process.pid });
});

it("of several that find a dead owner's lock at once, exactly one gets it", async () => {
  const { child } = await startHolder();
  await kill(child);
  const answers = await Promise.all(Array.from({ length: 6 }, startHolder));
  expect(answers.map(({ said }) => said).sort()).toEqual([
    "held",
    ...Array.from({ length: 5 }, () => "storage/folder-in-use"),
  ]);
});

it("another process with the dead owner's id is not taken for it", () => {
  lockFolder(folder, now);
  const owner = JSON.parse(readFileSync(ownerFile(), "utf8"));
  // Without /proc nobody can tell, and the folder stays locked: the safe side.
  const reused = { ...owner, started: "another-boot:1" };
  writeFileSync(ownerFile(), JSON.stringify(reused));
  if (owner.started === null) expect(tryLock()).toBeInstanceOf(StorageRefusal);
  else expect(tryLock()).toBe("taken");
});

it("an owner on another machine counts as living", () => {
  lockFolder(folder, now);
  const owner = JSON.parse(readFileSync(ownerFile(), "utf8"));
  writeFileSync(ownerFile(), JSON.stringify({ ...owner, pid: 999_999, host: "elsewhere" }));
  expect((tryLock() as StorageRefusal).problem.params).toMatchObject({ host: "elsewhere", pid: 999_999 });
});

it("a lock file that nobody can read is left alone", () => {
  writeFileSync(ownerFile(), "not ours");
  expect((tryLock() as StorageRefusal).problem.code).toBe("storage/folder-not-usable");
  expect(readFileSync(ownerFile(), "utf8")).toBe("not ours");
});

it("a recovery that died half-way does not lock the folder for ever", () => {
  lockFolder(folder, now);
  const owner = JSON.parse(readFileSync(ownerFile(), "utf8"));
  writeFileSync(ownerFile(), JSON.stringify({ ...owner, pid: 2 ** 22 + 1 }));
  const recovery = `${ownerFile()}.recovery`;
  mkdirSync(recovery);
  const before = new Date(Date.now() - 5000);
  utimesSync(recovery, before, before);
  expect(tryLock()).toBe("taken");
  expect(readdirSync(folder)).toEqual(["shian.lock"]);
});
