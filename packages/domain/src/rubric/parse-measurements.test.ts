import { describe, expect, it } from "vitest";
import { sampleItem, sampleRubric } from "../testing/rubric-samples.js";
import { type CompiledRubric, compileRubric } from "./compile-rubric.js";
import { parseMeasurement, parseMeasurements } from "./parse-measurements.js";
import { parseRubric } from "./parse-rubric.js";
import { scoreRubric } from "./score-rubric.js";

const compile = (items: readonly object[]): CompiledRubric => {
  const parsed = parseRubric(sampleRubric(items));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileRubric(parsed.value);
};
const option = (id: string, points: number) => ({ id, title: id, points });
const methods = {
  all: { type: "all-or-nothing" },
  deduction: {
    type: "deduction",
    deductions: [
      { id: "x", title: "X", pointsEach: 1 },
      { id: "y", title: "Y", pointsEach: 2 },
    ],
  },
  parts: { type: "parts", parts: [option("x", 6), option("y", 4)] },
  levels: { type: "levels", levels: [option("high", 10), option("low", 0)] },
  bands: { type: "bands", direction: "higher", bands: [{ bound: 1, points: 10 }] },
  linear: { type: "linear", zeroAt: 0, fullAt: 1 },
  ratio: { type: "ratio", target: 1 },
  assessed: { type: "assessed" },
};
const vetoes = {
  event: { type: "veto-event" },
  threshold: { type: "veto-threshold", direction: "lower", bound: 1 },
};
const compiled = compile([
  ...Object.entries(methods).map(([id, method]) => sampleItem(id, { method })),
  ...Object.entries(vetoes).map(([id, method]) => ({ id, title: id, kind: "veto", method })),
]);

const refusals = (measurements: unknown) => {
  const result = parseMeasurements({ compiled, measurements });
  return result.ok
    ? []
    : result.problems.map(({ code, params: { path, ...params } }) => [code, path, params]);
};
const shape = (path: string, method: string, expected: string) =>
  ["shape", path, { method, expected }] as const;
const key = (path: string, method: string, name: string) =>
  ["unknown-key", path, { key: name, method }] as const;

describe("a measurement that the rules refuse (rules §6)", () => {
  it.each<[string, object, readonly (readonly unknown[])[]]>([
    ["an unknown item", { nope: { met: true } }, [["unknown-item", "nope", { id: "nope" }]]],
    ["an inherited name", { toString: { met: true } }, [["unknown-item", "toString", { id: "toString" }]]],
    ["no object", { all: true }, [["not-an-object", "all", {}]]],
    ["null", { all: null }, [["not-an-object", "all", {}]]],
    ["a list", { all: [true] }, [["not-an-object", "all", {}]]],
    ["a map", { all: new Map([["met", true]]) }, [["not-an-object", "all", {}]]],
    ["a date", { all: new Date(0) }, [["not-an-object", "all", {}]]],
    ["an inheriting object", { all: Object.create({ met: true }) }, [["not-an-object", "all", {}]]],
    ["nothing in it", { all: {} }, [shape("all.met", "all-or-nothing", "true | false")]],
    ["met as number", { all: { met: 1 } }, [shape("all.met", "all-or-nothing", "true | false")]],
    ["one field too many", { all: { met: true, note: "x" } }, [key("all", "all-or-nothing", "note")]],
    [
      "the measurement of another method",
      { all: { value: 1 } },
      [key("all", "all-or-nothing", "value"), shape("all.met", "all-or-nothing", "true | false")],
    ],
    [
      "an unknown deduction",
      { deduction: { counts: { z: 1 } } },
      [["unknown-deduction", "deduction.counts", { id: "z" }]],
    ],
    [
      "an inherited deduction",
      { deduction: { counts: { constructor: 1 } } },
      [["unknown-deduction", "deduction.counts", { id: "constructor" }]],
    ],
    [
      "a count of a half",
      { deduction: { counts: { x: 0.5 } } },
      [["count-not-whole", "deduction.counts.x", { value: 0.5 }]],
    ],
    [
      "a negative count",
      { deduction: { counts: { x: -1 } } },
      [["count-not-whole", "deduction.counts.x", { value: -1 }]],
    ],
    [
      "a count as text",
      { deduction: { counts: { x: "1" } } },
      [shape("deduction.counts.x", "deduction", "number")],
    ],
    [
      "a count of null",
      { deduction: { counts: { x: null } } },
      [shape("deduction.counts.x", "deduction", "number")],
    ],
    [
      "a count too large",
      { deduction: { counts: { x: 1e9 + 1 } } },
      [["number-too-large", "deduction.counts.x", { value: 1e9 + 1 }]],
    ],
    ["counts as list", { deduction: { counts: [1, 2] } }, [shape("deduction.counts", "deduction", "object")]],
    ["no counts", { deduction: {} }, [shape("deduction.counts", "deduction", "object")]],
    [
      "every count wrong",
      { deduction: { counts: { x: 1.5, y: "2", z: 3 } } },
      [
        ["unknown-deduction", "deduction.counts", { id: "z" }],
        ["count-not-whole", "deduction.counts.x", { value: 1.5 }],
        shape("deduction.counts.y", "deduction", "number"),
      ],
    ],
    ["an unknown part", { parts: { met: { z: true } } }, [["unknown-part", "parts.met", { id: "z" }]]],
    ["a part as number", { parts: { met: { x: 1 } } }, [shape("parts.met.x", "parts", "true | false")]],
    ["parts as one flag", { parts: { met: true } }, [shape("parts.met", "parts", "object")]],
    [
      "an unknown level",
      { levels: { level: "middle" } },
      [["unknown-level", "levels.level", { id: "middle" }]],
    ],
    ["a level as number", { levels: { level: 0 } }, [shape("levels.level", "levels", "text")]],
    ["no level", { levels: {} }, [shape("levels.level", "levels", "text")]],
    ["a value as text", { bands: { value: "1" } }, [shape("bands.value", "bands", "number")]],
    [
      "a value of 7 decimals",
      { bands: { value: 0.1234567 } },
      [["too-many-decimals", "bands.value", { value: 0.1234567 }]],
    ],
    [
      "a value of 1e-7",
      { linear: { value: 1e-7 } },
      [["too-many-decimals", "linear.value", { value: 1e-7 }]],
    ],
    [
      "a value above 1e9",
      { linear: { value: 1_000_000_000.1 } },
      [["number-too-large", "linear.value", { value: 1_000_000_000.1 }]],
    ],
    [
      "a value below −1e9",
      { threshold: { value: -1e300 } },
      [["number-too-large", "threshold.value", { value: -1e300 }]],
    ],
    ["a value not a number", { linear: { value: Number.NaN } }, [shape("linear.value", "linear", "number")]],
    [
      "a value without end",
      { linear: { value: Number.POSITIVE_INFINITY } },
      [shape("linear.value", "linear", "number")],
    ],
    [
      "a negative numerator",
      { ratio: { numerator: -1, denominator: 1 } },
      [["number-negative", "ratio.numerator", { value: -1 }]],
    ],
    [
      "a negative denominator",
      { ratio: { numerator: 1, denominator: -1 } },
      [["number-negative", "ratio.denominator", { value: -1 }]],
    ],
    [
      "done where nothing was due",
      { ratio: { numerator: 1, denominator: 0 } },
      [["numerator-without-denominator", "ratio", { numerator: 1 }]],
    ],
    ["no denominator", { ratio: { numerator: 1 } }, [shape("ratio.denominator", "ratio", "number")]],
    ["no numerator", { ratio: { denominator: 1 } }, [shape("ratio.numerator", "ratio", "number")]],
    [
      "points above the item's",
      { assessed: { points: 10.000001, reason: "r" } },
      [["points-above-item", "assessed.points", { value: 10.000001, points: 1000 }]],
    ],
    [
      "negative points",
      { assessed: { points: -0.5, reason: "r" } },
      [["number-negative", "assessed.points", { value: -0.5 }]],
    ],
    ["points without reason", { assessed: { points: 1 } }, [shape("assessed.reason", "assessed", "text")]],
    [
      "points with a blank reason",
      { assessed: { points: 1, reason: " 　" } },
      [["reason-missing", "assessed.reason", {}]],
    ],
    [
      "an event as text",
      { event: { occurred: "no" } },
      [shape("event.occurred", "veto-event", "true | false")],
    ],
    [
      "not applicable without reason",
      { all: { notApplicable: "" } },
      [["reason-missing", "all.notApplicable", {}]],
    ],
    [
      "not applicable as flag",
      { all: { notApplicable: true } },
      [shape("all.notApplicable", "all-or-nothing", "text")],
    ],
    [
      "not applicable and measured",
      { all: { notApplicable: "n", met: true } },
      [key("all", "all-or-nothing", "met")],
    ],
    [
      "several items wrong",
      { nope: {}, all: { met: 0 }, ratio: { numerator: 1, denominator: 1 }, levels: { level: "x" } },
      [
        ["unknown-item", "nope", { id: "nope" }],
        shape("all.met", "all-or-nothing", "true | false"),
        ["unknown-level", "levels.level", { id: "x" }],
      ],
    ],
  ])("%s", (_, measurements, reasons) => {
    expect(refusals(measurements)).toEqual(
      reasons.map(([code, ...rest]) => [`measurement/${code}`, ...rest]),
    );
  });

  it.each([[null], [[]], ["x"], [3], [undefined], [new Map()]])("%j holds no measurements", (value) => {
    expect(refusals(value)).toEqual([["measurement/not-an-object", "$", {}]]);
  });
});

describe("names that every object has", () => {
  const proto = compile([
    sampleItem("__proto__", {
      method: { type: "deduction", deductions: [{ id: "__proto__", title: "P", pointsEach: 3 }] },
    }),
  ]);

  it("are unknown ids where the rubric lacks them", () => {
    expect(refusals(JSON.parse('{"__proto__":{"met":true}}'))).toEqual([
      ["measurement/unknown-item", "__proto__", { id: "__proto__" }],
    ]);
    expect(refusals(JSON.parse('{"all":{"__proto__":1,"met":true}}'))).toEqual([
      ["measurement/unknown-key", "all", { key: "__proto__", method: "all-or-nothing" }],
    ]);
    expect(refusals(JSON.parse('{"parts":{"met":{"__proto__":true}}}'))).toEqual([
      ["measurement/unknown-part", "parts.met", { id: "__proto__" }],
    ]);
  });

  it("are ids like others where the rubric has them", () => {
    const measurements = JSON.parse('{"__proto__":{"counts":{"__proto__":2}}}');
    const scored = scoreRubric({ rubric: proto.rubric, measurements });
    expect(scored.ok && scored.value.items[0]).toMatchObject({ id: "__proto__", obtained: 400 });
    const none = scoreRubric({
      rubric: proto.rubric,
      measurements: JSON.parse('{"__proto__":{"counts":{}}}'),
    });
    expect(none.ok && none.value.items[0]).toMatchObject({ obtained: 1000 });
    expect(Object.hasOwn(Object.prototype, "counts")).toBe(false);
  });
});

describe("a reading", () => {
  const read = (id: string, measurement: unknown) => {
    const item = compiled.byId.get(id);
    return item && parseMeasurement({ item, measurement });
  };
  it.each<[string, object, object]>([
    ["all", { met: true }, { status: 1, values: [1] }],
    ["deduction", { counts: { y: 3, x: -0 } }, { status: 1, values: [0, 3] }],
    ["deduction", { counts: {} }, { status: 1, values: [0, 0] }],
    ["parts", { met: { y: true } }, { status: 1, values: [0, 1] }],
    ["levels", { level: "low" }, { status: 1, values: [1] }],
    ["bands", { value: -0.1 }, { status: 1, values: [-100_000] }],
    ["ratio", { numerator: 3, denominator: 4 }, { status: 1, values: [3, 4] }],
    [
      "ratio",
      { numerator: 0.5, denominator: 4 },
      { status: 1, values: [500_000, 4_000_000], isScaled: true },
    ],
    ["ratio", { numerator: 0, denominator: 0 }, { status: 3, values: [0, 0] }],
    ["assessed", { points: 10, reason: "r" }, { status: 1, values: [10_000_000], note: "r" }],
    ["ratio", { notApplicable: "n" }, { status: 2, values: [0, 0], note: "n" }],
    ["event", { occurred: false }, { status: 1, values: [0] }],
  ])("of %s %j", (id, measurement, value) => {
    expect(read(id, measurement)).toEqual({ ok: true, value });
  });

  it("of objects without a prototype is the same", () => {
    const bare = Object.assign(Object.create(null), { met: false });
    expect(read("all", bare)).toEqual({ ok: true, value: { status: 1, values: [0] } });
  });
});

it("an item without a measurement has no reading", () => {
  const result = parseMeasurements({ compiled, measurements: { linear: { value: 1 } } });
  expect(result.ok && result.value.map((reading) => reading !== undefined)).toEqual(
    compiled.items.map(({ id }) => id === "linear"),
  );
});
