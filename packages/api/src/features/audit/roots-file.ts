// The file of roots outside the database: a line a day, on the disk before it counts as written.
import { open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseRecordRoot, type RecordRoot } from "@shian/domain";

/** Its name in the installation's folder. */
const NAME = "record-roots.ndjson";

/** The roots in the file; lines that are none are passed over, as a power cut may have left half of one. */
export async function readRootsFile(folder: string): Promise<readonly RecordRoot[]> {
  let text: string;
  try {
    text = await readFile(join(folder, NAME), "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
  return text.split("\n").flatMap((line, at) => {
    const root = parseRecordRoot(line, at + 1);
    return root.ok ? [root.value] : [];
  });
}

/** Adds a root to the file unless the same one is there. */
export async function appendRoot(folder: string, root: RecordRoot): Promise<void> {
  const known = await readRootsFile(folder);
  if (known.some((one) => one.day === root.day && one.root === root.root && one.size === root.size)) return;
  const file = await open(join(folder, NAME), "a");
  try {
    await file.write(`${JSON.stringify(root)}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  // A new file's name is on the disk only when its folder is.
  const directory = await open(folder, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
