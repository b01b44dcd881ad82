// Decides which decimal a number of a rubric or measurement stands for, and divides exactly. Binary floating point never
// decides a rounding, a band, a threshold or a rate: every decimal becomes whole millionths, every quotient is rounded
// on whole numbers.
// Source: rules §6 "The arithmetic is exact on decimals", §1 "Points" (certain).

/** Whole millionths of one: 0.95 is 950,000. Decimals of at most 1e9 with at most 6 places fit a safe integer. */
export type Millionths = number;

/** Millionths in one. */
export const MILLION = 1_000_000;
/** Millionths in a hundredth of a point. */
export const MILLIONTHS_PER_HUNDREDTH = 10_000;
const LARGEST = 1_000_000_000;

/** Whether the number is finite and its size at most 1e9. */
export const isWithinSize = (value: number): boolean => Math.abs(value) <= LARGEST;

/** How many decimals the shortest form of a number with a size of at most 1e9 has: 0.25 has 2, 1e-7 has 7. */
export function countDecimals(value: number): number {
  const [mantissa = "", exponent = "0"] = String(value).split("e");
  return Math.max(0, (mantissa.split(".")[1]?.length ?? 0) - Number(exponent));
}

/**
 * The millionths of the decimal that `String(value)` writes. Not checked: the size (at most 1e9) and the decimals (at
 * most 6), within which the nearest millionth is that very decimal.
 *
 * @example
 * toMillionths(0.1); // => 100000
 * toMillionths(-4.35); // => -4350000
 */
export const toMillionths = (value: number): Millionths => Math.round(value * MILLION) + 0;

/** The number whose shortest form is the given millionths: the way back from `toMillionths`. */
export const toDecimal = (millionths: Millionths): number => millionths / MILLION;

/**
 * The hundredths of a decimal with at most 2 decimals. Not checked, as for `toMillionths`.
 *
 * @example
 * toHundredths(4.35); // => 435
 */
export const toHundredths = (value: number): number => Math.round(value * 100) + 0;

/** The quotient of two whole numbers ≥ 0 rounded half up, however long they are; the denominator is above 0. */
export const roundExactly = (numerator: bigint, denominator: bigint): number =>
  Number((2n * numerator + denominator) / (2n * denominator));

/**
 * a·b ÷ c rounded half up to a whole number: for values of 0 and more that is half away from zero. Exact for all safe
 * whole numbers a, b ≥ 0 and c ≥ 1, also where the product passes 2^53. Not checked: that they are.
 *
 * @example
 * roundQuotient(1, 1, 2); // => 1
 * roundQuotient(999999999, 1000000000000, 3000000000); // => 333333333000
 */
export function roundQuotient(a: number, b: number, c: number): number {
  const twice = 2 * a * b + c;
  // Below 2^53 every number here is whole and exact, and the quotient of two such never rounds up to the next whole.
  return twice <= Number.MAX_SAFE_INTEGER
    ? Math.floor(twice / (2 * c))
    : roundExactly(BigInt(a) * BigInt(b), BigInt(c));
}

/** The greatest common divisor of two whole numbers ≥ 0; of 0 and n it is n. */
export function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
