import { describe, expect, it } from "vitest";
import { findGaps } from "../chain/find-gaps.js";
import { defaultGradeLevels } from "../chain/level-for-grade.js";
import { Assignment, Official } from "../chain/official.schema.js";
import { gradeEstablishment } from "../grading/grade-establishment.js";
import { parseCreditCode } from "../kernel/credit-code.js";
import { parseLicenceNumber } from "../kernel/licence-number.js";
import { addDays, toPlainDate } from "../kernel/plain-date.js";
import { Establishment } from "../registry/establishment.schema.js";
import { Territory } from "../territory/territory.schema.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { isChecklistComplete } from "../visit/is-checklist-complete.js";
import { Visit } from "../visit/visit.schema.js";
import { Waiver } from "../visit/waiver.schema.js";
import { createFixtureCity, type FixtureCity } from "./create-fixture-city.js";
import { demonstrationVillages, listDemonstrationVillages } from "./list-demonstration-villages.js";

const anchor = toPlainDate("2026-12-18");
const city = createFixtureCity({ seed: "shian", anchor });
const seeds = ["shian", "another", "third", "20261218"];
const cities = [city, ...seeds.slice(1).map((seed) => createFixtureCity({ seed, anchor }))];

const countBy = <T>(list: readonly T[], key: (entry: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const entry of list) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  return counts;
};

const present = <T>(list: readonly (T | null)[]): T[] =>
  list.flatMap((entry) => (entry === null ? [] : [entry]));

type Spell = { readonly establishment: string; readonly from: string; readonly to: string | null };

const groupByEstablishment = <T extends { readonly establishment: string }>(
  list: readonly T[],
): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const entry of list)
    groups.set(entry.establishment, [...(groups.get(entry.establishment) ?? []), entry]);
  return groups;
};

/** Grade of today by establishment. */
const gradesOf = ({ grades }: FixtureCity) =>
  new Map(grades.filter(({ to }) => to === null).map(({ establishment, grade }) => [establishment, grade]));

const gapsOf = (one: FixtureCity) => {
  const grades = gradesOf(one);
  return findGaps({
    establishments: one.establishments
      .filter(({ state }) => state === "active")
      .map(({ id, place, stateSince }) => ({
        id,
        place,
        grade: grades.get(id) ?? null,
        activeSince: stateSince,
      })),
    officials: one.officials,
    assignments: one.assignments,
    levels: defaultGradeLevels,
    territory: createTerritoryTree({ nodes: one.territories, asOf: one.anchor }),
    overloadAbove: { city: 15, county: 15, township: 15, village: 15 },
    asOf: one.anchor,
  });
};

describe("the city is a function of seed and anchor day", () => {
  it("the same question finds the same city, byte for byte", () => {
    expect(JSON.stringify(createFixtureCity({ seed: "shian", anchor }))).toBe(JSON.stringify(city));
  });

  it("another seed or another day finds another", () => {
    const names = ({ establishments }: FixtureCity) => establishments.map(({ name }) => name).join();
    expect(names(createFixtureCity({ seed: "other", anchor }))).not.toBe(names(city));
    const dayBefore = createFixtureCity({ seed: "shian", anchor: addDays(anchor, -1) });
    expect(JSON.stringify(dayBefore.visits)).not.toBe(JSON.stringify(city.visits));
  });

  it("is there quickly", () => {
    const start = performance.now();
    createFixtureCity({ seed: "quick", anchor });
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe("records", () => {
  it("keep the product's own shapes", () => {
    for (const one of city.establishments) Establishment.parse(one);
    for (const one of city.officials) Official.parse(one);
    for (const one of city.assignments) Assignment.parse(one);
    for (const one of city.territories) Territory.parse(one);
    for (const one of city.visits) Visit.parse(one);
    for (const one of city.waivers) Waiver.parse(one);
  });

  it("have ids that are unique and refer to each other", () => {
    const ids = (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id));
    const lists = [city.establishments, city.officials, city.assignments, city.visits, city.waivers];
    for (const list of lists) expect(ids(list).size).toBe(list.length);
    const [establishments, officials] = [ids(city.establishments), ids(city.officials)];
    const referring = [
      city.states,
      city.grades,
      city.riskGrades,
      city.assignments,
      city.visits,
      city.waivers,
    ];
    for (const list of referring) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.filter(({ establishment }) => !establishments.has(establishment))).toEqual([]);
    }
    expect(city.assignments.filter(({ official }) => !officials.has(official))).toEqual([]);
    expect(city.visits.filter(({ official }) => !officials.has(official))).toEqual([]);
    expect(city.waivers.filter(({ approvedBy }) => !officials.has(approvedBy))).toEqual([]);
  });

  it("lie in no future and have their dates in order", () => {
    const dated = [...city.states, ...city.grades, ...city.riskGrades, ...city.assignments];
    expect(
      dated.filter(({ from, to }) => from > anchor || (to !== null && (to <= from || to > anchor))),
    ).toEqual([]);
    expect(
      city.visits.filter(({ madeOn, recordedOn }) => recordedOn < madeOn || recordedOn > anchor),
    ).toEqual([]);
    const opened = city.establishments.filter(({ openedOn }) => openedOn !== null && openedOn > anchor);
    expect(opened).toEqual([]);
  });

  it("never give an establishment two states, grades or officials on one day", () => {
    const lists: readonly (readonly Spell[])[] = [
      city.states,
      city.grades,
      city.riskGrades,
      city.assignments,
    ];
    for (const list of lists) {
      const byEstablishment = groupByEstablishment(list);
      for (const spells of byEstablishment.values()) {
        const sorted = spells.toSorted((a, b) => (a.from < b.from ? -1 : 1));
        sorted.slice(1).forEach(({ from }, index) => {
          expect((sorted[index]?.to ?? "9999-12-31") <= from).toBe(true);
        });
      }
    }
  });

  it("say whether a visit's checklist is complete as the rule does", () => {
    const checklists = new Map(city.checklists.map((checklist) => [checklist.id, checklist]));
    const wrong = city.visits.filter(({ checklist: id, answers, complete }) => {
      const checklist = checklists.get(id);
      return checklist === undefined || isChecklistComplete({ checklist, answers }) !== complete;
    });
    expect(wrong).toEqual([]);
  });
});

describe.each(cities.map((one, index) => ({ seed: seeds[index], one })))("with seed $seed", ({ one }) => {
  it("all codes and licences are valid, of the demonstration district, and unique", () => {
    const codes = present(one.establishments.map(({ creditCode }) => creditCode));
    const licences = present(one.establishments.map(({ licenceNumber }) => licenceNumber));
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(licences).size).toBe(licences.length);
    expect(codes.length).toBeGreaterThan(2600);
    expect(codes.filter((input) => parseCreditCode({ input }).status !== "valid")).toEqual([]);
    expect(codes.flatMap((input) => parseCreditCode({ input }).notices)).toEqual([]);
    expect(codes.filter((code) => code.slice(2, 8) !== "990106")).toEqual([]);
    expect(licences.filter((input) => parseLicenceNumber({ input }).status !== "valid")).toEqual([]);
    expect(licences.flatMap((input) => parseLicenceNumber({ input }).notices)).toEqual([]);
    const uncoded = one.establishments.filter(
      ({ creditCode, licenceNumber }) => creditCode === null && licenceNumber === null,
    );
    expect(uncoded.length).toBeGreaterThan(50);
    expect(uncoded.filter(({ address, placeText }) => address === null || placeText === null)).toEqual([]);
  });

  it("lies wholly inside the invented district", () => {
    const known = listDemonstrationVillages();
    const outside = one.establishments.filter(({ place }) => !place?.startsWith("990106"));
    expect(outside).toEqual([]);
    const deep = one.establishments.filter(({ place }) => (place?.length ?? 0) >= 12);
    expect(deep.length).toBeGreaterThan(3000);
    expect(deep.filter(({ place }) => !known.has((place ?? "").slice(0, 12)))).toEqual([]);
  });

  it("has about 3,000 establishments in the proportions of F1-25, graded by the scheme alone", () => {
    const grades = gradesOf(one);
    const open = one.establishments.filter(({ state }) => state !== "closed");
    expect(open.length).toBe(3000);
    const counts = countBy(open, ({ id }) => grades.get(id) ?? "none");
    expect(counts.get("A")).toBe(4);
    expect(counts.get("B")).toBe(35);
    expect(Math.abs((counts.get("C") ?? 0) - 416)).toBeLessThanOrEqual(12);
    expect(Math.abs((counts.get("D") ?? 0) - 2545)).toBeLessThanOrEqual(12);
    expect(counts.get("none")).toBe(12);
    for (const establishment of one.establishments) {
      const given = gradeEstablishment({ scheme: one.scheme, facts: establishment });
      expect(given.ok ? given.value.grade : undefined).toBe(grades.get(establishment.id));
    }
    expect(new Set(one.establishments.map(({ name }) => name)).size).toBe(one.establishments.length);
  });

  it("has about 300 officials at four levels with believable loads", () => {
    const inPost = one.officials.filter(({ to }) => to === null);
    expect(Math.abs(inPost.length - 303)).toBeLessThan(6);
    const active = new Set(one.establishments.flatMap(({ id, state }) => (state === "closed" ? [] : [id])));
    const open = one.assignments.filter(({ establishment, to }) => to === null && active.has(establishment));
    const loads = countBy(open, ({ official }) => official);
    const among = (level: Official["level"]) =>
      inPost.filter((official) => official.level === level).map(({ id }) => loads.get(id) ?? 0);
    for (const load of [...among("city"), ...among("county")]) expect(load).toBeLessThanOrEqual(6);
    const lower = [...among("township"), ...among("village")];
    const within = lower.filter((load) => load >= 7 && load <= 14);
    expect(lower.length - within.length).toBeLessThanOrEqual(10);
    expect(new Set(one.officials.map(({ name }) => name)).size).toBe(one.officials.length);
  });

  it("has gaps of every kind, and few of each", () => {
    const { counts } = gapsOf(one);
    expect(counts.nobody).toBeGreaterThan(5);
    expect(counts.nobody).toBeLessThan(40);
    expect(counts["wrong-level"]).toBeGreaterThan(0);
    expect(counts["wrong-level"]).toBeLessThan(8);
    expect(counts["outside-jurisdiction"]).toBe(2);
    expect(counts.overload).toBe(1);
    expect(counts["no-work"]).toBe(3);
  });

  it("has one of the highest grade that nobody answers for", () => {
    const grades = gradesOf(one);
    const nobody = gapsOf(one).gaps.filter(
      ({ kind, establishment }) => kind === "nobody" && grades.get(establishment ?? "") === "A",
    );
    expect(nobody.length).toBeGreaterThan(0);
  });
});

describe("places", () => {
  it("are 12 townships with 118 communities and villages, numbered as real ones are", () => {
    const townships = city.territories.filter(({ kind }) => kind === "township");
    expect(townships.map(({ code }) => code.slice(6))).toEqual([
      "001",
      "002",
      "003",
      "004",
      "005",
      "100",
      "101",
      "102",
      "103",
      "104",
      "200",
      "201",
    ]);
    expect(demonstrationVillages.length).toBe(118);
    for (const { code, name } of demonstrationVillages) {
      expect(Number(code.slice(9)) < 200).toBe(name.endsWith("社区"));
    }
    expect(new Set(demonstrationVillages.map(({ shortName }) => shortName)).size).toBe(118);
  });

  it("are invented: no code outside province 99, and every node below the district", () => {
    const tree = createTerritoryTree({ nodes: city.territories, asOf: anchor });
    expect(city.territories.filter(({ code }) => !tree.contains("990106", code))).toEqual([]);
    expect(
      city.officials.flatMap(({ jurisdictions }) => jurisdictions).filter((code) => !code.startsWith("9901")),
    ).toEqual([]);
  });
});
