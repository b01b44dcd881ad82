import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pairingGrades, riskGrades } from "../grading/grade.schema.js";
import { addDays, daysBetween, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import type { CoverageCell, CoverageRow } from "./coverage.schema.js";
import { CoverageCount } from "./coverage-count.js";
import { type DutyQuestion, deriveDuties } from "./derive-duties.js";
import type { DutyEstablishment } from "./duty-facts.js";
import type { FrequencyRule } from "./frequency-rule.schema.js";
import { composeCoverage, measureCoverage } from "./measure-coverage.js";
import { windowKinds } from "./period.js";
import { Period, visitModes } from "./visit.schema.js";

const seed = 20261124;
const first = toPlainDate("2026-01-01");
const day = (most = 400) => fc.integer({ min: 0, max: most }).map((days) => addDays(first, days));
const townships = ["990106001", "990106002"];
const villages = townships.flatMap((code) => [`${code}001`, `${code}002`]);
const tree = createTerritoryTree({ nodes: [], asOf: first });
const periods = ["2026Q1", "2026Q3", "2026Q4", "2026-11", "2026H2", "2026"].map((text) => Period.parse(text));

/** Values from day to day without a gap, as a register keeps them. */
const series = <T>(value: fc.Arbitrary<T>, maxLength = 3) =>
  fc.array(fc.tuple(day(), value), { maxLength }).map((list) => {
    const sorted = [...new Map(list)].sort(([a], [b]) => (a < b ? -1 : 1));
    return sorted.map(([from, one], index) => ({ value: one, from, to: sorted[index + 1]?.[0] ?? null }));
  });

const officials = ["o1", "o2", "o3"];
const question = fc.record({
  establishments: fc
    .array(
      fc.record({
        states: series(
          fc.constantFrom("active" as const, "active" as const, "suspended" as const, "closed" as const),
          4,
        ),
        grades: series(fc.constantFrom(...pairingGrades), 2),
        riskGrades: series(fc.constantFrom(...riskGrades), 2),
        places: series(fc.constantFrom(...villages), 2),
        officials: series(fc.constantFrom(...officials), 3),
      }),
      { maxLength: 12 },
    )
    .map((list): DutyEstablishment[] => list.map((one, index) => ({ id: `e${index}`, ...one }))),
  visits: fc.array(
    fc
      .record({
        establishment: fc.integer({ min: 0, max: 11 }).map((index) => `e${index}`),
        official: fc.constantFrom(...officials),
        standInFor: fc.constantFrom(null, ...officials),
        jointWith: fc.subarray(officials, { maxLength: 1 }),
        madeOn: day(),
        delay: fc.integer({ min: 0, max: 40 }),
        mode: fc.constantFrom(...visitModes),
        complete: fc.boolean(),
      })
      .map(({ delay, ...visit }) => ({ ...visit, recordedOn: addDays(visit.madeOn, delay) })),
    { maxLength: 60 },
  ),
  waivers: fc.array(
    fc.record({
      id: fc.constant("w"),
      establishment: fc.integer({ min: 0, max: 11 }).map((index) => `e${index}`),
      period: fc.constantFrom(...periods),
      reason: fc.constant("停业改造"),
      approvedBy: fc.constant("p"),
      approverLevel: fc.constantFrom("province" as const, "county" as const, "village" as const),
      recordedOn: day(),
    }),
    { maxLength: 6 },
  ),
  rules: fc.array(
    fc.record({
      grade: fc.constantFrom(...pairingGrades),
      window: fc.constantFrom(...windowKinds),
      visits: fc.integer({ min: 1, max: 2 }),
      from: fc.constant(first),
    }),
    { maxLength: 5 },
  ),
  period: fc.constantFrom(...periods),
  asOf: day(),
  known: fc.integer({ min: -5, max: 60 }),
});

type Case = Omit<DutyQuestion, "period" | "knownOn"> & {
  period: Period;
  knownOn: PlainDate;
  rules: FrequencyRule[];
};
const cases: fc.Arbitrary<Case> = question.map(({ known, ...rest }) => ({
  ...rest,
  knownOn: addDays(rest.asOf, known),
}));

const layOut = (input: Case) => ({
  ...input,
  territory: { code: "990106", name: "" },
  territories: [...townships, ...villages].map((code) => ({ code, name: code })),
  tree,
});
const measure = (input: Case) => measureCoverage(layOut(input));

const additive = ["registered", "due", "done", "notDone", "waived", "atRisk", "overdue"] as const;
const sum = (cells: readonly CoverageCell[]) =>
  Object.fromEntries(additive.map((key) => [key, cells.reduce((all, cell) => all + cell[key], 0)]));
const cellsOf = (row: CoverageRow) => Object.values(row.grades);

it("cells add up: grades to rows, villages to townships, officials to the total; done never exceeds due", () => {
  void fc.assert(
    fc.property(cases, (input) => {
      const { total, territories, officials: byOfficial } = measure(input);
      const rows = [total, ...territories, ...byOfficial];
      for (const row of rows) {
        expect(row.total).toMatchObject(sum(cellsOf(row)));
        for (const cell of [row.total, ...cellsOf(row)]) {
          expect(cell.done).toBeLessThanOrEqual(cell.due);
          expect(cell.due + cell.waived).toBeLessThanOrEqual(cell.registered);
          expect(cell.notDone).toBe(cell.due - cell.done);
          expect(cell.atRisk + cell.overdue).toBeLessThanOrEqual(cell.notDone);
          expect(cell.short).toBeGreaterThanOrEqual(0);
          expect(cell.short).toBeLessThanOrEqual(cell.notDone);
          expect(cell.progress === "nothing-due").toBe(cell.due === 0);
          expect(cell.progress === "done").toBe(cell.due > 0 && cell.done === cell.due);
        }
      }
      for (const township of townships) {
        const row = territories.find((one) => one.key === township);
        const below = territories.filter((one) => one.key.length === 12 && one.key.startsWith(township));
        expect(row?.total).toMatchObject(sum(below.map((one) => one.total)));
      }
      expect(total.total).toMatchObject(sum(byOfficial.map((row) => row.total)));
    }),
    { seed, numRuns: 300 },
  );
});

it("counting duties in and out leaves the table of those that stayed in", () => {
  void fc.assert(
    fc.property(cases, fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), (input, leaves) => {
      const layout = layOut(input);
      const duties = deriveDuties(input);
      const isIn = (_duty: unknown, index: number) => leaves[index % leaves.length] === false;
      const stayed = composeCoverage({ ...layout, duties: duties.filter(isIn) });
      for (const officials of [true, false]) {
        const count = new CoverageCount({ ...layout, officials });
        for (const duty of duties) count.add(duty);
        duties.forEach((duty, index) => {
          if (!isIn(duty, index)) count.remove(duty);
        });
        expect(count.toCoverage()).toEqual(officials ? stayed : { ...stayed, officials: [] });
      }
    }),
    { seed, numRuns: 300 },
  );
});

it("input order never matters", () => {
  void fc.assert(
    fc.property(cases, (input) => {
      const shuffled: Case = {
        ...input,
        establishments: [...input.establishments].reverse(),
        visits: [...input.visits].reverse(),
        waivers: [...(input.waivers ?? [])].reverse(),
      };
      expect(measure(shuffled)).toEqual(measure(input));
    }),
    { seed, numRuns: 200 },
  );
});

it("what is not known on the day changes nothing", () => {
  void fc.assert(
    fc.property(cases, (input) => {
      const known: Case = {
        ...input,
        visits: input.visits.filter((visit) => visit.recordedOn <= input.knownOn),
        waivers: (input.waivers ?? []).filter((waiver) => waiver.recordedOn <= input.knownOn),
      };
      expect(measure(known)).toEqual(measure(input));
    }),
    { seed, numRuns: 200 },
  );
});

it("one more visit never lowers coverage", () => {
  void fc.assert(
    fc.property(cases, day(), (input, madeOn) => {
      const before = measure(input);
      const visits = input.establishments.map(({ id }) => ({
        establishment: id,
        official: "o1",
        standInFor: null,
        jointWith: ["o2", "o3"],
        madeOn,
        recordedOn: madeOn,
        mode: "on-site" as const,
        complete: true,
      }));
      const after = measure({ ...input, visits: [...input.visits, ...visits] });
      expect(after.total.total.done).toBeGreaterThanOrEqual(before.total.total.done);
      expect(after.total.total.due).toBe(before.total.total.due);
    }),
    { seed, numRuns: 200 },
  );
});

// Day by day and clause by clause, without any of the product's shortcuts.
it("agrees with a plain reading of the clauses for quarterly visits", () => {
  const quarters = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"].map((text) => Period.parse(text));
  const bounds: Record<string, [string, string]> = {
    "2026Q1": ["2026-01-01", "2026-03-31"],
    "2026Q2": ["2026-04-01", "2026-06-30"],
    "2026Q3": ["2026-07-01", "2026-09-30"],
    "2026Q4": ["2026-10-01", "2026-12-31"],
  };
  void fc.assert(
    fc.property(cases, fc.constantFrom(...quarters), (given, period) => {
      const rules = pairingGrades.map((grade) => ({
        grade,
        window: "quarter" as const,
        visits: 1,
        from: first,
      }));
      const input: Case = { ...given, rules, period, waivers: [] };
      const [start, end] = (bounds[period] ?? ["", ""]).map((text) => toPlainDate(text)) as [
        PlainDate,
        PlainDate,
      ];
      const { asOf } = input;
      const isOver = asOf > end;
      const reference = isOver ? end : asOf;
      const at = <T>(
        facts: readonly { value: T; from: PlainDate; to?: PlainDate | null | undefined }[],
        on: PlainDate,
      ): T | undefined =>
        facts.find((fact) => fact.from <= on && (fact.to === null || fact.to === undefined || on < fact.to))
          ?.value;
      const duties = deriveDuties(input);
      input.establishments.forEach((establishment, index) => {
        const active = (on: PlainDate) => at(establishment.states, on) === "active";
        let since = reference;
        while (active(reference) && active(addDays(since, -1))) since = addDays(since, -1);
        const due =
          asOf >= start &&
          active(reference) &&
          at(establishment.grades, reference) !== undefined &&
          daysBetween(since, end) >= 30;
        const made = input.visits.some((visit) => {
          const official = at(establishment.officials, visit.madeOn);
          return (
            visit.establishment === establishment.id &&
            visit.complete &&
            visit.madeOn >= start &&
            visit.madeOn <= reference &&
            visit.recordedOn <= input.knownOn &&
            official !== undefined &&
            [visit.official, visit.standInFor, ...visit.jointWith].includes(official) &&
            (at(establishment.riskGrades, visit.madeOn) !== "D" || visit.mode === "on-site")
          );
        });
        expect(duties[index]).toMatchObject({
          registered: active(reference),
          due,
          state: !due
            ? "not-due"
            : made
              ? "done"
              : asOf > end
                ? "overdue"
                : daysBetween(asOf, end) < 14
                  ? "at-risk"
                  : "on-track",
          official: at(establishment.officials, reference) ?? null,
          place: at(establishment.places, reference) ?? null,
        });
      });
    }),
    { seed, numRuns: 400 },
  );
});
