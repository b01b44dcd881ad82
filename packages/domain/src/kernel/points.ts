// Points are whole hundredths of a point (rules §1), so that sums are exact. Decimals enter and leave only here.

/** Whole hundredths of a point: 8640 is 86.40 points. */
export type Points = number;

/**
 * Points as people read them: two decimals, thousands grouped.
 *
 * @example
 * formatPoints(8640); // => "86.40"
 */
export function formatPoints(points: Points): string {
  const sign = points < 0 ? "-" : "";
  const whole = Math.abs(points);
  const units = String(Math.trunc(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${units}.${String(whole % 100).padStart(2, "0")}`;
}
