import { describe, expect, it } from "vitest";
import { sampleItem, sampleRubric } from "../testing/rubric-samples.js";
import { compileRubric } from "./compile-rubric.js";
import { composeSectionSums } from "./compose-section-sums.js";
import { parseMeasurements } from "./parse-measurements.js";
import { parseRubric } from "./parse-rubric.js";
import { composeScoreSheet, rescoreItem, scoreReadings, scoreRubric } from "./score-rubric.js";

const rubric = {
  ...sampleRubric([], { minTotal: 15 }),
  sections: [
    { id: "1", title: "First", items: [sampleItem("a", { kind: "key" }), sampleItem("b", { points: 5 })] },
    { id: "2", title: "Second", items: [sampleItem("c", { kind: "bonus", points: 3 })] },
    { id: "3", title: "Empty" },
  ],
};
const parsed = parseRubric(rubric);
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
const compiled = compileRubric(parsed.value);
const start = (measurements: object) => {
  const read = parseMeasurements({ compiled, measurements });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return scoreReadings({ compiled, readings: read.value });
};

describe("one changed measurement", () => {
  it.each<[string, object, string, unknown, object]>([
    ["is added", {}, "a", { met: true }, { a: { met: true } }],
    ["replaces the former", { a: { met: true } }, "a", { met: false }, { a: { met: false } }],
    ["is taken back", { a: { met: true }, b: { met: true } }, "a", undefined, { b: { met: true } }],
    [
      "no longer applies",
      { a: { met: true } },
      "b",
      { notApplicable: "n" },
      { a: { met: true }, b: { notApplicable: "n" } },
    ],
  ])("%s", (_, before, item, measurement, after) => {
    const state = start(before);
    const former = JSON.stringify(composeScoreSheet({ state }));
    const changed = rescoreItem({ state, item, measurement });
    const afresh = scoreRubric({ rubric, measurements: after });
    expect(changed.ok && composeScoreSheet({ state: changed.value })).toEqual(afresh.ok && afresh.value);
    expect(JSON.stringify(composeScoreSheet({ state }))).toBe(former);
  });

  it("of an unknown item is refused", () => {
    expect(rescoreItem({ state: start({}), item: "z", measurement: { met: true } })).toEqual({
      ok: false,
      problems: [{ code: "measurement/unknown-item", params: { path: "z", id: "z" } }],
    });
  });

  it("of a wrong shape is refused", () => {
    const refused = rescoreItem({ state: start({}), item: "a", measurement: { met: 1 } });
    expect(!refused.ok && refused.problems.map(({ code }) => code)).toEqual(["measurement/shape"]);
  });
});

describe("section sums", () => {
  const sums = (measurements: object) =>
    composeSectionSums({ rubric: compiled.rubric, sheet: composeScoreSheet({ state: start(measurements) }) });
  it.each([
    [{}, [0, 1500, 0], [0, 300, 0]],
    [{ a: { met: true } }, [1000, 500, 0], [0, 300, 0]],
    [{ a: { met: true }, b: { met: false } }, [1000, 0, 500], [0, 300, 0]],
    [{ b: { notApplicable: "n" }, c: { met: true } }, [0, 1000, 0], [300, 0, 0]],
  ])("%j", (measurements, first, second) => {
    const row = (id: string, title: string, points: number, [obtained, open, lost]: number[]) => ({
      id,
      title,
      points,
      obtained,
      open,
      lost,
    });
    expect(sums(measurements)).toEqual([
      row("1", "First", 1500, first),
      row("2", "Second", 300, second),
      row("3", "Empty", 0, [0, 0, 0]),
    ]);
  });

  it("an item that the sheet lacks counts as open", () => {
    const sheet = composeScoreSheet({ state: start({ a: { met: true } }) });
    const part = { ...sheet, items: sheet.items.slice(1) };
    expect(composeSectionSums({ rubric: compiled.rubric, sheet: part })[0]).toMatchObject({
      obtained: 0,
      open: 1500,
    });
  });
});
