// Decides how alike two names are, so that one shop entered twice under slightly different names is found.
// Source: ours (Dice's coefficient over pairs of neighbouring characters, of the folded names).
import { foldName } from "../registry/fold-name.js";

function countPairs(name: string): ReadonlyMap<string, number> {
  const letters = [...foldName(name)];
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < letters.length; at += 1) {
    const pair = `${letters[at]}${letters[at + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
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
export function measureNameLikeness(one: string, other: string): number {
  if (foldName(one) === foldName(other)) return 1;
  const [a, b] = [countPairs(one), countPairs(other)];
  let shared = 0;
  let total = 0;
  for (const [pair, count] of a) {
    shared += Math.min(count, b.get(pair) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
