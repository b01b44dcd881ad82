import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { noReach, type Reach, reachesEstablishment, reachesPlace } from "./reach.js";

const from = toPlainDate("2026-01-01");
const tree = createTerritoryTree({
  nodes: [
    {
      code: "Z990106-01",
      name: "澜港平台",
      kind: "zone",
      parent: "990106",
      from,
      takesOver: ["990106001003"],
    },
  ],
  asOf: toPlainDate("2026-11-24"),
});
const may = (territories: string[], place: string | null) =>
  reachesPlace({ reach: { ...noReach, territories }, tree, place });

it.each<[string[], string | null, boolean]>([
  [["990106"], "990106", true],
  [["990106"], "990106001", true],
  [["990106"], "990107001", false],
  [["990106"], "9901", false],
  [["990106001"], "990106001003", false], // taken over by the zone
  [["Z990106-01"], "990106001003", true],
  [["990106001", "990107"], "990107002001", true],
  [["CN"], "110108", true],
  [["CN"], null, true],
  [["99"], null, false],
  [[], "990106", false],
])("%j at %s: %s", (territories, place, answer) => expect(may(territories, place)).toBe(answer));

it("leaves unplaced establishments to who mends them", () => {
  const reach = { ...noReach, territories: ["990106"], unplaced: true };
  expect(reachesPlace({ reach, tree, place: null })).toBe(true);
});

it.each<[string, Partial<Reach>, boolean]>([
  ["nothing", {}, false],
  ["its place", { territories: ["990106"] }, true],
  ["another place", { territories: ["990107"] }, false],
  ["itself by name", { establishments: ["e-2", "e-1"] }, true],
  ["another by name", { establishments: ["e-2"] }, false],
  ["its official", { officials: ["o-2", "o-1"] }, true],
  ["another official", { officials: ["o-2"] }, false],
  ["a stand-in for all of its official's", { standIns: [{ official: "o-1", establishments: null }] }, true],
  ["a stand-in for this one", { standIns: [{ official: "o-1", establishments: ["e-1"] }] }, true],
  ["a stand-in for another one", { standIns: [{ official: "o-1", establishments: ["e-2"] }] }, false],
  ["a stand-in for none", { standIns: [{ official: "o-1", establishments: [] }] }, false],
  ["a stand-in for another official", { standIns: [{ official: "o-2", establishments: null }] }, false],
  ["what has no place", { unplaced: true }, false],
])("an establishment is reached through %s: %s", (_, part, answer) => {
  const establishment = { id: "e-1", place: "990106001", official: "o-1" };
  expect(reachesEstablishment({ reach: { ...noReach, ...part }, tree, establishment })).toBe(answer);
});

it("reaches nobody's establishment through no official", () => {
  const reach = { ...noReach, officials: ["o-1"], standIns: [{ official: "o-1", establishments: null }] };
  const establishment = { id: "e-1", place: null, official: null };
  expect(reachesEstablishment({ reach, tree, establishment })).toBe(false);
  expect(reachesEstablishment({ reach: { ...noReach, unplaced: true }, tree, establishment })).toBe(true);
});
