// How much of what was due has been visited, by territory, official and grade, for the office and every unit below.
// Source: rules §4 "Coverage"; denominators: no single document was found, F1-40 and after (I), so they are rules §4.
import type { GradeLetter } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { Coverage, CoverageCell, CoverageRow } from "./coverage.schema.js";
import { CoverageTally } from "./coverage-tally.js";
import { type Duty, type DutyQuestion, deriveDuties } from "./derive-duties.js";
import { findReferenceDay, measureLine, toWindow } from "./period.js";
import type { Period } from "./visit.schema.js";

/** A territory or an official as the table names it. */
export type Named = { readonly code: string; readonly name: string };

/** How the duties of a period are laid out. */
export type CoverageLayout = {
  readonly period: Period;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  /** What the total is of; every duty given counts in it. */
  readonly territory: Named;
  /** Rows of the table by territory, in this order; they may lie inside one another. */
  readonly territories: readonly Named[];
  readonly tree: Pick<TerritoryTree, "ancestorsOf">;
  readonly nameOfOfficial?: ((id: string) => string) | undefined;
};

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
  const { period, asOf, knownOn, territory, tree, nameOfOfficial = (id) => id } = input;
  const window = toWindow(period);
  const rows = input.territories.map((one) => new RowTally(one.code, one.name));
  const rowsAt = rowFinder(rows, tree);
  const total = new RowTally(territory.code, territory.name);
  const officials = new Map<string, RowTally>();
  for (const duty of input.duties) {
    if (!duty.registered) continue;
    total.add(duty, asOf);
    for (const row of rowsAt(duty.place)) row.add(duty, asOf);
    const key = duty.official ?? "";
    const known = officials.get(key);
    const row = known ?? new RowTally(key, key === "" ? "" : nameOfOfficial(key));
    if (known === undefined) officials.set(key, row);
    row.add(duty, asOf);
  }
  return {
    period,
    asOf,
    knownOn,
    referenceDay: findReferenceDay({ window, asOf }),
    windowEnd: window.last,
    line: measureLine({ window, asOf }),
    territory: territory.code,
    total: total.toRow(),
    territories: rows.map((row) => row.toRow()),
    officials: [...officials.values()].sort((a, b) => (a.key < b.key ? -1 : 1)).map((row) => row.toRow()),
  };
}

class RowTally {
  private readonly grades: { readonly [G in GradeLetter | "none"]: CoverageTally } = {
    A: new CoverageTally(),
    B: new CoverageTally(),
    C: new CoverageTally(),
    D: new CoverageTally(),
    none: new CoverageTally(),
  };
  private readonly all = new CoverageTally();

  constructor(
    readonly key: string,
    readonly name: string,
  ) {}

  add(duty: Duty, asOf: PlainDate): void {
    const letter: GradeLetter | "none" = duty.grade ?? "none";
    this.grades[letter].add(duty, asOf);
    this.all.add(duty, asOf);
  }

  toRow(): CoverageRow {
    const { A, B, C, D, none } = this.grades;
    const cell = (tally: CoverageTally): CoverageCell => tally.toCell();
    return {
      key: this.key,
      name: this.name,
      grades: { A: cell(A), B: cell(B), C: cell(C), D: cell(D), none: cell(none) },
      total: cell(this.all),
    };
  }
}

/** The rows whose territory holds a place; each place is walked up once. */
function rowFinder(
  rows: readonly RowTally[],
  tree: Pick<TerritoryTree, "ancestorsOf">,
): (place: string | null) => readonly RowTally[] {
  const byCode = new Map<string, RowTally[]>();
  for (const row of rows) {
    const list = byCode.get(row.key);
    if (list === undefined) byCode.set(row.key, [row]);
    else list.push(row);
  }
  const known = new Map<string, readonly RowTally[]>();
  return (place) => {
    if (place === null) return [];
    const found =
      known.get(place) ?? [place, ...tree.ancestorsOf(place)].flatMap((code) => byCode.get(code) ?? []);
    known.set(place, found);
    return found;
  };
}
