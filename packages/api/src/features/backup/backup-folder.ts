// The folder of the server's backups: which there are, and the removal of those above the number that is kept.
import { mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { BackupName, type BackupRow } from "@shian/domain";
import { readArchiveHead } from "../../storage/archive-file.js";
import { type BackupSecret, readKeyFile } from "../../storage/archive-key.js";
import { BackupRefusal } from "../../storage/archive-problem.js";

/** Backups that stay in the folder; the oldest is removed when there are more. */
export const KEPT_BACKUPS = 14;

/** Folder of the backups below the data folder. */
export const toBackupFolder = (folder: string): string => join(folder, "backups");

/** The key file of a server that encrypts its backups; an office that wants it makes it and keeps a copy elsewhere. */
export const toBackupKeyFile = (folder: string): string => join(folder, "backup.key");

/** The name of a backup made at that instant. */
export const toBackupName = (instant: string): string => `shian-${instant.replaceAll(/[-:.]/g, "")}.backup`;

/** Whether the server has a key for its backups. */
export const hasBackupKey = async (folder: string): Promise<boolean> =>
  (await stat(toBackupKeyFile(folder)).catch(() => undefined))?.isFile() === true;

/** The server's own secret; undefined when it has none. */
export const findBackupSecret = async (folder: string): Promise<BackupSecret | undefined> =>
  (await hasBackupKey(folder)) ? readKeyFile(toBackupKeyFile(folder)) : undefined;

/** Path for a new backup; makes the folder. */
export function toNewBackupPath(folder: string, name: string): string {
  const backups = toBackupFolder(folder);
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  return join(backups, name);
}

/** Path of a backup of the folder; undefined when there is none of that name. */
export async function findBackupPath(folder: string, name: string): Promise<string | undefined> {
  if (!BackupName.safeParse(name).success) return undefined;
  const path = join(toBackupFolder(folder), name);
  return (await stat(path).catch(() => undefined))?.isFile() === true ? path : undefined;
}

async function findRow(folder: string, name: string): Promise<readonly BackupRow[]> {
  const path = join(toBackupFolder(folder), name);
  try {
    const [{ version, createdAt, encryption }, { size }] = await Promise.all([
      readArchiveHead(path),
      stat(path),
    ]);
    return [{ name, bytes: size, createdAt, version, encrypted: encryption !== null }];
  } catch (error) {
    // Not a backup, or removed meanwhile: nothing that could be offered.
    if (error instanceof BackupRefusal || (error instanceof Error && "code" in error)) return [];
    throw error;
  }
}

/** Backups of the folder, newest first. */
export async function listBackups(folder: string): Promise<readonly BackupRow[]> {
  const names = await readdir(toBackupFolder(folder)).catch(() => []);
  const ours = names
    .filter((name) => BackupName.safeParse(name).success)
    .sort()
    .reverse();
  return (await Promise.all(ours.map((name) => findRow(folder, name)))).flat();
}

/** Removes a backup. */
export const removeBackupFile = (path: string): Promise<void> => rm(path, { force: true });

/** Removes all but the newest backups, and what a death left of one half-made; gives the names removed. */
export async function pruneBackups(folder: string, keep: number = KEPT_BACKUPS): Promise<readonly string[]> {
  const names = await readdir(toBackupFolder(folder)).catch(() => []);
  const whole = names
    .filter((name) => BackupName.safeParse(name).success)
    .sort()
    .reverse();
  const drafts = names.filter((name) => name.endsWith(".backup.part"));
  const old = [...whole.slice(keep), ...drafts];
  for (const name of old) await removeBackupFile(join(toBackupFolder(folder), name));
  return old;
}
