// Which risk grade (风险等级) an establishment has, from the regulator's scores; A is the lowest risk.
// Source: rules §2; 食药监食监一〔2016〕115 号 (F3-01, F3-02; N), thresholds F3-03 (B, not read in the original, to be
// checked), raising circumstances F3-06 (N and B), lowering ones F3-07 (B).
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import type { BusinessForm } from "../registry/establishment.schema.js";
import type { RiskGrade } from "./grade.schema.js";
import { riskGrades } from "./grade.schema.js";
import type { GradingProblemCode } from "./grading.problem.js";
import { type StaticFactors, scoreStaticRisk } from "./score-static-risk.js";
import {
  healthFoodProduction2016,
  type StaticRiskTable,
  salesNational2016,
} from "./static-risk-tables.data.js";

/** Circumstances that raise the grade by one (F3-06). */
export const raisingCircumstances = [
  "wilful-violation-punished",
  "sample-failed",
  "harmful-effect",
  "accident",
  "recall-or-stop-not-obeyed",
  "inspection-obstructed",
  "other-raising",
] as const;
export type RaisingCircumstance = (typeof raisingCircumstances)[number];

/** Circumstances that lower the grade by one where no raising one holds (F3-07). */
export const loweringCircumstances = [
  "three-years-without-violation",
  "gmp-or-haccp-certified",
  "city-quality-award",
  "other-lowering",
] as const;
export type LoweringCircumstance = (typeof loweringCircumstances)[number];

/** A risk grade with the scores and the step that led to it. */
export type GivenRiskGrade = {
  readonly grade: RiskGrade;
  /** Sum of both scores, in points. */
  readonly total: number;
  readonly staticScore: number;
  readonly dynamicScore: number;
  /** The grade by the sum alone. */
  readonly gradeByScore: RiskGrade;
  readonly adjustment: "raised" | "lowered" | "none";
  /** The table that the static score was computed from, null when it was given. */
  readonly table: StaticRiskTable["id"] | null;
};

const MILLION = 1_000_000;

/**
 * The risk grade: static (0–40) plus dynamic (0–60) score; 0–30 is A, over 30 to 45 B, over 45 to 60 C, over 60 D;
 * then raised one grade (not past D) if any raising circumstance holds, else lowered one (not past A) if a lowering
 * one holds.
 *
 * Scores are decimals of at most 6 places, added exactly. The static score is given, or computed from
 * `staticFactors` for a seller or for the production of health food (the caller sees to it that a special-food
 * producer makes health food); for any other form without a given score the missing table is named. Giving both is
 * refused. The grade is the regulator's; this only does its arithmetic.
 *
 * @example
 * gradeRisk({ form: "caterer", dynamicScore: 25.1, staticScore: 20, raising: [], lowering: [] });
 * // => { ok: true, value: { grade: "C", total: 45.1, staticScore: 20, dynamicScore: 25.1, gradeByScore: "C", adjustment: "none", table: null } }
 */
export function gradeRisk(input: {
  readonly form: BusinessForm;
  readonly dynamicScore: number;
  readonly staticScore?: number | undefined;
  readonly staticFactors?: StaticFactors | undefined;
  readonly raising: readonly RaisingCircumstance[];
  readonly lowering: readonly LoweringCircumstance[];
}): Result<GivenRiskGrade, Problem<GradingProblemCode>> {
  const problems: Problem<GradingProblemCode>[] = [];
  const dynamicScore = readScore(input.dynamicScore, 60, "grading/dynamic-score-out-of-range", problems);
  const computed = readStaticScore(input, problems);
  if (problems.length > 0 || computed === undefined || dynamicScore === undefined) return refuseAll(problems);
  const total = dynamicScore + computed.score;
  const byScore = total <= 30 * MILLION ? 0 : total <= 45 * MILLION ? 1 : total <= 60 * MILLION ? 2 : 3;
  const step = input.raising.length > 0 ? 1 : input.lowering.length > 0 ? -1 : 0;
  return ok({
    grade: gradeAt(byScore + step),
    total: total / MILLION,
    staticScore: computed.score / MILLION,
    dynamicScore: dynamicScore / MILLION,
    gradeByScore: gradeAt(byScore),
    adjustment: step > 0 ? "raised" : step < 0 ? "lowered" : "none",
    table: computed.table,
  });
}

const gradeAt = (index: number): RiskGrade =>
  index <= 0 ? riskGrades[0] : index === 1 ? riskGrades[1] : index === 2 ? riskGrades[2] : riskGrades[3];

/** Millionths of a point, so that a sum of decimals meets a boundary exactly; undefined with a problem noted. */
function readScore(
  score: number,
  max: number,
  outOfRange: "grading/dynamic-score-out-of-range" | "grading/static-score-out-of-range",
  problems: Problem<GradingProblemCode>[],
): number | undefined {
  if (!(score >= 0 && score <= max)) {
    problems.push(problem(outOfRange, { score: String(score), max }));
    return undefined;
  }
  const scaled = Math.round(score * MILLION);
  if (scaled / MILLION !== score) {
    problems.push(problem("grading/score-not-decimal", { score: String(score) }));
    return undefined;
  }
  return scaled;
}

function readStaticScore(
  input: {
    readonly form: BusinessForm;
    readonly staticScore?: number | undefined;
    readonly staticFactors?: StaticFactors | undefined;
  },
  problems: Problem<GradingProblemCode>[],
): { readonly score: number; readonly table: StaticRiskTable["id"] | null } | undefined {
  const { form, staticScore, staticFactors } = input;
  if (staticScore !== undefined && staticFactors !== undefined) {
    problems.push(problem("grading/static-score-twice"));
    return undefined;
  }
  if (staticScore !== undefined) {
    const score = readScore(staticScore, 40, "grading/static-score-out-of-range", problems);
    return score === undefined ? undefined : { score, table: null };
  }
  const table = tableOf(form);
  if (table === undefined) {
    problems.push(problem("grading/static-table-missing", { form }));
    return undefined;
  }
  if (staticFactors === undefined) {
    problems.push(problem("grading/static-factors-missing", { table: table.id }));
    return undefined;
  }
  const scored = scoreStaticRisk({ table, factors: staticFactors });
  if (!scored.ok) {
    problems.push(...scored.problems);
    return undefined;
  }
  return { score: scored.value.tenths * (MILLION / 10), table: table.id };
}

const tableOf = (form: BusinessForm): StaticRiskTable | undefined =>
  form === "seller"
    ? salesNational2016
    : form === "special-food-producer"
      ? healthFoodProduction2016
      : undefined;
