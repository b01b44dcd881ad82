import { describe, expect, it } from "vitest";
import { EstablishmentId } from "./ids.js";
import { kernelProblemCodes } from "./kernel.problem.js";
import { kernelText } from "./kernel.text.js";
import {
  addDays,
  daysBetween,
  fromEpochDay,
  isPlainDate,
  isWithin,
  PlainDate,
  toEpochDay,
  toOfficeDay,
  toPlainDate,
  toWeekday,
} from "./plain-date.js";
import { formatPoints } from "./points.js";
import { compareRates, formatRate, isNothingDue } from "./rate.js";
import { ok, problem, refuse, refuseAll } from "./result.js";
import { fillText } from "./text.js";

describe("plain dates", () => {
  it.each([
    ["2026-11-24", true],
    ["2024-02-29", true],
    ["2000-02-29", true],
    ["1900-01-01", true],
    ["1900-02-29", false],
    ["2026-02-29", false],
    ["2026-02-30", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["1899-12-31", false],
    ["0026-01-01", false],
    ["2026-1-1", false],
    ["2026-11-24T00:00:00Z", false],
    [" 2026-11-24", false],
    ["２026-11-24", false],
    ["", false],
  ])("%j is a day: %s", (text, answer) => {
    expect(isPlainDate(text)).toBe(answer);
    expect(PlainDate.safeParse(text).success).toBe(answer);
    if (answer) expect(toPlainDate(text)).toBe(text);
    else expect(() => toPlainDate(text)).toThrow(/calendar day/);
  });

  const d = toPlainDate;
  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2024-02-28", 1, "2024-02-29"],
    ["2026-03-01", -1, "2026-02-28"],
    ["2026-11-24", 0, "2026-11-24"],
    ["1970-01-01", -1, "1969-12-31"],
  ])("%s and %i days is %s", (from, days, to) => {
    expect(addDays(d(from), days)).toBe(to);
    expect(daysBetween(d(from), d(to))).toBe(days);
  });

  it("counts days from 1970", () => {
    expect(toEpochDay(d("1970-01-02"))).toBe(1);
    expect(fromEpochDay(0)).toBe("1970-01-01");
  });

  it.each([
    ["2026-11-23", 1],
    ["2026-11-24", 2],
    ["2026-11-29", 7],
    ["1970-01-01", 4],
    ["1969-12-28", 7],
    ["1900-01-01", 1],
  ])("%s is weekday %i", (date, weekday) => {
    expect(toWeekday(d(date))).toBe(weekday);
  });

  it("an instant belongs to the office's day, which begins at 16:00 UTC", () => {
    expect(toOfficeDay(Date.UTC(2026, 10, 23, 15, 59, 59, 999))).toBe("2026-11-23");
    expect(toOfficeDay(Date.UTC(2026, 10, 23, 16))).toBe("2026-11-24");
  });

  it.each([
    ["2026-01-01", undefined, "2026-01-01", true],
    ["2026-01-01", undefined, "2025-12-31", false],
    ["2026-01-01", "2026-02-01", "2026-01-31", true],
    ["2026-01-01", "2026-02-01", "2026-02-01", false],
  ])("from %s to %s holds %s: %s", (from, to, date, answer) => {
    expect(isWithin({ from: d(from), to: to === undefined ? undefined : d(to) }, d(date))).toBe(answer);
  });
});

it.each([
  [0, "0.00"],
  [5, "0.05"],
  [8640, "86.40"],
  [-8640, "-86.40"],
  [-5, "-0.05"],
  [100_000, "1,000.00"],
  [123_456_789, "1,234,567.89"],
])("%i hundredths are %s points", (points, text) => {
  expect(formatPoints(points)).toBe(text);
});

describe("rates", () => {
  it.each([
    [{ done: 1, of: 3 }, { done: 33, of: 100 }, 1],
    [{ done: 1, of: 3 }, { done: 2, of: 6 }, 0],
    [{ done: 0, of: 3 }, { done: 1, of: 1000 }, -1],
    [{ done: 0, of: 0 }, { done: 1, of: 2 }, 0],
    [{ done: 1, of: 2 }, { done: 0, of: 0 }, 0],
  ])("%j against %j: %i", (a, b, sign) => {
    expect(Math.sign(compareRates(a, b))).toBe(sign);
  });

  it.each([
    [{ done: 2426, of: 3092 }, "78.5%"],
    [{ done: 0, of: 7 }, "0.0%"],
    [{ done: 7, of: 7 }, "100.0%"],
    [{ done: 1, of: 2000 }, "0.1%"],
    [{ done: 1, of: 2001 }, "0.0%"],
    [{ done: 2, of: 3 }, "66.7%"],
    [{ done: 0, of: 0 }, undefined],
  ])("%j is %s", (rate, text) => {
    expect(formatRate(rate)).toBe(text);
    expect(isNothingDue(rate)).toBe(text === undefined);
  });
});

it("results carry a value or every reason", () => {
  expect(ok(1)).toEqual({ ok: true, value: 1 });
  expect(refuse("a/b")).toEqual({ ok: false, problems: [{ code: "a/b", params: {} }] });
  expect(refuseAll([problem("a/b", { n: 1 }), problem("c/d")])).toEqual({
    ok: false,
    problems: [
      { code: "a/b", params: { n: 1 } },
      { code: "c/d", params: {} },
    ],
  });
});

it.each([
  ["第 {row} 行", { row: 7 }, "第 7 行"],
  ["{a} {b}{a}", { a: 0, b: "" }, "0 0"],
  ["{missing}", {}, "{missing}"],
])("%s with %j is %s", (template, params, text) => {
  expect(fillText(template, params)).toBe(text);
});

describe("the catalogue", () => {
  it.each(kernelProblemCodes)(
    "%s names the same parameters in both languages and ends as a sentence",
    (code) => {
      const [chinese, english] = [kernelText["zh-CN"][code], kernelText.en[code]];
      const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      expect(names(english)).toEqual(names(chinese));
      expect(chinese.endsWith("。")).toBe(true);
      expect(english.endsWith(".")).toBe(true);
    },
  );
});

it.each([
  ["a", true],
  ["0190c2f0-7c1e-7b3a-9d2e-3f4a5b6c7d8e", true],
  ["E_1-b", true],
  ["x".repeat(64), true],
  ["x".repeat(65), false],
  ["", false],
  ["a b", false],
  ["a\n", false],
  ["食", false],
])("%j is an id: %s", (text, answer) => {
  expect(EstablishmentId.safeParse(text).success).toBe(answer);
});
