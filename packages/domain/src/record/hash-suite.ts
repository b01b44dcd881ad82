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
  for (const byte of bytes) text += hexPairs[byte];
  return text;
}

/**
 * The bytes that hexadecimal digits stand for. Throws for anything else: shapes are checked where text comes in.
 *
 * @example
 * fromHex("00ab"); // => Uint8Array.of(0, 171)
 */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new TypeError("not hexadecimal digits");
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(2 * at, 2 * at + 2), 16),
  );
}
