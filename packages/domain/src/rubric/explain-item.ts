// Decides which reasons an item's points have: every loss as a code with its parameters, for whoever asks why a point
// is missing. Points in the parameters are whole hundredths; values and bounds are the decimals of the file.
// Source: rules §6 "Score sheet" (certain): "the reasons of each loss as code + parameters".
import type { Points } from "../kernel/points.js";
import type { Problem } from "../kernel/result.js";
import type { CompiledItem } from "./compile-rubric.js";
import { roundQuotient, toDecimal, toHundredths } from "./exact-decimal.js";
import type { Method } from "./method.schema.js";
import { type Reading, readingStatus } from "./parse-measurements.js";
import type { ItemReasonCode } from "./rubric.problem.js";

/** Why an item's points are what they are. */
export type ItemReason = Problem<ItemReasonCode>;

type Measured = {
  readonly item: CompiledItem;
  readonly reading: Reading;
  readonly values: readonly number[];
  readonly obtained: Points;
  readonly lost: Points;
};
type MethodOf<T extends Method["type"]> = Extract<Method, { type: T }>;

const explainDeductions = (
  { deductions }: MethodOf<"deduction">,
  { item, values }: Measured,
): readonly ItemReason[] =>
  deductions.flatMap(({ id, title }, k) => {
    const count = values[k] ?? 0;
    const amount = Math.min(item.caps[k] ?? 0, count * (item.table[k] ?? 0));
    if (amount === 0) return [];
    return [
      {
        code: "rubric/deducted",
        params: { deduction: id, title, count, lost: roundQuotient(amount, 1, item.divisor) },
      },
    ];
  });

const explainParts = ({ parts }: MethodOf<"parts">, { item, values }: Measured): readonly ItemReason[] =>
  parts.flatMap(({ id, title }, k) => {
    const lost = item.table[k] ?? 0;
    return values[k] === 1 || lost === 0
      ? []
      : [{ code: "rubric/part-missing", params: { part: id, title, lost } }];
  });

function explainLevel(
  { levels }: MethodOf<"levels">,
  { values, obtained, lost }: Measured,
): readonly ItemReason[] {
  const level = levels[values[0] ?? 0];
  const params = { level: level?.id ?? "", title: level?.title ?? "", obtained, lost };
  return lost === 0 ? [] : [{ code: "rubric/level-chosen", params }];
}

function explainBands(
  { bands, direction }: MethodOf<"bands">,
  { item, values, obtained, lost }: Measured,
): readonly ItemReason[] {
  if (lost === 0) return [];
  const value = toDecimal(values[0] ?? 0);
  const worth = bands.map(({ bound, points }) => ({
    bound,
    points: Math.min(item.points, toHundredths(points)),
  }));
  const isReached = (bound: number): boolean => (direction === "higher" ? value >= bound : value <= bound);
  const reached = worth.find(({ bound, points }) => points === obtained && isReached(bound));
  const missed = worth.filter(({ bound, points }) => points > obtained && !isReached(bound));
  return [
    reached === undefined
      ? { code: "rubric/no-band-reached", params: { value, lost } }
      : { code: "rubric/band-reached", params: { value, bound: reached.bound, obtained, lost } },
    ...missed.map(
      ({ bound, points }): ItemReason => ({ code: "rubric/band-missed", params: { value, bound, points } }),
    ),
  ];
}

function explainMethod(measured: Measured): readonly ItemReason[] {
  const { item, reading, values, obtained, lost } = measured;
  const { method } = item.source;
  const [first = 0, second = 0] = values;
  const onLoss = (reason: ItemReason): readonly ItemReason[] => (lost === 0 ? [] : [reason]);
  switch (method.type) {
    case "all-or-nothing":
      return onLoss({ code: "rubric/not-met", params: { lost } });
    case "deduction":
      return explainDeductions(method, measured);
    case "parts":
      return explainParts(method, measured);
    case "levels":
      return explainLevel(method, measured);
    case "bands":
      return explainBands(method, measured);
    case "linear": {
      const params = { value: toDecimal(first), zeroAt: method.zeroAt, fullAt: method.fullAt, lost };
      return onLoss({ code: "rubric/linear-short", params });
    }
    case "ratio": {
      const [numerator, denominator] = reading.isScaled
        ? [toDecimal(first), toDecimal(second)]
        : [first, second];
      return onLoss({
        code: "rubric/ratio-short",
        params: { numerator, denominator, target: method.target, lost },
      });
    }
    case "assessed":
      return onLoss({ code: "rubric/assessed", params: { reason: reading.note ?? "", obtained, lost } });
    case "veto-event":
    case "veto-threshold":
      return [];
  }
}

/**
 * The reasons of a key, basic or bonus item: at least one where points are lost or the item does not apply, none where
 * it is unmeasured. A deduction's loss is its own amount, so together they can pass the points of the item. Bands are
 * those that would have given more.
 */
export function explainItem({
  item,
  reading,
  obtained,
  lost,
}: {
  readonly item: CompiledItem;
  readonly reading: Reading | undefined;
  readonly obtained: Points;
  readonly lost: Points;
}): readonly ItemReason[] {
  switch (reading?.status) {
    case readingStatus.measured:
      return explainMethod({ item, reading, values: reading.values, obtained, lost });
    case readingStatus.notApplicable:
      return [{ code: "rubric/not-applicable", params: { reason: reading.note ?? "", lost } }];
    case readingStatus.nothingDue:
      return [{ code: "rubric/nothing-due", params: { lost } }];
    default:
      return [];
  }
}
