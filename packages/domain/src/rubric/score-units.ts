// Decides the scores of many units by one rubric, whole columns at a time, with their ranks: every item, every section,
// every veto, base, bonus, bounds, verdict. It gives the same numbers as scoring each unit by itself.
// Source: rules §6 "Score sheet", §7 "Ranking" (certain).
import type { CompiledItem, CompiledRubric } from "./compile-rubric.js";
import { itemKernels, type MeasurementColumns } from "./item-kernels.js";
import { type Readings, readingStatus } from "./parse-measurements.js";
import { rankTotals } from "./rank-totals.js";
import { decideVerdict, rescalePoints } from "./tally-points.js";
import { createColumn, isNarrow, type WholeColumn } from "./whole-column.js";

/** Units scored at a time, so that the sums of a block and one column of it stay in the fastest cache. */
const BLOCK = 1024;

/**
 * Scores of many units, points in whole hundredths. Item `i` of unit `u` stands at `items[i * units + u]` (a veto is 1
 * where triggered), section `s` at `sections[s * units + u]`; a verdict is its place in `verdicts`.
 */
export type UnitScores = {
  readonly units: number;
  readonly items: WholeColumn;
  readonly sections: WholeColumn;
  readonly base: WholeColumn;
  readonly bonus: WholeColumn;
  readonly lower: WholeColumn;
  readonly upper: WholeColumn;
  readonly verdict: Uint8Array;
  readonly rank: Uint32Array;
};

/**
 * The readings of many units as columns, for `scoreUnits`.
 */
export function toMeasurementColumns({
  compiled,
  units,
}: {
  readonly compiled: CompiledRubric;
  readonly units: readonly Readings[];
}): MeasurementColumns {
  const count = units.length;
  const fits = units.every((readings) =>
    readings.every((reading) => reading?.values.every(isNarrow) ?? true),
  );
  const values = createColumn(fits, compiled.slots * count);
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

/** One block of units, and its sums in places 0 … BLOCK: of the base items, of the bonus items, of the run of items. */
type Block = {
  from: number;
  to: number;
  /** FAILING and PENDING. */
  readonly flags: Uint8Array;
  readonly base: WholeColumn;
  readonly bonus: WholeColumn;
  readonly openBase: WholeColumn;
  readonly openBonus: WholeColumn;
  readonly outside: WholeColumn;
  /** Obtained by items that follow one another in one section and are of one sum: added to both at once. */
  readonly run: WholeColumn;
};

const FAILING = 1;
const PENDING = 2;

function createBlock(compiled: CompiledRubric): Block {
  const create = () => createColumn(compiled.isNarrow, BLOCK);
  return {
    from: 0,
    to: 0,
    flags: new Uint8Array(BLOCK),
    base: create(),
    bonus: create(),
    openBase: create(),
    openBonus: create(),
    outside: create(),
    run: create(),
  };
}

function startBlock(block: Block, from: number, to: number): void {
  block.from = from;
  block.to = to;
  block.flags.fill(0);
  for (const sum of [block.base, block.bonus, block.openBase, block.openBonus, block.outside]) sum.fill(0);
}

/** Settles the items that were not measured, and adds the item to the run. */
function addItem(
  item: CompiledItem,
  { units, status }: MeasurementColumns,
  items: WholeColumn,
  block: Block,
): void {
  const { from, to, flags, run, outside } = block;
  const at = item.index * units;
  const { floor, notApplicablePoints, points } = item;
  const isBonus = item.kind === "bonus";
  const open = isBonus ? block.openBonus : block.openBase;
  const pending = item.kind === "key" ? PENDING : 0;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    const state = status[at + u] as number;
    if (state === readingStatus.measured) {
      const obtained = items[at + u] as number;
      run[b] = (run[b] as number) + obtained;
      if (obtained < floor) flags[b] = (flags[b] as number) | FAILING;
    } else if (state === readingStatus.unmeasured) {
      items[at + u] = 0;
      open[b] = (open[b] as number) + points;
      flags[b] = (flags[b] as number) | pending;
    } else {
      items[at + u] = notApplicablePoints;
      run[b] = (run[b] as number) + notApplicablePoints;
      if (!isBonus) outside[b] = (outside[b] as number) + points;
    }
  }
}

function addVeto(
  item: CompiledItem,
  { units, status }: MeasurementColumns,
  items: WholeColumn,
  block: Block,
): void {
  const { from, to, flags } = block;
  const at = item.index * units;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    const state = status[at + u] as number;
    if (state === readingStatus.measured) flags[b] = (flags[b] as number) | (items[at + u] as number);
    else {
      items[at + u] = 0;
      if (state === readingStatus.unmeasured) flags[b] = (flags[b] as number) | PENDING;
    }
  }
}

/** Adds the run to its section and its sum, and begins the next. */
function endRun(item: CompiledItem, units: number, sections: WholeColumn, block: Block): void {
  const { from, to, run } = block;
  const sum = item.kind === "bonus" ? block.bonus : block.base;
  const section = item.section * units;
  for (let u = from, b = 0; u < to; u += 1, b += 1) {
    const obtained = run[b] as number;
    sections[section + u] = (sections[section + u] as number) + obtained;
    sum[b] = (sum[b] as number) + obtained;
    run[b] = 0;
  }
}

const isSameRun = (a: CompiledItem, b: CompiledItem): boolean =>
  a.section === b.section && (a.kind === "bonus") === (b.kind === "bonus");

/** Scores every item of the block: the kernel, then what was not measured, then the sums. */
function scoreBlock(
  compiled: CompiledRubric,
  columns: MeasurementColumns,
  scores: UnitScores,
  block: Block,
): void {
  const { units } = columns;
  const { items, sections } = scores;
  let last: CompiledItem | undefined;
  for (const item of compiled.items) {
    itemKernels[item.method](item, columns, block.from, block.to, items, item.index * units);
    if (item.kind === "veto") {
      addVeto(item, columns, items, block);
      continue;
    }
    if (last !== undefined && !isSameRun(last, item)) endRun(last, units, sections, block);
    addItem(item, columns, items, block);
    last = item;
  }
  if (last !== undefined) endRun(last, units, sections, block);
}

/** Totals and verdicts of the block from its sums. */
function settleBlock(compiled: CompiledRubric, scores: UnitScores, block: Block): void {
  const { minTotal, bonusCap, bonusCounts } = compiled;
  for (let u = block.from, b = 0; u < block.to; u += 1, b += 1) {
    const outside = block.outside[b] as number;
    const points = block.base[b] as number;
    const extra = block.bonus[b] as number;
    const base = rescalePoints(compiled, points, outside);
    const best = rescalePoints(compiled, points + (block.openBase[b] as number), outside);
    const bonus = Math.min(bonusCap, extra);
    const lower = bonusCounts ? base + bonus : base;
    const upper = bonusCounts ? best + Math.min(bonusCap, extra + (block.openBonus[b] as number)) : best;
    const flag = block.flags[b] as number;
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
  readonly columns: MeasurementColumns;
}): UnitScores {
  const { units } = columns;
  const create = (rows: number) => createColumn(compiled.isNarrow, rows * units);
  const scores: UnitScores = {
    units,
    items: create(compiled.items.length),
    sections: create(compiled.sections),
    base: create(1),
    bonus: create(1),
    lower: create(1),
    upper: create(1),
    verdict: new Uint8Array(units),
    rank: new Uint32Array(0),
  };
  const block = createBlock(compiled);
  for (let from = 0; from < units; from += BLOCK) {
    startBlock(block, from, Math.min(units, from + BLOCK));
    scoreBlock(compiled, columns, scores, block);
    settleBlock(compiled, scores, block);
  }
  return { ...scores, rank: rankTotals({ totals: scores.lower }) };
}
