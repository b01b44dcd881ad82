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
export type CompiledRiskTable = {
  readonly id: string;
  readonly factors: number;
  /** One lookup after another, 65,536 values each; eight at least, those beyond the factors add nothing. */
  readonly points: Uint8Array;
};

const VALUES = 65_536;

/** Factors that one loop adds; of a table with more, the ones before the last eight are added a pass each. */
const GROUP = 8;

/**
 * The table with each factor turned into a lookup from a 16-bit value to tenths of a point.
 *
 * Only factors that are counts can be columns; throws a `RangeError` on a table with choices.
 *
 * @example
 * compileRiskTable(salesNational2016).points[7 * 65536 + 101]; // => 40
 */
export function compileRiskTable(table: StaticRiskTable): CompiledRiskTable {
  // Eight lookups at least, the missing ones zero, so that one loop serves any number of factors.
  const points = new Uint8Array(VALUES * Math.max(table.factors.length, GROUP));
  table.factors.forEach((factor, index) => {
    if (factor.kind !== "count") throw new RangeError(`factor ${factor.id} of ${table.id} is not a count`);
    let from = table.absentIsZero ? 1 : 0;
    for (const band of factor.bands) {
      const to = band.upTo === null ? VALUES : Math.min(band.upTo + 1, VALUES);
      points.fill(band.points, index * VALUES + from, index * VALUES + Math.max(from, to));
      from = Math.max(from, to);
    }
  });
  return { id: table.id, factors: table.factors.length, points };
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
  if (
    factors.length !== input.table.factors ||
    [...factors, raising, lowering].some((column) => column.length < rows)
  ) {
    throw new RangeError("columns of unequal length, or not one per factor of the table");
  }
  const grades = new Uint8Array(rows);
  const first = Math.max(0, factors.length - GROUP);
  const totals =
    first === 0 ? dynamicTenths : addFactors(dynamicTenths, factors.slice(0, first), input.table.points);
  const points = input.table.points.subarray(first * VALUES, (first + GROUP) * VALUES);
  gradeGroup(grades, totals, factors.slice(first), points, raising, lowering);
  return grades;
}

/** Totals with the factors added, one pass per factor. */
function addFactors(before: Uint16Array, columns: readonly Uint16Array[], points: Uint8Array): Uint16Array {
  const totals = before.slice();
  columns.forEach((column, factor) => {
    const lookup = points.subarray(factor * VALUES, (factor + 1) * VALUES);
    for (let i = 0; i < totals.length; i += 1) {
      totals[i] = (totals[i] as number) + (lookup[column[i] as number] as number);
    }
  });
  return totals;
}

/** Eight lookups lie behind one another, so that the loop holds one address instead of eight. */
function gradeGroup(
  grades: Uint8Array,
  totals: Uint16Array,
  columns: readonly Uint16Array[],
  points: Uint8Array,
  raising: Uint8Array,
  lowering: Uint8Array,
): void {
  // A column that is missing is read as the totals are: its lookup adds nothing.
  const [a = totals, b = totals, c = totals, d = totals, e = totals, f = totals, g = totals, h = totals] =
    columns;
  for (let i = 0; i < grades.length; i += 1) {
    const total =
      (totals[i] as number) +
      (points[a[i] as number] as number) +
      (points[VALUES + (b[i] as number)] as number) +
      (points[2 * VALUES + (c[i] as number)] as number) +
      (points[3 * VALUES + (d[i] as number)] as number) +
      (points[4 * VALUES + (e[i] as number)] as number) +
      (points[5 * VALUES + (f[i] as number)] as number) +
      (points[6 * VALUES + (g[i] as number)] as number) +
      (points[7 * VALUES + (h[i] as number)] as number);
    const flags = (raising[i] as number) + 2 * (lowering[i] as number);
    grades[i] = gradeOfTotal[4 * total + flags] as number;
  }
}
