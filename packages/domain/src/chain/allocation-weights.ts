// The four objectives in one sum of whole numbers. A plan is the best in their order when no round trip of moves makes
// the sum smaller, and a round trip meets each official once and the loads at two places: so each weight need only
// exceed what the later objectives can change in one round trip, not in a whole plan, and the sums stay exact.
// Source: rules §3 "Allocation" (lexicographic order).
import type { AllocationModel } from "./allocation-model.js";

/** What each objective weighs; an official of the grid counts −1. */
export type AllocationWeights = {
  readonly unassigned: number;
  readonly squares: number;
  readonly changed: number;
};

/** Numbers beyond this are refused, so that no sum of two of them is rounded. */
const MOST_WEIGHT = 2 ** 51;

/** Weights for the order of objectives; throws a `RangeError` for loads that no office has (over 10^7 and 10^4 officials). */
export function findWeights(
  { officials, establishments, base }: AllocationModel,
  order: "even-first" | "keep-first",
): AllocationWeights {
  const step = officials.length + 2;
  const mostLoad = base.reduce((most, load) => Math.max(most, load), 0) + establishments.length;
  const evenFirst = { changed: step, squares: step * step, unassigned: (2 * mostLoad + 2) * step * step };
  const changed = (2 * mostLoad + 3) * step;
  const weights =
    order === "even-first" ? evenFirst : { squares: step, changed, unassigned: (step + 1) * changed };
  if (weights.unassigned > MOST_WEIGHT)
    throw new RangeError(
      `loads up to ${mostLoad} of ${officials.length} officials are too many for one plan`,
    );
  return weights;
}
