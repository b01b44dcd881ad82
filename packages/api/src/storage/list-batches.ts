/** Rows of one insert: above this a statement gains nothing and its parameters near the protocol's 65,535. */
const BATCH = 1000;

/** The rows in order, cut into statements' worth; no batch is empty. */
export function listBatches<T>(rows: readonly T[], size: number = BATCH): readonly (readonly T[])[] {
  const batches: (readonly T[])[] = [];
  for (let start = 0; start < rows.length; start += size) batches.push(rows.slice(start, start + size));
  return batches;
}
