// Keyset paging: a page begins after the key of the row before it, so rows that come or go meanwhile neither repeat nor
// hide others.
import type { Result } from "@shian/domain";
import { ok, refuse } from "@shian/domain";
import type * as z from "zod";

/** The key of a row as text that a client sends back unread. */
export const toCursor = (key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The key in a cursor, checked for its shape; undefined for the first page. */
export function parseCursor<T>(cursor: string | undefined, shape: z.ZodType<T>): Result<T | undefined> {
  if (cursor === undefined) return ok(undefined);
  try {
    const key = shape.safeParse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
    if (key.success) return ok(key.data);
  } catch {
    // Not JSON: refused below like any other text that is no cursor.
  }
  return refuse("request/cursor");
}
