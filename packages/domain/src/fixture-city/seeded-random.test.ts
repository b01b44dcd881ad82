import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.js";
import { createSeededRandom } from "./seeded-random.js";

const draw = (seed: string, label: string, count = 20): number[] => {
  const { next } = createSeededRandom(seed, label);
  return Array.from({ length: count }, next);
};

describe("createSeededRandom", () => {
  it("gives the same stream for the same seed and label, another for another", () => {
    expect(draw("a", "x")).toEqual(draw("a", "x"));
    expect(draw("a", "x")).not.toEqual(draw("a", "y"));
    expect(draw("a", "x")).not.toEqual(draw("b", "x"));
  });

  it("keeps its numbers for good, since saved pictures and manuals rest on them", () => {
    const { whole } = createSeededRandom("shian", "fixed");
    expect(Array.from({ length: 8 }, () => whole(0, 99))).toEqual([9, 81, 13, 78, 99, 30, 16, 97]);
  });

  it("spreads evenly over its range, both ends included", () => {
    const { whole } = createSeededRandom("even", "dice");
    const faces = Array.from({ length: 6 }, () => 0);
    for (let roll = 0; roll < 60_000; roll += 1) {
      const face = whole(1, 6) - 1;
      faces[face] = (faces[face] ?? 0) + 1;
    }
    for (const count of faces) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it("shuffles without losing or changing anything", () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = createSeededRandom("s", "cards").shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
    expect(list[0]).toBe(0);
  });

  it("refuses to pick from nothing", () => {
    expect(() => createSeededRandom("s", "none").pick([])).toThrow(RangeError);
  });
});

describe("apportion", () => {
  it.each([
    { total: 10, weights: [1, 1, 1], shares: [4, 3, 3] },
    { total: 7, weights: [5, 3, 2], shares: [4, 2, 1] },
    { total: 0, weights: [2, 1], shares: [0, 0] },
    { total: 3, weights: [0, 1], shares: [0, 3] },
    { total: 3, weights: [0, 0], shares: [0, 0] },
    { total: 3, weights: [], shares: [] },
  ])("$total by $weights", ({ total, weights, shares }) => {
    expect(apportion(total, weights)).toEqual(shares);
  });
});
