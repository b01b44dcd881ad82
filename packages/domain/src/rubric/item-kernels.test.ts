import { describe, expect, it } from "vitest";
import { sampleItem, scoreSample } from "../testing/rubric-samples.js";

const scoreOne = (points: number, method: object, measurement: object) =>
  scoreSample([sampleItem("a", { points, method })], { a: measurement }).items[0];

describe("what an item obtains by its method (rules §6)", () => {
  const parts = [
    { id: "x", title: "X", points: 1.5 },
    { id: "y", title: "Y", points: 0 },
    { id: "z", title: "Z", points: 3.5 },
  ];
  const levels = [
    { id: "good", title: "Good", points: 5 },
    { id: "fair", title: "Fair", points: 2.25 },
    { id: "none", title: "None", points: 0 },
  ];
  const deductions = [
    { id: "x", title: "X", pointsEach: 0.5, cap: 1.2 },
    { id: "y", title: "Y", pointsEach: 2 },
    { id: "free", title: "Free", pointsEach: 0 },
  ];
  const fine = [{ id: "x", title: "X", pointsEach: 0.001 }];
  const higher = [
    { bound: 90, points: 5 },
    { bound: 60, points: 2 },
    { bound: 80, points: 4 },
  ];
  const lower = [
    { bound: 1.5, points: 5 },
    { bound: 3, points: 1 },
  ];
  it.each<[string, number, object, object, number]>([
    ["all or nothing, met", 5, { type: "all-or-nothing" }, { met: true }, 500],
    ["all or nothing, not met", 5, { type: "all-or-nothing" }, { met: false }, 0],
    ["no deduction", 5, { type: "deduction", deductions }, { counts: {} }, 500],
    ["below the cap", 5, { type: "deduction", deductions }, { counts: { x: 2 } }, 400],
    ["at the cap", 5, { type: "deduction", deductions }, { counts: { x: 3 } }, 380],
    ["two deductions", 5, { type: "deduction", deductions }, { counts: { x: 1, y: 1 } }, 250],
    ["more than the item has", 5, { type: "deduction", deductions }, { counts: { y: 3 } }, 0],
    ["a billion times", 5, { type: "deduction", deductions }, { counts: { x: 1e9, y: 1e9 } }, 0],
    ["a billion times nothing", 5, { type: "deduction", deductions }, { counts: { free: 1e9 } }, 500],
    ["no deductions at all", 5, { type: "deduction" }, { counts: {} }, 500],
    [
      "0.005 is rounded away from zero",
      5,
      { type: "deduction", deductions: fine },
      { counts: { x: 5 } },
      500,
    ],
    ["0.006 is not", 5, { type: "deduction", deductions: fine }, { counts: { x: 6 } }, 499],
    ["no part", 5, { type: "parts", parts }, { met: {} }, 0],
    ["one part", 5, { type: "parts", parts }, { met: { z: true, x: false } }, 350],
    ["every part", 5, { type: "parts", parts }, { met: { x: true, y: true, z: true } }, 500],
    ["the highest level", 5, { type: "levels", levels }, { level: "good" }, 500],
    ["a middle level", 5, { type: "levels", levels }, { level: "fair" }, 225],
    ["the lowest level", 5, { type: "levels", levels }, { level: "none" }, 0],
    ["at the best band", 5, { type: "bands", direction: "higher", bands: higher }, { value: 90 }, 500],
    [
      "a millionth below",
      5,
      { type: "bands", direction: "higher", bands: higher },
      { value: 89.999999 },
      400,
    ],
    ["at the lowest band", 5, { type: "bands", direction: "higher", bands: higher }, { value: 60 }, 200],
    ["below every band", 5, { type: "bands", direction: "higher", bands: higher }, { value: 59.999999 }, 0],
    [
      "lower is better, at the bound",
      5,
      { type: "bands", direction: "lower", bands: lower },
      { value: 1.5 },
      500,
    ],
    ["lower, just above", 5, { type: "bands", direction: "lower", bands: lower }, { value: 1.500001 }, 100],
    ["lower, above every band", 5, { type: "bands", direction: "lower", bands: lower }, { value: 3.1 }, 0],
    ["no bands", 5, { type: "bands", direction: "lower" }, { value: -1 }, 0],
    [
      "a band worth more than the item",
      5,
      { type: "bands", direction: "higher", bands: [{ bound: 1, points: 9 }] },
      { value: 1 },
      500,
    ],
    [
      "a lower band worth more counts higher up too",
      5,
      {
        type: "bands",
        direction: "higher",
        bands: [
          { bound: 1, points: 4 },
          { bound: 2, points: 3 },
        ],
      },
      { value: 2 },
      400,
    ],
    ["linear at zero", 5, { type: "linear", zeroAt: 60, fullAt: 80 }, { value: 60 }, 0],
    ["linear below zero", 5, { type: "linear", zeroAt: 60, fullAt: 80 }, { value: -1e9 }, 0],
    ["linear at full", 5, { type: "linear", zeroAt: 60, fullAt: 80 }, { value: 80 }, 500],
    ["linear above full", 5, { type: "linear", zeroAt: 60, fullAt: 80 }, { value: 1e9 }, 500],
    ["linear between", 5, { type: "linear", zeroAt: 60, fullAt: 80 }, { value: 70.02 }, 251],
    ["linear on half a hundredth", 1, { type: "linear", zeroAt: 0, fullAt: 100 }, { value: 58.5 }, 59],
    ["linear half where binary is below", 1, { type: "linear", zeroAt: 0, fullAt: 1 }, { value: 0.285 }, 29],
    ["linear just below half", 1, { type: "linear", zeroAt: 0, fullAt: 100 }, { value: 58.499999 }, 58],
    ["linear downwards", 5, { type: "linear", zeroAt: 10, fullAt: 0 }, { value: 2.5 }, 375],
    ["linear downwards, past full", 5, { type: "linear", zeroAt: 10, fullAt: 0 }, { value: -1 }, 500],
    [
      "linear over the whole range",
      1e9,
      { type: "linear", zeroAt: -1e9, fullAt: 1e9 },
      { value: 0.000001 },
      50_000_000_000,
    ],
    ["ratio below target", 10, { type: "ratio", target: 1 }, { numerator: 1, denominator: 3 }, 333],
    ["ratio at target", 10, { type: "ratio", target: 0.85 }, { numerator: 85, denominator: 100 }, 1000],
    [
      "ratio just below target",
      10,
      { type: "ratio", target: 0.85 },
      { numerator: 8495, denominator: 10_000 },
      999,
    ],
    ["ratio above target", 10, { type: "ratio", target: 0.85 }, { numerator: 3, denominator: 1 }, 1000],
    ["ratio of nothing done", 10, { type: "ratio", target: 0.85 }, { numerator: 0, denominator: 7 }, 0],
    ["ratio on half a hundredth", 1, { type: "ratio", target: 1 }, { numerator: 1, denominator: 200 }, 1],
    ["ratio of decimals", 10, { type: "ratio", target: 0.5 }, { numerator: 0.1, denominator: 0.3 }, 667],
    [
      "ratio of a billion",
      1e9,
      { type: "ratio", target: 0.000001 },
      { numerator: 1, denominator: 1e9 },
      100_000_000,
    ],
    [
      "ratio where a double would be a hundredth off",
      1e9,
      { type: "ratio", target: 1 },
      { numerator: 223_386_067, denominator: 587_573_676 },
      38_018_392_607,
    ],
    [
      "ratio too long for 2^53",
      1e9,
      { type: "ratio", target: 0.999999 },
      { numerator: 1, denominator: 3 },
      33_333_366_667,
    ],
    ["assessed", 5, { type: "assessed" }, { points: 4.2, reason: "seen" }, 420],
    ["assessed in full", 5, { type: "assessed" }, { points: 5, reason: "seen" }, 500],
    ["assessed on half a hundredth", 5, { type: "assessed" }, { points: 1.005, reason: "seen" }, 101],
    ["assessed just below", 5, { type: "assessed" }, { points: 1.004999, reason: "seen" }, 100],
    ["assessed nothing", 5, { type: "assessed" }, { points: -0, reason: "seen" }, 0],
  ])("%s", (_, points, method, measurement, obtained) => {
    expect(scoreOne(points, method, measurement)).toMatchObject({
      status: "measured",
      obtained,
      lost: points * 100 - obtained,
    });
  });
});
