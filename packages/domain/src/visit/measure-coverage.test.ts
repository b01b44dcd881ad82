import { describe, expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { Coverage } from "./coverage.schema.js";
import type { DutyVisit } from "./derive-duties.js";
import type { DutyEstablishment } from "./duty-facts.js";
import { defaultFrequencyRules, type FrequencyRule } from "./frequency-rule.schema.js";
import { listCoverageRows } from "./list-coverage-rows.js";
import { measureCoverage } from "./measure-coverage.js";
import { measureFirstRound } from "./measure-first-round.js";
import { Period } from "./visit.schema.js";

const d = toPlainDate;
const [A, , C, D] = pairingGrades;
const from = d("2026-01-01");
const asOf = d("2026-12-18");
const tree = createTerritoryTree({ nodes: [], asOf });

const shop = (id: string, change: Partial<DutyEstablishment> = {}): DutyEstablishment => ({
  id,
  states: [{ value: "active", from }],
  grades: [{ value: D, from }],
  riskGrades: [],
  places: [{ value: "990106001001", from }],
  officials: [{ value: "o1", from }],
  ...change,
});
const visit = (establishment: string, madeOn: string): DutyVisit => ({
  establishment,
  official: "o1",
  standInFor: null,
  jointWith: [],
  madeOn: d(madeOn),
  recordedOn: d(madeOn),
  mode: "on-site",
  complete: true,
});
const measure = (
  establishments: DutyEstablishment[],
  visits: DutyVisit[] = [],
  change: { asOf?: string; period?: string; rules?: readonly FrequencyRule[] } = {},
) =>
  measureCoverage({
    establishments,
    visits,
    rules: change.rules ?? defaultFrequencyRules,
    period: Period.parse(change.period ?? "2026Q4"),
    asOf: change.asOf === undefined ? asOf : d(change.asOf),
    knownOn: change.asOf === undefined ? asOf : d(change.asOf),
    territory: { code: "990106", name: "云汀区" },
    territories: [
      { code: "990106001", name: "望澜街道" },
      { code: "990106002", name: "青梧街道" },
      { code: "990106001001", name: "澜心社区" },
    ],
    tree,
    nameOfOfficial: (id) => `干部 ${id}`,
  });

describe("measureCoverage", () => {
  it("lays out territories, grades, officials and the line, and is a valid answer", () => {
    const coverage = measure(
      [
        shop("e1"),
        shop("e2", { places: [{ value: "990106001002", from }], grades: [{ value: C, from }] }),
        shop("e3", { places: [{ value: "990106002001001", from }], officials: [] }),
        shop("e4", { grades: [] }),
        shop("e5", { states: [{ value: "closed", from }] }),
        shop("e6", { places: [] }),
      ],
      [visit("e1", "2026-11-02"), visit("e5", "2026-11-02")],
    );
    expect(Coverage.parse(coverage)).toEqual(coverage);
    expect(coverage).toMatchObject({
      period: "2026Q4",
      referenceDay: "2026-12-18",
      windowEnd: "2026-12-31",
      line: { passed: 79, days: 92 },
      territory: "990106",
      total: {
        key: "990106",
        name: "云汀区",
        // ⌈4 × 79 / 92⌉ − 1 = 3
        total: {
          registered: 5,
          due: 4,
          done: 1,
          notDone: 3,
          waived: 0,
          atRisk: 3,
          overdue: 0,
          short: 3,
          progress: "behind",
        },
      },
    });
    expect(
      coverage.territories.map((row) => [row.key, row.total.registered, row.total.due, row.total.done]),
    ).toEqual([
      ["990106001", 3, 2, 1],
      ["990106002", 1, 1, 0],
      ["990106001001", 2, 1, 1],
    ]);
    expect(coverage.territories[0]?.grades).toMatchObject({
      A: { registered: 0, due: 0, progress: "nothing-due" },
      C: { registered: 1, due: 1, done: 0, progress: "behind" },
      D: { registered: 1, due: 1, done: 1, progress: "done" },
      none: { registered: 1, due: 0, progress: "nothing-due" },
    });
    expect(coverage.officials.map((row) => [row.key, row.name, row.total.due])).toEqual([
      ["", "", 1],
      ["o1", "干部 o1", 3],
    ]);
  });

  // The mocks' figures: 2,426 of 3,092 on day 79 of 92 are 230 short; a township 162 of 216 is 24 short of its own.
  it.each([
    [3092, 2426, 230, "behind"],
    [185, 124, 35, "behind"],
    [92, 79, 0, "on-time"],
    [92, 78, 1, "behind"],
    [93, 79, 1, "behind"],
    [93, 80, 0, "on-time"],
    [92, 92, 0, "done"],
    [1, 0, 1, "behind"],
    [1, 1, 0, "done"],
  ])("of %i due, %i done: %i short, %s", (due, done, short, progress) => {
    const establishments = Array.from({ length: due }, (_, index) => shop(`e${index}`));
    const visits = Array.from({ length: done }, (_, index) => visit(`e${index}`, "2026-11-02"));
    expect(measure(establishments, visits).total.total).toMatchObject({ due, done, short, progress });
  });

  it("compares an ended window with the whole of it", () => {
    const establishments = Array.from({ length: 10 }, (_, index) => shop(`e${index}`));
    const visits = Array.from({ length: 9 }, (_, index) => visit(`e${index}`, "2026-08-02"));
    expect(measure(establishments, visits, { period: "2026Q3" })).toMatchObject({
      referenceDay: "2026-09-30",
      line: { passed: 92, days: 92 },
      total: { total: { due: 10, done: 9, short: 1, overdue: 1, atRisk: 0, progress: "behind" } },
    });
  });

  it("keeps the line of each window where grades have windows of their own", () => {
    const rules: FrequencyRule[] = [
      { grade: D, window: "quarter", visits: 1, from },
      { grade: A, window: "year", visits: 1, from },
    ];
    const many = (grade: typeof A, count: number, prefix: string) =>
      Array.from({ length: count }, (_, index) =>
        shop(`${prefix}${index}`, { grades: [{ value: grade, from }] }),
      );
    const { total } = measure([...many(A, 100, "a"), ...many(D, 92, "d")], [], { rules });
    // 352 / 365 of 100 and 79 / 92 of 92: ⌈96.44⌉ = 97, 79, and together ⌈175.44⌉ = 176.
    expect([total.grades.A.short, total.grades.D.short, total.total.short]).toEqual([97, 79, 176]);
  });

  it("answers an empty register with nothing due", () => {
    expect(measure([])).toMatchObject({
      total: { total: { registered: 0, due: 0, short: 0, progress: "nothing-due" } },
      officials: [],
    });
  });
});

describe("listCoverageRows", () => {
  const coverage = measure([
    shop("e1"),
    shop("e2", { grades: [], officials: [], places: [{ value: "990106002", from }] }),
  ]);
  const keys = (by: Parameters<typeof listCoverageRows>[0]["by"]) =>
    listCoverageRows({ coverage, by }).map(({ territory, official, grade, registered }) => [
      territory ?? official,
      grade,
      registered,
    ]);
  it("gives the rows of the table, flat", () => {
    expect(keys(["territory", "grade"])).toEqual([
      ["990106001", "D", 1],
      ["990106002", null, 1],
      ["990106001001", "D", 1],
    ]);
    expect(keys(["territory"]).map(([key]) => key)).toEqual(["990106001", "990106002", "990106001001"]);
    expect(keys(["official"])).toEqual([
      [null, undefined, 1],
      ["o1", undefined, 1],
    ]);
    expect(keys(["grade"])).toEqual([
      [undefined, "D", 1],
      [undefined, null, 1],
    ]);
    expect(keys([])).toEqual([[undefined, undefined, 2]]);
  });
});

describe("measureFirstRound", () => {
  const round = (start: string, asOfDay = "2026-12-18") =>
    measureFirstRound({
      establishments: [
        shop("e1"),
        shop("e2", { grades: [{ value: A, from }] }),
        shop("e3", { states: [{ value: "active", from: d("2026-12-17") }], grades: [] }),
        shop("e4", { states: [{ value: "suspended", from }] }),
      ],
      visits: [
        visit("e1", "2026-03-01"),
        visit("e4", "2026-03-05"),
        { ...visit("e2", "2026-03-09"), complete: false },
      ],
      rules: defaultFrequencyRules,
      start: d(start),
      asOf: d(asOfDay),
      knownOn: d(asOfDay),
    });
  it.each([
    ["2026-03-01", "2026-12-18", 1, 3],
    ["2026-03-02", "2026-12-18", 0, 3],
    ["2026-03-01", "2026-03-01", 1, 2],
    ["2026-03-01", "2026-02-28", 0, 2],
  ])("begun on %s, as of %s: %i of %i", (start, asOfDay, done, of) => {
    expect(round(start, asOfDay).total).toEqual({ done, of });
  });
  it("stands apart by grade", () => {
    expect(round("2026-03-01").grades).toMatchObject({
      A: { done: 0, of: 1 },
      D: { done: 1, of: 1 },
      none: { done: 0, of: 1 },
    });
  });
});
