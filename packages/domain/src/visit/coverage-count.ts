// Coverage that is counted duty by duty, so that one changed duty does not mean counting all of them again.
// Source: rules §4 "Coverage".
import type { GradeLetter } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { Coverage, CoverageRow } from "./coverage.schema.js";
import { CoverageTally, type Line } from "./coverage-tally.js";
import type { Duty } from "./derive-duties.js";
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
  /** False leaves the rows by official out, of which a district has thousands. */
  readonly officials?: boolean | undefined;
};

/**
 * A count of duties that can be added to and taken from. After any such changes its table is that of `composeCoverage`
 * over the duties that are in it.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-12-18" });
 * const day = "2026-12-18";
 * new CoverageCount({ period: "2026Q4", asOf: day, knownOn: day, territory: { code: "99", name: "" }, territories: [], tree }).toCoverage().line;
 * // => { passed: 79, days: 92 }
 */
export class CoverageCount {
  private readonly total: RowTally;
  private readonly rows: readonly RowTally[];
  private readonly rowsAt: (place: string | null) => readonly RowTally[];
  private readonly officials = new Map<string, RowTally>();
  private readonly lines = new Map<Period, Line>();

  constructor(private readonly layout: CoverageLayout) {
    const { territory, territories, tree } = layout;
    this.total = new RowTally(territory.code, territory.name);
    this.rows = territories.map(({ code, name }) => new RowTally(code, name));
    this.rowsAt = rowFinder(this.rows, tree);
  }

  add(duty: Duty): void {
    this.count(duty, 1);
  }

  /** Takes out a duty that was added, just as it was then. */
  remove(duty: Duty): void {
    this.count(duty, -1);
  }

  toCoverage(): Coverage {
    const { period, asOf, knownOn, territory } = this.layout;
    const window = toWindow(period);
    const lineOf = (of: Period): Line => {
      const line = this.lines.get(of) ?? measureLine({ window: toWindow(of), asOf });
      this.lines.set(of, line);
      return line;
    };
    const officials = [...this.officials.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    return {
      period,
      asOf,
      knownOn,
      referenceDay: findReferenceDay({ window, asOf }),
      windowEnd: window.last,
      line: measureLine({ window, asOf }),
      territory: territory.code,
      total: this.total.toRow(lineOf),
      territories: this.rows.map((row) => row.toRow(lineOf)),
      officials: officials.map((row) => row.toRow(lineOf)),
    };
  }

  private count(duty: Duty, by: 1 | -1): void {
    if (!duty.registered) return;
    this.total.count(duty, by);
    for (const row of this.rowsAt(duty.place)) row.count(duty, by);
    if (this.layout.officials === false) return;
    const key = duty.official ?? "";
    const row = this.officials.get(key) ?? new RowTally(key, this.nameOf(key));
    row.count(duty, by);
    if (row.isEmpty) this.officials.delete(key);
    else this.officials.set(key, row);
  }

  private nameOf(official: string): string {
    if (official === "") return "";
    return this.layout.nameOfOfficial?.(official) ?? official;
  }
}

type Column = GradeLetter | "none";

class RowTally {
  private readonly grades = new Map<Column, CoverageTally>();
  private readonly all = new CoverageTally();

  constructor(
    readonly key: string,
    readonly name: string,
  ) {}

  get isEmpty(): boolean {
    return this.all.isEmpty;
  }

  count(duty: Duty, by: 1 | -1): void {
    this.tallyOf(duty.grade ?? "none").count(duty, by);
    this.all.count(duty, by);
  }

  toRow(lineOf: (period: Period) => Line): CoverageRow {
    const cell = (column: Column) => (this.grades.get(column) ?? nothing).toCell(lineOf);
    return {
      key: this.key,
      name: this.name,
      grades: { A: cell("A"), B: cell("B"), C: cell("C"), D: cell("D"), none: cell("none") },
      total: this.all.toCell(lineOf),
    };
  }

  private tallyOf(column: Column): CoverageTally {
    const known = this.grades.get(column);
    if (known !== undefined) return known;
    const tally = new CoverageTally();
    this.grades.set(column, tally);
    return tally;
  }
}

const nothing = new CoverageTally();

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
