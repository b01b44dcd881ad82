import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree, isInJurisdiction } from "../territory/territory-tree.js";
import type { AllocationEstablishment, AllocationOfficial, Pair } from "./allocation.js";
import { assignOfficials } from "./assign-officials.js";

const seed = 20261124;
const [, , C, D] = pairingGrades;
const levels = { A: "city", B: "county", C: "township", D: "village" } as const;
const territory = createTerritoryTree({ nodes: [], asOf: toPlainDate("2026-11-24") });
const villages = ["990106001001", "990106001002", "990106002001"];

type City = {
  establishments: AllocationEstablishment[];
  officials: AllocationOfficial[];
  present: Pair[];
  pinned: Pair[];
};

const city = (mostEstablishments: number, mostOfficials: number): fc.Arbitrary<City> =>
  fc
    .record({
      establishments: fc.array(
        fc.record({
          place: fc.constantFrom(...villages, null),
          grade: fc.constantFrom(C, D, D, null),
          grid: fc.constantFrom("g1", "g2", null),
        }),
        { maxLength: mostEstablishments },
      ),
      officials: fc.array(
        fc.record({
          level: fc.constantFrom("township" as const, "village" as const),
          jurisdictions: fc.subarray([...villages, "990106001", "990106"], { minLength: 1, maxLength: 3 }),
          capacity: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 3 }),
          homeGrid: fc.constantFrom("g1", "g2", null),
        }),
        { maxLength: mostOfficials },
      ),
      present: fc.array(fc.tuple(fc.nat(mostEstablishments), fc.nat(mostOfficials)), {
        maxLength: mostEstablishments,
      }),
      pinned: fc.array(fc.tuple(fc.nat(mostEstablishments), fc.nat(mostOfficials)), { maxLength: 3 }),
    })
    .map(({ establishments, officials, present, pinned }) => {
      const pair = ([e, o]: [number, number]) => ({ establishment: `e${e}`, official: `o${o}` });
      return {
        establishments: establishments.map((one, index) => ({ id: `e${index}`, ...one })),
        officials: officials.map((one, index) => ({ id: `o${index}`, ...one })),
        present: present.map(pair),
        pinned: pinned.map(pair),
      };
    });

const allocate = (input: City, rebalance = false) =>
  assignOfficials({ territory, levels, ...input, options: { rebalance } });

const mayAnswer = (establishment: AllocationEstablishment, official: AllocationOfficial): boolean =>
  establishment.grade !== null &&
  establishment.place !== null &&
  official.level === levels[establishment.grade as "C" | "D"] &&
  isInJurisdiction({ tree: territory, jurisdiction: official.jurisdictions, code: establishment.place });

/** Most that can be assigned and, among those, the least sum of squared loads, by trying everything. */
function tryAll({ establishments, officials }: City): { most: number; squares: number } {
  const loads = officials.map(() => 0);
  let best = { most: -1, squares: 0 };
  const visit = (index: number, assigned: number): void => {
    if (index === establishments.length) {
      const squares = loads.reduce((sum, load) => sum + load * load, 0);
      if (assigned > best.most || (assigned === best.most && squares < best.squares))
        best = { most: assigned, squares };
      return;
    }
    visit(index + 1, assigned);
    officials.forEach((official, o) => {
      const establishment = establishments[index];
      if (establishment === undefined || !mayAnswer(establishment, official)) return;
      if ((loads[o] ?? 0) >= (official.capacity ?? 99)) return;
      loads[o] = (loads[o] ?? 0) + 1;
      visit(index + 1, assigned + 1);
      loads[o] = (loads[o] ?? 0) - 1;
    });
  };
  visit(0, 0);
  return best;
}

const loadsOf = (input: City, assigned: readonly Pair[]) =>
  input.officials.map((official) => assigned.filter((pair) => pair.official === official.id).length);

it("respects level, jurisdiction and capacity, and accounts for every establishment once", () => {
  void fc.assert(
    fc.property(city(25, 8), fc.boolean(), (input, rebalance) => {
      const plan = allocate(input, rebalance);
      for (const { establishment, official } of plan.assigned) {
        const one = input.establishments.find(({ id }) => id === establishment);
        const other = input.officials.find(({ id }) => id === official);
        expect(one !== undefined && other !== undefined && mayAnswer(one, other)).toBe(true);
      }
      loadsOf(input, plan.assigned).forEach((load, index) => {
        expect(load).toBeLessThanOrEqual(input.officials[index]?.capacity ?? 99);
      });
      const ids = [...plan.assigned, ...plan.unassigned].map(({ establishment }) => establishment);
      expect([...ids].sort()).toEqual(input.establishments.map(({ id }) => id).sort());
      for (const { establishment, reason } of plan.unassigned) {
        const one = input.establishments.find(({ id }) => id === establishment);
        const eligible = input.officials.some((official) => one !== undefined && mayAnswer(one, official));
        expect(reason === "capacity-exhausted").toBe(eligible);
      }
      // A pin is either followed or refused by name.
      for (const pin of input.pinned) {
        const followed = plan.assigned.some(
          (pair) => pair.establishment === pin.establishment && pair.official === pin.official,
        );
        const refused = plan.refused.some(
          (pair) => pair.establishment === pin.establishment && pair.official === pin.official,
        );
        expect(followed || refused).toBe(true);
      }
    }),
    { seed, numRuns: 500 },
  );
});

it("input order never matters", () => {
  void fc.assert(
    fc.property(city(20, 6), fc.boolean(), (input, rebalance) => {
      const shuffled: City = {
        establishments: [...input.establishments].reverse(),
        officials: [...input.officials].reverse(),
        present: [...input.present].reverse(),
        pinned: [...input.pinned].reverse(),
      };
      expect(allocate(shuffled, rebalance)).toEqual(allocate(input, rebalance));
    }),
    { seed, numRuns: 500 },
  );
});

it("a plan given back as present moves nothing", () => {
  void fc.assert(
    fc.property(city(25, 8), fc.boolean(), (input, rebalance) => {
      const first = allocate(input, rebalance);
      const again = allocate({ ...input, present: [...first.assigned] }, rebalance);
      expect(again.assigned).toEqual(first.assigned);
      expect(again.unassigned).toEqual(first.unassigned);
    }),
    { seed, numRuns: 500 },
  );
});

it("assigns the most and evens out to the least sum of squares when nothing is fixed", () => {
  void fc.assert(
    fc.property(city(6, 4), fc.boolean(), (given, withPresent) => {
      const input: City = { ...given, pinned: [], present: withPresent ? given.present : [] };
      const plan = allocate(input, true);
      const best = tryAll(input);
      expect(plan.assigned.length).toBe(best.most);
      expect(loadsOf(input, plan.assigned).reduce((sum, load) => sum + load * load, 0)).toBe(best.squares);
    }),
    { seed, numRuns: 400 },
  );
});

it("keeps valid present pairs unless room must be made, and still assigns the most", () => {
  void fc.assert(
    fc.property(city(6, 4), (given) => {
      const input: City = { ...given, pinned: [] };
      const plan = allocate(input);
      expect(plan.assigned.length).toBe(tryAll(input).most);
      const unlimited: City = {
        ...input,
        officials: input.officials.map((official) => ({ ...official, capacity: null })),
      };
      const kept = allocate(unlimited);
      for (const establishment of unlimited.establishments) {
        const valid = unlimited.present.filter((pair) => {
          const official = unlimited.officials.find(({ id }) => id === pair.official);
          return (
            pair.establishment === establishment.id &&
            official !== undefined &&
            mayAnswer(establishment, official)
          );
        });
        const now = kept.assigned.find((pair) => pair.establishment === establishment.id)?.official;
        if (valid.length > 0) expect(valid.map((pair) => pair.official)).toContain(now);
      }
    }),
    { seed, numRuns: 400 },
  );
});

it("from scratch, loads of officials with one jurisdiction and level differ by at most one", () => {
  void fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 12 }), (count, officials) => {
      const input: City = {
        establishments: Array.from({ length: count }, (_, index) => ({
          id: `e${index}`,
          place: villages[0] ?? null,
          grade: D,
        })),
        officials: Array.from({ length: officials }, (_, index) => ({
          id: `o${index}`,
          level: "village",
          jurisdictions: [villages[0] ?? ""],
        })),
        present: [],
        pinned: [],
      };
      const loads = loadsOf(input, allocate(input).assigned);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    }),
    { seed, numRuns: 100 },
  );
});
