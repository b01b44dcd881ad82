// What the record hashes with. The domain has no hash function of its own: server, terminal and tests give it one.

/** Algorithm suites: `intl` hashes with SHA-256, `gm` with SM3. */
export const suiteNames = ["intl", "gm"] as const;
export type SuiteName = (typeof suiteNames)[number];

/** A hash function with 32 bytes of result, and the UTF-8 form of text. */
export type HashSuite = {
  readonly name: SuiteName;
  hash(bytes: Uint8Array): Uint8Array;
  encode(text: string): Uint8Array;
};

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/**
 * Bytes as lower-case hexadecimal digits.
 *
 * @example
 * toHex(Uint8Array.of(0, 171)); // => "00ab"
 */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 1) text += hexPairs[bytes[at] ?? 0];
  return text;
}

/**
 * The bytes that hexadecimal digits stand for. Throws for anything else: shapes are checked where text comes in.
 *
 * @example
 * fromHex("00ab"); // => Uint8Array.of(0, 171)
 */
export function fromHex(text: string): Uint8Array {
  if (text.length % 2 === 1) throw new TypeError("not hexadecimal digits");
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = (digitOf(text.charCodeAt(2 * at)) << 4) | digitOf(text.charCodeAt(2 * at + 1));
    if (byte > 255) throw new TypeError("not hexadecimal digits");
    bytes[at] = byte;
  }
  return bytes;
}

/**
 * Whether the digits are those of the bytes, without writing the digits of the bytes.
 *
 * @example
 * isHexOf("00ab", Uint8Array.of(0, 171)); // => true
 */
export function isHexOf(text: string, bytes: Uint8Array): boolean {
  if (text.length !== 2 * bytes.length) return false;
  for (let at = 0; at < bytes.length; at += 1) {
    if (((digitOf(text.charCodeAt(2 * at)) << 4) | digitOf(text.charCodeAt(2 * at + 1))) !== bytes[at])
      return false;
  }
  return true;
}

const NO_DIGIT = 4096;

/** The value of a digit by its character code; above every byte for what is none. */
const digitOf = (code: number): number =>
  code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : NO_DIGIT;
