// The limit that risk grading is measured against: one plain loop with the seller's table and the grades hard-wired,
// as fast as it could be made here (a chain of comparisons per factor is seven times slower: it mispredicts).

/** One column per field, whole numbers. */
export type GradeLimitColumns = {
  readonly dynamicTenths: Uint16Array;
  readonly area: Uint16Array;
  readonly prepackAmbient: Uint16Array;
  readonly prepackChilled: Uint16Array;
  readonly prepackFrozen: Uint16Array;
  readonly bulkAmbient: Uint16Array;
  readonly bulkChilled: Uint16Array;
  readonly bulkFrozen: Uint16Array;
  readonly suppliers: Uint16Array;
  readonly raising: Uint8Array;
  readonly lowering: Uint8Array;
};

/** Five bands as a lookup over all 16-bit values; 0 is absent and gives nothing. */
function bands(
  ends: readonly [number, number, number, number],
  points: readonly [number, number, number, number, number],
) {
  const lookup = new Uint8Array(65_536);
  for (let value = 1; value < lookup.length; value += 1) {
    lookup[value] =
      value <= ends[0]
        ? points[0]
        : value <= ends[1]
          ? points[1]
          : value <= ends[2]
            ? points[2]
            : value <= ends[3]
              ? points[3]
              : points[4];
  }
  return lookup;
}

const area = bands([200, 1000, 2000, 3000], [10, 20, 25, 30, 40]);
const prepackAmbient = bands([500, 2000, 5000, 10_000], [5, 10, 12, 15, 20]);
const prepackChilled = bands([100, 300, 600, 1000], [10, 30, 40, 50, 70]);
const prepackFrozen = bands([100, 300, 600, 1000], [10, 15, 20, 25, 30]);
const bulkAmbient = bands([100, 300, 600, 1000], [10, 15, 20, 30, 50]);
const bulkChilled = bands([30, 50, 100, 150], [60, 65, 70, 80, 90]);
const bulkFrozen = bands([50, 100, 200, 300], [10, 20, 25, 30, 40]);
const suppliers = bands([50, 100, 200, 300], [20, 30, 40, 50, 60]);

const grade = new Uint8Array(4 * 1001);
for (let total = 0; total <= 1000; total += 1) {
  const plain = total <= 300 ? 0 : total <= 450 ? 1 : total <= 600 ? 2 : 3;
  const raised = plain === 3 ? 3 : plain + 1;
  grade.set([plain, raised, plain === 0 ? 0 : plain - 1, raised], 4 * total);
}

/** Grades 0 (A) to 3 (D) of all rows. */
export function gradeLimit(columns: GradeLimitColumns): Uint8Array {
  const c0 = columns.dynamicTenths;
  const c1 = columns.area;
  const c2 = columns.prepackAmbient;
  const c3 = columns.prepackChilled;
  const c4 = columns.prepackFrozen;
  const c5 = columns.bulkAmbient;
  const c6 = columns.bulkChilled;
  const c7 = columns.bulkFrozen;
  const c8 = columns.suppliers;
  const { raising, lowering } = columns;
  const out = new Uint8Array(c0.length);
  for (let i = 0; i < out.length; i += 1) {
    const total =
      (c0[i] as number) +
      (area[c1[i] as number] as number) +
      (prepackAmbient[c2[i] as number] as number) +
      (prepackChilled[c3[i] as number] as number) +
      (prepackFrozen[c4[i] as number] as number) +
      (bulkAmbient[c5[i] as number] as number) +
      (bulkChilled[c6[i] as number] as number) +
      (bulkFrozen[c7[i] as number] as number) +
      (suppliers[c8[i] as number] as number);
    out[i] = grade[4 * total + (raising[i] as number) + 2 * (lowering[i] as number)] as number;
  }
  return out;
}
