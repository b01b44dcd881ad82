// The body of a backup file: numbered chunks, each sealed together with all before it, the last one marked. Encrypted:
// AES-256-GCM under the file's own key, number and end mark in the nonce, the head as associated data. Plain: a chain of
// SHA-256 that begins with the head. So a flipped bit, a chunk moved, left out or added, and a missing end are found
// before a byte of the chunk is used.
import { createCipheriv, createDecipheriv, createHash } from "node:crypto";
import { BackupRefusal } from "./archive-problem.js";

/** Content of one chunk; memory stays at a few of these. */
export const CHUNK = 65_536;
const LAST = 0x8000_0000;
const TAG_LENGTH = { sealed: 16, plain: 32 } as const;

/** The seal over chunks of one file in their order. */
type Sealer = {
  readonly tagLength: number;
  seal(mark: Buffer, content: Buffer): { readonly body: Buffer; readonly tag: Buffer };
  /** The content again; undefined when it is not what was sealed. */
  open(mark: Buffer, body: Buffer, tag: Buffer): Buffer | undefined;
};

function createPlainSealer(headDigest: Buffer): Sealer {
  let before = headDigest;
  const next = (mark: Buffer, content: Buffer) => {
    before = createHash("sha256").update(before).update(mark).update(content).digest();
    return before;
  };
  return {
    tagLength: TAG_LENGTH.plain,
    seal: (mark, content) => ({ body: content, tag: next(mark, content) }),
    open: (mark, body, tag) => (next(mark, body).equals(tag) ? body : undefined),
  };
}

function createCipherSealer(headDigest: Buffer, key: Buffer): Sealer {
  let count = 0n;
  const nonceOf = (mark: Buffer) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt8((mark.readUInt8(0) & 0x80) === 0 ? 0 : 1, 0);
    nonce.writeBigUInt64BE(count, 4);
    count += 1n;
    return nonce;
  };
  const options = { authTagLength: TAG_LENGTH.sealed };
  return {
    tagLength: TAG_LENGTH.sealed,
    seal(mark, content) {
      const cipher = createCipheriv("aes-256-gcm", key, nonceOf(mark), options);
      cipher.setAAD(Buffer.concat([headDigest, mark]));
      const body = Buffer.concat([cipher.update(content), cipher.final()]);
      return { body, tag: cipher.getAuthTag() };
    },
    open(mark, body, tag) {
      const decipher = createDecipheriv("aes-256-gcm", key, nonceOf(mark), options);
      decipher.setAAD(Buffer.concat([headDigest, mark]));
      decipher.setAuthTag(tag);
      try {
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** The seal of a file with that head; encrypted with a key, else a chain of digests. */
export const createSealer = (headDigest: Buffer, key: Buffer | undefined): Sealer =>
  key === undefined ? createPlainSealer(headDigest) : createCipherSealer(headDigest, key);

/** Cuts a stream of bytes into sealed chunks. */
export async function* sealChunks(sealer: Sealer, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const sealed = (part: Buffer, last: boolean) => {
    const mark = Buffer.alloc(4);
    mark.writeUInt32BE((part.length | (last ? LAST : 0)) >>> 0);
    const { body, tag } = sealer.seal(mark, part);
    return Buffer.concat([mark, body, tag]);
  };
  let rest: Buffer[] = [];
  let length = 0;
  for await (const piece of content) {
    rest.push(piece);
    length += piece.length;
    if (length <= CHUNK) continue;
    let whole = Buffer.concat(rest);
    // The last chunk carries the mark, so one is kept back until more has come.
    while (whole.length > CHUNK) {
      yield sealed(whole.subarray(0, CHUNK), false);
      whole = whole.subarray(CHUNK);
    }
    rest = [whole];
    length = whole.length;
  }
  yield sealed(Buffer.concat(rest), true);
}

/** The bytes again, each chunk verified before it is given; throws a `BackupRefusal` where the file is not as it was. */
export async function* openChunks(sealer: Sealer, file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  let isLast = false;
  const damaged = () => new BackupRefusal("backup/damaged", { place: `#${number}` });
  for await (const piece of file) {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    while (rest.length >= 4) {
      if (isLast) throw damaged();
      const mark = rest.subarray(0, 4);
      const value = mark.readUInt32BE();
      const length = value & ~LAST;
      if (length > CHUNK) throw damaged();
      const end = 4 + length + sealer.tagLength;
      if (rest.length < end) break;
      const content = sealer.open(mark, rest.subarray(4, 4 + length), rest.subarray(4 + length, end));
      if (content === undefined) throw damaged();
      isLast = value >>> 31 === 1;
      number += 1;
      rest = rest.subarray(end);
      yield content;
    }
  }
  if (!isLast) throw new BackupRefusal("backup/cut-short");
  if (rest.length > 0) throw damaged();
}
