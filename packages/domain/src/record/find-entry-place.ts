// Finds number and link of an entry in its canonical text without building the entry: an entry's text has one form,
// and looking that form over costs a quarter of parsing it.

const TEXT = String.raw`"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"`;
const TEXT_OR_NULL = `(?:${TEXT}|null)`;
const NUMBER = "[1-9][0-9]{0,14}";
const HASH = "[0-9a-f]{64}";

const listOf = (item: string) => String.raw`\[(?:${item}(?:,${item})*)?\]`;
/** Members in the order of their names, as canonical JSON has them. */
const objectOf = (members: readonly (readonly [name: string, value: string])[]) =>
  String.raw`\{${members.map(([name, value]) => `"${name}":${value}`).join(",")}\}`;

const FIELD = objectOf([
  ["after", TEXT_OR_NULL],
  ["before", TEXT_OR_NULL],
  ["field", TEXT],
]);
const CHANGE = objectOf([
  ["fields", listOf(FIELD)],
  ["objectId", TEXT],
  ["objectKind", TEXT],
  ["what", TEXT],
]);
const DIGEST = objectOf([
  ["count", NUMBER],
  ["digest", `"${HASH}"`],
]);
const NOTE = String.raw`\{(?:${TEXT}:${TEXT}(?:,${TEXT}:${TEXT})*)?\}`;
const ENTRY = objectOf([
  ["address", TEXT],
  ["at", TEXT],
  ["changes", `(?:${listOf(CHANGE)}|${DIGEST})`],
  ["name", `${TEXT}(?:,"note":${NOTE})?`],
  ["operation", TEXT],
  ["personId", TEXT_OR_NULL],
  ["prev", `"(${HASH})"`],
  ["role", TEXT],
  ["seq", `(${NUMBER})`],
  ["suite", TEXT],
  ["txId", TEXT],
]);
const form = new RegExp(`^${ENTRY}$`);

/** Matching needs stack for each escaped character; no entry that the product writes comes near this. */
const MOST_CHARACTERS = 500_000;

/**
 * Number and link of an entry; undefined when the text has not the form of one, or is too long to be looked over.
 *
 * @example
 * findEntryPlace('{"seq":1}'); // => undefined
 */
export function findEntryPlace(content: string): { readonly seq: number; readonly prev: string } | undefined {
  if (content.length > MOST_CHARACTERS) return undefined;
  const [, prev, seq] = form.exec(content) ?? [];
  return prev === undefined || seq === undefined ? undefined : { seq: Number(seq), prev };
}
