import { and, asc, gt, inArray, isNull, notInArray, or } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { supersedeFrom } from "../../storage/supersede.js";
import type { Recording } from "../registry/record-from.repo.js";
import { assignmentTable } from "./chain.table.js";

/** Assignments end on the day; nothing takes their place. */
export async function endAssignments(
  db: Db,
  establishments: readonly string[],
  { from, at, newId }: Recording,
): Promise<void> {
  const remainders = await supersedeFrom(db, assignmentTable, { establishments, from, at });
  await bulkInsert(
    db,
    assignmentTable,
    remainders.map(({ row, validTo }) => ({
      ...row,
      id: newId(),
      validTo,
      recordedAt: at,
      supersededAt: null,
    })),
  );
}

/** Takes back assignments that one transaction recorded. */
export const revertAssignments = (db: Db, reverting: Reverting) =>
  revertRecorded(db, assignmentTable, reverting);

/** Which of the establishments had a pairing recorded or superseded after the instant. */
export async function findPairingsChangedSince(
  db: Db,
  establishments: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const { establishmentId, recordedAt, supersededAt } = assignmentTable;
  const rows = await db
    .selectDistinct({ establishment: establishmentId })
    .from(assignmentTable)
    .where(and(inArray(establishmentId, [...establishments]), or(gt(recordedAt, at), gt(supersededAt, at))))
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
