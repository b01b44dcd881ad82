// Backups of the server's folder: made as a job, listed, verified, taken away, removed.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import {
  type BackupSummary,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { BackupRefusal } from "../../storage/archive-problem.js";
import { readBackup, sumUp } from "../../storage/archive-read.js";
import { queueJob } from "../job/queue-job.service.js";
import { backupJob } from "./backup.job.js";
import {
  findBackupPath,
  findBackupSecret,
  hasBackupKey,
  KEPT_BACKUPS,
  listBackups,
  removeBackupFile,
} from "./backup-folder.js";

/** The backups of the folder, newest first. */
export async function showBackups({ deps }: Call): Promise<Result<OperationOutput<"backup.list">>> {
  const rows = await listBackups(deps.folder);
  return ok({ rows: [...rows], keep: KEPT_BACKUPS, canEncrypt: await hasBackupKey(deps.folder) });
}

/** Queues a backup; one that already waits or runs serves both. */
export async function createBackup(
  call: ChangeCall,
  { encrypted }: OperationArguments<"backup.create">,
): Promise<Result<OperationOutput<"backup.create">>> {
  if (encrypted && !(await hasBackupKey(call.deps.folder))) return refuse("backup/no-key");
  const jobId = await queueJob(call, { kind: backupJob, input: { encrypted }, uniqueKey: "backup" });
  if (jobId === null) return refuse("job/same-running");
  call.record({ objectKind: "backup", objectId: jobId, what: "requested", fields: [] });
  return ok({ jobId });
}

/** Reads a whole backup and says what it holds; refused when a byte of it is not as it was written. */
export async function checkBackup(
  { deps }: Call,
  { name }: OperationArguments<"backup.check">,
): Promise<Result<BackupSummary>> {
  const path = await findBackupPath(deps.folder, name);
  if (path === undefined) return refuse("backup/not-found", { name });
  try {
    const { head, manifest } = await readBackup(path, await findBackupSecret(deps.folder));
    const { version, createdAt, encryption } = head;
    return ok({ name, version, createdAt, encrypted: encryption !== null, ...sumUp(manifest) });
  } catch (error) {
    if (error instanceof BackupRefusal) return { ok: false, problems: [error.problem] };
    throw error;
  }
}

/** Removes a backup once the removal is recorded. */
export async function removeBackup(
  call: ChangeCall,
  { name }: OperationArguments<"backup.remove">,
): Promise<Result<OperationOutput<"backup.remove">>> {
  const path = await findBackupPath(call.deps.folder, name);
  if (path === undefined) return refuse("backup/not-found", { name });
  call.record({ objectKind: "backup", objectId: name, what: "removed", fields: [] });
  call.afterCommit("remove a backup", () => removeBackupFile(path));
  return ok({ name });
}

/** A backup to take away, as a stream of its bytes. */
export type BackupDownload = {
  readonly name: string;
  readonly bytes: number;
  readonly content: ReadableStream<Uint8Array>;
};

/** Opens a backup for `GET /api/backup/:name`; the call must be one that may `backup.check`. */
export async function downloadBackup({ deps }: Call, name: string): Promise<Result<BackupDownload>> {
  const path = await findBackupPath(deps.folder, name);
  if (path === undefined) return refuse("backup/not-found", { name });
  const { size } = await stat(path);
  return ok({ name, bytes: size, content: toWebStream(path) });
}

function toWebStream(path: string): ReadableStream<Uint8Array> {
  const pieces = createReadStream(path, { highWaterMark: 262_144 })[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(new Uint8Array(next.value as Buffer));
    },
    async cancel() {
      await pieces.return?.();
    },
  });
}
