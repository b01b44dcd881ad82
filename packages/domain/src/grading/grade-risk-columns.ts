// Risk grades of a whole register at once, over columns; the same rule as grade-risk.ts for sellers.
// Source: rules §2; bar "Risk-grade 1,000,000 establishments" of the quality design.
import type { StaticRiskTable } from "./static-risk-tables.data.js";

/** Whole-number columns of equal length; scores in whole tenths of a point, flags 0 or 1. */
export type RiskColumns = {
  readonly dynamicTenths: Uint16Array;
  /** One column per factor of the table, in the table's order; 0 is "absent". */
  readonly factors: readonly Uint16Array[];
  readonly raising: Uint8Array;
  readonly lowering: Uint8Array;
};

/** A table made ready for columns: for each factor the tenths of every value that a column can hold. */
export type CompiledRiskTable = { readonly id: string; readonly points: readonly Uint8Array[] };

const VALUES = 65_536;

/**
 * The table with each factor turned into one lookup from a 16-bit value to tenths of a point.
 *
 * Only factors that are counts can be columns; throws a `RangeError` on a table with choices.
 *
 * @example
 * compileRiskTable(salesNational2016).points[7]?.[101]; // => 40
 */
export function compileRiskTable(table: StaticRiskTable): CompiledRiskTable {
  const points = table.factors.map((factor) => {
    if (factor.kind !== "count") throw new RangeError(`factor ${factor.id} of ${table.id} is not a count`);
    const lookup = new Uint8Array(VALUES);
    let from = table.absentIsZero ? 1 : 0;
    for (const band of factor.bands) {
      const to = band.upTo === null ? VALUES : Math.min(band.upTo + 1, VALUES);
      lookup.fill(band.points, from, Math.max(from, to));
      from = Math.max(from, to);
    }
    return lookup;
  });
  return { id: table.id, points };
}

/** Most that both scores can be together, in tenths, with room for a table that adds to more than 40 points. */
const TOTALS = 4096;

/** The grade of a total in tenths, 0 (A) to 3 (D), moved by its flags; raising outweighs lowering. */
export const riskGradeIndex = (totalTenths: number, raised: number, lowered: number): number => {
  const grade = totalTenths <= 300 ? 0 : totalTenths <= 450 ? 1 : totalTenths <= 600 ? 2 : 3;
  return raised > 0 ? Math.min(grade + 1, 3) : lowered > 0 ? Math.max(grade - 1, 0) : grade;
};

/** Total in tenths × flags (1 raised, 2 lowered) → grade. */
const gradeOfTotal = Uint8Array.from({ length: TOTALS * 4 }, (_, index) =>
  riskGradeIndex(Math.floor(index / 4), index % 2, index % 4 > 1 ? 1 : 0),
);

const BLOCK = 8192;
const GROUP = 8;

/**
 * The risk grade of each row as 0 (A) to 3 (D), equal to `gradeRisk` on the same facts.
 *
 * A factor's value of 65,535 stands for itself and all above. Columns shorter than `dynamicTenths` throw a
 * `RangeError`; scores and flags beyond their ranges are not checked.
 *
 * @example
 * const one = (value: number) => Uint16Array.of(value);
 * gradeRiskColumns({
 *   table: compileRiskTable(salesNational2016),
 *   columns: {
 *     dynamicTenths: one(300),
 *     factors: [one(100), one(0), one(0), one(0), one(0), one(0), one(0), one(0)],
 *     raising: Uint8Array.of(0),
 *     lowering: Uint8Array.of(0),
 *   },
 * })[0]; // => 1
 */
export function gradeRiskColumns(input: {
  readonly table: CompiledRiskTable;
  readonly columns: RiskColumns;
}): Uint8Array {
  const { dynamicTenths, factors, raising, lowering } = input.columns;
  const rows = dynamicTenths.length;
  const { points } = input.table;
  if (
    factors.length !== points.length ||
    [...factors, raising, lowering].some((column) => column.length < rows)
  ) {
    throw new RangeError("columns of unequal length, or not one per factor of the table");
  }
  const grades = new Uint8Array(rows);
  const groups = Math.max(1, Math.ceil(points.length / GROUP));
  for (let from = 0; from < rows; from += BLOCK) {
    const to = Math.min(rows, from + BLOCK);
    const block = (column: Uint16Array): Uint16Array => column.subarray(from, to);
    let totals = block(dynamicTenths);
    for (let group = 0; group < groups; group += 1) {
      const columns = factors.slice(group * GROUP, (group + 1) * GROUP).map(block);
      const lookups = points.slice(group * GROUP, (group + 1) * GROUP);
      if (group + 1 < groups) totals = addFactors(totals, columns, lookups);
      else {
        const flags = { raising: raising.subarray(from, to), lowering: lowering.subarray(from, to) };
        gradeBlock(grades.subarray(from, to), totals, columns, lookups, flags);
      }
    }
  }
  return grades;
}

const zeros = new Uint16Array(BLOCK);
const nothing = new Uint8Array(1);

/** Eight columns and lookups, the missing ones adding nothing, so that one loop serves any number of factors. */
const padded = <T>(list: readonly T[], filler: T): [T, T, T, T, T, T, T, T] => {
  const [a, b, c, d, e, f, g, h] = list;
  const or = (one: T | undefined): T => one ?? filler;
  return [or(a), or(b), or(c), or(d), or(e), or(f), or(g), or(h)];
};

function addFactors(
  before: Uint16Array,
  columns: readonly Uint16Array[],
  lookups: readonly Uint8Array[],
): Uint16Array {
  const totals = before.slice();
  columns.forEach((column, factor) => {
    const lookup = lookups[factor] ?? nothing;
    for (let i = 0; i < totals.length; i += 1) {
      totals[i] = (totals[i] as number) + (lookup[column[i] as number] as number);
    }
  });
  return totals;
}

function gradeBlock(
  grades: Uint8Array,
  totals: Uint16Array,
  columns: readonly Uint16Array[],
  lookups: readonly Uint8Array[],
  { raising, lowering }: { readonly raising: Uint8Array; readonly lowering: Uint8Array },
): void {
  const [a, b, c, d, e, f, g, h] = padded(columns, zeros);
  const [ofA, ofB, ofC, ofD, ofE, ofF, ofG, ofH] = padded(lookups, nothing);
  for (let i = 0; i < grades.length; i += 1) {
    const total =
      (totals[i] as number) +
      (ofA[a[i] as number] as number) +
      (ofB[b[i] as number] as number) +
      (ofC[c[i] as number] as number) +
      (ofD[d[i] as number] as number) +
      (ofE[e[i] as number] as number) +
      (ofF[f[i] as number] as number) +
      (ofG[g[i] as number] as number) +
      (ofH[h[i] as number] as number);
    const flags = (raising[i] as number) + 2 * (lowering[i] as number);
    grades[i] = gradeOfTotal[4 * total + flags] as number;
  }
}
