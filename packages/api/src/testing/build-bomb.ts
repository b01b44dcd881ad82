// A zip bomb in the shape of a workbook: one sheet of zero bytes that inflates a thousandfold.
import { once } from "node:events";
import { createDeflateRaw } from "node:zlib";
import { buildArchive, toWorkbookParts } from "./build-archive.js";

const MEBIBYTE = 1_048_576;

async function deflateZeros(mebibytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 9 });
  const parts: Buffer[] = [];
  deflate.on("data", (part: Buffer) => parts.push(part));
  const zeros = Buffer.alloc(MEBIBYTE);
  for (let written = 0; written < mebibytes; written += 1) {
    if (!deflate.write(zeros)) await once(deflate, "drain");
  }
  deflate.end();
  await once(deflate, "end");
  return Buffer.concat(parts);
}

/** Where the directory's record of the entry starts, and how long it is. */
function findRecord(archive: Buffer, name: string): { at: number; length: number } {
  for (let at = archive.indexOf("PK\u0001\u0002"); at >= 0; at = archive.indexOf("PK\u0001\u0002", at + 4)) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString("utf8", at + 46, at + 46 + length) === name) {
      return { at, length: 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32) };
    }
  }
  throw new Error(`no entry ${name}`);
}

/**
 * A workbook whose sheet inflates to `mebibytes`. `declared` is what the directory says instead (a lie); without it
 * the directory tells the truth.
 */
export async function buildBomb(mebibytes: number, declared = mebibytes * MEBIBYTE): Promise<Buffer> {
  const name = "xl/worksheets/sheet1.xml";
  const archive = await buildArchive(toWorkbookParts({ 表: "" }));
  const body = await deflateZeros(mebibytes);
  const local = Buffer.alloc(30);
  local.write("PK\u0003\u0004", "latin1");
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(body.length, 18);
  local.writeUInt32LE(declared, 22);
  local.writeUInt16LE(name.length, 26);
  const { at } = findRecord(archive, name);
  const directoryAt = archive.readUInt32LE(archive.length - 6);
  // The bomb stands between the other entries and the directory, which then names it instead of the empty sheet.
  archive.writeUInt16LE(8, at + 10);
  archive.writeUInt32LE(body.length, at + 20);
  archive.writeUInt32LE(declared, at + 24);
  archive.writeUInt32LE(directoryAt, at + 42);
  const whole = Buffer.concat([
    archive.subarray(0, directoryAt),
    local,
    Buffer.from(name),
    body,
    archive.subarray(directoryAt),
  ]);
  whole.writeUInt32LE(directoryAt + local.length + name.length + body.length, whole.length - 6);
  return whole;
}
