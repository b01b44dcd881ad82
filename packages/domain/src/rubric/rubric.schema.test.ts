import { describe, expect, it } from "vitest";
import { sampleItem, scoreSample } from "../testing/rubric-samples.js";
import { Method, methodTypes } from "./method.schema.js";
import { Measurement, ScoreSheet } from "./rubric.schema.js";

describe("the measurements that the API carries", () => {
  it.each([
    [{ met: true }],
    [{ met: { a: true } }],
    [{ counts: { a: 2 } }],
    [{ level: "a" }],
    [{ value: -0.5 }],
    [{ numerator: 1, denominator: 2 }],
    [{ points: 1, reason: "r" }],
    [{ occurred: false }],
    [{ notApplicable: "n" }],
  ])("%j", (measurement) => {
    expect(Measurement.parse(measurement)).toEqual(measurement);
  });

  it.each([
    [{}],
    [{ met: 1 }],
    [{ met: true, value: 1 }],
    [{ numerator: 1 }],
    [{ counts: { a: "2" } }],
    ["met"],
    [null],
  ])("%j is none", (measurement) => {
    expect(Measurement.safeParse(measurement).success).toBe(false);
  });
});

it("a sheet with every kind of reason keeps its schema", () => {
  const veto = { id: "v", title: "V", kind: "veto", method: { type: "veto-event" } };
  const key = sampleItem("k", { kind: "key", method: { type: "ratio", target: 1 } });
  const measurements = {
    v: { occurred: true },
    k: { numerator: 1, denominator: 3 },
    b: { notApplicable: "n" },
  };
  const sheet = scoreSample([veto, key, sampleItem("b")], measurements, {
    minKeyItemRate: 0.9,
    minTotal: 20,
  });
  expect(ScoreSheet.parse(sheet)).toEqual(sheet);
  expect(ScoreSheet.safeParse({ ...sheet, note: "" }).success).toBe(false);
  expect(ScoreSheet.safeParse({ ...sheet, total: 0.5 }).success).toBe(false);
});

it("the list of methods is the schema's", () => {
  expect(Method.options.map((option) => option.shape.type.value)).toEqual([...methodTypes]);
});
