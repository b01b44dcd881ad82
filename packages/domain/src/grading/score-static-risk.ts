// How many of the 40 static points an establishment has by a complete table, for the regulator's yearly grading.
// Source: rules §2; 食药监食监一〔2016〕115 号, tables as in static-risk-tables.data.ts (F3-01, F3-02; N).
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import type { GradingProblemCode } from "./grading.problem.js";
import type { ChoiceFactor, CountFactor, StaticRiskTable } from "./static-risk-tables.data.js";

/** Factor id → a whole number (counts), or the id or ids of the kinds that apply (choices). */
export type StaticFactors = { readonly [factor: string]: number | string | readonly string[] };

/** The static score in whole tenths of a point and what each factor gave. */
export type StaticRiskScore = {
  readonly tenths: number;
  readonly factors: readonly { readonly id: string; readonly tenths: number }[];
};

/**
 * The static score by the table, in whole tenths of a point, factor by factor.
 *
 * Counts are whole numbers from 0 up (the form asks for whole numbers and does not say how to round, so a fraction
 * is refused). In the seller's table a factor that is absent or 0 gives 0 points (缺项得 0 分); in the other each
 * factor is asked for. Of several kinds the highest counts. Every fault is named.
 *
 * @example
 * scoreStaticRisk({ table: salesNational2016, factors: { area_m2: 201, bulk_chilled: 31, suppliers: 50 } });
 * // => { ok: true, value: { tenths: 105, factors: [{ id: "area_m2", tenths: 20 }, { id: "prepack_ambient", tenths: 0 }, { id: "prepack_chilled", tenths: 0 }, { id: "prepack_frozen", tenths: 0 }, { id: "bulk_ambient", tenths: 0 }, { id: "bulk_chilled", tenths: 65 }, { id: "bulk_frozen", tenths: 0 }, { id: "suppliers", tenths: 20 }] } }
 */
export function scoreStaticRisk(input: {
  readonly table: StaticRiskTable;
  readonly factors: StaticFactors;
}): Result<StaticRiskScore, Problem<GradingProblemCode>> {
  const { table, factors } = input;
  const problems: Problem<GradingProblemCode>[] = [];
  const scored: { id: string; tenths: number }[] = [];
  const known = new Set(table.factors.map((factor) => factor.id));
  for (const id of Object.keys(factors)) {
    if (!known.has(id))
      problems.push(problem("grading/static-factor-unknown", { table: table.id, factor: id }));
  }
  for (const factor of table.factors) {
    const value = Object.hasOwn(factors, factor.id) ? factors[factor.id] : undefined;
    if (value === undefined && !table.absentIsZero) {
      problems.push(problem("grading/static-factor-missing", { table: table.id, factor: factor.id }));
      continue;
    }
    const tenths = value === undefined ? 0 : scoreFactor(table, factor, value);
    if (tenths === undefined) {
      problems.push(
        problem("grading/static-factor-invalid", {
          table: table.id,
          factor: factor.id,
          value: String(value),
        }),
      );
    } else scored.push({ id: factor.id, tenths });
  }
  if (problems.length > 0) return refuseAll(problems);
  return ok({ tenths: scored.reduce((sum, factor) => sum + factor.tenths, 0), factors: scored });
}

const scoreFactor = (
  table: StaticRiskTable,
  factor: CountFactor | ChoiceFactor,
  value: number | string | readonly string[],
): number | undefined => {
  if (factor.kind === "choice") {
    if (typeof value === "number") return undefined;
    const ids = typeof value === "string" ? [value] : value;
    const found = ids.map((id) => factor.choices.find((choice) => choice.id === id)?.points);
    return found.reduce<number | undefined>(
      (most, points) => (most === undefined || points === undefined ? undefined : Math.max(most, points)),
      found[0],
    );
  }
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) return undefined;
  if (value === 0 && table.absentIsZero) return 0;
  return factor.bands.find((band) => band.upTo === null || value <= band.upTo)?.points;
};
