// Laws of access on random grants: more grants never shrink, none deny, order never matters, and `can` with the two
// `reaches…` agrees with a plain walk over every grant and every place above.
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { type Permission, roles } from "../kernel/operation.js";
import { addDays, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import type { Territory } from "../territory/territory.schema.js";
import { createTerritoryTree, type TerritoryTree } from "../territory/territory-tree.js";
import { type Asker, can } from "./can.js";
import { type Grant, grantableRoles, type StandIn } from "./grant.schema.js";
import { type ReachedObject, reachesEstablishment, reachesPlace } from "./reach.js";

const seed = 20261124;
const start = toPlainDate("2026-01-01");
const officeTerritory = "990106";

const place = fc.constantFrom(
  "CN",
  "9901",
  "990106",
  "990107",
  "990106001",
  "990106002",
  "990106001001",
  "990106001002",
  "Z1",
);
const official = fc.constantFrom("o-1", "o-2", "o-3");
const establishment = fc.constantFrom("e-1", "e-2", "e-3");
const dates = fc.record({ after: fc.nat(6), length: fc.option(fc.nat(6)) }).map(({ after, length }) => ({
  from: addDays(start, after),
  to: length === null ? null : addDays(start, after + length),
}));
// Every field may be filled whatever the role: what a role does not lend must not leak through a stray one.
const grant: fc.Arbitrary<Grant> = fc
  .record({
    role: fc.constantFrom(...grantableRoles),
    territory: fc.option(place),
    official: fc.option(official),
    establishment: fc.option(establishment),
    leading: fc.boolean(),
    dates,
  })
  .map(({ dates: times, ...fields }) => ({ id: "g", person: "p", ...fields, ...times }));
const standIn: fc.Arbitrary<StandIn> = fc
  .record({
    official,
    standsInFor: official,
    establishments: fc.option(fc.uniqueArray(establishment, { maxLength: 2 })),
    dates,
  })
  .map(({ dates: times, ...fields }) => ({ id: "s", ...fields, ...times }));
const asker: fc.Arbitrary<Asker> = fc.record({
  grants: fc.array(grant, { maxLength: 5 }),
  standIns: fc.array(standIn, { maxLength: 3 }),
});
const permission: fc.Arbitrary<Permission> = fc
  .oneof(fc.constant("everyone" as const), fc.uniqueArray(fc.constantFrom(...roles), { maxLength: 8 }))
  .map((may) => ({ may, territory: "rows" }));
const object: fc.Arbitrary<ReachedObject> = fc.record({
  id: establishment,
  place: fc.option(place.filter((code) => code !== "CN")),
  official: fc.option(official),
});
const on = fc.nat(12).map((after) => addDays(start, after));
const tree = fc.boolean().map((taken) => {
  const zone: Territory = { code: "Z1", name: "平台", kind: "zone", parent: "990106", from: start };
  const takesOver = ["990106001001"];
  return createTerritoryTree({ nodes: [taken ? { ...zone, takesOver } : zone], asOf: start });
});

type Question = {
  readonly asker: Asker;
  readonly permission: Permission;
  readonly on: PlainDate;
  readonly tree: TerritoryTree;
};
const question: fc.Arbitrary<Question> = fc.record({ asker, permission, on, tree });
const decide = (asked: Question) => can({ ...asked, officeTerritory });

/** Whether the asked may see the object at all, and the place at all. */
function answersOf(asked: Question, shop: ReachedObject) {
  const decision = decide(asked);
  if (!decision.allowed) return { door: false, shop: false, place: false };
  const { reach } = decision;
  return {
    door: true,
    shop: reachesEstablishment({ reach, tree: asked.tree, establishment: shop }),
    place: reachesPlace({ reach, tree: asked.tree, place: shop.place }),
  };
}

/** The same, told the long way: each grant in force by itself, each place above by itself. */
function tellNaively(
  { asker: { grants, standIns }, permission: { may }, on: today, tree: { ancestorsOf } }: Question,
  shop: ReachedObject,
) {
  const doesHold = ({ from, to }: { from: string; to: string | null }) =>
    from <= today && (to === null || to > today);
  const lies = (below: string, above: string) => [below, ...ancestorsOf(below)].includes(above);
  let [door, inPlace, byName] = [may === "everyone" || may.includes("public"), false, false];
  for (const one of grants) {
    if (!doesHold(one) || !(may === "everyone" || may.includes(one.role))) continue;
    door = true;
    if (one.role === "business") byName ||= one.establishment === shop.id;
    else if (one.role === "official") {
      if (one.official === null || shop.official === null) continue;
      byName ||= one.official === shop.official;
      for (const entry of standIns)
        byName ||=
          doesHold(entry) &&
          entry.official === one.official &&
          entry.standsInFor === shop.official &&
          (entry.establishments ?? [shop.id]).includes(shop.id);
    } else if (one.territory !== null) {
      const mends = one.role === "office" && lies(officeTerritory, one.territory);
      inPlace ||= one.territory === "CN" || (shop.place === null ? mends : lies(shop.place, one.territory));
    }
  }
  return { door, place: inPlace, shop: inPlace || byName };
}

it("can agrees with a naive model", () =>
  fc.assert(
    fc.property(question, object, (asked, shop) => {
      expect(answersOf(asked, shop)).toEqual(tellNaively(asked, shop));
    }),
    { seed, numRuns: 10_000 },
  ));

it("another grant or stand-in never shrinks what is allowed", () =>
  fc.assert(
    fc.property(question, grant, standIn, object, (asked, more, entry, shop) => {
      const { grants, standIns } = asked.asker;
      const before = answersOf(asked, shop);
      const after = answersOf(
        { ...asked, asker: { grants: [...grants, more], standIns: [...standIns, entry] } },
        shop,
      );
      for (const key of ["door", "shop", "place"] as const) if (before[key]) expect(after[key]).toBe(true);
    }),
    { seed, numRuns: 3_000 },
  ));

it("when all grants have ended only everyone's and the public's remain, without reach", () =>
  fc.assert(
    fc.property(question, object, (asked, shop) => {
      const grants = asked.asker.grants.map((one) => ({ ...one, to: asked.on }));
      const isOpen = asked.permission.may === "everyone" || asked.permission.may.includes("public");
      const ended = { ...asked, asker: { ...asked.asker, grants } };
      expect(answersOf(ended, shop)).toEqual({ door: isOpen, shop: false, place: false });
    }),
    { seed, numRuns: 2_000 },
  ));

it("the order of grants and stand-ins never matters", () =>
  fc.assert(
    fc.property(question, object, (asked, shop) => {
      const grants = asked.asker.grants.toReversed();
      const standIns = asked.asker.standIns.toReversed();
      const turned = { ...asked, asker: { grants, standIns } };
      expect(answersOf(turned, shop)).toEqual(answersOf(asked, shop));
      const [one, other] = [decide(asked), decide(turned)];
      if (one.allowed && other.allowed) {
        expect(other.roles).toEqual(one.roles);
        expect([...other.reach.territories].sort()).toEqual([...one.reach.territories].sort());
      } else expect(other).toEqual(one);
    }),
    { seed, numRuns: 2_000 },
  ));

it("what a refusal says depends on the day alone: a grant that has ended is told, one that never was is not", () =>
  fc.assert(
    fc.property(question, (asked) => {
      const decision = decide(asked);
      const { may } = asked.permission;
      const held = asked.asker.grants.some(({ role }) => may.includes(role));
      if (!decision.allowed)
        expect(decision.problem.code).toBe(held ? "access/grant-ended" : "access/no-role");
    }),
    { seed, numRuns: 2_000 },
  ));
