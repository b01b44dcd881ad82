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

/** A table made ready for columns: for each factor the points of every value, the last for all above. */
export type CompiledRiskTable = { readonly id: string; readonly points: readonly Uint8Array[] };

/**
 * The table with each factor turned into one lookup from value to tenths, up to the first value of its open band.
 *
 * Only factors that are counts can be columns; throws a `RangeError` on a table with choices.
 *
 * @example
 * compileRiskTable(salesNational2016).points[7]?.[101]; // => 40
 */
export function compileRiskTable(table: StaticRiskTable): CompiledRiskTable {
  const points = table.factors.map((factor) => {
    if (factor.kind !== "count") throw new RangeError(`factor ${factor.id} of ${table.id} is not a count`);
    const top = factor.bands.reduce((most, band) => Math.max(most, band.upTo ?? 0), 0) + 1;
    const lookup = new Uint8Array(top + 1);
    for (let value = table.absentIsZero ? 1 : 0; value <= top; value += 1) {
      lookup[value] = factor.bands.find((band) => band.upTo === null || value <= band.upTo)?.points ?? 0;
    }
    return lookup;
  });
  return { id: table.id, points };
}

const BLOCK = 8192;

/**
 * The risk grade of each row as 0 (A) to 3 (D), equal to `gradeRisk` on the same facts.
 *
 * Values above a factor's open band count as its last. Columns shorter than `dynamicTenths` throw a `RangeError`.
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
  // A block stays in the first-level cache while the factors pass over it.
  const totals = new Uint16Array(BLOCK);
  for (let from = 0; from < rows; from += BLOCK) {
    const size = Math.min(BLOCK, rows - from);
    totals.set(dynamicTenths.subarray(from, from + size));
    for (let f = 0; f < points.length; f += 1) {
      addFactor(totals, factors[f] as Uint16Array, points[f] as Uint8Array, from, size);
    }
    for (let i = 0; i < size; i += 1) {
      const total = totals[i] as number;
      const up = raising[from + i] as number;
      const down = lowering[from + i] as number;
      const moved =
        (total > 300 ? 1 : 0) + (total > 450 ? 1 : 0) + (total > 600 ? 1 : 0) + up - (down & (up ^ 1));
      grades[from + i] = Math.min(Math.max(moved, 0), 3);
    }
  }
  return grades;
}

function addFactor(
  totals: Uint16Array,
  column: Uint16Array,
  lookup: Uint8Array,
  from: number,
  size: number,
): void {
  const top = lookup.length - 1;
  for (let i = 0; i < size; i += 1) {
    const value = column[from + i] as number;
    totals[i] = (totals[i] as number) + (lookup[Math.min(value, top)] as number);
  }
}
