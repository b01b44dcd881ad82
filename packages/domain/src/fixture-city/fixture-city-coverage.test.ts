import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { deriveDuties } from "../visit/derive-duties.js";
import type { DutyEstablishment } from "../visit/duty-facts.js";
import { defaultFrequencyRules } from "../visit/frequency-rule.schema.js";
import { listVisitProblems } from "../visit/is-valid-visit.js";
import { measureCoverage } from "../visit/measure-coverage.js";
import { findPreviousWindow, windowOf } from "../visit/period.js";
import { createFixtureCity, type FixtureCity } from "./create-fixture-city.js";

const groupFacts = <T extends { readonly establishment: string }>(list: readonly T[]): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of list)
    groups.set(entry.establishment, [...(groups.get(entry.establishment) ?? []), entry]);
  return groups;
};

function toDutyEstablishments(city: FixtureCity): DutyEstablishment[] {
  const [states, grades, risks, pairings] = [
    groupFacts(city.states),
    groupFacts(city.grades),
    groupFacts(city.riskGrades),
    groupFacts(city.assignments),
  ];
  return city.establishments.map(({ id, place }) => ({
    id,
    states: (states.get(id) ?? []).map(({ state: value, from, to }) => ({ value, from, to })),
    grades: (grades.get(id) ?? []).map(({ grade: value, from, to }) => ({ value, from, to })),
    riskGrades: (risks.get(id) ?? []).map(({ grade: value, from, to }) => ({ value, from, to })),
    places: place === null ? [] : [{ value: place, from: toPlainDate("1990-01-01") }],
    officials: (pairings.get(id) ?? []).map(({ official: value, from, to }) => ({ value, from, to })),
  }));
}

const anchors = [
  "2026-12-18",
  "2026-11-24",
  "2026-10-01",
  "2026-12-31",
  "2027-01-01",
  "2024-02-29",
  "2025-03-31",
  "2025-07-02",
  "2028-05-15",
];

describe.each(anchors)("on %s", (day) => {
  const anchor = toPlainDate(day);
  const city = createFixtureCity({ seed: "shian", anchor });
  const establishments = toDutyEstablishments(city);
  const facts = { establishments, visits: city.visits, waivers: city.waivers, rules: defaultFrequencyRules };
  const tree = createTerritoryTree({ nodes: city.territories, asOf: anchor });
  const townships = city.territories.filter(({ kind }) => kind === "township");
  const running = windowOf({ date: anchor, window: "quarter" });
  const measure = (period: typeof running.period) =>
    measureCoverage({
      ...facts,
      period,
      asOf: anchor,
      knownOn: anchor,
      territory: { code: "990106", name: "云汀区" },
      territories: townships,
      tree,
    });

  it("the three closed quarters are nearly covered, with some missed, waived and made up late", () => {
    const first = findPreviousWindow(running);
    const second = findPreviousWindow(first);
    for (const { period } of [first, second, findPreviousWindow(second)]) {
      const { total } = measure(period).total;
      expect(total.due).toBeGreaterThan(2850);
      expect(total.done / total.due).toBeGreaterThan(0.95);
      expect(total.done / total.due).toBeLessThan(0.99);
      expect(total.waived).toBe(3);
    }
    const overdue = deriveDuties({ ...facts, period: "ended-last", asOf: anchor, knownOn: anchor }).filter(
      ({ state }) => state === "overdue",
    );
    expect(overdue.length).toBeGreaterThan(30);
    expect(overdue.filter(({ late }) => late !== null).length).toBeGreaterThan(0);
    expect(overdue.filter(({ late }) => late === null).length).toBeGreaterThan(0);
  });

  it("the running quarter keeps near today's line, some townships behind it", () => {
    const { total, territories, line } = measure(running.period);
    const share = total.total.done / total.total.due;
    const today = line.passed / line.days;
    expect(total.total.waived).toBe(6);
    expect(Math.abs(share - today)).toBeLessThan(0.1);
    const states = new Set(territories.map((row) => row.total.progress));
    expect(states.has("behind")).toBe(true);
    if (today > 0.1 && today < 0.95) expect(states.has("on-time")).toBe(true);
  });

  it("a few visits do not count, for every reason there is", () => {
    const byId = new Map(establishments.map((one) => [one.id, one]));
    const on = <T>(
      list: readonly { value: T; from: string; to?: string | null | undefined }[],
      date: string,
    ) =>
      list.find(({ from, to }) => from <= date && (to === undefined || to === null || date < to))?.value ??
      null;
    const codes = city.visits.flatMap((visit) => {
      const one = byId.get(visit.establishment);
      return listVisitProblems({
        visit,
        pairingOfficial: on(one?.officials ?? [], visit.madeOn),
        riskGrade: on(one?.riskGrades ?? [], visit.madeOn),
      }).map(({ code }) => code);
    });
    expect(new Set(codes)).toEqual(
      new Set(["visit/checklist-incomplete", "visit/not-by-pairing-official", "visit/not-on-site"]),
    );
    expect(codes.length / city.visits.length).toBeLessThan(0.02);
    const answers = city.visits.flatMap((visit) => visit.answers);
    const no = answers.filter(({ answer }) => answer === "no").length;
    expect(no / answers.length).toBeGreaterThan(0.01);
    expect(no / answers.length).toBeLessThan(0.1);
    expect(city.visits.filter(({ standInFor }) => standInFor !== null).length).toBeGreaterThan(10);
  });
});
