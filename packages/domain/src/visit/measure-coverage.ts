// How much of what was due has been visited, by territory, official and grade, for the office and every unit below.
// Source: rules §4 "Coverage"; denominators: no single document was found, F1-40 and after (I), so they are rules §4.
import type { Coverage } from "./coverage.schema.js";
import { CoverageCount, type CoverageLayout } from "./coverage-count.js";
import { type Duty, type DutyQuestion, deriveDuties } from "./derive-duties.js";

/**
 * The coverage of a period: done ÷ due by territory × grade, by official × grade and in all.
 *
 * Duties are those of `deriveDuties`; every establishment given counts in the total, also one whose place is not
 * known and that stands in no territory's row. A territory counts what lies in it or anywhere below it. In the table by
 * official an establishment with nobody stands under the empty key; an official without registered establishments has
 * no row. Ungraded ones stand under `none`, where nothing is ever due. A cell with nothing due has no rate. `short` is
 * against the line of each establishment's own window; it is not additive.
 *
 * @example
 * const from = "2026-01-01";
 * measureCoverage({
 *   establishments: [{ id: "e1", states: [{ value: "active", from }], grades: [{ value: pairingGrades[3], from }], riskGrades: [], places: [{ value: "990106001001", from }], officials: [] }],
 *   visits: [], rules: defaultFrequencyRules, period: "2026Q4", asOf: "2026-12-18", knownOn: "2026-12-18",
 *   territory: { code: "990106", name: "云汀区" }, territories: [{ code: "990106001", name: "望澜街道" }],
 *   tree: createTerritoryTree({ nodes: [], asOf: "2026-12-18" }),
 * }).territories[0]?.total; // => { registered: 1, due: 1, done: 0, notDone: 1, waived: 0, atRisk: 1, overdue: 0, short: 1, progress: "behind" }
 */
export const measureCoverage = (input: Omit<DutyQuestion, "period"> & CoverageLayout): Coverage =>
  composeCoverage({ ...input, duties: deriveDuties(input) });

/**
 * The coverage table of duties that are already derived for the same period, `asOf` and `knownOn`.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-12-18" });
 * const day = "2026-12-18";
 * composeCoverage({ duties: [], period: "2026Q4", asOf: day, knownOn: day, territory: { code: "99", name: "" }, territories: [], tree }).line;
 * // => { passed: 79, days: 92 }
 */
export function composeCoverage(input: CoverageLayout & { readonly duties: readonly Duty[] }): Coverage {
  const count = new CoverageCount(input);
  for (const duty of input.duties) count.add(duty);
  return count.toCoverage();
}
