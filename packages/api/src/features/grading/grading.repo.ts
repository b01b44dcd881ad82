import type { GradingFacts, PairingGrade, PlainDate, RiskGrade, StandingGrade } from "@shian/domain";
import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { type Recording, recordFrom } from "../registry/record-from.repo.js";
import { pairingGradeTable, riskGradeTable } from "./grading.table.js";

export type NewPairingGrade = {
  readonly establishment: string;
  readonly grade: PairingGrade;
  readonly ruleId: string;
  readonly schemeId: string;
  /** The facts as they were used. */
  readonly facts?: GradingFacts | null;
  /** On what ground, where no rule gave it. */
  readonly basis?: string | null;
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
    grades.map(({ establishment, grade, ruleId, schemeId, facts = null, basis = null }) => ({
      establishment,
      columns: { grade, ruleId, schemeId, facts, basis },
    })),
    recording,
  );

/** The grades that stand, by establishment; one without any is not in it. */
export async function listStandingGrades(
  db: Db,
  establishments: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingGrade[]>> {
  const found = new Map<string, StandingGrade[]>();
  for (const batch of listBatches([...new Set(establishments)], 5000)) {
    const rows = await db
      .select()
      .from(pairingGradeTable)
      .where(
        and(inArray(pairingGradeTable.establishmentId, [...batch]), isNull(pairingGradeTable.supersededAt)),
      );
    for (const { establishmentId, grade, ruleId, schemeId, validFrom, validTo } of rows) {
      const list = found.get(establishmentId) ?? [];
      found.set(establishmentId, list);
      list.push({
        grade: grade as PairingGrade,
        ruleId,
        schemeId,
        from: validFrom as PlainDate,
        to: validTo as PlainDate | null,
      });
    }
  }
  return found;
}

/** On what facts or ground the establishment's standing grades were given, the latest first. */
export async function listGradeGrounds(db: Db, establishment: string) {
  const rows = await db
    .select({
      from: pairingGradeTable.validFrom,
      facts: pairingGradeTable.facts,
      basis: pairingGradeTable.basis,
    })
    .from(pairingGradeTable)
    .where(and(eq(pairingGradeTable.establishmentId, establishment), isNull(pairingGradeTable.supersededAt)))
    .orderBy(desc(pairingGradeTable.validFrom));
  return rows.map(({ from, facts, basis }) => ({
    from,
    facts: (facts ?? null) as GradingFacts | null,
    basis,
  }));
}

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
