import { expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { isKnownPlace } from "./is-known-place.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import { listShippedTerritories } from "./shipped-territories.js";
import { Territory } from "./territory.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const node = (code: string, rest: Partial<Record<keyof Territory, unknown>> = {}): Territory =>
  Territory.parse({
    code,
    name: `地${code}`,
    kind: findPlaceKind(code),
    parent: findPrefixParent(code) ?? null,
    from: "2020-01-01",
    ...rest,
  });
const nodes = [
  ...listShippedTerritories(),
  node("990106001"),
  node("990106002", { to: "2026-07-01" }),
  node("990106003"),
  node("990106009", { from: "2026-07-01", takesOver: ["990106002"] }),
  node("990106001003"),
  node("990106001004"),
  node("990106002001"),
  node("Z990106-01", { parent: "990106", takesOver: ["990106001004"] }),
  node("Z110109-01", { parent: "110109" }),
];

it.each([
  ["the country", "CN", true],
  ["a province", "99", true],
  ["a city", "3201", true],
  ["a county", "110108", true],
  ["a county directly under its province", "429004", true],
  ["what such counties lie under, in no table", "4290", true],
  ["the same of a municipality", "1101", true],
  ["a province that is not there", "98", false],
  ["a city that is not there", "9977", false],
  ["a county that is not there", "990188", false],
  ["a street of the office", "990106001", true],
  ["a street that is not there, among listed ones", "990106999", false],
  ["a street of a county whose streets are not listed", "110108001", true],
  ["a street of a county that only has a zone", "110109001", true],
  ["a street of a county that is not there", "990188001", false],
  ["a village of the office", "990106001003", true],
  ["a village that is not there, among listed ones", "990106001999", false],
  ["a village of a street whose villages are not listed", "990106003001", true],
  ["a village of a street that is not there", "990106999001", false],
  ["a grid of a village whose grids are not listed", "990106001003001", true],
  ["a grid of a village that is not there", "990106001999001", false],
  ["a street that was merged away", "990106002", true],
  ["a village of it", "990106002001", true],
  ["a village that it never had", "990106002999", false],
  ["a village that a zone took over", "990106001004", true],
  ["a zone", "Z990106-01", true],
  ["a zone that is not there", "Z990106-02", false],
  ["no place code", "9901060", false],
  ["nothing", "", false],
])("%s: %s is known: %s", (_case, code, known) => {
  expect(isKnownPlace({ tree: createTerritoryTree({ nodes, asOf: day("2026-11-24") }), code })).toBe(known);
});

it.each([
  ["990106009", "2026-06-30", false],
  ["990106009", "2026-07-01", true],
  ["990106999", "2019-12-31", true],
])("%s is known on %s: %s", (code, on, known) => {
  expect(isKnownPlace({ tree: createTerritoryTree({ nodes, asOf: day(on) }), code })).toBe(known);
});
