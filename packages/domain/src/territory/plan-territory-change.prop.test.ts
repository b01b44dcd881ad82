// Laws of dated changes on random trees and random sequences of changes: days before a change answer as they did, and
// on no day a place is lost or lies in two townships.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, toPlainDate } from "../kernel/plain-date.js";
import { applyTerritoryPlan, planTerritoryChange } from "./plan-territory-change.js";
import type { Territory } from "./territory.schema.js";
import type { TerritoryChange } from "./territory-change.schema.js";
import { createTerritoryTree, type TerritoryTree } from "./territory-tree.js";

const seed = 20261124;
const start = toPlainDate("2026-01-01");
const county = "990106";
const toCode = (n: number, digits = 3) => String(n).padStart(digits, "0");
const townshipCodes = [1, 2, 3, 4].map((n) => `${county}${toCode(n)}`);

const startingNodes: readonly Territory[] = townshipCodes.flatMap((code): Territory[] => [
  { code, name: code, kind: "township", parent: county, from: start },
  ...[1, 2, 3].map(
    (n): Territory => ({
      code: `${code}${toCode(n)}`,
      name: "村",
      kind: "village",
      parent: code,
      from: start,
    }),
  ),
]);
const zone: Territory = {
  code: "Z1",
  name: "平台",
  kind: "zone",
  parent: county,
  from: addDays(start, 3),
  to: addDays(start, 30),
  takesOver: [`${county}001001`, `${county}002002001`],
};

// Places to follow: townships, listed villages, villages and grids without a node.
const places = townshipCodes.flatMap((code) => [
  code,
  ...[1, 2, 3, 9].flatMap((n) => [`${code}${toCode(n)}`, `${code}${toCode(n)}001`]),
]);

type Step = { readonly after: number; readonly kind: number; readonly picks: readonly number[] };
const step: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 1, max: 8 }),
  kind: fc.nat(4),
  picks: fc.array(fc.nat(1000), { minLength: 6, maxLength: 6 }),
});

/** A change that fits the tree of the day, out of numbers. */
function toChange(
  { kind, picks }: Step,
  tree: TerritoryTree,
  fresh: () => string,
): TerritoryChange | undefined {
  const townships = tree.nodes.filter((node) => node.kind === "township").map(({ code }) => code);
  const at = (list: readonly string[], index: number) => list[(picks[index] ?? 0) % list.length] ?? "";
  const [first, second] = [at(townships, 0), at(townships, 1)];
  const keeps = (picks[2] ?? 0) % 2 === 0;
  if (kind === 0 || kind === 1)
    return { kind: "merge", codes: [first, second], into: { code: keeps ? first : fresh(), name: "合" } };
  if (kind === 2) {
    const inside = [
      ...tree.childrenOf(first).map(({ code }) => code),
      ...(tree.find(first)?.takesOver ?? []),
    ];
    if (inside.length === 0) return undefined;
    const members = [...new Set([at(inside, 3), at(inside, 4)])];
    const parts = [{ code: fresh(), name: "分", members }];
    return { kind: "split", code: first, rest: { code: keeps ? first : fresh(), name: "余" }, parts };
  }
  const any = tree.nodes.filter(({ kind: one }) => one === "township" || one === "village");
  const code = at(
    any.map((node) => node.code),
    5,
  );
  return kind === 3 ? { kind: "rename", code, name: "新" } : { kind: "end", code };
}

/** How a day answers about every place, as one text. */
function answersOn(own: readonly Territory[], day: number): string {
  const tree = createTerritoryTree({ nodes: own, asOf: addDays(start, day) });
  const answers = places.map((place) => [
    place,
    tree.find(place)?.name,
    tree.ancestorsOf(place),
    tree.childrenOf(place).map(({ code }) => code),
  ]);
  return JSON.stringify(answers);
}

/** Places that on the day do not lie in the county and in exactly one township or zone that is there. */
function listLost(own: readonly Territory[], day: number): readonly string[] {
  const tree = createTerritoryTree({ nodes: own, asOf: addDays(start, day) });
  const atHeight = tree.nodes.filter(({ kind }) => kind === "township" || kind === "zone");
  return places.filter(
    (place) =>
      !tree.contains(county, place) ||
      tree.ancestorsOf(place).filter((code) => code === county).length !== 1 ||
      atHeight.filter(({ code }) => tree.contains(code, place)).length !== 1,
  );
}

it("no sequence of changes loses a place, doubles it or touches a day before", async () => {
  let [changed, refusals] = [0, 0];
  await fc.assert(
    fc.property(fc.boolean(), fc.array(step, { minLength: 1, maxLength: 6 }), (withZone, steps) => {
      let own: readonly Territory[] = withZone ? [...startingNodes, zone] : startingNodes;
      let [day, next] = [0, 100];
      const days = [0];
      for (const one of steps) {
        day += one.after;
        const on = addDays(start, day);
        const tree = createTerritoryTree({ nodes: own, asOf: on });
        const change = toChange(one, tree, () => {
          next += 1;
          return `${county}${toCode(next)}`;
        });
        if (change === undefined) continue;
        const planned = planTerritoryChange({ own, on, change, isPlaced: () => false });
        if (!planned.ok) {
          refusals += 1;
          continue;
        }
        changed += 1;
        const after = applyTerritoryPlan(own, planned.value);
        // The first day, the day of every earlier change and the last day before this one.
        for (const past of [...days, day - 1]) expect(answersOn(after, past)).toBe(answersOn(own, past));
        days.push(day);
        own = after;
        // Ending a township leaves its unlisted places to the county.
        if (change.kind === "end" && tree.find(change.code)?.kind === "township") return;
        for (const later of [day, day + 1, 29, 30, 90].filter((one) => one >= day))
          expect(listLost(own, later)).toEqual([]);
      }
    }),
    { seed, numRuns: 200 },
  );
  // The law would hold of nothing at all: most sequences must really change something.
  expect(changed).toBeGreaterThan(refusals);
  expect(changed).toBeGreaterThan(200);
}, 60_000);
