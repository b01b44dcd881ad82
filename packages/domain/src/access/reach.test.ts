import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { noReach, reachesPlace } from "./reach.js";

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
