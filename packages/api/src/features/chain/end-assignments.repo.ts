import { and, asc, gt, inArray, isNull, notInArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { isChangedSince, type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { assignmentTable } from "./chain.table.js";

/** Takes back assignments that one transaction recorded. */
export const revertAssignments = (db: Db, reverting: Reverting) =>
  revertRecorded(db, assignmentTable, reverting);

/** Which of the establishments have a pairing that was changed since it was recorded at the instant. */
export async function findPairingsChangedSince(
  db: Db,
  establishments: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const { establishmentId } = assignmentTable;
  const rows = await db
    .selectDistinct({ establishment: establishmentId })
    .from(assignmentTable)
    .where(and(inArray(establishmentId, [...establishments]), isChangedSince(assignmentTable, at)))
    .orderBy(asc(establishmentId));
  return rows.map(({ establishment }) => establishment);
}

/** Which of the officials were given other establishments after the instant. */
export async function findGivenSince(
  db: Db,
  officials: readonly string[],
  at: string,
  besides: readonly string[],
): Promise<readonly string[]> {
  const { establishmentId, officialId, recordedAt, supersededAt, validTo } = assignmentTable;
  const rows = await db
    .selectDistinct({ official: officialId })
    .from(assignmentTable)
    .where(
      and(
        inArray(officialId, [...officials]),
        gt(recordedAt, at),
        isNull(supersededAt),
        isNull(validTo),
        besides.length === 0 ? undefined : notInArray(establishmentId, [...besides]),
      ),
    )
    .orderBy(asc(officialId));
  return rows.map(({ official }) => official);
}
