// Keyset paging: a page begins after the key of the row before it, so rows that come or go meanwhile neither repeat nor
// hide others.
import type { Result } from "@shian/domain";
import { ok, refuse } from "@shian/domain";
import * as z from "zod";

/** The key of a row as text that a client sends back unread. */
export const toCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** An instant in a key. The database knows no year 0, which ISO 8601 does. */
export const CursorInstant = z.iso.datetime().refine((text) => text >= "0001");

/** What comes in a cursor was not seen when the input was checked for text that no database can keep. */
const isStorable = (key: unknown): boolean =>
  !Array.isArray(key) || key.every((part) => typeof part !== "string" || !/\0|\p{Surrogate}/u.test(part));

/**
 * The key in a cursor; undefined for the first page. The shape must hold only what the database can compare: a day of the
 * calendar and no other text, a number that the column can hold.
 */
export function parseCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): Result<T | undefined> {
  if (cursor === undefined) return ok(undefined);
  try {
    const key = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (key.success && isStorable(key.data)) return ok(key.data);
  } catch {
    // Not JSON: refused below like any other text that is no cursor.
  }
  return refuse("request/cursor");
}
