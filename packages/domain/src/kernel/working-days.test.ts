/// <reference types="node" />
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isMainThread } from "node:worker_threads";
import * as fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { addDays, toPlainDate as day, daysBetween, type PlainDate, toWeekday } from "./plain-date.js";
import { addWorkingDays, coveredYears, HolidayNotice, isWorkingDay } from "./working-days.js";

const add = (from: string, days: number) => addWorkingDays({ from: day(from), days });

describe("the n-th working day after the day it runs from", () => {
  it.each([
    ["the day itself is never counted", "2026-11-23", 1, "2026-11-24"],
    ["over a weekend", "2026-11-27", 1, "2026-11-30"],
    ["from a day off", "2026-11-28", 1, "2026-11-30"],
    ["five working days are a week", "2026-11-23", 5, "2026-11-30"],
    ["over the National Day holiday, ending before it", "2026-09-29", 1, "2026-09-30"],
    ["over the National Day holiday", "2026-09-30", 1, "2026-10-08"],
    ["a make-up Saturday counts", "2026-10-09", 1, "2026-10-10"],
    ["a make-up Sunday counts", "2026-09-18", 1, "2026-09-20"],
    ["a make-up Saturday before the Spring Festival", "2026-02-13", 1, "2026-02-14"],
    ["over the Spring Festival", "2026-02-14", 1, "2026-02-24"],
    ["the longer holiday of 2020", "2020-01-23", 1, "2020-02-03"],
    ["the extra day of 2015", "2015-09-02", 1, "2015-09-06"],
    ["no days", "2026-10-01", 0, "2026-10-01"],
    ["the last covered day", "2026-12-30", 1, "2026-12-31"],
  ])("%s", (_, from, days, date) => {
    expect(add(from, days)).toEqual({ date, provisional: false, missingYears: [] });
  });
});

describe("a year without a notice", () => {
  it.each([
    ["counts Monday to Friday and is named", "2026-12-31", 1, "2027-01-01", [2027]],
    ["counts over weekends", "2027-01-01", 1, "2027-01-04", [2027]],
    ["is not touched by the day it runs from", "2006-12-31", 1, "2007-01-04", []],
    ["before the first covered one", "2006-12-28", 1, "2006-12-29", [2006]],
    ["two of them", "2027-12-31", 1, "2028-01-03", [2028]],
    ["in ascending order", "2026-12-31", 300, "2028-02-24", [2027, 2028]],
    ["is touched by days off on the way", "2006-12-29", 1, "2007-01-04", [2006]],
  ])("%s", (_, from, days, date, missingYears) => {
    expect(add(from, days)).toEqual({ date, provisional: missingYears.length > 0, missingYears });
  });
});

describe("notices loaded as data", () => {
  const notice = (year: number, daysOff: string[], makeUpDays: string[]) =>
    HolidayNotice.parse({ year, daysOff, makeUpDays });
  const ask = (from: string, days: number, ...notices: HolidayNotice[]) =>
    addWorkingDays({ from: day(from), days, calendar: { notices } });

  it("end the provisional count of their year", () => {
    const next = notice(2027, ["2027-01-01"], ["2027-01-02"]);
    expect(ask("2026-12-31", 1, next)).toEqual({ date: "2027-01-02", provisional: false, missingYears: [] });
    expect(ask("2026-12-31", 2, next).date).toBe("2027-01-04");
  });

  it("may name days of the year before", () => {
    expect(ask("2026-12-30", 1, notice(2027, ["2026-12-31", "2027-01-01"], [])).date).toBe("2027-01-04");
  });

  it("replace what the library has for their year", () => {
    expect(ask("2026-09-30", 1, notice(2026, [], [])).date).toBe("2026-10-01");
    expect(ask("2026-09-30", 1, notice(2025, [], [])).date).toBe("2026-10-08");
  });

  it("the later of two for one year counts", () => {
    const first = notice(2027, ["2027-01-01"], []);
    const second = notice(2027, ["2027-01-04"], []);
    expect(ask("2026-12-31", 2, first, second).date).toBe("2027-01-05");
    expect(ask("2026-12-31", 1, second, first).date).toBe("2027-01-04");
  });

  it("leave the other missing years missing", () => {
    expect(ask("2026-12-31", 300, notice(2027, [], []))).toMatchObject({
      provisional: true,
      missingYears: [2028],
    });
  });

  it("are refused with unknown keys or days that do not exist", () => {
    expect(HolidayNotice.safeParse({ year: 2027, daysOff: [], makeUpDays: [], note: "" }).success).toBe(
      false,
    );
    expect(HolidayNotice.safeParse({ year: 2027, daysOff: ["2027-02-30"], makeUpDays: [] }).success).toBe(
      false,
    );
  });
});

it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 10_001])("%s is no number of days", (days) => {
  expect(() => add("2026-11-24", days)).toThrow(/working days from 0 to 10000/);
});

it("takes 10,000 days", () => {
  expect(add("2026-11-24", 10_000).provisional).toBe(true);
});

it("declares the covered years", () => {
  expect([coveredYears.length, coveredYears[0], coveredYears.at(-1)]).toEqual([20, 2007, 2026]);
});

it("every covered year has 240 to 256 working days and a day off on 1 October", () => {
  for (const year of coveredYears) {
    const first = day(`${year}-01-01`);
    const length = daysBetween(first, day(`${year + 1}-01-01`));
    const working = Array.from({ length }, (_, index) => addDays(first, index)).filter((date) =>
      isWorkingDay({ date }),
    );
    expect(working.length, String(year)).toBeGreaterThanOrEqual(240);
    expect(working.length, String(year)).toBeLessThanOrEqual(256);
    expect(isWorkingDay({ date: day(`${year}-10-01`) }), String(year)).toBe(false);
  }
});

describe("the covered years", () => {
  const library: { holidays: object; workdays: object } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("chinese-days/dist/chinese-days.json"), "utf8"),
  );

  it("say of every day what the library's data says", () => {
    const first = day("2007-01-01");
    const wrong = Array.from({ length: daysBetween(first, day("2027-01-01")) }, (_, n) =>
      addDays(first, n),
    ).filter((date) => {
      const isOff = date in library.holidays || toWeekday(date) > 5;
      return isWorkingDay({ date }) !== (date in library.workdays || !isOff);
    });
    expect(wrong).toEqual([]);
  });
});

// A worker thread cannot change its time zone; the test command runs each file in a process of its own.
describe.skipIf(!isMainThread)("whatever the time zone of the machine", () => {
  const before = process.env.TZ;
  afterEach(() => {
    process.env.TZ = before;
    vi.resetModules();
  });

  it.each([
    ["America/Los_Angeles", 480],
    ["Asia/Shanghai", -480],
    ["Australia/Sydney", -660],
    ["Pacific/Kiritimati", -840],
  ])("%s", async (zone, offset) => {
    process.env.TZ = zone;
    vi.resetModules();
    const fresh = await import("./working-days.js");
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
    const isWorking = (date: string) => fresh.isWorkingDay({ date: day(date) });
    expect(["2026-10-07", "2026-10-08", "2026-10-10", "2026-10-11"].map(isWorking)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(fresh.addWorkingDays({ from: day("2026-09-30"), days: 1 }).date).toBe("2026-10-08");
  });
});

describe("laws", () => {
  const seed = 20261124;
  const date = fc.integer({ min: 0, max: 9_000 }).map((n): PlainDate => addDays(day("2005-01-01"), n));
  const days = fc.integer({ min: 1, max: 120 });

  it("a deadline is a working day, and exactly n of them lie after the start up to it", () =>
    fc.assert(
      fc.property(date, days, (from, n) => {
        const end = addWorkingDays({ from, days: n }).date;
        const after = Array.from({ length: daysBetween(from, end) }, (_, index) => addDays(from, index + 1));
        expect(after.filter((d) => isWorkingDay({ date: d }))).toHaveLength(n);
        expect(isWorkingDay({ date: end })).toBe(true);
      }),
      { seed },
    ));

  it("adding in two steps is adding at once, and more days end later", () =>
    fc.assert(
      fc.property(date, days, days, (from, a, b) => {
        const half = addWorkingDays({ from, days: a }).date;
        const full = addWorkingDays({ from, days: a + b }).date;
        expect(addWorkingDays({ from: half, days: b }).date).toBe(full);
        expect(full > half).toBe(true);
      }),
      { seed },
    ));

  it("without notices the count is Monday to Friday", () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (n) => {
        const d = addDays(day("2027-01-01"), n);
        expect(isWorkingDay({ date: d })).toBe(toWeekday(d) <= 5);
      }),
      { seed },
    ));
});
