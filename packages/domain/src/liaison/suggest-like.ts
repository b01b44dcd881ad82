// Which texts are like one that is being written or joined: a suggestion, a person decides.
// Source: issue "Third", Directory and liaison (merged with like ones); how much alike is enough is ours, a demonstration.

import type { MeasureDistance } from "../registry/find-duplicates.js";
import { foldName } from "../registry/fold-name.js";

export type LikeText = { readonly id: string; readonly subject: string; readonly text: string };

/** From which likeness on a text is suggested, in whole per cent, and how many at most. */
export const likeRules = { least: 40, most: 8 } as const;

const WHOLE = 100;

/** Pairs of neighbouring characters: words of Chinese are mostly two characters long and stand without blanks. */
function toPairs(text: string): ReadonlySet<string> {
  const letters = [...foldName(text)];
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

/** Twice what both have, by what each has: 0 nothing, 100 the same pairs. */
function comparePairs(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return Math.round((WHOLE * 2 * shared) / (a.size + b.size));
}

/**
 * The candidates that are enough alike, the most alike first: by how few changes lead from one subject to the other, or
 * by the pairs of characters that subject and text have in common, whichever is more.
 *
 * @example
 * const measure = (a: string, b: string) => (a === b ? 0 : Math.max(a.length, b.length));
 * suggestLikeTexts({
 *   subject: "小摊贩要不要办证",
 *   text: "",
 *   candidates: [
 *     { id: "a", subject: "小摊贩需要办证吗", text: "" },
 *     { id: "b", subject: "学校食堂留样多久", text: "" },
 *   ],
 *   measure,
 * }).map(({ id }) => id); // => ["a"]
 */
export function suggestLikeTexts({
  subject,
  text,
  candidates,
  measure,
}: {
  readonly subject: string;
  readonly text: string;
  readonly candidates: readonly LikeText[];
  readonly measure: MeasureDistance;
}): readonly { readonly id: string; readonly likeness: number }[] {
  const own = foldName(subject);
  const pairs = toPairs(subject);
  const wholePairs = toPairs(`${subject} ${text}`);
  return candidates
    .map((other) => {
      const theirs = foldName(other.subject);
      const longest = Math.max(own.length, theirs.length);
      const bySteps = longest === 0 ? 0 : Math.round((WHOLE * (longest - measure(own, theirs))) / longest);
      const likeness = Math.max(
        bySteps,
        comparePairs(pairs, toPairs(other.subject)),
        comparePairs(wholePairs, toPairs(`${other.subject} ${other.text}`)),
      );
      return { id: other.id, likeness };
    })
    .filter(({ likeness }) => likeness >= likeRules.least)
    .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
    .slice(0, likeRules.most);
}
