// Laws of granting: whatever sequence of grants is given and ended through the rules, the three administrators stay
// apart, nobody grants themselves, and every administrator's role keeps a holder.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { administratorRoles, type Grant, grantableRoles } from "../access/grant.schema.js";
import { addDays, isWithin, toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";
import { checkGrant, checkGrantEnd, findGrantTarget, findOrphanedRole, type Grantee } from "./check-grant.js";

const today = toPlainDate("2026-11-24");
const tree = createTerritoryTree({
  nodes: ["990106001", "990107001"].map((code) => ({
    code,
    name: code,
    kind: "township" as const,
    parent: code.slice(0, 6),
    from: toPlainDate("2020-01-01"),
  })),
  asOf: today,
});
const people: readonly Grantee[] = ["s1", "s2", "s3", "a1", "a2", "a3", "a4"].map((id) => ({
  id,
  kind: id.startsWith("a") ? "administrator" : "staff",
  state: "enabled",
}));
const isAdministrator = (role: string) => administratorRoles.some((one) => one === role);

const person = fc.constantFrom(...people);
const span = fc
  .record({ start: fc.integer({ min: -5, max: 40 }), length: fc.option(fc.integer({ min: -2, max: 40 })) })
  .map(({ start, length }) => {
    const from = addDays(today, start);
    return { from, to: length === null ? null : addDays(from, length) };
  });
const facts = fc.oneof(
  fc.record({
    role: fc.constantFrom(...grantableRoles),
    territory: fc.constantFrom(null, "990106001", "990107001", "CN"),
    official: fc.constantFrom(null, "o-1"),
    establishment: fc.constantFrom(null, "e-1"),
    leading: fc.boolean(),
  }),
  // Sound ones often, so that what comes later is tried too.
  fc.constantFrom(...grantableRoles).map((role) => {
    const target = findGrantTarget(role);
    return {
      role,
      territory: target === "territory" ? "990106001" : null,
      official: target === "official" ? "o-1" : null,
      establishment: target === "establishment" ? "e-1" : null,
      leading: false,
    };
  }),
);
const draft = fc.record({ person, facts, span });
const step = fc.oneof(
  fc.record({ kind: fc.constant("give" as const), giver: person, draft }),
  fc.record({
    kind: fc.constant("end" as const),
    giver: person,
    which: fc.nat(30),
    days: fc.integer({ min: -3, max: 50 }),
  }),
);

const first: readonly Grant[] = administratorRoles.map((role, index) => ({
  id: `g-${role}`,
  person: `a${index + 1}`,
  role,
  territory: null,
  official: null,
  establishment: null,
  leading: false,
  from: toPlainDate("2026-01-01"),
  to: null,
}));

/** The grants after the steps that the rules let through. */
function play(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): readonly Grant[] {
  const grants = [...first];
  for (const [index, one] of steps.entries()) {
    if (one.kind === "give") {
      const { person: grantee, span: times } = one.draft;
      const asked = { ...one.draft.facts, person: grantee.id, ...times };
      const held = grants.filter((grant) => grant.person === grantee.id);
      const problems = checkGrant({
        giver: one.giver.id,
        grantee,
        held,
        draft: asked,
        today,
        tree,
        officeTerritory: "990106",
      });
      if (problems.length > 0) continue;
      expect(one.giver.id).not.toBe(grantee.id);
      grants.push({ id: `g-${index}`, ...asked });
    } else {
      const at = one.which % grants.length;
      const grant = grants[at];
      if (grant === undefined) continue;
      const to = addDays(today, one.days);
      const sameRole = grants.filter(({ role }) => role === grant.role);
      if (checkGrantEnd({ giver: one.giver.id, grant, to, today, sameRole }).length > 0) continue;
      expect(one.giver.id).not.toBe(grant.person);
      grants[at] = { ...grant, to };
    }
  }
  return grants;
}

const days = Array.from({ length: 120 }, (_, index) => addDays(today, index));

describe("granting", () => {
  it("keeps the three administrators apart on every day, and each role held", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const grants = play(steps);
        const faults: string[] = [];
        for (const on of days) {
          const inForce = grants.filter((grant) => isWithin(grant, on));
          for (const { id, kind } of people) {
            const own = new Set(inForce.filter((grant) => grant.person === id).map(({ role }) => role));
            if (
              kind === "staff"
                ? [...own].some(isAdministrator)
                : own.size > 1 || ![...own].every(isAdministrator)
            )
              faults.push(`${on} ${id}: ${[...own].join(" ")}`);
          }
          for (const role of administratorRoles)
            if (!inForce.some((grant) => grant.role === role)) faults.push(`${on}: nobody is ${role}`);
        }
        expect(faults).toEqual([]);
      }),
      { numRuns: 150, seed: 20_261_124 },
    );
  });

  it("ties every grant to what its role is tied to, inside what the installation answers for", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        for (const grant of play(steps).slice(first.length)) {
          const target = findGrantTarget(grant.role);
          for (const field of ["territory", "official", "establishment"] as const)
            expect(grant[field] !== null).toBe(field === target);
          if (grant.territory !== null) expect(tree.contains("990106", grant.territory)).toBe(true);
          expect(grant.from >= today).toBe(true);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

it.each([
  ["a1", first, "system"],
  ["a4", first, undefined],
  ["a1", [...first, { ...first[0], id: "g-9", person: "a4" } as Grant], undefined],
  // A successor whose own grant ends some day is none.
  ["a1", [...first, { ...first[0], id: "g-9", person: "a4", to: "2027-01-01" } as Grant], "system"],
])("disabling %s would leave nobody as %#", (id, administrators, role) =>
  expect(findOrphanedRole({ person: id, administrators, today })).toBe(role),
);
