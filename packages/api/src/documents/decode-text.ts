// Finds out how a text file is written and decodes it: Chinese offices exchange CSV in UTF-8, with and without a byte
// order mark, in GB18030 (what Chinese Excel calls CSV) and in UTF-16 (its "Unicode text").
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

/** The encodings that are told apart. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

/** The text and how it was written, its byte order mark gone. Throws `SpreadsheetRefusal` where no encoding fits. */
export function decodeText(bytes: Uint8Array): { readonly text: string; readonly encoding: TextEncoding } {
  const decode = (encoding: TextEncoding): { text: string; encoding: TextEncoding } => ({
    text: new TextDecoder(encoding, { fatal: true }).decode(bytes),
    encoding,
  });
  const marked = startsWith(bytes, 0xff, 0xfe)
    ? "utf-16le"
    : startsWith(bytes, 0xfe, 0xff)
      ? "utf-16be"
      : undefined;
  try {
    if (marked) return decode(marked);
  } catch {
    throw new SpreadsheetRefusal("spreadsheet/unknown-encoding");
  }
  // Neither encoding below has a zero byte in a table; programs, pictures and old documents have many.
  if (bytes.includes(0)) throw new SpreadsheetRefusal("spreadsheet/not-a-spreadsheet");
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      return decode(encoding);
    } catch {
      // The next one is tried: Chinese text in GB18030 is practically never well-formed UTF-8.
    }
  }
  throw new SpreadsheetRefusal("spreadsheet/unknown-encoding");
}
