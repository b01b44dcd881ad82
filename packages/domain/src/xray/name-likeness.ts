// Decides how alike two names are, so that one shop entered twice under slightly different names is found.
// Source: ours (Dice's coefficient over pairs of neighbouring characters, of the folded names).
import { foldName } from "../registry/fold-name.js";

/** A name as it is measured: folded, with its pairs counted; made once for a name that is held against many. */
export type MeasuredName = {
  readonly folded: string;
  readonly pairs: ReadonlyMap<string, number>;
  readonly total: number;
};

/** The name made ready to be held against others. */
export function toMeasuredName(name: string): MeasuredName {
  const folded = foldName(name);
  const letters = [...folded];
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return { folded, pairs: counts, total: Math.max(0, letters.length - 1) };
}

/** How alike two names made ready are; see `measureNameLikeness`. */
export function measureLikeness(one: MeasuredName, other: MeasuredName): number {
  if (one.folded === other.folded) return 1;
  let shared = 0;
  for (const [pair, count] of one.pairs) shared += Math.min(count, other.pairs.get(pair) ?? 0);
  const total = one.total + other.total;
  return total === 0 ? 0 : (2 * shared) / total;
}

/**
 * How alike two names are, from 0 (no two neighbouring characters in common) to 1 (the same pairs); the order of the two
 * does not matter. Names of one character are alike only when they are the same.
 *
 * @example
 * measureNameLikeness("老槐树面馆", "老槐树面 馆"); // => 1
 * measureNameLikeness("老槐树面馆", "老槐树拉面馆"); // => 0.6666666666666666
 * measureNameLikeness("甲", "乙"); // => 0
 */
export const measureNameLikeness = (one: string, other: string): number =>
  measureLikeness(toMeasuredName(one), toMeasuredName(other));
