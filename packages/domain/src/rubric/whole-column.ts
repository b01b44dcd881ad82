// Room for the whole numbers that scoring works on, many units side by side.

/**
 * Whole numbers, half as wide where all of them are below 2^31 in size: with thousands of units memory is what is waited
 * for.
 */
export type WholeColumn = Int32Array | Float64Array;

/** Room for `length` whole numbers, all 0. */
export const createColumn = (isNarrow: boolean, length: number): WholeColumn =>
  isNarrow ? new Int32Array(length) : new Float64Array(length);

/** Whether a whole number fits a narrow column. */
export const isNarrow = (whole: number): boolean => Math.abs(whole) < 2 ** 31;
