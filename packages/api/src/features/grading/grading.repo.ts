import type { GradingFacts, PairingGrade, PlainDate, RiskGrade, StandingGrade } from "@shian/domain";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
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

/** A risk grade that stands, from a day to a day. */
export type RiskSpell = Omit<NewRiskGrade, "establishment"> & {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** The risk grades that stand, by establishment, each in the order of its days; one without any is not in it. */
export async function listRiskSpells(
  db: Db,
  establishments: readonly string[],
): Promise<ReadonlyMap<string, readonly RiskSpell[]>> {
  const found = new Map<string, RiskSpell[]>();
  for (const batch of listBatches([...new Set(establishments)], 5000)) {
    const rows = await db
      .select()
      .from(riskGradeTable)
      .where(and(inArray(riskGradeTable.establishmentId, [...batch]), isNull(riskGradeTable.supersededAt)))
      .orderBy(asc(riskGradeTable.validFrom), asc(riskGradeTable.id));
    for (const { establishmentId, grade, source, basis, validFrom, validTo } of rows) {
      const list = found.get(establishmentId) ?? [];
      found.set(establishmentId, list);
      list.push({
        grade: grade as RiskGrade,
        source,
        basis,
        from: validFrom as PlainDate,
        to: validTo as PlainDate | null,
      });
    }
  }
  return found;
}

/** Writes the risk grades of establishments anew: what stood is superseded, the spells given stand. Nothing is deleted. */
export async function replaceRiskSpells(
  db: Db,
  lines: readonly { readonly establishment: string; readonly spells: readonly RiskSpell[] }[],
  { at, newId }: Pick<Recording, "at" | "newId">,
): Promise<void> {
  const establishments = lines.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  for (const batch of listBatches(establishments, 5000))
    await db
      .update(riskGradeTable)
      .set({ supersededAt: at })
      .where(and(inArray(riskGradeTable.establishmentId, [...batch]), isNull(riskGradeTable.supersededAt)));
  await bulkInsert(
    db,
    riskGradeTable,
    lines.flatMap(({ establishment, spells }) =>
      spells.map(({ from, to, ...spell }) => ({
        ...spell,
        countyCode: countyOf(establishment),
        id: newId(),
        establishmentId: establishment,
        validFrom: from,
        validTo: to,
        recordedAt: at,
        supersededAt: null,
      })),
    ),
  );
}

/** Takes back pairing grades that one transaction recorded. */
export const revertPairingGrades = (db: Db, reverting: Reverting) =>
  revertRecorded(db, pairingGradeTable, reverting);
