// The address holds what a page shows: as-of day, territory, filters. Values are plain text (`?grades=A,B`), so that a
// person can read and send an address; every route parses its own part and drops what it does not know.

/** What an address holds before a route has read it. */
export type RawSearch = Readonly<Record<string, unknown>>;

/** `?a=1&b=x` → plain text values; nothing is guessed to be a number, codes keep their zeros. */
export function parseSearchText(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The reverse of `parseSearchText`; lists become `A,B`, empty values are left out. */
export function writeSearchText(search: RawSearch): string {
  const pairs = Object.entries(search).flatMap(([key, value]) => {
    const text = Array.isArray(value)
      ? value.join(",")
      : value === undefined || value === null
        ? ""
        : String(value);
    return text === ""
      ? []
      : [`${encodeURIComponent(key)}=${encodeURIComponent(text).replaceAll("%2C", ",")}`];
  });
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;

/** A text no longer than the contract takes. */
export const readText = (value: unknown, max = 100): string | undefined => textOf(value)?.slice(0, max);

/** One word of a closed list. */
export function readWord<T extends string>(value: unknown, words: readonly T[]): T | undefined {
  const text = textOf(value);
  return words.find((word) => word === text);
}

/** Several words of a closed list, in the list's order; undefined when none is known. */
export function readWords<T extends string>(value: unknown, words: readonly T[]): T[] | undefined {
  const wanted = Array.isArray(value) ? value.map(String) : (textOf(value)?.split(",") ?? []);
  const known = words.filter((word) => wanted.includes(word));
  return known.length === 0 ? undefined : known;
}

/** `true` and `false`, written `yes` and `no` or as they are. */
export function readFlag(value: unknown): boolean | undefined {
  if (value === true || value === "true" || value === "yes") return true;
  if (value === false || value === "false" || value === "no") return false;
  return undefined;
}

/** The object without its undefined entries, so that optional fields are absent, not undefined. */
export function compact<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
