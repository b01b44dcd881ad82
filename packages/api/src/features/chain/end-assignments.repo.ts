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
