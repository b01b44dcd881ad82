// Decides the scores of many units by one rubric, whole columns at a time, with their ranks: every item, every section,
// every veto, base, bonus, bounds, verdict. It gives the same numbers as scoring each unit by itself.
// Source: rules §6 "Score sheet", §7 "Ranking" (certain).
import type { CompiledItem, CompiledRubric } from "./compile-rubric.js";
import { type Columns, itemKernels } from "./item-kernels.js";
import { type Readings, readingStatus } from "./parse-measurements.js";
import { rankTotals } from "./rank-totals.js";
import { decideVerdict, rescalePoints } from "./tally-points.js";

/** Units scored at a time, so that the sums of a block and one column of it stay in the fastest cache. */
const BLOCK = 512;

/**
 * Scores of many units, points in whole hundredths. Item `i` of unit `u` stands at `items[i * units + u]` (a veto is 1
 * where triggered), section `s` at `sections[s * units + u]`; a verdict is its place in `verdicts`.
 */
export type UnitScores = {
  readonly units: number;
  readonly items: Float64Array;
  readonly sections: Float64Array;
  readonly base: Float64Array;
  readonly bonus: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly verdict: Uint8Array;
  readonly rank: Uint32Array;
};

/**
 * The readings of many units as columns, for `scoreUnits`.
 */
export function toColumns({
  compiled,
  units,
}: {
  readonly compiled: CompiledRubric;
  readonly units: readonly Readings[];
}): Columns {
  const count = units.length;
  const values = new Float64Array(compiled.slots * count);
  const status = new Uint8Array(compiled.items.length * count);
  for (const [u, readings] of units.entries()) {
    for (const { index, slot } of compiled.items) {
      const reading = readings[index];
      if (reading === undefined) continue;
      status[index * count + u] = reading.status;
      for (const [k, value] of reading.values.entries()) values[(slot + k) * count + u] = value;
    }
  }
  return { units: count, values, status };
}

/** The sums of one block of units, in places 0 … BLOCK. */
type BlockSums = {
  readonly points: Float64Array;
  readonly open: Float64Array;
  readonly outside: Float64Array;
};

const createSums = (): BlockSums => ({
  points: new Float64Array(BLOCK),
  open: new Float64Array(BLOCK),
  outside: new Float64Array(BLOCK),
});

const FAILING = 1;
const PENDING = 2;

/** Settles the items that were not measured, and adds the item to its sums. */
function addItem(
  item: CompiledItem,
  { units, status }: Columns,
  { from, to, flags }: { readonly from: number; readonly to: number; readonly flags: Uint8Array },
  { items, sections }: UnitScores,
  { points, open, outside }: BlockSums,
): void {
  const at = item.index * units;
  const section = item.section * units;
  const { floor, notApplicablePoints } = item;
  const worth = item.points;
  const pending = item.kind === "key" ? PENDING : 0;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    let obtained = items[at + u] as number;
    const state = status[at + u];
    if (state === readingStatus.measured) {
      if (obtained < floor) flags[b] = (flags[b] as number) | FAILING;
    } else {
      if (state === readingStatus.unmeasured) {
        obtained = 0;
        open[b] = (open[b] as number) + worth;
        flags[b] = (flags[b] as number) | pending;
      } else {
        obtained = notApplicablePoints;
        outside[b] = (outside[b] as number) + worth;
      }
      items[at + u] = obtained;
    }
    points[b] = (points[b] as number) + obtained;
    sections[section + u] = (sections[section + u] as number) + obtained;
  }
}

function addVeto(
  item: CompiledItem,
  { units, status }: Columns,
  { from, to, flags }: { readonly from: number; readonly to: number; readonly flags: Uint8Array },
  { items }: UnitScores,
): void {
  const at = item.index * units;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    const state = status[at + u];
    if (state !== readingStatus.measured) items[at + u] = 0;
    if (state === readingStatus.unmeasured) flags[b] = (flags[b] as number) | PENDING;
    flags[b] = (flags[b] as number) | (items[at + u] as number);
  }
}

/** Totals and verdicts of one block from its sums. */
function settleBlock(
  compiled: CompiledRubric,
  { from, to, flags }: { readonly from: number; readonly to: number; readonly flags: Uint8Array },
  scores: UnitScores,
  [main, extra]: readonly [BlockSums, BlockSums],
): void {
  const { minTotal, bonusCap, bonusCounts } = compiled;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    const points = main.points[b] as number;
    const outside = main.outside[b] as number;
    const base = rescalePoints(compiled, points, outside);
    const best = rescalePoints(compiled, points + (main.open[b] as number), outside);
    const bonus = Math.min(bonusCap, extra.points[b] as number);
    const lower = bonusCounts ? base + bonus : base;
    const upper = bonusCounts
      ? best + Math.min(bonusCap, (extra.points[b] as number) + (extra.open[b] as number))
      : best;
    const flag = flags[b] as number;
    scores.base[u] = base;
    scores.bonus[u] = bonus;
    scores.lower[u] = lower;
    scores.upper[u] = upper;
    scores.verdict[u] = decideVerdict(minTotal, lower, upper, flag & FAILING, flag & PENDING);
  }
}

/**
 * The scores of every unit of the columns, ranked by `lower`, which is the total. Without units, empty scores. Not
 * checked: that the columns were made for this rubric.
 */
export function scoreUnits({
  compiled,
  columns,
}: {
  readonly compiled: CompiledRubric;
  readonly columns: Columns;
}): UnitScores {
  const { units } = columns;
  const create = (rows: number) => new Float64Array(rows * units);
  const scores = {
    units,
    items: create(compiled.items.length),
    sections: create(compiled.sections),
    base: create(1),
    bonus: create(1),
    lower: create(1),
    upper: create(1),
    verdict: new Uint8Array(units),
  };
  const flags = new Uint8Array(BLOCK);
  const sums = [createSums(), createSums()] as const;
  const ranked = { ...scores, rank: new Uint32Array(0) };
  for (let from = 0; from < units; from += BLOCK) {
    const block = { from, to: Math.min(units, from + BLOCK), flags };
    flags.fill(0);
    for (const { points, open, outside } of sums) for (const sum of [points, open, outside]) sum.fill(0);
    for (const item of compiled.items) {
      itemKernels[item.method](item, columns, block.from, block.to, scores.items, item.index * units);
      if (item.kind === "veto") addVeto(item, columns, block, ranked);
      else addItem(item, columns, block, ranked, item.kind === "bonus" ? sums[1] : sums[0]);
    }
    settleBlock(compiled, block, ranked, sums);
  }
  return { ...scores, rank: rankTotals({ totals: scores.lower }) };
}
