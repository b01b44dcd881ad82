import { describe, expect, it } from "vitest";
import { pairingGrades, riskGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import type { EstablishmentState } from "../registry/establishment.schema.js";
import { type DutyQuestion, type DutyVisit, deriveDuties } from "./derive-duties.js";
import type { DutyEstablishment } from "./duty-facts.js";
import { defaultFrequencyRules } from "./frequency-rule.schema.js";
import { Period } from "./visit.schema.js";

const d = toPlainDate;
const [A, , , D] = pairingGrades;
const Q4 = Period.parse("2026Q4");
const always = d("2026-01-01");

const shop = (change: Partial<DutyEstablishment> = {}): DutyEstablishment => ({
  id: "e1",
  states: [{ value: "active", from: always }],
  grades: [{ value: D, from: always }],
  riskGrades: [],
  places: [{ value: "990106001001", from: always }],
  officials: [{ value: "o1", from: always }],
  ...change,
});
const visit = (madeOn: string, change: Partial<DutyVisit> = {}): DutyVisit => ({
  establishment: "e1",
  official: "o1",
  standInFor: null,
  jointWith: [],
  madeOn: d(madeOn),
  recordedOn: d(madeOn),
  mode: "on-site",
  complete: true,
  ...change,
});
const duty = (change: Partial<DutyQuestion> = {}, establishment: Partial<DutyEstablishment> = {}) => {
  const asOf = change.asOf ?? d("2026-12-18");
  const [found] = deriveDuties({
    establishments: [shop(establishment)],
    visits: [],
    rules: defaultFrequencyRules,
    period: Q4,
    asOf,
    knownOn: asOf,
    ...change,
  });
  if (found === undefined) throw new Error("no duty");
  return found;
};

describe("due", () => {
  it.each([
    // Q4 ends on 12-31; 30 days of grace: active on or before 12-01.
    ["2026-12-01", 30, true],
    ["2026-12-02", 30, false],
    ["2026-12-02", 29, true],
    ["2026-10-01", 91, true],
    ["2026-10-02", 91, false],
  ])("active since %s with %i days of grace: %s", (from, graceDays, due) => {
    expect(duty({ graceDays }, { states: [{ value: "active", from: d(from) }] })).toMatchObject({
      due,
      registered: true,
    });
  });

  it("uses 30 days of grace by default", () => {
    expect(duty({}, { states: [{ value: "active", from: d("2026-12-01") }] }).due).toBe(true);
    expect(duty({}, { states: [{ value: "active", from: d("2026-12-02") }] })).toMatchObject({
      due: false,
      state: "not-due",
    });
  });

  const states = (...list: [EstablishmentState, string, string?][]): DutyEstablishment["states"] =>
    list.map(([value, from, to]) => ({ value, from: d(from), to: to === undefined ? null : d(to) }));
  it.each([
    ["suspended", states(["active", "2026-01-01", "2026-12-01"], ["suspended", "2026-12-01"]), false, false],
    ["dormant", states(["active", "2026-01-01", "2026-12-18"], ["dormant", "2026-12-18"]), false, false],
    ["closed", states(["active", "2026-01-01", "2026-12-18"], ["closed", "2026-12-18"]), false, false],
    ["closes tomorrow", states(["active", "2026-01-01", "2026-12-19"], ["closed", "2026-12-19"]), true, true],
    [
      "resumed lately: a new spell",
      states(
        ["active", "2026-01-01", "2026-11-01"],
        ["suspended", "2026-11-01", "2026-12-10"],
        ["active", "2026-12-10"],
      ),
      true,
      false,
    ],
    [
      "resumed in time",
      states(
        ["active", "2026-01-01", "2026-11-01"],
        ["suspended", "2026-11-01", "2026-11-20"],
        ["active", "2026-11-20"],
      ),
      true,
      true,
    ],
    [
      "two active records that touch are one spell",
      states(["active", "2026-01-01", "2026-12-10"], ["active", "2026-12-10"]),
      true,
      true,
    ],
    [
      "a suspension inside a longer record breaks it",
      states(["active", "2026-01-01"], ["suspended", "2026-12-05", "2026-12-10"]),
      true,
      false,
    ],
    ["no state known", [], false, false],
  ])("%s", (_, history, registered, due) => {
    expect(duty({}, { states: history })).toMatchObject({ registered, due });
    expect(duty({}, { states: [...history].reverse() })).toMatchObject({ registered, due });
  });

  it("never counts a suspended one, whatever was done before", () => {
    const history = states(["active", "2026-01-01", "2026-12-01"], ["suspended", "2026-12-01"]);
    expect(duty({ visits: [visit("2026-11-02")] }, { states: history })).toMatchObject({
      state: "not-due",
      due: false,
      made: 1,
    });
  });

  it("counts one with nobody and one never visited, and leaves an ungraded one out", () => {
    expect(duty({}, { officials: [] })).toMatchObject({ due: true, official: null, lastVisit: null });
    expect(duty({}, { grades: [] })).toMatchObject({
      due: false,
      registered: true,
      state: "not-due",
      window: null,
      daysLeft: null,
    });
  });

  it("has nothing due in a period that has not begun", () => {
    expect(duty({ period: Period.parse("2027Q1") })).toMatchObject({ due: false, registered: true });
    expect(duty({ asOf: d("2026-10-01") })).toMatchObject({ due: true });
    expect(duty({ asOf: d("2026-09-30") })).toMatchObject({ due: false });
  });
});

describe("done", () => {
  it.each([
    ["2026-09-30", 0],
    ["2026-10-01", 1],
    ["2026-12-18", 1],
    ["2026-12-19", 0],
  ])("a visit on %s, asked on 12-18, counts %i", (madeOn, made) => {
    expect(duty({ visits: [visit(madeOn)] })).toMatchObject({ made, state: made === 1 ? "done" : "at-risk" });
  });

  it("asks for the required number on different days", () => {
    const rules = [{ grade: D, window: "quarter" as const, visits: 2, from: always }];
    expect(duty({ rules, visits: [visit("2026-11-02"), visit("2026-11-02")] })).toMatchObject({
      required: 2,
      made: 1,
      state: "at-risk",
    });
    expect(duty({ rules, visits: [visit("2026-11-02"), visit("2026-11-03")] })).toMatchObject({
      made: 2,
      state: "done",
    });
  });

  it("counts a visit in the window it was made in, from the day it is recorded", () => {
    const late = [visit("2026-09-29", { recordedOn: d("2026-10-20") })];
    const Q3 = Period.parse("2026Q3");
    const known = (knownOn: string) =>
      duty({ period: Q3, visits: late, asOf: d("2026-12-18"), knownOn: d(knownOn) }).state;
    expect(known("2026-10-19")).toBe("overdue");
    expect(known("2026-10-20")).toBe("done");
    expect(duty({ visits: late })).toMatchObject({ made: 0, state: "at-risk", lastVisit: "2026-09-29" });
  });

  it("judges official and risk grade on the day of the visit", () => {
    const officials = [
      { value: "o1", from: always, to: d("2026-11-10") },
      { value: "o2", from: d("2026-11-10") },
    ];
    const made = (madeOn: string, official: string) =>
      duty({ visits: [visit(madeOn, { official })] }, { officials }).made;
    expect(made("2026-11-09", "o1")).toBe(1);
    expect(made("2026-11-10", "o1")).toBe(0);
    expect(made("2026-11-09", "o2")).toBe(0);
    expect(made("2026-11-10", "o2")).toBe(1);
    const riskGrade = [{ value: riskGrades[3], from: d("2026-11-10") }];
    const video = (madeOn: string) =>
      duty({ visits: [visit(madeOn, { mode: "video" })] }, { riskGrades: riskGrade }).made;
    expect(video("2026-11-09")).toBe(1);
    expect(video("2026-11-10")).toBe(0);
  });

  it("finds nobody from the day the official left", () => {
    const posts = [{ id: "o1", from: always, to: d("2026-11-10") }];
    expect(duty({ posts, visits: [visit("2026-11-09")] })).toMatchObject({
      made: 1,
      official: null,
      state: "done",
    });
    expect(duty({ posts, visits: [visit("2026-11-10")] })).toMatchObject({ made: 0, official: null });
    expect(duty({ posts, asOf: d("2026-11-09") })).toMatchObject({ official: "o1" });
  });
});

describe("states", () => {
  it.each([
    ["2026-10-01", "on-track", 91],
    ["2026-12-17", "on-track", 14],
    ["2026-12-18", "at-risk", 13],
    ["2026-12-31", "at-risk", 0],
    ["2027-01-01", "overdue", -1],
    ["2027-02-18", "overdue", -49],
  ])("as of %s: %s, %i days left", (asOf, state, daysLeft) => {
    expect(duty({ asOf: d(asOf) })).toMatchObject({ state, daysLeft });
  });

  it("takes the days of warning from the office", () => {
    expect(duty({ asOf: d("2026-12-30"), warningDays: 1 }).state).toBe("on-track");
    expect(duty({ asOf: d("2026-12-31"), warningDays: 1 }).state).toBe("at-risk");
  });

  it("never cures a missed window by a later visit, but shows it as late", () => {
    const visits = [visit("2027-01-20"), visit("2027-01-08")];
    expect(duty({ asOf: d("2027-01-31"), visits })).toMatchObject({
      state: "overdue",
      due: true,
      made: 0,
      late: "2027-01-08",
      lastVisit: "2027-01-20",
    });
    expect(duty({ asOf: d("2027-01-07"), visits })).toMatchObject({ state: "overdue", late: null });
  });

  it("takes a waived one out of due, visited or not", () => {
    const waivers = [
      {
        id: "w",
        establishment: "e1",
        period: Q4,
        reason: "停业改造",
        approvedBy: "p",
        approverLevel: "township" as const,
        recordedOn: d("2026-11-01"),
      },
    ];
    expect(duty({ waivers })).toMatchObject({ state: "waived", due: false, registered: true });
    expect(duty({ waivers, visits: [visit("2026-11-02")] })).toMatchObject({ state: "waived", due: false });
    expect(duty({ waivers, knownOn: d("2026-10-31") })).toMatchObject({ due: true });
    // For grade A the city's official answers, so a township approves nothing.
    expect(duty({ waivers }, { grades: [{ value: A, from: always }] })).toMatchObject({ due: true });
    // What is not due cannot be waived.
    expect(duty({ waivers }, { states: [] })).toMatchObject({ state: "not-due" });
  });

  it("takes grade, place and official of the reference day", () => {
    const change: Partial<DutyEstablishment> = {
      grades: [
        { value: D, from: always, to: d("2026-11-01") },
        { value: A, from: d("2026-11-01") },
      ],
      places: [
        { value: "990106001001", from: always, to: d("2026-11-01") },
        { value: "990106002001", from: d("2026-11-01") },
      ],
    };
    expect(duty({}, change)).toMatchObject({ grade: A, place: "990106002001" });
    expect(duty({ asOf: d("2026-10-31") }, change)).toMatchObject({ grade: D, place: "990106001001" });
    expect(duty({ period: Period.parse("2026Q3") }, change)).toMatchObject({
      grade: D,
      place: "990106001001",
    });
  });

  it("takes the window of its own rule that holds the period's reference day", () => {
    const monthly = [{ grade: D, window: "month" as const, visits: 1, from: always }];
    expect(duty({ rules: monthly }).window?.period).toBe("2026-12");
    expect(duty({ rules: monthly, period: Period.parse("2026Q3") }).window?.period).toBe("2026-09");
    const yearly = [{ grade: D, window: "year" as const, visits: 1, from: always }];
    expect(duty({ rules: yearly, visits: [visit("2026-02-02")] })).toMatchObject({
      state: "done",
      window: { period: "2026" },
    });
  });

  it("asked for the window that ended last, shows the one before the running one", () => {
    const ended = (change: Partial<DutyQuestion> = {}) => duty({ period: "ended-last", ...change });
    expect(ended()).toMatchObject({ state: "overdue", window: { period: "2026Q3" }, daysLeft: -79 });
    expect(ended({ visits: [visit("2026-09-30")] })).toMatchObject({
      state: "done",
      window: { period: "2026Q3" },
    });
    expect(ended({ visits: [visit("2026-12-08")] })).toMatchObject({ state: "overdue", late: "2026-12-08" });
    expect(ended({ asOf: d("2026-12-31") })).toMatchObject({ window: { period: "2026Q3" } });
    expect(ended({ asOf: d("2027-01-01") })).toMatchObject({ window: { period: "2026Q4" }, daysLeft: -1 });
    const yearly = [{ grade: D, window: "year" as const, visits: 1, from: always }];
    expect(ended({ rules: yearly })).toMatchObject({ state: "not-due", window: null });
  });
});
