// The one JSON text of a value, so that two writers of the same entry hash the same characters.
// Source: RFC 8785 (JSON Canonicalization Scheme), certain: members by the UTF-16 units of their names, numbers and
// strings as ECMAScript writes them.

/** A value that JSON can hold. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

// Half a character has no UTF-8 form, so two writers could hash different bytes for it.
const loneSurrogate = /\p{Surrogate}/u;

function writeString(text: string): string {
  if (loneSurrogate.test(text)) throw new TypeError("half a character cannot be written as JSON");
  return JSON.stringify(text);
}

/**
 * The canonical text; members that are undefined are left out. Throws for what JSON cannot hold.
 *
 * @example
 * toCanonicalJson({ b: [1e30, 4.5], a: "€" }); // => '{"a":"€","b":[1e+30,4.5]}'
 */
export function toCanonicalJson(value: JsonValue): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return writeString(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON`);
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(toCanonicalJson).join(",")}]`;
  let text = "";
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) continue;
    text += `${text === "" ? "" : ","}${writeString(name)}:${toCanonicalJson(member)}`;
  }
  return `{${text}}`;
}

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value);
