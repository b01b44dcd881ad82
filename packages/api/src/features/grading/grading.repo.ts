import type { PairingGrade, PlainDate, RiskGrade } from "@shian/domain";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { pairingGradeTable, riskGradeTable } from "./grading.table.js";

/** From which day on, recorded when, and where new ids come from. */
export type Recording = { readonly from: PlainDate; readonly at: string; readonly newId: () => string };

export type NewPairingGrade = {
  readonly establishment: string;
  readonly grade: PairingGrade;
  readonly ruleId: string;
  readonly schemeId: string;
};

/** Records pairing grades from a day on; a grade that had begun before ends there, a later one is superseded. */
export async function recordPairingGrades(
  db: Db,
  grades: readonly NewPairingGrade[],
  { from, at, newId }: Recording,
): Promise<void> {
  const establishments = grades.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const remainders = await supersedeFrom(db, pairingGradeTable, { establishments, from, at });
  const known = { recordedAt: at, supersededAt: null };
  const rows = [
    ...remainders.map(({ row, validTo }) => ({ ...row, ...known, id: newId(), validTo })),
    ...grades.map(({ establishment, ...grade }) => ({
      ...grade,
      ...known,
      countyCode: countyOf(establishment),
      id: newId(),
      establishmentId: establishment,
      validFrom: from,
      validTo: null,
    })),
  ];
  for (const batch of listBatches(rows)) await db.insert(pairingGradeTable).values([...batch]);
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
  { from, at, newId }: Recording,
): Promise<void> {
  const establishments = grades.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const remainders = await supersedeFrom(db, riskGradeTable, { establishments, from, at });
  const known = { recordedAt: at, supersededAt: null };
  const rows = [
    ...remainders.map(({ row, validTo }) => ({ ...row, ...known, id: newId(), validTo })),
    ...grades.map(({ establishment, ...grade }) => ({
      ...grade,
      ...known,
      countyCode: countyOf(establishment),
      id: newId(),
      establishmentId: establishment,
      validFrom: from,
      validTo: null,
    })),
  ];
  for (const batch of listBatches(rows)) await db.insert(riskGradeTable).values([...batch]);
}
