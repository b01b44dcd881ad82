import { describe, expect, it } from "vitest";
import { sampleItem, scoreSample } from "../testing/rubric-samples.js";

const scoreOne = (points: number, method: object, measurement: object) =>
  scoreSample([sampleItem("a", { points, method })], { a: measurement }).items[0];

describe("the reasons of a loss", () => {
  const deductions = [
    { id: "x", title: "X", pointsEach: 0.5, cap: 1.2 },
    { id: "y", title: "Y", pointsEach: 0.001 },
    { id: "z", title: "Z", pointsEach: 0 },
  ];
  const parts = [
    { id: "x", title: "X", points: 4 },
    { id: "y", title: "Y", points: 1 },
    { id: "z", title: "Z", points: 0 },
  ];
  const levels = [
    { id: "good", title: "Good", points: 5 },
    { id: "fair", title: "Fair", points: 2 },
  ];
  const bands = [
    { bound: 80, points: 3 },
    { bound: 90, points: 9 },
    { bound: 60, points: 2 },
  ];
  const near = [{ bound: 2, points: 4 }];
  it.each<[string, object, object, readonly [string, object][]]>([
    ["met", { type: "all-or-nothing" }, { met: true }, []],
    ["not met", { type: "all-or-nothing" }, { met: false }, [["not-met", { lost: 500 }]]],
    [
      "deductions, each by its own amount",
      { type: "deduction", deductions },
      { counts: { x: 3, y: 17, z: 4 } },
      [
        ["deducted", { deduction: "x", title: "X", count: 3, lost: 120 }],
        ["deducted", { deduction: "y", title: "Y", count: 17, lost: 2 }],
      ],
    ],
    ["no deduction", { type: "deduction", deductions }, { counts: { x: 0 } }, []],
    [
      "missing parts that carry points",
      { type: "parts", parts },
      { met: { x: false } },
      [
        ["part-missing", { part: "x", title: "X", lost: 400 }],
        ["part-missing", { part: "y", title: "Y", lost: 100 }],
      ],
    ],
    ["no part missing", { type: "parts", parts }, { met: { x: true, y: true } }, []],
    [
      "a level",
      { type: "levels", levels },
      { level: "fair" },
      [["level-chosen", { level: "fair", title: "Fair", obtained: 200, lost: 300 }]],
    ],
    ["the best level", { type: "levels", levels }, { level: "good" }, []],
    [
      "a band reached, better ones missed",
      { type: "bands", direction: "higher", bands },
      { value: 79.5 },
      [
        ["band-reached", { value: 79.5, bound: 60, obtained: 200, lost: 300 }],
        ["band-missed", { value: 79.5, bound: 80, points: 300 }],
        ["band-missed", { value: 79.5, bound: 90, points: 500 }],
      ],
    ],
    [
      "the band reached, named by its own bound",
      { type: "bands", direction: "higher", bands: [bands[2], bands[0], bands[1]] },
      { value: 80 },
      [
        ["band-reached", { value: 80, bound: 80, obtained: 300, lost: 200 }],
        ["band-missed", { value: 80, bound: 90, points: 500 }],
      ],
    ],
    [
      "a worse band that is missed is no reason",
      { type: "bands", direction: "higher", bands: [...bands, { bound: 95, points: 3 }] },
      { value: 80 },
      [
        ["band-reached", { value: 80, bound: 80, obtained: 300, lost: 200 }],
        ["band-missed", { value: 80, bound: 90, points: 500 }],
      ],
    ],
    [
      "no band reached",
      { type: "bands", direction: "lower", bands: near },
      { value: 2.000001 },
      [
        ["no-band-reached", { value: 2.000001, lost: 500 }],
        ["band-missed", { value: 2.000001, bound: 2, points: 400 }],
      ],
    ],
    [
      "the best band, worth less than the item",
      { type: "bands", direction: "lower", bands: near },
      { value: 2 },
      [["band-reached", { value: 2, bound: 2, obtained: 400, lost: 100 }]],
    ],
    ["the best band", { type: "bands", direction: "higher", bands }, { value: 90 }, []],
    [
      "linear",
      { type: "linear", zeroAt: 60.5, fullAt: 80 },
      { value: 70.25 },
      [["linear-short", { value: 70.25, zeroAt: 60.5, fullAt: 80, lost: 250 }]],
    ],
    ["linear in full", { type: "linear", zeroAt: 60, fullAt: 80 }, { value: 81 }, []],
    [
      "ratio",
      { type: "ratio", target: 0.95 },
      { numerator: 40, denominator: 95 },
      [["ratio-short", { numerator: 40, denominator: 95, target: 0.95, lost: 278 }]],
    ],
    [
      "ratio of decimals",
      { type: "ratio", target: 1 },
      { numerator: 0.5, denominator: 2 },
      [["ratio-short", { numerator: 0.5, denominator: 2, target: 1, lost: 375 }]],
    ],
    [
      "assessed",
      { type: "assessed" },
      { points: 4.5, reason: "two ledgers missing" },
      [["assessed", { reason: "two ledgers missing", obtained: 450, lost: 50 }]],
    ],
    ["assessed in full", { type: "assessed" }, { points: 5, reason: "fine" }, []],
    [
      "not applicable",
      { type: "parts", parts },
      { notApplicable: "no market" },
      [["not-applicable", { reason: "no market", lost: 0 }]],
    ],
    [
      "nothing due",
      { type: "ratio", target: 1 },
      { numerator: 0, denominator: 0 },
      [["nothing-due", { lost: 0 }]],
    ],
  ])("%s", (_, method, measurement, reasons) => {
    const expected = reasons.map(([code, params]) => ({ code: `rubric/${code}`, params }));
    expect(scoreOne(5, method, measurement)?.reasons).toEqual(expected);
  });
});
