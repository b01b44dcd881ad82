import type { PairingGrade, RiskGrade } from "@shian/domain";
import type { Db } from "../../storage/database.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { type Recording, recordFrom } from "../registry/record-from.repo.js";
import { pairingGradeTable, riskGradeTable } from "./grading.table.js";

export type NewPairingGrade = {
  readonly establishment: string;
  readonly grade: PairingGrade;
  readonly ruleId: string;
  readonly schemeId: string;
};

/** Records pairing grades from a day on; a grade that had begun before ends there, a later one is superseded. */
export const recordPairingGrades = (
  db: Db,
  grades: readonly NewPairingGrade[],
  recording: Recording,
): Promise<void> =>
  recordFrom(
    db,
    pairingGradeTable,
    grades.map(({ establishment, grade, ruleId, schemeId }) => ({
      establishment,
      columns: { grade, ruleId, schemeId },
    })),
    recording,
  );

export type NewRiskGrade = {
  readonly establishment: string;
  readonly grade: RiskGrade;
  readonly source: string;
  readonly basis: string;
};

/** Records risk grades from a day on, in the same way. */
export const recordRiskGrades = (
  db: Db,
  grades: readonly NewRiskGrade[],
  recording: Recording,
): Promise<void> =>
  recordFrom(
    db,
    riskGradeTable,
    grades.map(({ establishment, grade, source, basis }) => ({
      establishment,
      columns: { grade, source, basis },
    })),
    recording,
  );

/** Takes back pairing grades that one transaction recorded. */
export const revertPairingGrades = (db: Db, reverting: Reverting) =>
  revertRecorded(db, pairingGradeTable, reverting);
