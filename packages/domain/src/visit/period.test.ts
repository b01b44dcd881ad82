import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { findDutyWindow } from "./find-duty-window.js";
import { defaultFrequencyRules, FrequencyRule } from "./frequency-rule.schema.js";
import {
  findPreviousWindow,
  findReferenceDay,
  measureLine,
  parsePeriod,
  toWindow,
  type windowKinds,
  windowOf,
} from "./period.js";
import { Period } from "./visit.schema.js";

const d = toPlainDate;
const p = (text: string) => Period.parse(text);
const D = pairingGrades[3];

describe("windows", () => {
  it.each([
    ["2026-01-01", "month", "2026-01", "2026-01-01", "2026-01-31", 31],
    ["2026-02-28", "month", "2026-02", "2026-02-01", "2026-02-28", 28],
    ["2028-02-29", "month", "2028-02", "2028-02-01", "2028-02-29", 29],
    ["2026-12-31", "month", "2026-12", "2026-12-01", "2026-12-31", 31],
    ["2026-03-31", "quarter", "2026Q1", "2026-01-01", "2026-03-31", 90],
    ["2026-04-01", "quarter", "2026Q2", "2026-04-01", "2026-06-30", 91],
    ["2026-12-18", "quarter", "2026Q4", "2026-10-01", "2026-12-31", 92],
    ["2026-06-30", "half-year", "2026H1", "2026-01-01", "2026-06-30", 181],
    ["2026-07-01", "half-year", "2026H2", "2026-07-01", "2026-12-31", 184],
    ["2028-07-01", "year", "2028", "2028-01-01", "2028-12-31", 366],
  ] as const)("%s lies in the %s %s", (date, window, period, first, last, days) => {
    const found = windowOf({ date: d(date), window });
    expect(found).toEqual({ period, kind: window, first, last, days });
    expect(toWindow(found.period)).toEqual(found);
    expect(parsePeriod(period)).toEqual({ ok: true, value: period });
  });

  it.each([
    "",
    "26",
    "2026Q5",
    "2026Q0",
    "2026H3",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026Q",
    "1899",
    "2026Q4 ",
    "2026W3",
  ])("%j is no period", (text) => {
    expect(parsePeriod(text)).toEqual({
      ok: false,
      problems: [{ code: "visit/period-shape", params: { text } }],
    });
  });

  it.each([
    ["2026Q1", "2025Q4"],
    ["2026Q4", "2026Q3"],
    ["2026H1", "2025H2"],
    ["2026-01", "2025-12"],
    ["2026", "2025"],
  ])("before %s comes %s", (period, previous) => {
    expect(findPreviousWindow(toWindow(p(period))).period).toBe(previous);
  });

  it.each([
    ["2026-09-30", "2026-09-30", 92],
    ["2026-10-01", "2026-09-30", 92],
    ["2026-09-29", "2026-09-29", 91],
    ["2026-07-01", "2026-07-01", 1],
    ["2026-06-30", "2026-06-30", 0],
    ["2025-01-01", "2025-01-01", 0],
  ])("as of %s the third quarter's reference day is %s and its line %i / 92", (asOf, day, passed) => {
    const window = toWindow(p("2026Q3"));
    expect(findReferenceDay({ window, asOf: d(asOf) })).toBe(day);
    expect(measureLine({ window, asOf: d(asOf) })).toEqual({ passed, days: 92 });
  });
});

describe("frequency rules", () => {
  it("default to one visit a quarter for every grade", () => {
    expect(defaultFrequencyRules.map((rule) => FrequencyRule.parse(rule))).toEqual(defaultFrequencyRules);
    for (const grade of pairingGrades) {
      expect(findDutyWindow({ rules: defaultFrequencyRules, grade, day: d("2026-05-05") })).toMatchObject({
        required: 1,
        window: { period: "2026Q2" },
      });
    }
    expect(findDutyWindow({ rules: defaultFrequencyRules, grade: D, day: d("2022-06-30") })).toBeUndefined();
    expect(findDutyWindow({ rules: [], grade: D, day: d("2026-06-30") })).toBeUndefined();
  });

  const rule = (window: (typeof windowKinds)[number], visits: number, from: string): FrequencyRule => ({
    grade: D,
    window,
    visits,
    from: d(from),
  });
  it.each([
    // A change inside a window leaves it alone; the next window takes the new number.
    [[rule("quarter", 1, "2026-01-01"), rule("quarter", 2, "2026-11-15")], "2026-12-18", "2026Q4", 1],
    [[rule("quarter", 1, "2026-01-01"), rule("quarter", 2, "2026-11-15")], "2027-01-01", "2027Q1", 2],
    [[rule("quarter", 1, "2026-01-01"), rule("quarter", 2, "2026-10-01")], "2026-10-01", "2026Q4", 2],
    // The first rule itself begins with a whole window.
    [[rule("quarter", 1, "2026-01-02")], "2026-03-31", undefined, 0],
    [[rule("quarter", 1, "2026-01-02")], "2026-04-01", "2026Q2", 1],
    // To shorter windows: the running longer one ends first.
    [[rule("year", 1, "2026-01-01"), rule("quarter", 1, "2026-07-01")], "2026-08-15", "2026", 1],
    [[rule("year", 1, "2026-01-01"), rule("quarter", 1, "2026-07-01")], "2027-02-15", "2027Q1", 1],
    [[rule("quarter", 1, "2026-01-01"), rule("month", 2, "2026-11-15")], "2026-12-18", "2026Q4", 1],
    [[rule("quarter", 1, "2026-01-01"), rule("month", 2, "2026-11-15")], "2027-01-18", "2027-01", 2],
    // To longer windows: the shorter ones go on until a longer one begins.
    [[rule("quarter", 1, "2026-01-01"), rule("year", 2, "2026-07-01")], "2026-08-15", "2026Q3", 1],
    [[rule("quarter", 1, "2026-01-01"), rule("year", 2, "2026-07-01")], "2026-12-31", "2026Q4", 1],
    [[rule("quarter", 1, "2026-01-01"), rule("year", 2, "2026-07-01")], "2027-01-01", "2027", 2],
    // A rule replaced before a window of its kind began never took effect.
    [
      [rule("quarter", 1, "2026-01-01"), rule("year", 2, "2026-07-01"), rule("quarter", 3, "2026-09-01")],
      "2027-02-01",
      "2027Q1",
      3,
    ],
  ])("%j on %s: %s, %i", (rules, day, period, required) => {
    for (const order of [rules, [...rules].reverse()]) {
      const found = findDutyWindow({ rules: order, grade: D, day: d(day) });
      expect(found?.window.period).toBe(period);
      expect(found?.required ?? 0).toBe(required);
    }
  });
});
