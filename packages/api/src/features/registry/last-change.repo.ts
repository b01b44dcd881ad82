import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { auditChangeTable } from "../audit/audit.table.js";

/** What raises the version of an establishment; what only reads it, or records something about it, does not. */
const CHANGES = [
  "created",
  "imported",
  "updated-by-import",
  "merged",
  "absorbed",
  "merge-undone",
  "import-undone",
  "taken-out",
  "corrected",
];

/** Who changed an establishment last and when; undefined where the record does not tell. */
export async function findLastChange(
  db: Db,
  establishment: string,
): Promise<{ readonly who: string; readonly at: string } | undefined> {
  const { objectKind, objectId, what, seq, n, name, at } = auditChangeTable;
  const ofObject = and(eq(objectKind, "establishment"), eq(objectId, establishment));
  const [row] = await db
    .select({ who: name, at })
    .from(auditChangeTable)
    .where(and(ofObject, inArray(what, CHANGES)))
    .orderBy(desc(seq), desc(n))
    .limit(1);
  return row;
}
