import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import type { BusinessForm, Size } from "../registry/establishment.schema.js";
import { controlKinds } from "./business-arm.schema.js";
import { checkControlReport } from "./check-control-report.js";
import { controlWindowOf, listControlWindows, parseControlPeriod } from "./control-window.js";
import { measureControls } from "./measure-controls.js";
import { needsFoodSafetyDirector } from "./needs-food-safety-director.js";
import { sumTraining } from "./sum-training.js";

const day = toPlainDate;

describe("needsFoodSafetyDirector (F2-03, F2-06)", () => {
  it.each<[BusinessForm | null, Size | null, number | null, boolean | null, string]>([
    ["special-food-producer", "micro", null, true, "special-food"],
    ["producer", "large", null, true, "large-or-medium"],
    ["producer", "medium", null, true, "large-or-medium"],
    ["producer", "small", null, false, "small-or-micro"],
    ["seller", "medium", null, true, "large-or-medium"],
    ["caterer", "micro", null, false, "small-or-micro"],
    ["caterer", null, null, null, "unknown"],
    ["central-kitchen", null, null, true, "central-kitchen"],
    ["chain-headquarters", "small", null, true, "headquarters"],
    ["kindergarten-canteen", null, 299, false, "below-threshold"],
    ["kindergarten-canteen", null, 300, true, "diners"],
    ["school-canteen", null, 499, false, "below-threshold"],
    ["school-canteen", null, 500, true, "diners"],
    ["eldercare-canteen", null, 300, true, "diners"],
    ["institution-canteen", null, 999, false, "below-threshold"],
    ["institution-canteen", null, 1000, true, "diners"],
    ["collective-meal-provider", null, 1000, true, "diners"],
    ["collective-meal-provider", null, 999, false, "below-threshold"],
    ["school-canteen", "large", null, null, "unknown"],
    ["produce-market", "large", null, false, "form-not-named"],
    ["grocery", "large", null, false, "form-not-named"],
    [null, "large", 5000, null, "unknown"],
  ])("%s %s %s: %s, %s", (form, size, diners, required, reason) => {
    const need = needsFoodSafetyDirector({ form, size, diners });
    expect([need.required, need.reason]).toEqual([required, reason]);
    expect(need.missing === null).toBe(required !== null);
  });
});

const anyDay = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day("2020-01-01"), n));

describe("periods of controls", () => {
  it.each([
    ["daily", "2026-02-29", undefined],
    ["daily", "2028-02-29", "2028-02-29"],
    ["weekly", "2020-W53", "2020-12-28"],
    ["weekly", "2021-W53", undefined],
    ["weekly", "2025-W01", "2024-12-30"],
    ["monthly", "2026-12", "2026-12-01"],
    ["monthly", "2026-13", undefined],
    ["monthly", "2026-W12", undefined],
  ] as const)("%s %s begins on %s", (kind, period, first) => {
    const parsed = parseControlPeriod(kind, period);
    expect(parsed.ok ? parsed.value.first : undefined).toBe(first);
  });
  it("each day lies in the period that is named after it, and the name leads back to the same", () => {
    fc.assert(
      fc.property(fc.constantFrom(...controlKinds), anyDay, (kind, on) => {
        const window = controlWindowOf(kind, on);
        expect(window.first <= on && on <= window.last).toBe(true);
        expect(parseControlPeriod(kind, window.period)).toEqual({ ok: true, value: window });
        expect(controlWindowOf(kind, addDays(window.last, 1)).first).toBe(addDays(window.last, 1));
      }),
    );
  });
});

describe("measureControls", () => {
  const states = [
    { value: "active" as const, from: day("2026-01-01"), to: day("2026-11-10") },
    { value: "suspended" as const, from: day("2026-11-10"), to: day("2026-11-20") },
    { value: "active" as const, from: day("2026-11-20"), to: null },
  ];
  const asked = {
    states,
    first: day("2026-11-01"),
    last: day("2026-11-30"),
    asOf: day("2026-11-25"),
    knownOn: day("2026-11-25"),
  };
  it("suspended days, weeks and months are not due, and today is not yet", () => {
    const tallies = measureControls({ ...asked, reports: [] });
    // 1st to 9th and 20th to 24th; weeks that ended on 1, 8 and 22 November; the month is not over.
    expect([tallies.daily.of, tallies.weekly.of, tallies.monthly.of]).toEqual([14, 3, 0]);
  });
  it("not open is not due; a report of a suspended day counts nowhere", () => {
    const tallies = measureControls({
      ...asked,
      reports: [
        { kind: "daily", period: "2026-11-01", result: "not-open" },
        { kind: "daily", period: "2026-11-02", result: "findings" },
        { kind: "daily", period: "2026-11-15", result: "no-risk" },
        { kind: "daily", period: "2026-11-25", result: "no-risk" },
      ],
    });
    expect(tallies.daily).toEqual({ done: 1, of: 13, findings: 1, notOpen: 1 });
  });
  it("nothing is due before the rule was in force", () =>
    expect(
      measureControls({
        ...asked,
        states: [{ value: "active", from: day("2020-01-01") }],
        first: day("2022-10-01"),
        last: day("2022-11-02"),
        reports: [],
      }).daily.of,
    ).toBe(2));
  it("reported is never more than due, and one more report never lowers it", () => {
    const windows = listControlWindows("daily", asked.first, asked.last);
    const report = fc.record({
      kind: fc.constant("daily" as const),
      period: fc.constantFrom(...windows.map(({ period }) => period)),
      result: fc.constantFrom("no-risk" as const, "findings" as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(report, { selector: ({ period }) => period, minLength: 1 }), (reports) => {
        const all = measureControls({ ...asked, reports }).daily;
        const fewer = measureControls({ ...asked, reports: reports.slice(1) }).daily;
        expect(all.done).toBeLessThanOrEqual(all.of);
        expect(all.of).toBe(fewer.of);
        expect(all.done).toBeGreaterThanOrEqual(fewer.done);
      }),
    );
  });
});

describe("checkControlReport", () => {
  const asked = {
    kind: "daily",
    period: "2026-11-24",
    result: "no-risk",
    text: "",
    today: day("2026-11-24"),
    isActiveOn: () => true,
  } as const;
  it.each<[string, object]>([
    ["ok", {}],
    ["business-arm/period-not-begun", { period: "2026-11-25" }],
    ["business-arm/period-not-active", { isActiveOn: () => false }],
    ["business-arm/findings-missing", { result: "findings", text: "  " }],
    ["business-arm/text-without-findings", { text: "漏水" }],
    ["ok", { result: "findings", text: "漏水" }],
    ["ok", { kind: "weekly", period: "2026-W48" }],
    ["business-arm/period-shape", { kind: "weekly" }],
  ])("%s", (code, change) => {
    const checked = checkControlReport({ ...asked, ...change });
    expect(checked.ok ? "ok" : checked.problems[0]?.code).toBe(code);
  });
  it("takes a period of which the business was active in the middle alone", () => {
    const month = { kind: "monthly", period: "2026-10", result: "no-risk", text: "" } as const;
    const today = toPlainDate("2026-11-24");
    const isActiveOn = (day: string) => day >= "2026-10-05" && day < "2026-10-20";
    expect(checkControlReport({ ...month, today, isActiveOn }).ok).toBe(true);
    expect(checkControlReport({ ...month, period: "2026-11", today, isActiveOn })).toMatchObject({
      problems: [{ code: "business-arm/period-not-active" }],
    });
    const opened = (day: string) => day === "2026-11-24";
    expect(checkControlReport({ ...month, period: "2026-11", today, isActiveOn: opened }).ok).toBe(true);
  });
});

describe("sumTraining", () => {
  const person = (
    id: string,
    role: "officer" | "director" | "person-in-charge",
    from: PlainDate = day("2026-01-01"),
  ) => ({ person: id, role, name: id, from, to: null });
  it("an hour short is not enough, and the person in charge is not asked", () =>
    expect(
      sumTraining({
        people: [
          person("a", "officer"),
          person("a", "director"),
          person("b", "director"),
          person("c", "person-in-charge"),
        ],
        trainings: [
          { person: "a", on: day("2026-02-01"), quarters: 159 },
          { person: "b", on: day("2026-02-01"), quarters: 100 },
          { person: "b", on: day("2026-12-31"), quarters: 60 },
        ],
        year: 2026,
      }),
    ).toEqual({
      people: [
        { person: "a", hours: 39.75, enough: false },
        { person: "b", hours: 40, enough: true },
      ],
      rate: { done: 1, of: 2 },
    }));
});
