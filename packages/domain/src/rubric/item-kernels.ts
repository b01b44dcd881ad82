// Decides what one item obtains: one small kernel for each scoring method, over the numbers of many units at once or of
// one. A kernel takes every unit for measured; `tally-points.ts` settles the others.
// Source: rules §6 "Methods and their measurements" (certain): exact, rounded once half away from zero, within 0…P.
import type { CompiledItem } from "./compile-rubric.js";
import { MILLION, roundExactly, roundQuotient } from "./exact-decimal.js";
import type { MethodType } from "./method.schema.js";
import type { WholeColumn } from "./whole-column.js";

/**
 * The numbers of one or many units: number `s` of unit `u` stands at `values[s * units + u]`, the status of item `i` at
 * `status[i * units + u]`. Decimals are millionths, choices are places in their list, conditions 0 or 1.
 */
export type MeasurementColumns = {
  readonly units: number;
  readonly values: WholeColumn;
  readonly status: Uint8Array;
};

/** Scores the units `from` … `to` of one item into `out[at + unit]`; a veto obtains 1 where it is triggered, else 0. */
type Kernel = (
  item: CompiledItem,
  columns: MeasurementColumns,
  from: number,
  to: number,
  out: WholeColumn,
  at: number,
) => void;

/** P or 0: `factor` is P. */
const scoreAllOrNothing: Kernel = (item, { units, values }, from, to, out, at) => {
  const { factor } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) out[at + u] = (values[slot + u] as number) * factor;
};

/** The points of the met parts: `table` holds them. Part by part, so that its points stay in a register. */
const scoreParts: Kernel = (item, { units, values }, from, to, out, at) => {
  const { table, slots } = item;
  for (let k = 0; k < slots; k += 1) {
    const slot = (item.slot + k) * units;
    const points = table[k] as number;
    if (k === 0) for (let u = from; u < to; u += 1) out[at + u] = (values[slot + u] as number) * points;
    else
      for (let u = from; u < to; u += 1)
        out[at + u] = (out[at + u] as number) + (values[slot + u] as number) * points;
  }
};

/**
 * What the deductions leave: `table` holds the amount for each occurrence, `caps` the most each deduction takes (never
 * more than all), `span` the points, all in the unit that `divisor` turns into hundredths. A product past 2^53 is far
 * above any cap.
 */
const scoreDeductions: Kernel = (item, { units, values }, from, to, out, at) => {
  const { table, caps, slots, span, divisor } = item;
  out.fill(span, at + from, at + to);
  for (let k = 0; k < slots; k += 1) {
    const slot = (item.slot + k) * units;
    const each = table[k] as number;
    const cap = caps[k] as number;
    for (let u = from; u < to; u += 1) {
      const amount = (values[slot + u] as number) * each;
      const left = (out[at + u] as number) - Math.min(amount, cap);
      out[at + u] = Math.max(left, 0);
    }
  }
  if (divisor === 1) return;
  for (let u = from; u < to; u += 1) out[at + u] = roundQuotient(out[at + u] as number, 1, divisor);
};

/** The points of the chosen level: `table` holds them. */
const scoreLevels: Kernel = (item, { units, values }, from, to, out, at) => {
  const { table } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) out[at + u] = table[values[slot + u] as number] as number;
};

/**
 * The most points among the bands satisfied: with `sign` the higher is always the better, `table` holds the bounds
 * ascending, `caps[n]` the most points of the lowest n bands, within the item's points.
 */
const scoreBands: Kernel = (item, { units, values }, from, to, out, at) => {
  const { table, caps, sign } = item;
  const slot = item.slot * units;
  const most = table.length;
  for (let u = from; u < to; u += 1) {
    const value = sign * (values[slot + u] as number);
    let n = 0;
    while (n < most && value >= (table[n] as number)) n += 1;
    out[at + u] = caps[n] as number;
  }
};

/** Share of the way from `bound` (nothing) over `span` (all), in the direction of `sign`; `factor ÷ divisor` = P ÷ span. */
const scoreLinear: Kernel = (item, { units, values }, from, to, out, at) => {
  const { points, factor, divisor, span, bound, sign } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) {
    const way = sign * ((values[slot + u] as number) - bound);
    out[at + u] = way <= 0 ? 0 : way >= span ? points : roundQuotient(factor, way, divisor);
  }
};

/** P·n ÷ (d·target): `factor ÷ divisor` is P ÷ target where that is exact, `bound` the target in millionths. */
const scoreRatio: Kernel = (item, { units, values }, from, to, out, at) => {
  const { points, factor, divisor, bound } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) {
    const n = values[slot + u] as number;
    const by = (values[slot + units + u] as number) * divisor;
    const twice = 2 * factor * n + by;
    const share =
      twice <= Number.MAX_SAFE_INTEGER
        ? Math.floor(twice / (2 * by))
        : roundExactly(
            BigInt(points) * BigInt(MILLION) * BigInt(n),
            BigInt(bound) * BigInt(values[slot + units + u] as number),
          );
    out[at + u] = Math.min(points, share);
  }
};

/** The assessed points, from millionths to hundredths. */
const scoreAssessed: Kernel = (item, { units, values }, from, to, out, at) => {
  const { divisor } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) out[at + u] = roundQuotient(values[slot + u] as number, 1, divisor);
};

/** 1 where the event occurred. */
const triggerEvent: Kernel = (item, { units, values }, from, to, out, at) => {
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) out[at + u] = values[slot + u] as number;
};

/** 1 where the value is on the wrong side of `bound`; the bound itself is right. */
const triggerThreshold: Kernel = (item, { units, values }, from, to, out, at) => {
  const { bound, sign } = item;
  const slot = item.slot * units;
  for (let u = from; u < to; u += 1) out[at + u] = sign * ((values[slot + u] as number) - bound) < 0 ? 1 : 0;
};

/** The kernel of each method. */
export const itemKernels: { readonly [M in MethodType]: Kernel } = {
  "all-or-nothing": scoreAllOrNothing,
  deduction: scoreDeductions,
  parts: scoreParts,
  levels: scoreLevels,
  bands: scoreBands,
  linear: scoreLinear,
  ratio: scoreRatio,
  assessed: scoreAssessed,
  "veto-event": triggerEvent,
  "veto-threshold": triggerThreshold,
};
