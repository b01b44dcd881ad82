import { describe, expect, it } from "vitest";
import { assignOfficials } from "../chain/assign-officials.js";
import { findOfficialField } from "../chain/official-columns.js";
import { parseOfficialRow } from "../chain/parse-official-row.js";
import { demonstrationScheme } from "../grading/demonstration-scheme.data.js";
import { gradeEstablishment } from "../grading/grade-establishment.js";
import { addDays, toPlainDate } from "../kernel/plain-date.js";
import { findRegisterField } from "../registry/import-columns.js";
import { parseRegisterRow, prepareRegisterReading } from "../registry/parse-register-row.js";
import { findPlacesByText } from "../territory/find-places-by-text.js";
import { territoryFields } from "../territory/parse-territory-row.js";
import { parseTerritoryRows } from "../territory/parse-territory-rows.js";
import { createPlaceIndex } from "../territory/place-index.js";
import { listShippedTerritories } from "../territory/shipped-territories.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { createFixtureCity } from "./create-fixture-city.js";
import { generateOfficialRows, generateRegisterRows, generateTerritoryRows } from "./generate-rows.js";
import { listDemonstrationTerritories } from "./list-demonstration-territories.js";

const quarterStart = toPlainDate("2026-10-01");
const tree = createTerritoryTree({
  nodes: [...listShippedTerritories(), ...listDemonstrationTerritories()],
  asOf: quarterStart,
});

const register = generateRegisterRows({ seed: "shows-it", count: 200, quarterStart });
const officialSheet = generateOfficialRows({ seed: "shows-it", quarterStart });

function readRegister() {
  const mapping = Object.fromEntries(
    register.headers.map((header) => [header, findRegisterField(header) ?? null]),
  );
  const prepared = prepareRegisterReading({
    headers: register.headers,
    mapping,
    index: createPlaceIndex({ tree }),
    within: "990106",
  });
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  return register.rows.map((cells, index) =>
    parseRegisterRow({ reading: prepared.value, row: { row: index + 2, cells, kinds: null } }),
  );
}

function readOfficials() {
  const fields = officialSheet.headers.map((header) => findOfficialField(header) ?? "");
  return officialSheet.rows.map((cells) =>
    parseOfficialRow({
      row: Object.fromEntries(fields.map((field, column) => [field, cells[column] ?? ""])),
      findPlaces: (text) => findPlacesByText({ tree, text, within: "990106" }),
      levelOf: (place) => tree.levelOf(place),
      mayActIn: (place) => tree.contains("9901", place),
      importedOn: quarterStart,
    }),
  );
}

describe("generateRegisterRows", () => {
  const rows = readRegister();
  const facts = rows.flatMap((row) => (row.ok ? [row.value.facts] : []));

  it("writes rows that the import takes without a doubt", () => {
    expect(rows.filter((row) => !row.ok)).toEqual([]);
    expect(rows.flatMap((row) => (row.ok ? [...row.value.holds, ...row.value.notices] : []))).toEqual([]);
    expect(facts.length).toBe(200);
  });

  it("gives each row a form, size, village, licence and an opening date well before the quarter", () => {
    for (const { form, size, place, licenceNumber, openedOn } of facts) {
      expect(form).toBeDefined();
      expect(size).toBeDefined();
      expect(licenceNumber).toBeDefined();
      expect((place ?? "").length).toBeGreaterThanOrEqual(12);
      expect(openedOn !== undefined && openedOn < addDays(quarterStart, -30)).toBe(true);
    }
  });

  it("repeats nothing, neither within itself nor from the demonstration city", () => {
    const city = createFixtureCity({ seed: "shian", anchor: toPlainDate("2026-12-18") });
    const known = new Set(
      city.establishments.flatMap(({ creditCode, licenceNumber }) => [creditCode, licenceNumber]),
    );
    for (const key of ["creditCode", "licenceNumber", "name"] as const) {
      expect(new Set(facts.map((one) => one[key])).size).toBe(200);
    }
    expect(
      facts.filter(
        ({ creditCode = "", licenceNumber = "" }) => known.has(creditCode) || known.has(licenceNumber),
      ),
    ).toEqual([]);
  });

  it("is graded throughout and assigned throughout to the officials of the other file", () => {
    const officials = readOfficials().map((row, index) => {
      if (!row.ok) throw new Error(JSON.stringify(row.problems));
      return { ...row.value, id: `o${index}` };
    });
    const graded = facts.map((one, index) => {
      const given = gradeEstablishment({ scheme: demonstrationScheme, facts: one });
      return { id: `e${index}`, place: one.place ?? null, grade: given.ok ? given.value.grade : null };
    });
    expect(graded.filter(({ grade }) => grade === null)).toEqual([]);
    expect(new Set(graded.map(({ grade }) => grade))).toEqual(new Set(["B", "C", "D"]));
    const plan = assignOfficials({
      territory: tree,
      levels: { A: "city", B: "county", C: "township", D: "village" },
      establishments: graded,
      officials,
      present: [],
      pinned: [],
    });
    expect(plan.unassigned).toEqual([]);
    expect(plan.assigned.length).toBe(200);
  });

  it("is the same for the same seed and another for another", () => {
    expect(generateRegisterRows({ seed: "shows-it", count: 200, quarterStart })).toEqual(register);
    expect(generateRegisterRows({ seed: "else", count: 200, quarterStart }).rows).not.toEqual(register.rows);
  });
});

describe("generateOfficialRows", () => {
  it("writes people whom the import takes, at all four levels, by code and by name", () => {
    const rows = readOfficials();
    expect(rows.filter((row) => !row.ok)).toEqual([]);
    const levels = rows.flatMap((row) => (row.ok ? [row.value.level] : []));
    expect(new Set(levels)).toEqual(new Set(["city", "county", "township", "village"]));
    const column = officialSheet.headers.findIndex((header) => findOfficialField(header) === "jurisdictions");
    const written = officialSheet.rows.map((cells) => cells[column] ?? "");
    expect(written.some((text) => /^\d+$/.test(text))).toBe(true);
    expect(written.some((text) => !/^\d+$/.test(text))).toBe(true);
  });
});

describe("generateTerritoryRows", () => {
  it("comes back from its own template as the same places", () => {
    const { rows } = generateTerritoryRows();
    const outcomes = parseTerritoryRows({
      rows: rows.map((cells, index) => ({
        row: index + 2,
        ...Object.fromEntries(territoryFields.map((field, column) => [field, cells[column] ?? ""])),
      })),
      existing: listShippedTerritories(),
    });
    expect(outcomes.filter((outcome) => !outcome.ok)).toEqual([]);
    expect(outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))).toEqual(
      listDemonstrationTerritories(),
    );
  });
});
