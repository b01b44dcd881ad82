// Reads the lines of a backup against what they say about themselves: parts in order, their counts and digests, and the
// manifest that must name exactly them.
import type { Hash } from "node:crypto";
import type { ZodType } from "zod";
import { type ArchiveHead, readArchive } from "./archive-file.js";
import type { BackupSecret } from "./archive-key.js";
import { BackupRefusal } from "./archive-problem.js";
import { createPartHash, isDataFileName } from "./backup-files.js";
import { type Manifest, ManifestLine, PartEnd, PartStart, type PartSum } from "./backup-manifest.js";

/** What whoever reads a backup does with it; each is awaited before the next line is read. */
export type BackupVisitor = {
  startPart?(start: PartStart): Promise<void> | void;
  row?(line: string): Promise<void> | void;
  piece?(content: Buffer): Promise<void> | void;
  endPart?(start: PartStart): Promise<void> | void;
};

type Running = { readonly start: PartStart; readonly hash: Hash; lines: number };

const damaged = (place: string) => new BackupRefusal("backup/damaged", { place });

function parseLine<T>(schema: ZodType<T>, line: string, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged(place);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw damaged(place);
  return parsed.data;
}

const isSame = (told: readonly PartSum[], found: readonly PartSum[]): boolean =>
  told.length === found.length &&
  told.every((sum, at) => {
    const other = found[at];
    return (
      other !== undefined &&
      sum.part === other.part &&
      sum.name === other.name &&
      sum.lines === other.lines &&
      sum.sha256 === other.sha256
    );
  });

function startPart(line: string, place: string, sums: readonly PartSum[]): Running {
  const start = parseLine(PartStart, line, place);
  if (sums.some(({ part, name }) => part === start.part && name === start.name)) throw damaged(place);
  if (start.part === "file" && !isDataFileName(start.name)) throw damaged(place);
  return { start, hash: createPartHash(), lines: 0 };
}

function endPart(running: Running, line: string, sums: PartSum[]): void {
  const { start, hash, lines } = running;
  const end = parseLine(PartEnd, line, start.name);
  const sha256 = hash.digest("hex");
  if (end.end !== start.name || end.lines !== lines || end.sha256 !== sha256) throw damaged(start.name);
  sums.push({ part: start.part, name: start.name, lines, sha256 });
}

async function visitContent(running: Running, line: string, visitor: BackupVisitor): Promise<void> {
  running.hash.update(line).update("\n");
  running.lines += 1;
  const { start } = running;
  if (start.part === "table" && line.startsWith("[")) await visitor.row?.(line);
  else if (start.part === "file" && /^"[A-Za-z0-9+/]*={0,2}"$/.test(line))
    await visitor.piece?.(Buffer.from(line.slice(1, -1), "base64"));
  else throw damaged(start.name);
}

/**
 * Reads a whole backup past the visitor. Resolves once every byte of the file, every part and the manifest were
 * verified; throws a `BackupRefusal` at the first thing that is not as it was written.
 */
export async function readBackup(
  file: string,
  secret: BackupSecret | undefined,
  visitor: BackupVisitor = {},
): Promise<{ readonly head: ArchiveHead; readonly manifest: Manifest }> {
  const { head, lines } = await readArchive(file, secret);
  const sums: PartSum[] = [];
  let running: Running | undefined;
  let manifest: Manifest | undefined;
  for await (const line of lines) {
    if (manifest !== undefined) throw damaged("#end");
    if (running !== undefined && !line.startsWith("{")) {
      await visitContent(running, line, visitor);
    } else if (running !== undefined) {
      endPart(running, line, sums);
      await visitor.endPart?.(running.start);
      running = undefined;
    } else if (line.startsWith('{"part"')) {
      running = startPart(line, `#${sums.length}`, sums);
      await visitor.startPart?.(running.start);
    } else {
      manifest = parseLine(ManifestLine, line, "#manifest").manifest;
      if (!isSame(manifest.parts, sums)) throw damaged("#manifest");
    }
  }
  if (manifest === undefined) throw new BackupRefusal("backup/cut-short");
  return { head, manifest };
}

/** What a verified backup holds, in numbers. */
export const sumUp = ({ parts, migrations }: Manifest) => ({
  migrations: [...migrations],
  tables: parts.filter(({ part }) => part === "table").length,
  rows: parts.reduce((sum, { part, lines }) => sum + (part === "table" ? lines : 0), 0),
  files: parts.filter(({ part }) => part === "file").length,
});
