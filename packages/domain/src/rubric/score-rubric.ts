// Decides the score of one unit against a rubric edition, with a reason for every lost point and for the verdict, for
// the office that asks whether it would pass today. One changed measurement is scored without scoring the others again.
// Source: rules §6 "Score sheet" (certain).
import type { Points } from "../kernel/points.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import { type CompiledItem, type CompiledRubric, compileRubric } from "./compile-rubric.js";
import { explainItem } from "./explain-item.js";
import { itemKernels } from "./item-kernels.js";
import {
  parseMeasurement,
  parseMeasurements,
  type Reading,
  type ReadingStatus,
  type Readings,
  readingStatus,
} from "./parse-measurements.js";
import { parseRubric } from "./parse-rubric.js";
import type { RubricProblemCode, VerdictReasonCode } from "./rubric.problem.js";
import type { ItemLine, ScoreSheet } from "./rubric.schema.js";
import {
  emptyTally,
  isFailing,
  isPending,
  settlePoints,
  type Tally,
  type Totals,
  tallyItem,
  toTotals,
} from "./tally-points.js";
import { createColumn, isNarrow, type WholeColumn } from "./whole-column.js";

/** What one unit's score is recomputed from: its readings, what each item gives, and the sums. */
export type ScoreState = {
  readonly compiled: CompiledRubric;
  readonly readings: Readings;
  /** By item: points obtained if measured, or 1 for a triggered veto. */
  readonly results: WholeColumn;
  readonly tally: Tally;
};

const statusOf = (reading: Reading | undefined): ReadingStatus => reading?.status ?? readingStatus.unmeasured;

const isMeasured = (reading: Reading | undefined): reading is Reading =>
  reading?.status === readingStatus.measured;

const noStatus = new Uint8Array(0);

/** Scores one item into `results`, with `values` as room for its numbers. */
function scoreItem(
  item: CompiledItem,
  reading: Reading | undefined,
  values: WholeColumn,
  results: WholeColumn,
): void {
  results[item.index] = 0;
  if (!isMeasured(reading)) return;
  values.set(reading.values, item.slot);
  itemKernels[item.method](item, { units: 1, values, status: noStatus }, 0, 1, results, item.index);
}

/** The score of one unit from its readings, in the form that `rescoreItem` carries on from. */
export function scoreReadings({
  compiled,
  readings,
}: {
  readonly compiled: CompiledRubric;
  readonly readings: Readings;
}): ScoreState {
  const fits = readings.every((reading) => reading?.values.every(isNarrow) ?? true);
  const values = createColumn(fits, compiled.slots);
  const results = createColumn(compiled.isNarrow, compiled.items.length);
  let tally = emptyTally;
  for (const item of compiled.items) {
    const reading = readings[item.index];
    scoreItem(item, reading, values, results);
    tally = tallyItem(tally, item, { status: statusOf(reading), result: results[item.index] ?? 0, times: 1 });
  }
  return { compiled, readings, results, tally };
}

/**
 * The score after one item's measurement changed; `undefined` takes the measurement back. It equals a score computed
 * afresh. Refused as `parseMeasurement` does, or as `measurement/unknown-item`; the former state stays as it was.
 */
export function rescoreItem({
  state,
  item: id,
  measurement,
}: {
  readonly state: ScoreState;
  readonly item: string;
  readonly measurement: unknown;
}): Result<ScoreState, Problem<RubricProblemCode>> {
  const { compiled } = state;
  const item = compiled.byId.get(id);
  if (item === undefined) return refuse("measurement/unknown-item", { path: id, id });
  const parsed = measurement === undefined ? ok(undefined) : parseMeasurement({ item, measurement });
  if (!parsed.ok) return parsed;
  const results = state.results.slice();
  const fits = parsed.value?.values.every(isNarrow) ?? true;
  scoreItem(item, parsed.value, createColumn(fits, compiled.slots), results);
  const entry = (reading: Reading | undefined, from: WholeColumn) => ({
    status: statusOf(reading),
    result: from[item.index] ?? 0,
  });
  const without = tallyItem(state.tally, item, {
    ...entry(state.readings[item.index], state.results),
    times: -1,
  });
  const tally = tallyItem(without, item, { ...entry(parsed.value, results), times: 1 });
  return ok({ compiled, readings: state.readings.with(item.index, parsed.value), results, tally });
}

const lineStatuses = ["unmeasured", "measured", "not-applicable", "not-applicable"] as const;

/** What an item that does not apply or is measured loses; an unmeasured one loses nothing yet. */
function settleLoss(item: CompiledItem, status: ReadingStatus, obtained: Points, rescales: boolean): Points {
  if (status === readingStatus.unmeasured) return 0;
  const isLeftOut = status !== readingStatus.measured && (rescales || item.kind === "bonus");
  return isLeftOut ? 0 : item.points - obtained;
}

function composeLine(state: ScoreState, item: CompiledItem): ItemLine {
  const reading = state.readings[item.index];
  const status = statusOf(reading);
  const obtained = settlePoints(item, status, state.results[item.index] ?? 0);
  const lost = settleLoss(item, status, obtained, state.compiled.rescales);
  const reasons = explainItem({ item, reading, obtained, lost });
  return { id: item.id, status: lineStatuses[status], obtained, lost, reasons: [...reasons] };
}

type VerdictReason = Problem<VerdictReasonCode>;

function explainLine({ minTotal }: CompiledRubric, { lower, upper }: Totals): readonly VerdictReason[] {
  if (upper < minTotal)
    return [
      { code: "rubric/upper-below-line", params: { lower, upper, minTotal, shortfall: minTotal - upper } },
    ];
  if (lower < minTotal)
    return [
      { code: "rubric/line-not-secured", params: { lower, upper, minTotal, shortfall: minTotal - lower } },
    ];
  return [];
}

/** Everything that stands between the unit and a pass: what fails it, its distance from the line, what is pending. */
function explainVerdict(
  { compiled, readings, results }: ScoreState,
  totals: Totals,
): readonly VerdictReason[] {
  const of = (kind: "key" | "veto") => compiled.items.filter((item) => item.kind === kind);
  const statusFor = (item: CompiledItem) => statusOf(readings[item.index]);
  const resultFor = (item: CompiledItem) => results[item.index] ?? 0;
  const failing = (item: CompiledItem) => isFailing(item, statusFor(item), resultFor(item));
  const pending = (item: CompiledItem) => isPending(item, statusFor(item));
  const name = ({ id, source }: CompiledItem) => ({ item: id, title: source.title });
  const rate = compiled.rubric.passRule.minKeyItemRate;
  return [
    ...of("veto")
      .filter(failing)
      .map((item): VerdictReason => ({ code: "rubric/veto-triggered", params: name(item) })),
    ...of("key")
      .filter(failing)
      .map((item): VerdictReason => {
        const params = { ...name(item), obtained: resultFor(item), points: item.points, rate };
        return { code: "rubric/key-short", params };
      }),
    ...explainLine(compiled, totals),
    ...of("key")
      .filter(pending)
      .map((item): VerdictReason => ({ code: "rubric/key-unmeasured", params: name(item) })),
    ...of("veto")
      .filter(pending)
      .map((item): VerdictReason => ({ code: "rubric/veto-unmeasured", params: name(item) })),
  ];
}

function composeVeto(
  { readings, results }: ScoreState,
  { id, index }: CompiledItem,
): ScoreSheet["vetoes"][number] {
  const status = lineStatuses[statusOf(readings[index])];
  return { id, status: status === "measured" ? (results[index] === 1 ? "triggered" : "clear") : status };
}

/**
 * The score sheet of a state: totals, verdict, what stands against a pass, and every item with its reasons, in the
 * order of the rubric. Points are whole hundredths; `total` is `lower`. `base` is rescaled where the rubric says so,
 * the items are not.
 */
export function composeScoreSheet({ state }: { readonly state: ScoreState }): ScoreSheet {
  const { compiled, tally } = state;
  const totals = toTotals(compiled, tally);
  const { base, bonus, lower, upper, verdict } = totals;
  const lines = compiled.items.filter(({ kind }) => kind !== "veto");
  const vetoes = compiled.items.filter(({ kind }) => kind === "veto");
  return {
    total: lower,
    base,
    bonus,
    lower,
    upper,
    verdict,
    reasons: [...explainVerdict(state, totals)],
    items: lines.map((item) => composeLine(state, item)),
    vetoes: vetoes.map((item) => composeVeto(state, item)),
  };
}

/**
 * The score sheet of a rubric and its measurements as their files hold them, or every reason why one is refused; a
 * refused rubric is reported before the measurements are looked at. An item without a measurement is unmeasured.
 *
 * @example
 * const rubric = {
 *   id: "r", edition: "1", title: "R", issuer: "I", official: false, effectiveFrom: "2026-01-01",
 *   passRule: { minTotal: 9, minKeyItemRate: 0.6, bonusCounts: false, bonusCap: null, notApplicable: "rescale" },
 *   sections: [{ id: "1", title: "S", items: [
 *     { id: "1-1", title: "T", kind: "key", points: 10, method: { type: "ratio", target: 1 } },
 *   ] }],
 * };
 * const scored = scoreRubric({ rubric, measurements: { "1-1": { numerator: 3, denominator: 4 } } });
 * scored.ok && [scored.value.total, scored.value.verdict]; // => [750, "fail"]
 * scored.ok && scored.value.items[0].reasons[0].code; // => "rubric/ratio-short"
 */
export function scoreRubric({
  rubric,
  measurements,
}: {
  readonly rubric: unknown;
  readonly measurements: unknown;
}): Result<ScoreSheet, Problem<RubricProblemCode>> {
  const parsed = parseRubric(rubric);
  if (!parsed.ok) return parsed;
  const compiled = compileRubric(parsed.value);
  const read = parseMeasurements({ compiled, measurements });
  return read.ok ? ok(composeScoreSheet({ state: scoreReadings({ compiled, readings: read.value }) })) : read;
}
