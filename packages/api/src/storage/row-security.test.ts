// The reach as prefixes answers as the tree does, whatever was taken over, merged away or moved by a split.
import {
  addDays,
  createTerritoryTree,
  findPlaceKind,
  findPrefixParent,
  type Territory,
  type TerritoryTree,
  toPlainDate,
} from "@shian/domain";
import fc from "fast-check";
import { expect, it } from "vitest";
import { toPrefixes, toReachPattern } from "./row-security.js";

const seed = 20261124;
const on = toPlainDate("2026-11-24");

/** How the policies decide (`shian_reaches` of the migration 0005). */
const decide = (entries: readonly string[], place: string): boolean => {
  const pattern = toReachPattern(entries);
  return pattern !== "" && new RegExp(pattern).test(place);
};

const townships = ["990106001", "990106002", "990107001"];
const villages = townships.flatMap((code) => [1, 2].map((n) => `${code}00${n}`));
const grids = villages.map((code) => `${code}001`);
const zones = ["Z1", "Z12"];
const uppers = ["99", "9901", "990106", "990107"];
const places = [...uppers, ...townships, ...villages, ...grids, ...zones, "Z3", "990106003", "990106003001"];

const pick = (codes: readonly string[]) => fc.constantFrom(...codes);
const toNode = (code: string, parent: string, rest: Partial<Territory> = {}): Territory => ({
  code,
  name: code,
  kind: findPlaceKind(code) ?? "zone",
  parent,
  from: addDays(on, -1),
  ...rest,
});

// Villages under any township or zone, townships that skip the county, zones and townships that took over any place
// that no other takes; a township that was taken over has no node.
const tree: fc.Arbitrary<TerritoryTree> = fc
  .record({
    villages: fc.dictionary(pick(villages), pick([...townships, ...zones, "990106003"]), { maxKeys: 6 }),
    townships: fc.dictionary(pick(townships), pick(["990106", "990107", "9901"]), { maxKeys: 3 }),
    zones: fc.dictionary(pick(zones), pick(["990106", "990107", "9901"]), { maxKeys: 2 }),
    taken: fc.dictionary(pick([...villages, ...grids]), pick([...zones, "990106003"]), { maxKeys: 5 }),
    merged: fc.uniqueArray(pick(townships), { maxLength: 2 }),
  })
  .map((drawn) => {
    const taken = [
      ...Object.entries(drawn.taken),
      ...drawn.merged.map((code) => [code, "990106003"] as const),
    ];
    const takenBy = (code: string) => {
      const takesOver = taken.filter(([, by]) => by === code).map(([one]) => one);
      return takesOver.length === 0 ? {} : { takesOver };
    };
    const nodes = [
      toNode("990106003", "990106", takenBy("990106003")),
      ...Object.entries(drawn.zones).map(([code, parent]) => toNode(code, parent, takenBy(code))),
      ...Object.entries(drawn.townships)
        .filter(([code]) => !drawn.merged.includes(code))
        .map(([code, parent]) => toNode(code, parent)),
      ...Object.entries(drawn.villages).map(([code, parent]) => toNode(code, parent)),
    ];
    return createTerritoryTree({ nodes, asOf: on });
  });

it("the longest prefix that fits decides as the tree contains", () =>
  fc.assert(
    fc.property(tree, fc.uniqueArray(pick(places), { maxLength: 3 }), (today, territories) => {
      const entries = toPrefixes(territories, today);
      const wrong = places.filter(
        (place) =>
          decide(entries, place) !== territories.some((territory) => today.contains(territory, place)),
      );
      expect({ entries, wrong }).toEqual({ entries, wrong: [] });
    }),
    { seed, numRuns: 5_000 },
  ));

it.each([
  [["CN"], ["+"]],
  [["CN", "990106"], ["+"]],
  [[], []],
  [["990106001"], ["+990106001", "-990106001003"]],
  [["Z1"], ["+Z1", "+990106001003"]],
  [["990107"], ["+990107"]],
])("%j is %j", (territories, entries) => {
  const zone = toNode("Z1", "990106", { takesOver: ["990106001003"] });
  const village = toNode("990106001004", findPrefixParent("990106001004") ?? "");
  expect(toPrefixes(territories, createTerritoryTree({ nodes: [zone, village], asOf: on }))).toEqual(entries);
});
