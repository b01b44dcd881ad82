// Rates are kept as numerator and denominator (rules §1): compared by cross-multiplication, only formatted as per
// cent. A denominator of 0 is "nothing due", never 0 % and never 100 %.

/** A share as two whole numbers; `of` 0 means that nothing was due. */
export type Rate = { readonly done: number; readonly of: number };

/** Whether nothing was due, so that no share exists. */
export const isNothingDue = (rate: Rate): boolean => rate.of === 0;

/**
 * Negative when `a` is the smaller share, positive when it is the larger, 0 when equal or when one has nothing due.
 * Exact for whole numbers up to 94 million on each side.
 *
 * @example
 * compareRates({ done: 1, of: 3 }, { done: 33, of: 100 }) > 0; // => true
 */
export const compareRates = (a: Rate, b: Rate): number =>
  a.of === 0 || b.of === 0 ? 0 : a.done * b.of - b.done * a.of;

/**
 * The share in per cent with one decimal, half up; `undefined` when nothing was due.
 *
 * @example
 * formatRate({ done: 2426, of: 3092 }); // => "78.5%"
 */
export function formatRate(rate: Rate): string | undefined {
  if (rate.of === 0) return undefined;
  const tenths = Math.floor((rate.done * 2000 + rate.of) / (2 * rate.of));
  return `${Math.trunc(tenths / 10)}.${tenths % 10}%`;
}
