// The files of the data folder that belong to a backup, by the names that they have below it.
import { createHash, type Hash } from "node:crypto";
import { lstat, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BackupRefusal } from "./archive-problem.js";

/** Roots of the record: appended to, never rewritten. */
const ROOTS = "record-roots.ndjson";
/** Folders of files that rows of the database name. */
const FOLDERS = ["uploads"] as const;
/** The keys of sealed fields: only ever in an encrypted backup. */
const KEYS = "keys.json";
/** Bytes of one line of a file: whole groups of base64. */
const PIECE = 49_152;

const namePattern = /^(?!.*(?:^|\/)\.)[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;

/** Whether a name out of a backup may be written below the data folder: one of ours, and never out of it. */
export const isDataFileName = (name: string): boolean =>
  namePattern.test(name) &&
  (name === ROOTS || name === KEYS || FOLDERS.some((folder) => name.startsWith(`${folder}/`)));

/** A file that belongs, read to the length that it had when it was listed. */
export type DataFile = { readonly name: string; readonly length: number };

async function findFile(folder: string, name: string): Promise<readonly DataFile[]> {
  const stat = await lstat(join(folder, name)).catch(() => undefined);
  return stat?.isFile() === true ? [{ name, length: stat.size }] : [];
}

/** Files that a backup must have looked at before its snapshot: a root must not be of a later record. */
export async function listEarlyFiles(folder: string, withKeys: boolean): Promise<readonly DataFile[]> {
  const names = withKeys ? [ROOTS, KEYS] : [ROOTS];
  return (await Promise.all(names.map((name) => findFile(folder, name)))).flat();
}

async function walk(folder: string, name: string): Promise<readonly DataFile[]> {
  const entries = await readdir(join(folder, name), { withFileTypes: true }).catch(() => []);
  const found: DataFile[] = [];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = `${name}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await walk(folder, below)));
    else if (isDataFileName(below)) found.push(...(await findFile(folder, below)));
  }
  return found;
}

/** Files that rows name: they stand before their row is committed, so they are looked at after the snapshot. */
export async function listLateFiles(folder: string): Promise<readonly DataFile[]> {
  return (await Promise.all(FOLDERS.map((name) => walk(folder, name)))).flat();
}

/** The file as lines of base64. */
export async function* readAsLines(folder: string, { name, length }: DataFile): AsyncGenerator<string> {
  const file = await open(join(folder, name), "r");
  try {
    for (let at = 0; at < length; ) {
      const piece = Buffer.alloc(Math.min(PIECE, length - at));
      const { bytesRead } = await file.read(piece, 0, piece.length, at);
      if (bytesRead === 0) return;
      yield `"${piece.subarray(0, bytesRead).toString("base64")}"\n`;
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}

/** Makes a name durable: a rename or a new file is on the disk once its folder is. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A file being restored. */
export type RestoredFile = { write(piece: Buffer): Promise<void>; close(): Promise<void> };

/** Compares the keys that the backup holds with those that were put into the folder before. */
async function createKeyComparison(path: string): Promise<RestoredFile> {
  const present = await readFile(path);
  const pieces: Buffer[] = [];
  return {
    write: async (piece) => void pieces.push(piece),
    async close() {
      if (!present.equals(Buffer.concat(pieces)))
        throw new BackupRefusal("backup/not-empty", { target: path });
    },
  };
}

/** Opens a file of the data folder for restoring; none is ever written over. */
export async function createDataFile(folder: string, name: string): Promise<RestoredFile> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  if (name === KEYS && (await findFile(folder, name)).length > 0) return createKeyComparison(path);
  const file = await open(path, "wx", 0o600);
  return {
    write: (piece) => file.writeFile(piece),
    async close() {
      await file.sync();
      await file.close();
      await syncFolder(dirname(path));
    },
  };
}

/** Names of the backup's files that are in the folder. Keys may be put there before a restore, so they are asked for. */
export async function listPresentFiles(folder: string, withKeys = false): Promise<readonly string[]> {
  return [...(await listEarlyFiles(folder, withKeys)), ...(await listLateFiles(folder))].map(
    ({ name }) => name,
  );
}

/** Takes a file of a restore that failed away again. */
export const removeDataFile = (folder: string, name: string): Promise<void> =>
  rm(join(folder, name), { force: true });

/** The digest of a part, line by line. */
export const createPartHash = (): Hash => createHash("sha256");
