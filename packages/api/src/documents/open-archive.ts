// Opens an uploaded archive without trusting it (bar S7): the central directory is read first and refused by what it
// declares; what is then inflated is counted for real and stops at the limit, whatever was declared.
import { Buffer } from "node:buffer";
import * as yauzl from "yauzl";
import { type SpreadsheetLimits, toMebibytes } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

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
  const lie = /relative path|absolute path|invalid characters in fileName|too many bytes|not enough bytes/;
  return new SpreadsheetRefusal(lie.test(message) ? "spreadsheet/unsafe-archive" : "spreadsheet/damaged");
};

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
    // Per entry: a sheet may be read more than once (merges, header, rows), a bomb is one entry or was declared.
    let inflated = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        inflated += (chunk as Buffer).length;
        if (inflated > limits.inflatedBytes) {
          throw new SpreadsheetRefusal("spreadsheet/inflates-too-far", {
            limit: toMebibytes(limits.inflatedBytes),
          });
        }
        yield chunk as Buffer;
      }
    } catch (error) {
      throw toArchiveRefusal(error);
    }
  }

  return { names: [...entries.keys()], read };
}
