import * as fc from "fast-check";
import { expect, it } from "vitest";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree, isInJurisdiction } from "../territory/territory-tree.js";
import type {
  AllocationEstablishment,
  AllocationInput,
  AllocationOfficial,
  AllocationOrder,
  Pair,
} from "./allocation.js";
import { assignOfficials, assignOfficialsInSteps } from "./assign-officials.js";
import { verifyAllocation } from "./verify-allocation.js";

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

const options: fc.Arbitrary<AllocationOrder> = fc.oneof(
  fc.constant({ order: "even-first" } as const),
  fc.integer({ min: 0, max: 4 }).map((spread) => ({ order: "keep-first", spread }) as const),
);
const toInput = (input: City, order: AllocationOrder = { order: "even-first" }): AllocationInput => ({
  territory,
  levels,
  ...input,
  options: order,
});
const allocate = (input: City, order?: AllocationOrder) => assignOfficials(toInput(input, order));

const mayAnswer = (establishment: AllocationEstablishment, official: AllocationOfficial): boolean =>
  establishment.grade !== null &&
  establishment.place !== null &&
  official.level === levels[establishment.grade as "C" | "D"] &&
  isInJurisdiction({ tree: territory, jurisdiction: official.jurisdictions, code: establishment.place });

type Reached = readonly [left: number, squares: number, changed: number, foreign: number];

const isBetter = (a: Reached, b: Reached): boolean => {
  const at = a.findIndex((one, index) => one !== b[index]);
  return at !== -1 && (a[at] as number) < (b[at] as number);
};

/** The best of all plans in the order of the four objectives, by trying everything; counts as the rules say. */
function tryAll({ establishments, officials, present }: City): Reached {
  const now = new Map<string, string>();
  for (const { establishment, official } of present) {
    const known = now.get(establishment);
    if (known === undefined || official < known) now.set(establishment, official);
  }
  const loads = officials.map(() => 0);
  let best: Reached | undefined;
  const isLocal = ({ id, grid }: AllocationEstablishment, official: AllocationOfficial): boolean =>
    grid !== null &&
    (official.homeGrid === grid ||
      establishments.some(
        (other) => other.id !== id && other.grid === grid && now.get(other.id) === official.id,
      ));
  const visit = (index: number, left: number, changed: number, foreign: number): void => {
    const one = establishments[index];
    if (one === undefined) {
      const reached: Reached = [left, loads.reduce((sum, load) => sum + load * load, 0), changed, foreign];
      if (best === undefined || isBetter(reached, best)) best = reached;
      return;
    }
    visit(index + 1, left + 1, changed + (now.has(one.id) ? 1 : 0), foreign);
    officials.forEach((official, o) => {
      if (!mayAnswer(one, official) || (loads[o] ?? 0) >= (official.capacity ?? 99)) return;
      loads[o] = (loads[o] ?? 0) + 1;
      const isChanged = now.has(one.id) && now.get(one.id) !== official.id ? 1 : 0;
      visit(index + 1, left, changed + isChanged, foreign - (isLocal(one, official) ? 1 : 0));
      loads[o] = (loads[o] ?? 0) - 1;
    });
  };
  visit(0, 0, 0, 0);
  return best ?? [0, 0, 0, 0];
}

const loadsOf = (input: City, assigned: readonly Pair[]) =>
  input.officials.map((official) => assigned.filter((pair) => pair.official === official.id).length);

it("respects level, jurisdiction and capacity, and accounts for every establishment once", () => {
  void fc.assert(
    fc.property(city(25, 8), options, (input, order) => {
      const plan = allocate(input, order);
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
    fc.property(city(20, 6), options, (input, order) => {
      const shuffled: City = {
        establishments: [...input.establishments].reverse(),
        officials: [...input.officials].reverse(),
        present: [...input.present].reverse(),
        pinned: [...input.pinned].reverse(),
      };
      expect(allocate(shuffled, order)).toEqual(allocate(input, order));
    }),
    { seed, numRuns: 500 },
  );
});

it("a plan given back as present moves nothing", () => {
  void fc.assert(
    fc.property(city(25, 8), options, (input, order) => {
      const first = allocate(input, order);
      const again = allocate({ ...input, present: [...first.assigned] }, order);
      expect(again.assigned).toEqual(first.assigned);
      expect(again.unassigned).toEqual(first.unassigned);
    }),
    { seed, numRuns: 500 },
  );
});

it("reaches the best of all plans in all four objectives, and counts them right", () => {
  void fc.assert(
    fc.property(city(6, 4), (given) => {
      const input: City = { ...given, pinned: [] };
      const { objectives, proven } = allocate(input).certificate;
      const { assigned, squares, changed, local } = objectives;
      expect(proven).toBe(true);
      // `toEqual` takes −0 and 0 apart.
      expect([input.establishments.length - assigned, squares, changed, local]).toEqual(
        tryAll(input).map((count, at) => (at === 3 ? 0 - count : count)),
      );
    }),
    { seed, numRuns: 400 },
  );
});

it("the certificate proves the plan, and a plan made worse or a price bent is found", () => {
  void fc.assert(
    fc.property(city(25, 8), options, fc.nat(), (given, order, at) => {
      const input = toInput(given, order);
      const plan = assignOfficials(input);
      expect(plan.certificate.proven).toBe(true);
      expect(verifyAllocation(input, plan)).toEqual({ holds: true, faults: [] });
      if (plan.assigned.length === 0) return;
      const dropped = plan.assigned[at % plan.assigned.length] as Pair;
      const worse = {
        ...plan,
        assigned: plan.assigned.filter((pair) => pair !== dropped),
        unassigned: [
          ...plan.unassigned,
          { establishment: dropped.establishment, reason: "capacity-exhausted" as const },
        ],
      };
      expect(verifyAllocation(input, worse).holds).toBe(false);
      const { certificate } = plan;
      const prices = certificate.prices.map((one) =>
        one.official === dropped.official ? { ...one, price: one.price + 1_000_000 } : one,
      );
      if (given.pinned.some(({ establishment }) => establishment === dropped.establishment)) return;
      expect(verifyAllocation(input, { ...plan, certificate: { ...certificate, prices } }).holds).toBe(false);
    }),
    { seed, numRuns: 200 },
  );
});

it("officials who are alike differ by at most one, except where a capacity, a pin or other work forbids", () => {
  void fc.assert(
    fc.property(city(30, 8), (input) => {
      const plan = allocate(input);
      const loads = loadsOf(input, plan.assigned);
      const pins = new Set(input.pinned.map((pin) => `${pin.establishment} ${pin.official}`));
      const keyOf = ({ level, jurisdictions }: AllocationOfficial) => `${level} ${[...jurisdictions].sort()}`;
      input.officials.forEach((a, i) => {
        input.officials.forEach((b, j) => {
          if (keyOf(a) !== keyOf(b) || (loads[i] ?? 0) <= (loads[j] ?? 0) + 1) return;
          const isFull = (loads[j] ?? 0) >= (b.capacity ?? 99);
          const own = plan.assigned.filter(({ official }) => official === a.id);
          expect(isFull || own.every((pair) => pins.has(`${pair.establishment} ${pair.official}`))).toBe(
            true,
          );
        });
      });
    }),
    { seed, numRuns: 300 },
  );
});

it("stopped at any step it gives a whole plan with a true bound", () => {
  void fc.assert(
    fc.property(city(30, 8), options, fc.nat(6), (given, order, after) => {
      const input = toInput(given, order);
      const steps = assignOfficialsInSteps(input);
      let step = steps.next();
      for (let i = 0; i < after && step.done !== true; i += 1) step = steps.next();
      while (step.done !== true) step = steps.next("stop");
      const plan = step.value;
      const best = assignOfficials(input).certificate;
      expect(plan.assigned.length + plan.unassigned.length).toBe(given.establishments.length);
      const faults = verifyAllocation(input, plan).faults.filter((fault) => !fault.startsWith("loads lie"));
      expect(faults).toEqual([]);
      if (order.order === "even-first") {
        expect(plan.certificate.bound <= best.value && best.value <= plan.certificate.value).toBe(true);
      }
    }),
    { seed, numRuns: 300 },
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
