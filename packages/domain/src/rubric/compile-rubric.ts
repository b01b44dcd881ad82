// Decides the whole-number constants by which each item of a rubric is scored, once for an edition, so that one sheet and
// a thousand are scored by the same small kernels without looking at the file again.
// Source: rules §6 "Methods and their measurements", "Score sheet" (certain).
import type { Points } from "../kernel/points.js";
import {
  greatestCommonDivisor,
  MILLION,
  MILLIONTHS_PER_HUNDREDTH,
  toHundredths,
  toMillionths,
} from "./exact-decimal.js";
import type { Method, MethodType } from "./method.schema.js";
import type { ItemKind, PassRule, Rubric, RubricItem } from "./rubric.schema.js";
import { isNarrow } from "./whole-column.js";

/**
 * What a kernel needs of one method. Every number is whole; what each means is said at the kernel that reads it
 * (`item-kernels.ts`). `slots` is how many numbers one measurement takes.
 */
export type MethodConstants = {
  readonly slots: number;
  readonly factor: number;
  readonly divisor: number;
  readonly sign: number;
  readonly bound: number;
  readonly span: number;
  readonly table: Float64Array;
  readonly caps: Float64Array;
};

/** One item, ready to be scored. Points are whole hundredths, 0 for a veto. */
export type CompiledItem = MethodConstants & {
  /** Place among all items, vetoes included, in the order of the rubric. */
  readonly index: number;
  /** Place of its section. */
  readonly section: number;
  readonly id: string;
  readonly kind: ItemKind;
  readonly method: MethodType;
  readonly points: Points;
  /** What it obtains where it does not apply. */
  readonly notApplicablePoints: Points;
  /** The fewest points of a measured item that are not short; 0 but for key items. */
  readonly floor: Points;
  /** Where its numbers begin among the numbers of one unit. */
  readonly slot: number;
  readonly source: RubricItem;
};

/** A rubric ready to score: its items as whole-number constants, and the pass rule in hundredths. */
export type CompiledRubric = {
  readonly rubric: Rubric;
  readonly items: readonly CompiledItem[];
  readonly byId: ReadonlyMap<string, CompiledItem>;
  readonly sections: number;
  /** Numbers that the measurements of one unit take. */
  readonly slots: number;
  /** Points of all key and basic items. */
  readonly basePoints: Points;
  readonly minTotal: Points;
  /** Infinity where there is no cap. */
  readonly bonusCap: Points;
  readonly bonusCounts: boolean;
  readonly rescales: boolean;
  /** Whether every sum of points, and every number on the way to one, fits a narrow column. */
  readonly isNarrow: boolean;
};

const none = new Float64Array(0);
const plain: MethodConstants = {
  slots: 1,
  factor: 1,
  divisor: 1,
  sign: 1,
  bound: 0,
  span: 1,
  table: none,
  caps: none,
};

/** Reduced by their common divisor, so that the products of the kernels stay small. */
function reduce(factor: number, divisor: number): { readonly factor: number; readonly divisor: number } {
  const common = greatestCommonDivisor(factor, divisor);
  return { factor: factor / common, divisor: divisor / common };
}

function compileDeduction(
  { deductions }: Extract<Method, { type: "deduction" }>,
  points: Points,
): MethodConstants {
  const full = points * MILLIONTHS_PER_HUNDREDTH;
  const each = deductions.map(({ pointsEach }) => toMillionths(pointsEach));
  const caps = deductions.map(({ cap }) => (cap === undefined ? full : Math.min(full, toMillionths(cap))));
  // In whole hundredths, as nearly every rubric is, nothing is left to divide.
  const unit = [...each, ...caps].every((amount) => amount % MILLIONTHS_PER_HUNDREDTH === 0)
    ? MILLIONTHS_PER_HUNDREDTH
    : 1;
  const toUnit = (amount: number): number => amount / unit;
  return {
    ...plain,
    slots: deductions.length,
    span: full / unit,
    divisor: MILLIONTHS_PER_HUNDREDTH / unit,
    table: Float64Array.from(each, toUnit),
    caps: Float64Array.from(caps, toUnit),
  };
}

function compileBands(
  { direction, bands }: Extract<Method, { type: "bands" }>,
  points: Points,
): MethodConstants {
  const sign = direction === "higher" ? 1 : -1;
  const ladder = bands
    .map((band) => ({
      bound: sign * toMillionths(band.bound),
      points: Math.min(points, toHundredths(band.points)),
    }))
    .sort((a, b) => a.bound - b.bound);
  let most = 0;
  const best = ladder.map((band) => {
    most = Math.max(most, band.points);
    return most;
  });
  return {
    ...plain,
    sign,
    table: Float64Array.from(ladder, ({ bound }) => bound),
    caps: Float64Array.of(0, ...best),
  };
}

function compileMethod(method: Method, points: Points): MethodConstants {
  switch (method.type) {
    case "all-or-nothing":
      return { ...plain, factor: points };
    case "deduction":
      return compileDeduction(method, points);
    case "parts":
      return {
        ...plain,
        slots: method.parts.length,
        table: Float64Array.from(method.parts, (part) => toHundredths(part.points)),
      };
    case "levels":
      return { ...plain, table: Float64Array.from(method.levels, (level) => toHundredths(level.points)) };
    case "bands":
      return compileBands(method, points);
    case "linear": {
      const [zeroAt, fullAt] = [toMillionths(method.zeroAt), toMillionths(method.fullAt)];
      const span = Math.abs(fullAt - zeroAt);
      return { ...plain, ...reduce(points, span), span, bound: zeroAt, sign: fullAt > zeroAt ? 1 : -1 };
    }
    case "ratio": {
      const target = reduce(MILLION, toMillionths(method.target));
      const { factor, divisor } = reduce(points, target.divisor);
      // Past 2^53 this product is not exact; the kernel sees that and goes back to points and `bound`.
      return {
        ...plain,
        slots: 2,
        factor: factor * target.factor,
        divisor,
        bound: toMillionths(method.target),
      };
    }
    case "assessed":
      return { ...plain, divisor: MILLIONTHS_PER_HUNDREDTH };
    case "veto-event":
      return plain;
    case "veto-threshold":
      return { ...plain, sign: method.direction === "higher" ? 1 : -1, bound: toMillionths(method.bound) };
  }
}

/** The fewest hundredths whose share of the points is at least the rate: ⌈points · rate⌉, exact. */
function toFloor(points: Points, { minKeyItemRate }: PassRule): Points {
  const rate = toMillionths(minKeyItemRate);
  return Number((BigInt(points) * BigInt(rate) + BigInt(MILLION - 1)) / BigInt(MILLION));
}

function compileItem(
  source: RubricItem,
  place: { index: number; section: number; slot: number },
  rule: PassRule,
): CompiledItem {
  const { id, kind, method } = source;
  const points = toHundredths(source.points ?? 0);
  const isBase = kind === "key" || kind === "basic";
  return {
    ...compileMethod(method, points),
    ...place,
    id,
    kind,
    method: method.type,
    points,
    notApplicablePoints: isBase && rule.notApplicable === "full" ? points : 0,
    floor: kind === "key" ? toFloor(points, rule) : 0,
    source,
  };
}

/**
 * The rubric with every decimal turned into whole numbers, for `scoreReadings`, `scoreUnits` and `rescoreItem`. It
 * takes a parsed rubric and refuses nothing.
 *
 * @example
 * const parsed = parseRubric({
 *   id: "r", edition: "1", title: "R", issuer: "I", official: false, effectiveFrom: "2026-01-01",
 *   passRule: { minTotal: 1, minKeyItemRate: 0.6, bonusCounts: false, bonusCap: null, notApplicable: "rescale" },
 *   sections: [{ id: "1", title: "S", items: [
 *     { id: "1-1", title: "T", kind: "key", points: 2.5, method: { type: "all-or-nothing" } },
 *   ] }],
 * });
 * parsed.ok && compileRubric(parsed.value).basePoints; // => 250
 */
export function compileRubric(rubric: Rubric): CompiledRubric {
  const rule = rubric.passRule;
  const items: CompiledItem[] = [];
  let slot = 0;
  for (const [section, { items: sources }] of rubric.sections.entries()) {
    for (const source of sources) {
      const item = compileItem(source, { index: items.length, section, slot }, rule);
      items.push(item);
      slot += item.slots;
    }
  }
  return {
    rubric,
    items,
    byId: new Map(items.map((item) => [item.id, item])),
    sections: rubric.sections.length,
    slots: slot,
    basePoints: items.reduce((sum, { kind, points }) => (kind === "bonus" ? sum : sum + points), 0),
    minTotal: toHundredths(rule.minTotal),
    bonusCap: rule.bonusCap === null ? Number.POSITIVE_INFINITY : toHundredths(rule.bonusCap),
    bonusCounts: rule.bonusCounts,
    rescales: rule.notApplicable === "rescale",
    isNarrow: isNarrow(
      items.reduce((sum, { points, method, span }) => sum + (method === "deduction" ? span : points), 0),
    ),
  };
}
