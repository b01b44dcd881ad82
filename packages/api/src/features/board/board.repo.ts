import { eq, inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { boardTable } from "./board.table.js";

/** Codes of boards by establishment. */
export async function findCodes(
  db: Db,
  establishments: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ id: boardTable.establishmentId, code: boardTable.code })
    .from(boardTable)
    .where(inArray(boardTable.establishmentId, [...establishments]));
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The establishment of a code; undefined where nobody printed one. */
export async function findByCode(db: Db, code: string): Promise<string | undefined> {
  const [row] = await db
    .select({ id: boardTable.establishmentId })
    .from(boardTable)
    .where(eq(boardTable.code, code));
  return row?.id;
}

/** Gives establishments the codes of their boards. Two who print one together give it one code. */
export async function insertCodes(
  db: Db,
  codes: ReadonlyMap<string, string>,
  recordedAt: string,
): Promise<void> {
  if (codes.size === 0) return;
  const countyOf = await findCountyCodes(db, [...codes.keys()]);
  await db
    .insert(boardTable)
    .values(
      [...codes].map(([establishmentId, code]) => ({
        countyCode: countyOf(establishmentId),
        establishmentId,
        code,
        recordedAt,
      })),
    )
    .onConflictDoNothing();
}
