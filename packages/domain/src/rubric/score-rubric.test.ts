import { describe, expect, it } from "vitest";
import { sampleItem, sampleRubric, scoreSample } from "../testing/rubric-samples.js";
import { scoreRubric } from "./score-rubric.js";

describe("vetoes", () => {
  it.each([
    ["event occurred", { type: "veto-event" }, { occurred: true }, "triggered"],
    ["event did not occur", { type: "veto-event" }, { occurred: false }, "clear"],
    [
      "higher: below the bound",
      { type: "veto-threshold", direction: "higher", bound: 97 },
      { value: 96.999999 },
      "triggered",
    ],
    [
      "higher: at the bound",
      { type: "veto-threshold", direction: "higher", bound: 97 },
      { value: 97 },
      "clear",
    ],
    [
      "lower: above the bound",
      { type: "veto-threshold", direction: "lower", bound: 0.3 },
      { value: 0.300001 },
      "triggered",
    ],
    [
      "lower: at the bound",
      { type: "veto-threshold", direction: "lower", bound: 0.3 },
      { value: 0.3 },
      "clear",
    ],
    ["not applicable", { type: "veto-event" }, { notApplicable: "no canteen" }, "not-applicable"],
    ["unmeasured", { type: "veto-event" }, undefined, "unmeasured"],
  ])("%s", (_, method, measurement, status) => {
    const veto = { id: "v", title: "V", kind: "veto", method };
    const sheet = scoreSample([veto, sampleItem("a")], {
      a: { met: true },
      ...(measurement && { v: measurement }),
    });
    expect(sheet.vetoes).toEqual([{ id: "v", status }]);
    expect(sheet.items.map(({ id }) => id)).toEqual(["a"]);
    const verdict = { triggered: "fail", unmeasured: "undetermined" }[status] ?? "pass";
    expect(sheet.verdict).toBe(verdict);
    expect(sheet.reasons).toEqual(
      verdict === "pass" ? [] : [{ code: `rubric/veto-${status}`, params: { item: "v", title: "V" } }],
    );
  });
});

describe("items that do not apply", () => {
  const items = [
    sampleItem("a", { points: 3 }),
    sampleItem("b", { points: 4, method: { type: "ratio", target: 1 } }),
    sampleItem("c", { points: 5, kind: "bonus" }),
  ];
  const none = { notApplicable: "none here" };
  it.each([
    ["rescale", { b: none }, { base: 0, obtained: 0, lost: 0, upper: 700 }],
    ["full", { b: none }, { base: 400, obtained: 400, lost: 0, upper: 700 }],
    ["zero", { b: none }, { base: 0, obtained: 0, lost: 400, upper: 300 }],
    ["rescale", { a: { met: true }, b: none }, { base: 700, obtained: 0, lost: 0, upper: 700 }],
    [
      "rescale",
      { a: none, b: { numerator: 1, denominator: 3 } },
      { base: 233, obtained: 133, lost: 267, upper: 233 },
    ],
    ["rescale", { a: none, b: none }, { base: 0, obtained: 0, lost: 0, upper: 0 }],
    [
      "rescale",
      { a: none, b: { numerator: 0, denominator: 0 } },
      { base: 0, obtained: 0, lost: 0, upper: 0 },
    ],
    ["zero", { b: { numerator: 0, denominator: 0 } }, { base: 0, obtained: 0, lost: 400, upper: 300 }],
    ["full", { b: { numerator: 0, denominator: 0 } }, { base: 400, obtained: 400, lost: 0, upper: 700 }],
  ])("%s %j", (notApplicable, measurements, { base, obtained, lost, upper }) => {
    const sheet = scoreSample(items, measurements, { notApplicable });
    expect(sheet).toMatchObject({ base, total: base, lower: base, upper });
    expect(sheet.items[1]).toMatchObject({ obtained, lost });
  });

  it.each(["rescale", "full", "zero"])("a bonus item obtains and loses nothing under %s", (notApplicable) => {
    const sheet = scoreSample(items, { c: none }, { notApplicable });
    expect(sheet.items[2]).toMatchObject({ status: "not-applicable", obtained: 0, lost: 0 });
    expect(sheet.bonus).toBe(0);
  });

  it("rescaling rounds once, half away from zero", () => {
    const three = ["a", "b", "c"].map((id) => sampleItem(id, { points: 0.01 }));
    expect(scoreSample(three, { a: none, b: { met: true } }).base).toBe(2);
    const shares = [
      sampleItem("a", { points: 1 }),
      sampleItem("b", { points: 2, method: { type: "assessed" } }),
    ];
    expect(scoreSample(shares, { a: none, b: { points: 0.33, reason: "r" } }).base).toBe(50);
  });
});

describe("bonus", () => {
  const items = [
    sampleItem("a"),
    sampleItem("b", { kind: "bonus", points: 3 }),
    sampleItem("c", { kind: "bonus", points: 4 }),
  ];
  it.each([
    [{}, { b: { met: true } }, { total: 0, bonus: 300, lower: 0, upper: 1000 }],
    [{ bonusCounts: true }, { b: { met: true } }, { total: 300, bonus: 300, lower: 300, upper: 1700 }],
    [
      { bonusCounts: true, bonusCap: 5 },
      { b: { met: true } },
      { total: 300, bonus: 300, lower: 300, upper: 1500 },
    ],
    [
      { bonusCounts: true, bonusCap: 2.5 },
      { b: { met: true } },
      { total: 250, bonus: 250, lower: 250, upper: 1250 },
    ],
    [{ bonusCounts: true, bonusCap: 0 }, { b: { met: true } }, { total: 0, bonus: 0, lower: 0, upper: 1000 }],
    [
      { bonusCap: 2 },
      { b: { met: true }, c: { met: false } },
      { total: 0, bonus: 200, lower: 0, upper: 1000 },
    ],
  ])("%j %j", (passRule, measurements, expected) => {
    expect(scoreSample(items, measurements, passRule)).toMatchObject({ base: 0, ...expected });
  });
});

describe("the verdict", () => {
  const key = sampleItem("k", { kind: "key", method: { type: "assessed" } });
  const other = sampleItem("b");
  const veto = { id: "v", title: "V", kind: "veto", method: { type: "veto-event" } };
  const clear = { v: { occurred: false } };
  const seen = (points: number) => ({ points, reason: "seen" });
  const line = (upper: number, shortfall: number) => [
    "upper-below-line",
    { lower: upper, upper, minTotal: 1500, shortfall },
  ];
  it.each<[string, object, string, readonly (string | object)[][]]>([
    ["key at its rate", { ...clear, k: seen(6), b: { met: true } }, "pass", []],
    [
      "key a hundredth below its rate",
      { ...clear, k: seen(5.99), b: { met: true } },
      "fail",
      [["key-short", { item: "k", title: "Item k", obtained: 599, points: 1000, rate: 0.6 }]],
    ],
    ["key rounded up to its rate", { ...clear, k: seen(5.995), b: { met: true } }, "pass", []],
    [
      "key not applicable is never short",
      { ...clear, k: { notApplicable: "n" }, b: { met: true } },
      "pass",
      [],
    ],
    ["upper below the line", { ...clear, k: seen(10), b: { met: false } }, "fail", [line(1000, 500)]],
    [
      "the line may still be reached",
      { ...clear, k: seen(10) },
      "undetermined",
      [["line-not-secured", { lower: 1000, upper: 2000, minTotal: 1500, shortfall: 500 }]],
    ],
    [
      "a key item is unmeasured",
      { ...clear, b: { met: true } },
      "undetermined",
      [
        ["line-not-secured", { lower: 1000, upper: 2000, minTotal: 1500, shortfall: 500 }],
        ["key-unmeasured", { item: "k", title: "Item k" }],
      ],
    ],
    [
      "a veto is unmeasured",
      { k: seen(10), b: { met: true } },
      "undetermined",
      [["veto-unmeasured", { item: "v", title: "V" }]],
    ],
    [
      "everything at once",
      { v: { occurred: true }, k: seen(0), b: { met: false } },
      "fail",
      [
        ["veto-triggered", { item: "v", title: "V" }],
        ["key-short", { item: "k", title: "Item k", obtained: 0, points: 1000, rate: 0.6 }],
        line(0, 1500),
      ],
    ],
  ])("%s", (_, measurements, verdict, reasons) => {
    const sheet = scoreSample([key, other, veto], measurements, { minTotal: 15, minKeyItemRate: 0.6 });
    expect(sheet.verdict).toBe(verdict);
    expect(sheet.reasons).toEqual(reasons.map(([code, params]) => ({ code: `rubric/${code}`, params })));
  });

  it("at the line exactly is a pass, a hundredth below is a fail", () => {
    const items = [sampleItem("a", { method: { type: "assessed" } })];
    expect(scoreSample(items, { a: seen(8.5) }, { minTotal: 8.5 }).verdict).toBe("pass");
    expect(scoreSample(items, { a: seen(8.49) }, { minTotal: 8.5 }).verdict).toBe("fail");
  });

  it("an unmeasured basic item keeps no pass away once the line is secured", () => {
    expect(scoreSample([other, sampleItem("c")], { b: { met: true } }, { minTotal: 10 })).toMatchObject({
      verdict: "pass",
      reasons: [],
    });
  });

  it("a third of the points is compared exactly with the rate", () => {
    const items = [sampleItem("k", { kind: "key", points: 3, method: { type: "assessed" } })];
    expect(scoreSample(items, { k: seen(1) }, { minKeyItemRate: 0.333333 }).verdict).toBe("pass");
    expect(scoreSample(items, { k: seen(1) }, { minKeyItemRate: 0.333334 }).verdict).toBe("fail");
  });
});

it("a sheet has exactly the fields of the terminal's JSON, items in the order of the rubric", () => {
  const veto = { id: "v", title: "V", kind: "veto", points: 0, method: { type: "veto-event" } };
  const sheet = scoreSample([sampleItem("b", { kind: "bonus" }), veto, sampleItem("a")], {
    a: { met: false },
  });
  expect(sheet).toEqual({
    total: 0,
    base: 0,
    bonus: 0,
    lower: 0,
    upper: 0,
    verdict: "undetermined",
    reasons: [{ code: "rubric/veto-unmeasured", params: { item: "v", title: "V" } }],
    items: [
      { id: "b", status: "unmeasured", obtained: 0, lost: 0, reasons: [] },
      {
        id: "a",
        status: "measured",
        obtained: 0,
        lost: 1000,
        reasons: [{ code: "rubric/not-met", params: { lost: 1000 } }],
      },
    ],
    vetoes: [{ id: "v", status: "unmeasured" }],
  });
  expect(Object.keys(sheet)).toEqual([
    "total",
    "base",
    "bonus",
    "lower",
    "upper",
    "verdict",
    "reasons",
    "items",
    "vetoes",
  ]);
});

it("a rubric without sections passes at a line of 0 and fails above", () => {
  expect(scoreSample([], {})).toMatchObject({ total: 0, upper: 0, verdict: "pass", items: [], vetoes: [] });
  expect(scoreSample([], {}, { minTotal: 0.01 }).verdict).toBe("fail");
});

it("a refused rubric is reported before its measurements", () => {
  const rubric = sampleRubric([sampleItem("a", { points: 0 })]);
  const result = scoreRubric({ rubric, measurements: { b: 1 } });
  expect(!result.ok && result.problems.map(({ code }) => code)).toEqual(["rubric/points-not-positive"]);
});
