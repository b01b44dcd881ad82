// A backup file as lines of text: a readable head (what it is, how it is encrypted), then the compressed lines in sealed
// chunks. Written under another name and renamed when it is whole and on the disk; read as a stream.
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import * as z from "zod";
import { createSealer, openChunks, sealChunks } from "./archive-chunks.js";
import { type BackupSecret, Encryption, findKey, makeKey } from "./archive-key.js";
import { BackupRefusal } from "./archive-problem.js";

/** Raised when a reader of today could not read what is written tomorrow. */
export const ARCHIVE_FORMAT = 1;
const MAGIC = "shian-backup ";
const MOST_HEAD = 4096;
/** Longest line: one row with an imported file of 20 MiB in hexadecimal, with room. */
const MOST_LINE = 96 * 1_048_576;
/** Text of rows shrinks hardly further at higher levels and takes twice as long. */
const GZIP_LEVEL = 4;
const NEWLINE = 10;

const isCode = (error: unknown, code: string) =>
  error instanceof Error && "code" in error && error.code === code;
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** The readable first line of a backup. */
export const ArchiveHead = z.strictObject({
  format: z.int().min(1),
  version: z.string().max(80),
  createdAt: z.iso.datetime(),
  encryption: Encryption.nullable(),
});
export type ArchiveHead = z.infer<typeof ArchiveHead>;

const digestOf = (head: Buffer) => createHash("sha256").update(head).digest();

/** Writes the lines to `path`, which must be new, and gives the file's size once it is on the disk. */
export async function writeArchive(
  path: string,
  head: Pick<ArchiveHead, "version" | "createdAt">,
  secret: BackupSecret | undefined,
  lines: AsyncIterable<string>,
): Promise<number> {
  const made = secret === undefined ? undefined : await makeKey(secret);
  const told: ArchiveHead = { format: ARCHIVE_FORMAT, ...head, encryption: made?.encryption ?? null };
  const headLine = Buffer.from(`${MAGIC}${JSON.stringify(told)}\n`);
  const file = await open(path, "wx", 0o600);
  try {
    const sealer = createSealer(digestOf(headLine), made?.key);
    await pipeline(
      Readable.from(lines, { objectMode: true, highWaterMark: 4 }),
      createGzip({ level: GZIP_LEVEL, chunkSize: 65_536 }),
      (content: AsyncIterable<Buffer>) => sealChunks(sealer, content),
      async (chunks: AsyncIterable<Buffer>) => {
        await file.writeFile(headLine);
        for await (const chunk of chunks) await file.writeFile(chunk);
      },
    );
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

async function* readPieces(path: string): AsyncGenerator<Buffer> {
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, "r");
  } catch (error) {
    throw new BackupRefusal("backup/not-readable", { file: path, reason: reasonOf(error) }, error);
  }
  try {
    for await (const piece of file.createReadStream({ autoClose: false, highWaterMark: 262_144 }))
      yield piece as Buffer;
  } catch (error) {
    throw new BackupRefusal("backup/not-readable", { file: path, reason: reasonOf(error) }, error);
  } finally {
    await file.close();
  }
}

type Opened = {
  readonly head: ArchiveHead;
  readonly headLine: Buffer;
  readonly body: AsyncGenerator<Buffer>;
  /** Lets the file go when the body is not read. */
  close(): Promise<unknown>;
};

function parseHead(line: Buffer, path: string): ArchiveHead {
  if (!line.subarray(0, MAGIC.length).equals(Buffer.from(MAGIC)))
    throw new BackupRefusal("backup/not-a-backup", { file: path });
  const damaged = new BackupRefusal("backup/damaged", { place: "#head" });
  let told: unknown;
  try {
    told = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(line.subarray(MAGIC.length)));
  } catch {
    throw damaged;
  }
  const format = z.object({ format: z.int() }).safeParse(told);
  if (format.success && format.data.format > ARCHIVE_FORMAT)
    throw new BackupRefusal("backup/newer-format", { format: format.data.format, known: ARCHIVE_FORMAT });
  const head = ArchiveHead.safeParse(told);
  if (!head.success) throw damaged;
  return head.data;
}

async function openArchive(path: string): Promise<Opened> {
  const pieces = readPieces(path);
  let start: Buffer = Buffer.alloc(0);
  let end = -1;
  while (end < 0 && start.length < MOST_HEAD) {
    const next = await pieces.next();
    if (next.done === true) break;
    start = Buffer.concat([start, next.value]);
    end = start.subarray(0, MOST_HEAD).indexOf(NEWLINE);
  }
  try {
    if (end < 0) throw new BackupRefusal("backup/not-a-backup", { file: path });
    const headLine = start.subarray(0, end + 1);
    const head = parseHead(start.subarray(0, end), path);
    const body = (async function* () {
      try {
        yield start.subarray(end + 1);
        yield* pieces;
      } finally {
        // Also when the reader gave up before it came to the pieces.
        await pieces.return(undefined);
      }
    })();
    return { head, headLine, body, close: () => pieces.return(undefined) };
  } catch (error) {
    await pieces.return(undefined);
    throw error;
  }
}

/** The readable head alone; nothing of it is verified yet. */
export async function readArchiveHead(path: string): Promise<ArchiveHead> {
  const { head, close } = await openArchive(path);
  await close();
  return head;
}

async function* splitLines(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    let from = 0;
    for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, from)) {
      parts.push(piece.subarray(from, at));
      yield (parts.length === 1 ? (parts[0] ?? piece) : Buffer.concat(parts)).toString("utf8");
      parts = [];
      length = 0;
      from = at + 1;
    }
    if (from < piece.length) {
      parts.push(piece.subarray(from));
      length += piece.length - from;
      if (length > MOST_LINE) throw new BackupRefusal("backup/damaged", { place: "#line" });
    }
  }
  if (parts.length > 0) throw new BackupRefusal("backup/damaged", { place: "#end" });
}

/**
 * The lines of a backup, verified as they come; the end of the file is verified before the generator ends, so whoever
 * commits what was read must do so after it.
 */
export async function readArchive(
  path: string,
  secret: BackupSecret | undefined,
): Promise<{ readonly head: ArchiveHead; readonly lines: AsyncGenerator<string> }> {
  const { head, headLine, body, close } = await openArchive(path);
  const findOwnKey = async (encryption: Encryption) =>
    findKey(encryption, secret).catch(async (error: unknown) => {
      await close();
      throw error;
    });
  const key = head.encryption === null ? undefined : await findOwnKey(head.encryption);
  const sealer = createSealer(digestOf(headLine), key);
  async function* readLines(): AsyncGenerator<string> {
    const inflated = createGunzip();
    // Its failure is told through the stream that is read below.
    const feeding = pipeline(Readable.from(openChunks(sealer, body)), inflated).catch(() => undefined);
    try {
      yield* splitLines(inflated);
      await feeding;
    } catch (error) {
      if (error instanceof BackupRefusal) throw error;
      if (isCode(error, "Z_DATA_ERROR") || isCode(error, "Z_BUF_ERROR"))
        throw new BackupRefusal("backup/damaged", { place: "#gzip" }, error);
      throw error;
    } finally {
      inflated.destroy();
    }
  }
  return { head, lines: readLines() };
}
