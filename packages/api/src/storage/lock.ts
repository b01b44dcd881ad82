// One owner of the embedded folder. PGlite takes no lock: two processes on one folder silently lose each other's
// acknowledged rows. The lock is a file beside the database, made with O_EXCL, that names its owner; an owner that no
// longer lives (a crash, kill -9) is recognised by its process id together with that process's start time.
import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { StorageRefusal } from "./storage.problem.js";

const LockOwner = z.object({
  token: z.string(),
  pid: z.int(),
  /** Start of the process in clock ticks since boot, with the boot's id; null where the system does not tell. */
  started: z.string().nullable(),
  host: z.string(),
  since: z.string(),
});
type LockOwner = z.infer<typeof LockOwner>;

/** A held lock of a folder. */
export type FolderLock = {
  /** Gives the folder free; a second call does nothing. */
  release(): void;
};

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

/** Start of a process, which tells it from a later one with the same id; null where /proc is not there. */
function findProcessStart(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name stands in parentheses and may itself hold spaces and parentheses.
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return ticks === undefined ? null : `${boot}:${ticks}`;
  } catch {
    return null;
  }
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

/** Whether the owner may still write. An owner on another host cannot be asked, so it counts as living. */
function isOwnerAlive(owner: LockOwner): boolean {
  if (owner.host !== hostname()) return true;
  if (!isProcessAlive(owner.pid)) return false;
  const started = findProcessStart(owner.pid);
  return owner.started === null || started === null || owner.started === started;
}

function readOwner(file: string): LockOwner | undefined {
  try {
    return LockOwner.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    // The file is linked in whole, so an unreadable one is not half-written: somebody else's, and not ours to remove.
    throw new StorageRefusal(
      "storage/folder-not-usable",
      { folder: file, reason: "unreadable lock file" },
      error,
    );
  }
}

/**
 * Takes the exclusive lock of `folder`, making the folder if needed. Refused at once with the owner's process id and
 * since when, when another living process (or this one) holds it; the lock of a dead owner is taken over.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
  const file = join(folder, "shian.lock");
  const owner: LockOwner = {
    token: randomUUID(),
    pid: process.pid,
    started: findProcessStart(process.pid),
    host: hostname(),
    since: now.toISOString(),
  };
  const draft = `${file}.${owner.token}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, JSON.stringify(owner), { flag: "wx" });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageRefusal("storage/folder-not-usable", { folder, reason }, error);
  }
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      try {
        // A hard link appears whole or not at all and fails when the name is taken, as O_EXCL does.
        linkSync(draft, file);
        return { release: () => releaseLock(file, owner.token) };
      } catch (error) {
        if (!isCode(error, "EEXIST")) throw error;
      }
      const holder = readOwner(file);
      if (holder === undefined) continue;
      if (isOwnerAlive(holder)) throw toRefusal(folder, holder);
      removeStale(file, holder);
    }
    throw new StorageRefusal("storage/folder-not-usable", { folder, reason: "the lock file keeps changing" });
  } finally {
    rmSync(draft, { force: true });
  }
}

function toRefusal(folder: string, { pid, host, since }: LockOwner): StorageRefusal {
  return new StorageRefusal("storage/folder-in-use", { folder, pid, host, since });
}

/** Longest that a recoverer holds the folder for itself; an older mark was left by one that died. */
const RECOVERY_MS = 2000;

/**
 * Takes a dead owner's lock away. Only the maker of the recovery folder may do so, and looks again first: otherwise,
 * of two recoverers, the slower could remove the lock that the faster has just taken.
 */
function removeStale(file: string, dead: LockOwner): void {
  const recovery = `${file}.recovery`;
  try {
    mkdirSync(recovery);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
    waitOrClear(recovery);
    return;
  }
  try {
    if (readOwner(file)?.token === dead.token) unlinkSync(file);
  } finally {
    rmSync(recovery, { recursive: true, force: true });
  }
}

function waitOrClear(recovery: string): void {
  const madeAt = statSync(recovery, { throwIfNoEntry: false })?.mtimeMs;
  if (madeAt === undefined) return;
  if (Date.now() - madeAt > RECOVERY_MS) rmSync(recovery, { recursive: true, force: true });
  else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 25);
}

function releaseLock(file: string, token: string): void {
  if (readOwner(file)?.token === token) unlinkSync(file);
}
