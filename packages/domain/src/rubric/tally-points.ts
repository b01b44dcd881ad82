// Decides base, bonus, bounds and verdict from the sums over a unit's items. The sums are kept, so that a changed item
// is taken out and put back in without adding up the others again.
// Source: rules §6 "Score sheet" (certain).
import type { Points } from "../kernel/points.js";
import type { CompiledItem, CompiledRubric } from "./compile-rubric.js";
import { roundQuotient } from "./exact-decimal.js";
import { type ReadingStatus, readingStatus } from "./parse-measurements.js";
import { type Verdict, verdicts } from "./rubric.schema.js";

/** Sums over the items of one unit, points in whole hundredths. */
export type Tally = {
  /** Obtained by key and basic items, before rescaling. */
  readonly base: Points;
  /** Obtained by bonus items, before the cap. */
  readonly bonus: Points;
  /** Points of unmeasured key and basic items. */
  readonly openBase: Points;
  /** Points of unmeasured bonus items. */
  readonly openBonus: Points;
  /** Points of key and basic items that do not apply. */
  readonly outside: Points;
  /** How many vetoes are triggered and key items short: each one fails. */
  readonly failing: number;
  /** How many key items and vetoes are unmeasured: each one keeps from a pass. */
  readonly pending: number;
};

/** The sums over no items. */
export const emptyTally: Tally = {
  base: 0,
  bonus: 0,
  openBase: 0,
  openBonus: 0,
  outside: 0,
  failing: 0,
  pending: 0,
};

/** What an item obtains; a veto nothing. */
export const settlePoints = (item: CompiledItem, status: ReadingStatus, result: number): Points => {
  if (item.kind === "veto" || status === readingStatus.unmeasured) return 0;
  return status === readingStatus.measured ? result : item.notApplicablePoints;
};

/** Whether a measured key item stays below the rate that the rubric asks, or a measured veto is triggered. */
export const isFailing = (item: CompiledItem, status: ReadingStatus, result: number): boolean =>
  status === readingStatus.measured && (item.kind === "veto" ? result === 1 : result < item.floor);

/** Whether a pass has to wait for the item's measurement. */
export const isPending = (item: CompiledItem, status: ReadingStatus): boolean =>
  status === readingStatus.unmeasured && (item.kind === "key" || item.kind === "veto");

/** The sums with one item added (`times` 1) or taken out (`times` −1). */
export function tallyItem(
  tally: Tally,
  item: CompiledItem,
  {
    status,
    result,
    times,
  }: { readonly status: ReadingStatus; readonly result: number; readonly times: 1 | -1 },
): Tally {
  const points = times * settlePoints(item, status, result);
  const open = status === readingStatus.unmeasured ? times * item.points : 0;
  const outside = status >= readingStatus.notApplicable ? times * item.points : 0;
  const isBonus = item.kind === "bonus";
  return {
    base: tally.base + (isBonus ? 0 : points),
    bonus: tally.bonus + (isBonus ? points : 0),
    openBase: tally.openBase + (isBonus ? 0 : open),
    openBonus: tally.openBonus + (isBonus ? open : 0),
    outside: tally.outside + (isBonus ? 0 : outside),
    failing: tally.failing + (isFailing(item, status, result) ? times : 0),
    pending: tally.pending + (isPending(item, status) ? times : 0),
  };
}

/** The sum scaled to the points of all key and basic items, rounded once; 0 where none applies. */
export function rescalePoints(compiled: CompiledRubric, sum: Points, outside: Points): Points {
  if (!compiled.rescales || outside === 0) return sum;
  const applicable = compiled.basePoints - outside;
  return applicable === 0 ? 0 : roundQuotient(sum, compiled.basePoints, applicable);
}

/** The verdict's place in `verdicts` from its bounds and from what fails or is pending. */
export const decideVerdict = (
  minTotal: Points,
  lower: Points,
  upper: Points,
  failing: number,
  pending: number,
): number => {
  if (failing > 0 || upper < minTotal) return 1;
  return pending === 0 && lower >= minTotal ? 0 : 2;
};

/** Base, bonus, bounds and verdict. */
export type Totals = {
  readonly base: Points;
  readonly bonus: Points;
  readonly lower: Points;
  readonly upper: Points;
  readonly verdict: Verdict;
};

/** The totals that the sums of a unit give; `lower` is the total. */
export function toTotals(compiled: CompiledRubric, tally: Tally): Totals {
  const { minTotal, bonusCap, bonusCounts } = compiled;
  const base = rescalePoints(compiled, tally.base, tally.outside);
  const bonus = Math.min(bonusCap, tally.bonus);
  const lower = base + (bonusCounts ? bonus : 0);
  const upper =
    rescalePoints(compiled, tally.base + tally.openBase, tally.outside) +
    (bonusCounts ? Math.min(bonusCap, tally.bonus + tally.openBonus) : 0);
  const verdict =
    verdicts[decideVerdict(minTotal, lower, upper, tally.failing, tally.pending)] ?? "undetermined";
  return { base, bonus, lower, upper, verdict };
}
