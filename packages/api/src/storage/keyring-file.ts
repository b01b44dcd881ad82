// The file of the keys: one JSON text that only its owner may read, replaced whole and synced, never half-written.

import { randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import * as z from "zod";
import { StorageRefusal } from "./storage.problem.js";
import { SUITE_KEY_BYTES, suiteNames, suites } from "./suite.js";

const KeyFileShape = z.strictObject({
  version: z.literal(1),
  suite: z.enum(suiteNames),
  /** Oldest first; the last one seals. */
  keys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-f]{12}$/),
        key: z.string().refine((text) => Buffer.from(text, "base64").length === SUITE_KEY_BYTES),
        madeAt: z.string(),
      }),
    )
    .min(1),
});
/** What a key file holds. */
export type KeyFile = z.infer<typeof KeyFileShape>;

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;

const unusable = (file: string, reason: string, cause?: unknown) =>
  new StorageRefusal("storage/key-file-unusable", { file, reason }, cause);

function syncPath(path: string): void {
  const handle = openSync(path, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes a draft beside the file, synced, and lets `publish` give it its name; the name is synced too. */
function writeWhole(file: string, keys: KeyFile, publish: (draft: string) => void): void {
  const draft = `${file}.${randomUUID()}`;
  const folder = dirname(resolve(file));
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { flag: "wx", mode: 0o600 });
    syncPath(draft);
    publish(draft);
    syncPath(folder);
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Makes the file; one that is there already, also made by another process this moment, is left as it is. */
export function createKeyFile(file: string, keys: KeyFile): void {
  try {
    writeWhole(file, keys, (draft) => linkSync(draft, file));
  } catch (error) {
    if (isCode(error, "EEXIST")) return;
    throw unusable(file, error instanceof Error ? error.message : String(error), error);
  }
}

/** Puts new content in the place of the file. */
export function replaceKeyFile(file: string, keys: KeyFile): void {
  try {
    writeWhole(file, keys, (draft) => renameSync(draft, file));
  } catch (error) {
    throw unusable(file, error instanceof Error ? error.message : String(error), error);
  }
}

/** Throws a `StorageRefusal` when the file is absent, open to others, or not a key file. */
export function readKeyFile(file: string): KeyFile {
  let text: string;
  try {
    // Windows has no such bits; there the folder's own list of rights decides.
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
      throw new StorageRefusal("storage/key-file-open", { file });
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof StorageRefusal) throw error;
    if (isCode(error, "ENOENT")) throw new StorageRefusal("storage/key-file-missing", { file }, error);
    throw unusable(file, error instanceof Error ? error.message : String(error), error);
  }
  let keys: KeyFile;
  try {
    keys = KeyFileShape.parse(JSON.parse(text));
  } catch {
    // The cause would quote the text, and the text holds keys.
    throw unusable(file, "it is not a key file");
  }
  if (!suites[keys.suite].isAvailable())
    throw unusable(file, `the OpenSSL of this Node lacks the algorithms of the suite ${keys.suite}`);
  return keys;
}

/** Gives the file's content, read again only after the file changed. */
export function watchKeyFile(file: string): () => KeyFile {
  let seen = "";
  let keys: KeyFile | undefined;
  return () => {
    const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
    // A running server keeps its keys when the file is taken away; the next start says so.
    const mark = stat === undefined ? seen : `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
    if (keys === undefined || mark !== seen) {
      keys = readKeyFile(file);
      seen = mark;
    }
    return keys;
  };
}
