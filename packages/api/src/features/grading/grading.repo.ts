import type { PairingGrade, PlainDate, RiskGrade } from "@shian/domain";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { pairingGradeTable, riskGradeTable } from "./grading.table.js";

/** What is recorded from which day, when, and where new ids come from. */
export type Recording = { readonly from: PlainDate; readonly at: string; readonly newId: () => string };

export type NewPairingGrade = {
  readonly establishment: string;
  readonly grade: PairingGrade;
  readonly ruleId: string;
  readonly schemeId: string;
};

const toRecord = (countyCode: string, establishment: string, { from, at, newId }: Recording) => ({
  countyCode,
  id: newId(),
  establishmentId: establishment,
  validFrom: from,
  validTo: null,
  recordedAt: at,
  supersededAt: null,
});

/** Records pairing grades from a day on; a grade that had begun before ends there, a later one is superseded. */
export async function recordPairingGrades(
  db: Db,
  grades: readonly NewPairingGrade[],
  recording: Recording,
): Promise<void> {
  const { from, at, newId } = recording;
  const establishments = grades.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const remainders = await supersedeFrom(db, pairingGradeTable, { establishments, from, at });
  const rows = [
    ...remainders.map(({ row, validTo }) => ({
      ...row,
      id: newId(),
      validTo,
      recordedAt: at,
      supersededAt: null,
    })),
    ...grades.map(({ establishment, grade, ruleId, schemeId }) => ({
      ...toRecord(countyOf(establishment), establishment, recording),
      grade,
      ruleId,
      schemeId,
    })),
  ];
  await bulkInsert(db, pairingGradeTable, rows);
}

export type NewRiskGrade = {
  readonly establishment: string;
  readonly grade: RiskGrade;
  readonly source: string;
  readonly basis: string;
};

/** Records risk grades from a day on, in the same way. */
export async function recordRiskGrades(
  db: Db,
  grades: readonly NewRiskGrade[],
  recording: Recording,
): Promise<void> {
  const { from, at, newId } = recording;
  const establishments = grades.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const remainders = await supersedeFrom(db, riskGradeTable, { establishments, from, at });
  const rows = [
    ...remainders.map(({ row, validTo }) => ({
      ...row,
      id: newId(),
      validTo,
      recordedAt: at,
      supersededAt: null,
    })),
    ...grades.map(({ establishment, grade, source, basis }) => ({
      ...toRecord(countyOf(establishment), establishment, recording),
      grade,
      source,
      basis,
    })),
  ];
  await bulkInsert(db, riskGradeTable, rows);
}
