import { describe, expect, it } from "vitest";
import { formatCount, formatFullPoints, gradeFill } from "./figures.js";
import { formerQuarter } from "./period.js";

describe("figures", () => {
  it.each([
    [0, "0"],
    [999, "999"],
    [3126, "3,126"],
    [1234567, "1,234,567"],
  ])("groups %d as %s", (n, text) => expect(formatCount(n)).toBe(text));
  it.each([
    [9000, "90"],
    [2450, "24.50"],
    [120000, "1,200"],
    [5, "0.05"],
  ])("shows %d hundredths as %s", (points, text) => expect(formatFullPoints(points)).toBe(text));
  it("gives an ungraded row no grade's colour", () => {
    expect(gradeFill("A")).toBe("var(--shian-grade-a-bar)");
    expect(gradeFill("none")).not.toContain("grade");
  });
});

describe("quarters", () => {
  it.each([
    ["2026Q4", "2026Q3"],
    ["2026Q1", "2025Q4"],
  ])("before %s comes %s", (period, former) => expect(formerQuarter(period)).toBe(former));
});
