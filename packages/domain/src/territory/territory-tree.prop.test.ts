import * as fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, toPlainDate as day } from "../kernel/plain-date.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import type { Territory } from "./territory.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const seed = 20261124;
const start = day("2026-01-01");
const number = (digits: number, most: number) =>
  fc.integer({ min: 1, max: most }).map((n) => String(n).padStart(digits, "0"));

// Few numbers on each level, so that codes meet often.
const code = fc
  .tuple(number(2, 2), number(2, 2), number(2, 2), number(3, 3), number(3, 3), number(3, 2))
  .chain((parts) => fc.integer({ min: 1, max: 6 }).map((depth) => parts.slice(0, depth).join("")));
const village = code.filter((text) => text.length >= 12).map((text) => text.slice(0, 12));
const zone = fc
  .record({ at: fc.integer({ min: 1, max: 4 }), from: fc.nat(50), length: fc.integer({ min: 1, max: 50 }) })
  .chain(({ at, from, length }) =>
    fc.uniqueArray(village, { maxLength: 4 }).map(
      (takesOver): Territory => ({
        code: `Z${at}`,
        name: "平台",
        kind: "zone",
        parent: "010101",
        from: addDays(start, from),
        to: addDays(start, from + length),
        takesOver,
      }),
    ),
  );
const tree = fc
  .tuple(fc.array(zone, { maxLength: 4 }), fc.nat(100))
  .map(([nodes, after]) => createTerritoryTree({ nodes, asOf: addDays(start, after) }));

it("containment is reflexive, transitive and the same as having the ancestor", () =>
  fc.assert(
    fc.property(tree, code, code, code, ({ contains, ancestorsOf }, a, b, c) => {
      expect(contains(a, a)).toBe(true);
      if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      if (a !== b && contains(a, b)) expect(contains(b, a)).toBe(false);
      expect(contains(a, b)).toBe(a === b || ancestorsOf(b).includes(a));
    }),
    { seed, numRuns: 2_000 },
  ));

it("every place lies in the country and in exactly one place directly above", () =>
  fc.assert(
    fc.property(tree, code, ({ contains, ancestorsOf, findParent }, a) => {
      expect(contains("CN", a)).toBe(true);
      expect(ancestorsOf(a)[0]).toBe(findParent(a));
      expect(ancestorsOf(a).at(-1)).toBe("CN");
    }),
    { seed, numRuns: 500 },
  ));

it("without zones containment is the order of prefixes", () =>
  fc.assert(
    fc.property(code, code, (a, b) => {
      const { contains } = createTerritoryTree({ nodes: [], asOf: start });
      expect(contains(a, b)).toBe(b.startsWith(a));
      expect(findPlaceKind(a)).toBeDefined();
      expect(findPrefixParent(a) === "CN" || a.startsWith(findPrefixParent(a) ?? "-")).toBe(true);
    }),
    { seed, numRuns: 1_000 },
  ));
