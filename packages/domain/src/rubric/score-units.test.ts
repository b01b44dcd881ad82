import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sampleItem, sampleRubric } from "../testing/rubric-samples.js";
import { compileRubric } from "./compile-rubric.js";
import { parseMeasurements } from "./parse-measurements.js";
import { parseRubric } from "./parse-rubric.js";
import { rankTotals } from "./rank-totals.js";
import { scoreReadings } from "./score-rubric.js";
import { scoreUnits, toMeasurementColumns } from "./score-units.js";
import { toTotals } from "./tally-points.js";

const seed = 20260924;

describe("competition ranks", () => {
  it.each([
    [[], []],
    [[5], [1]],
    [
      [8600, 9000, 8600, 7000],
      [2, 1, 2, 4],
    ],
    [
      [0, 0, 0],
      [1, 1, 1],
    ],
    [
      [0, 1e11, 5, 1e11],
      [4, 1, 3, 1],
    ],
  ])("%j → %j", (totals, ranks) => {
    expect([...rankTotals({ totals: Float64Array.from(totals) })]).toEqual(ranks);
  });

  it("are 1 + how many are above, however wide the totals spread", () => {
    const close = fc.array(fc.nat(300), { maxLength: 40 });
    const wide = fc.array(fc.nat({ max: 2 ** 31 - 1 }), { maxLength: 40 });
    return fc.assert(
      fc.property(fc.oneof(close, wide), (totals) => {
        const expected = totals.map((each) => 1 + totals.filter((other) => other > each).length);
        expect([...rankTotals({ totals: Float64Array.from(totals) })]).toEqual(expected);
      }),
      { seed },
    );
  });

  it("leave the totals as they were", () => {
    const totals = Float64Array.of(3, 1e11, 1);
    rankTotals({ totals });
    expect([...totals]).toEqual([3, 1e11, 1]);
  });
});

describe("units in more than one block", () => {
  const rubric = sampleRubric(
    [
      sampleItem("a", { kind: "key", method: { type: "linear", zeroAt: 0, fullAt: 1500 } }),
      sampleItem("b", { kind: "bonus", points: 2 }),
      { id: "v", title: "V", kind: "veto", method: { type: "veto-event" } },
    ],
    { minTotal: 6, minKeyItemRate: 0.5, bonusCounts: true, notApplicable: "full" },
  );
  const parsed = parseRubric(rubric);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const compiled = compileRubric(parsed.value);
  const read = (measurements: object) => {
    const result = parseMeasurements({ compiled, measurements });
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    return result.value;
  };
  const units = Array.from({ length: 1_300 }, (_, u) =>
    read({
      ...(u % 7 === 0 ? {} : { a: u % 11 === 0 ? { notApplicable: "n" } : { value: u } }),
      ...(u % 3 === 0 ? {} : { b: { met: u % 2 === 0 } }),
      ...(u % 5 === 0 ? {} : { v: { occurred: u % 13 === 0 } }),
    }),
  );
  const scores = scoreUnits({ compiled, columns: toMeasurementColumns({ compiled, units }) });

  it.each([0, 1, 26, 511, 512, 513, 1_023, 1_024, 1_299])("unit %i is scored as by itself", (u) => {
    const readings = units[u] ?? [];
    const { base, bonus, lower, upper, verdict } = toTotals(
      compiled,
      scoreReadings({ compiled, readings }).tally,
    );
    expect([scores.base[u], scores.bonus[u], scores.lower[u], scores.upper[u]]).toEqual([
      base,
      bonus,
      lower,
      upper,
    ]);
    expect(["pass", "fail", "undetermined"][scores.verdict[u] ?? 9]).toBe(verdict);
    expect(scores.sections[u]).toBe(base + bonus);
  });

  it("every verdict occurs and the best has rank 1", () => {
    expect([...new Set(scores.verdict)].sort()).toEqual([0, 1, 2]);
    expect(scores.rank[scores.lower.indexOf(Math.max(...scores.lower))]).toBe(1);
  });

  it("no units give no scores", () => {
    const none = scoreUnits({ compiled, columns: toMeasurementColumns({ compiled, units: [] }) });
    expect([none.units, none.lower.length, none.rank.length]).toEqual([0, 0, 0]);
  });
});
