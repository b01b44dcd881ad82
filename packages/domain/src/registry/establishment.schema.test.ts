import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { noFacts } from "../testing/import-rows.js";
import { toNewEstablishment } from "./diff-facts.js";
import { Establishment, EstablishmentFacts } from "./establishment.schema.js";

const { facts } = toNewEstablishment({
  given: { ...noFacts, name: "面馆" },
  importedOn: toPlainDate("2026-11-24"),
});
const whole = { id: "e1", ...facts, state: "active", stateSince: "2026-11-24", version: 1 };

it.each<[string, unknown, boolean]>([
  ["name", "", false],
  ["name", "长", true],
  ["name", "长".repeat(200), true],
  ["name", "长".repeat(201), false],
  ["name", null, false],
  ["creditCode", "91350100M000100Y43", true],
  ["creditCode", "91350100M000100Y4", false],
  ["creditCode", "91350100M000100Y433", false],
  ["licenceNumber", "x".repeat(15), false],
  ["licenceNumber", "x".repeat(16), true],
  ["licenceNumber", "x".repeat(20), true],
  ["licenceNumber", "x".repeat(21), false],
  ["form", "caterer", true],
  ["form", "饭店", false],
  ["diners", 0, true],
  ["diners", -1, false],
  ["diners", 1.5, false],
  ["diners", 1_000_000, true],
  ["diners", 1_000_001, false],
  ["address", "", false],
  ["address", "长".repeat(300), true],
  ["address", "长".repeat(301), false],
  ["openedOn", "2027-02-30", false],
  ["foodSafetyOfficers", ["长".repeat(60)], true],
  ["foodSafetyOfficers", ["长".repeat(61)], false],
  ["price", 1, false],
])("facts with %s %j are accepted: %s", (field, value, accepted) => {
  expect(EstablishmentFacts.safeParse({ ...facts, [field]: value }).success).toBe(accepted);
});

it.each<[string, unknown, boolean]>([
  ["version", 1, true],
  ["version", 2, true],
  ["version", 0, false],
  ["state", "moved", false],
  ["stateSince", null, false],
  ["price", 1, false],
])("an establishment with %s %j is accepted: %s", (field, value, accepted) => {
  expect(Establishment.safeParse({ ...whole, [field]: value }).success).toBe(accepted);
});

it("what a field's name does not tell is described", () => {
  const { name, creditCode, licenceNumber, diners, place, placeText } = EstablishmentFacts.shape;
  for (const field of [
    name,
    creditCode,
    licenceNumber,
    diners,
    place,
    placeText,
    Establishment.shape.stateSince,
  ]) {
    expect(field.description).toMatch(/\w/);
  }
});
