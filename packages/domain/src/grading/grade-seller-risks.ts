// Risk grades of many sellers at once, a plain row in and a result out; the same rule as grade-risk.ts.
// Source: rules §2; table `sales_national_2016`; bar "Risk-grade 1,000,000 establishments" of the quality design.
import { type RiskGrade, riskGrades } from "./grade.schema.js";
import { compileRiskTable, riskGradeIndex } from "./grade-risk-columns.js";
import { salesNational2016 } from "./static-risk-tables.data.js";

/** A seller's facts: whole numbers, 0 where it has none of it; the dynamic score in whole tenths of a point. */
export type SellerRiskRow = {
  readonly dynamicTenths: number;
  readonly area_m2: number;
  readonly prepack_ambient: number;
  readonly prepack_chilled: number;
  readonly prepack_frozen: number;
  readonly bulk_ambient: number;
  readonly bulk_chilled: number;
  readonly bulk_frozen: number;
  readonly suppliers: number;
  readonly raising: boolean;
  readonly lowering: boolean;
};

/** A risk grade and the sum of both scores in whole tenths of a point. */
export type SellerRisk = { readonly grade: RiskGrade; readonly totalTenths: number };

const MOST_TENTHS = 1000;

/** The results that exist are few, so each is made once and shared. */
let shared: readonly SellerRisk[] | undefined;
const makeResults = (): readonly SellerRisk[] =>
  Array.from({ length: (MOST_TENTHS + 1) * 4 }, (_, index) => {
    const totalTenths = Math.floor(index / 4);
    const grade = riskGrades[riskGradeIndex(totalTenths, index % 2, index % 4 > 1 ? 1 : 0)] ?? riskGrades[3];
    return Object.freeze({ grade, totalTenths });
  });

const VALUES = 65_536;

/**
 * The risk grade of each seller, in the order of the rows, equal to `gradeRisk` on the same facts.
 *
 * Counts are whole numbers up to 65,535, which stands for itself and all above; a fraction, a missing or negative
 * number or a sum above 100 points throws a `RangeError` with the row's number. Results are shared and frozen.
 *
 * @example
 * const none = { area_m2: 0, prepack_ambient: 0, prepack_chilled: 0, prepack_frozen: 0, bulk_ambient: 0, bulk_chilled: 0, bulk_frozen: 0 };
 * gradeSellerRisks({ rows: [{ ...none, dynamicTenths: 281, suppliers: 50, raising: false, lowering: false }] });
 * // => [{ grade: "B", totalTenths: 301 }]
 */
export function gradeSellerRisks(input: { readonly rows: readonly SellerRiskRow[] }): readonly SellerRisk[] {
  shared ??= makeResults();
  const results = shared;
  const { points } = compileRiskTable(salesNational2016);
  const lookupOf = (factor: number): Uint8Array => points.subarray(factor * VALUES, (factor + 1) * VALUES);
  const area = lookupOf(0);
  const ambient = lookupOf(1);
  const chilled = lookupOf(2);
  const frozen = lookupOf(3);
  const bulkAmbient = lookupOf(4);
  const bulkChilled = lookupOf(5);
  const bulkFrozen = lookupOf(6);
  const suppliers = lookupOf(7);
  const graded = new Array<SellerRisk>(input.rows.length);
  for (let i = 0; i < graded.length; i += 1) {
    const row = input.rows[i] as SellerRiskRow;
    const total =
      row.dynamicTenths +
      (area[row.area_m2] as number) +
      (ambient[row.prepack_ambient] as number) +
      (chilled[row.prepack_chilled] as number) +
      (frozen[row.prepack_frozen] as number) +
      (bulkAmbient[row.bulk_ambient] as number) +
      (bulkChilled[row.bulk_chilled] as number) +
      (bulkFrozen[row.bulk_frozen] as number) +
      (suppliers[row.suppliers] as number);
    // A value that no lookup has makes the sum no number, and that has no result.
    const result = results[4 * total + (row.raising ? 1 : 0) + (row.lowering ? 2 : 0)];
    if (result === undefined)
      throw new RangeError(`row ${i} holds a number that the seller's table cannot grade`);
    graded[i] = result;
  }
  return graded;
}
