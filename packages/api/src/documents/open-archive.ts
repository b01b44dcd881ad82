// Opens an uploaded archive without trusting it (bar S7): the central directory is read first and refused by what it
// declares; what is then inflated is counted for real and stops at the limit, whatever was declared.
import { Buffer } from "node:buffer";
import { pipeline, type Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import * as yauzl from "yauzl";
import { type SpreadsheetLimits, toMebibytes } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

const PIECE = 262_144;

/** An archive whose directory kept the limits. */
export type Archive = {
  readonly names: readonly string[];
  /** The inflated bytes of the entry; throws `SpreadsheetRefusal` past the limit or on damage. */
  readonly read: (name: string) => AsyncIterable<Buffer>;
};

const toArchiveRefusal = (error: unknown): SpreadsheetRefusal => {
  if (error instanceof SpreadsheetRefusal) return error;
  const message = error instanceof Error ? error.message : "";
  // yauzl's own words for lies about names and sizes; everything else it cannot read is plain damage.
  const lie = /relative path|absolute path|invalid characters in fileName/;
  return new SpreadsheetRefusal(lie.test(message) ? "spreadsheet/unsafe-archive" : "spreadsheet/damaged");
};

const STORED = 0;
const DEFLATED = 8;

/** The entry's bytes, inflated in pieces that are large enough not to cost more than their content. */
async function inflate(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  const raw = await zip.openReadStreamPromise(entry, { decodeFileData: false });
  if (entry.compressionMethod === STORED) return raw;
  if (entry.compressionMethod !== DEFLATED) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
  const inflater = createInflateRaw({ chunkSize: PIECE });
  // An error of either reaches whoever reads the inflated side.
  pipeline(raw, inflater, () => undefined);
  return inflater;
}

/**
 * The archive in `bytes`, its directory read and within the limits. Throws `SpreadsheetRefusal` for an encrypted
 * entry, a path that leaves the archive, two entries of one name, too many entries or too large a declared size.
 */
export async function openArchive(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Archive> {
  const entries = new Map<string, yauzl.Entry>();
  let zip: yauzl.ZipFile;
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    zip = await yauzl.fromBufferPromise(buffer, {
      lazyEntries: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    if (zip.entryCount > limits.archiveEntries) {
      throw new SpreadsheetRefusal("spreadsheet/too-many-entries", {
        entries: zip.entryCount,
        limit: limits.archiveEntries,
      });
    }
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw new SpreadsheetRefusal("spreadsheet/encrypted");
      if (entries.has(entry.fileName)) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
      declared += entry.uncompressedSize;
      if (declared > limits.inflatedBytes) {
        throw new SpreadsheetRefusal("spreadsheet/inflates-too-far", {
          limit: toMebibytes(limits.inflatedBytes),
        });
      }
      entries.set(entry.fileName, entry);
    }
  } catch (error) {
    throw toArchiveRefusal(error);
  }

  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new SpreadsheetRefusal("spreadsheet/damaged");
    let inflated = 0;
    let checksum = 0;
    try {
      for await (const chunk of await inflate(zip, entry)) {
        const piece = chunk as Buffer;
        inflated += piece.length;
        checksum = crc32(piece, checksum);
        // Per entry: a sheet may be read more than once (merges, header, rows); the sum was declared and is kept below.
        if (inflated > limits.inflatedBytes) {
          throw new SpreadsheetRefusal("spreadsheet/inflates-too-far", {
            limit: toMebibytes(limits.inflatedBytes),
          });
        }
        if (inflated > entry.uncompressedSize) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
        yield piece;
      }
    } catch (error) {
      throw toArchiveRefusal(error);
    }
    if (inflated !== entry.uncompressedSize) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
    if (checksum !== entry.crc32) throw new SpreadsheetRefusal("spreadsheet/damaged");
  }

  return { names: [...entries.keys()], read };
}
