// Two different scales (rules §2) that must never be mixed: the pairing grade, A highest attention, says which level
// of official answers; the risk grade, D highest risk, is the regulator's. Each is branded, so that the compiler
// refuses one where the other belongs.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

const letters = ["A", "B", "C", "D"] as const;

/** The bare letter of a grade, for indexing tables; it no longer tells which of the two scales it is of. */
export type GradeLetter = (typeof letters)[number];

/** Pairing grade (包保等级): A is answered for by a city-level official, D by a village one (F1-03…F1-08). */
export const PairingGrade = z.enum(letters).brand<"PairingGrade">();
export type PairingGrade = z.infer<typeof PairingGrade>;

/** Risk grade (风险等级): A is the lowest risk, D the highest (F3-02). */
export const RiskGrade = z.enum(letters).brand<"RiskGrade">();
export type RiskGrade = z.infer<typeof RiskGrade>;

/** The four pairing grades, A first. */
export const pairingGrades = letters as unknown as readonly [
  PairingGrade,
  PairingGrade,
  PairingGrade,
  PairingGrade,
];
/** The four risk grades, A first. */
export const riskGrades = letters as unknown as readonly [RiskGrade, RiskGrade, RiskGrade, RiskGrade];

/** A pairing grade from a date on, with the rule that gave it. */
export const DatedPairingGrade = z.strictObject({
  grade: PairingGrade,
  ruleId: z.string().describe("id of the scheme's rule, the reason of the grade"),
  schemeId: z.string(),
  from: PlainDate,
  to: PlainDate.nullable(),
});
export type DatedPairingGrade = z.infer<typeof DatedPairingGrade>;

/** A risk grade from a date on, with its source. */
export const DatedRiskGrade = z.strictObject({
  grade: RiskGrade,
  from: PlainDate,
  to: PlainDate.nullable(),
  source: z.string().describe("who gave it"),
  basis: z.string().describe("on what ground, e.g. the scores"),
});
export type DatedRiskGrade = z.infer<typeof DatedRiskGrade>;
