// Decides the rank of each of many units by their totals: competition ranking (1, 2, 2, 4), ties broken by nothing.
// Source: rules §7 "Ranking" (certain).
import type { Points } from "../kernel/points.js";
import type { WholeColumn } from "./whole-column.js";

/** Totals spread wider than this many hundredths for each unit are sorted instead of counted. */
const WIDEST_SPREAD = 64;
/** 20.00 points are always worth counting. */
const NARROW = 2_000;

function rankBySorting(totals: WholeColumn): Uint32Array {
  const sorted = totals.slice().sort();
  const rankOf = new Map<Points, number>();
  for (let i = sorted.length - 1; i >= 0; i -= 1) {
    const total = sorted[i] as number;
    if (!rankOf.has(total)) rankOf.set(total, sorted.length - i);
  }
  return Uint32Array.from(totals, (total) => rankOf.get(total) ?? 0);
}

/**
 * The competition rank of each total, the highest first: 1 + how many totals are above it. Totals are whole hundredths;
 * no totals give no ranks.
 *
 * @example
 * [...rankTotals({ totals: Float64Array.of(8600, 9000, 8600, 7000) })]; // => [2, 1, 2, 4]
 */
export function rankTotals({ totals }: { readonly totals: WholeColumn }): Uint32Array {
  if (totals.length === 0) return new Uint32Array(0);
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  for (const total of totals) {
    if (total < lowest) lowest = total;
    if (total > highest) highest = total;
  }
  const spread = highest - lowest + 1;
  if (spread > NARROW + WIDEST_SPREAD * totals.length) return rankBySorting(totals);
  // Counting sort: how many units have each total, turned into how many lie above it.
  const above = new Uint32Array(spread);
  for (const total of totals) above[total - lowest] = (above[total - lowest] as number) + 1;
  let passed = 0;
  for (let at = spread - 1; at >= 0; at -= 1) {
    const here = above[at] as number;
    above[at] = passed;
    passed += here;
  }
  const ranks = new Uint32Array(totals.length);
  for (let u = 0; u < ranks.length; u += 1) ranks[u] = (above[(totals[u] as number) - lowest] as number) + 1;
  return ranks;
}
