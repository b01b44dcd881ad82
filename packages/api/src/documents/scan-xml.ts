// A small streaming reader for the XML inside spreadsheets: tags and text, nothing else. It resolves no entity but
// the five of XML and character numbers, and refuses a document type declaration, so nothing can be included or
// multiplied. Prefixes are dropped: `<x:row>` is `row`.
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

/** What is told while text flows in; `attributes` is the raw text between name and `>`. */
export type XmlListener = {
  readonly open: (name: string, attributes: string) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
};

// A tag or a text longer than this is no spreadsheet: a cell holds at most 32,767 characters.
const LONGEST_PIECE = 1_048_576;

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text with its entities resolved; an unknown one stays as it is written. */
function decodeXmlText(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|\w{2,4});/g, (whole, name: string) => {
    if (!name.startsWith("#")) return NAMED[name] ?? whole;
    const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    // Neither is a character of XML, and no database holds them as text.
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return "\ufffd";
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** The value of an attribute, by its name without a prefix; `undefined` when the tag lacks it. */
export function readAttribute(attributes: string, name: string): string | undefined {
  let from = 0;
  for (;;) {
    const at = attributes.indexOf(name, from);
    if (at < 0) return undefined;
    from = at + name.length;
    const before = at === 0 ? " " : attributes.charAt(at - 1);
    if (before > " " && before !== ":") continue;
    let equals = from;
    while (attributes.charCodeAt(equals) <= 32) equals += 1;
    if (attributes.charAt(equals) !== "=") continue;
    let quote = equals + 1;
    while (attributes.charCodeAt(quote) <= 32) quote += 1;
    const end = attributes.indexOf(attributes.charAt(quote), quote + 1);
    return end < 0 ? undefined : decodeXmlText(attributes.slice(quote + 1, end));
  }
}

const localName = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Where the piece that starts at `start` (`<…`) ends, with its closing mark; -1 when it has not arrived yet. */
function findEnd(buffer: string, start: number): number {
  if (buffer.startsWith("<!--", start)) return endOf(buffer, "-->", start + 4);
  if (buffer.startsWith("<![CDATA[", start)) return endOf(buffer, "]]>", start + 9);
  // Not yet decidable: `<!` may become a comment, a CDATA part or a declaration.
  if (buffer.startsWith("<!", start) && buffer.length - start < 9) return -1;
  if (buffer.startsWith("<?", start)) return endOf(buffer, "?>", start + 2);
  return endOfTag(buffer, start + 1);
}

/** After the `>` that closes a tag; one inside a quoted attribute value does not. */
function endOfTag(buffer: string, from: number): number {
  let quote = 0;
  for (let at = from; at < buffer.length; at += 1) {
    const letter = buffer.charCodeAt(at);
    if (quote !== 0) {
      if (letter === quote) quote = 0;
    } else if (letter === 62) {
      return at + 1;
    } else if (letter === 34 || letter === 39) {
      quote = letter;
    }
  }
  return -1;
}

function endOf(buffer: string, mark: string, from: number): number {
  const at = buffer.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function tell(piece: string, listener: XmlListener): void {
  const second = piece.charCodeAt(1);
  if (second === 33 /* ! */) {
    if (piece.startsWith("<![CDATA[")) listener.text(piece.slice(9, -3));
    else if (!piece.startsWith("<!--")) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
    return;
  }
  if (second === 63 /* ? */) return;
  if (second === 47 /* / */) {
    listener.close(localName(piece.slice(2, -1).trimEnd()));
    return;
  }
  const selfClosing = piece.charCodeAt(piece.length - 2) === 47;
  const inside = piece.slice(1, selfClosing ? -2 : -1);
  const blank = inside.search(/\s/);
  const name = localName(blank < 0 ? inside : inside.slice(0, blank));
  listener.open(name, blank < 0 ? "" : inside.slice(blank));
  if (selfClosing) listener.close(name);
}

/**
 * A function that takes the document piece by piece and tells the listener; call it with `undefined` at the end.
 * Throws `SpreadsheetRefusal` on a declaration, an endless piece or a document cut in the middle of a tag.
 */
export function createXmlScanner(listener: XmlListener): (piece: string | undefined) => void {
  let rest = "";
  return (piece) => {
    if (piece === undefined) {
      if (rest.trim() !== "") throw new SpreadsheetRefusal("spreadsheet/damaged");
      return;
    }
    const buffer = rest + piece;
    let at = 0;
    for (;;) {
      const start = buffer.indexOf("<", at);
      if (start < 0) break;
      const end = findEnd(buffer, start);
      // The text before an unfinished tag waits with it, so that it is told once and whole.
      if (end < 0) break;
      if (start > at) listener.text(decodeXmlText(buffer.slice(at, start)));
      tell(buffer.slice(start, end), listener);
      at = end;
    }
    rest = buffer.slice(at);
    if (rest.length > LONGEST_PIECE) throw new SpreadsheetRefusal("spreadsheet/unsafe-archive");
  };
}
