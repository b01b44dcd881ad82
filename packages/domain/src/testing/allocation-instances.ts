// Random allocations for the laws and for HiGHS: villages, townships and a city with overlapping jurisdictions, grids,
// capacities, other work, present pairs of which some are broken, and pins that hold.

import type { AllocationInput, AllocationOrder, Pair } from "../chain/allocation.js";
import { pairingGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { createTerritoryTree } from "../territory/territory-tree.js";

/** Whole numbers below a bound, the same for a seed. */
export function createDice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export const instanceLevels = { A: "city", B: "county", C: "township", D: "village" } as const;
const territory = createTerritoryTree({ nodes: [], asOf: toPlainDate("2026-11-24") });
const [, , C, D] = pairingGrades;
const villages = ["990106001001", "990106001002", "990106002001", "990106002002"];

/** One random allocation of up to `most` establishments. */
export function createAllocationInstance(seed: number, most = 40): AllocationInput {
  const dice = createDice(seed);
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const officialCount = 1 + dice(9);
  const tight = dice(3) === 0;
  const officials = Array.from({ length: officialCount }, (_, index) => {
    const isTown = dice(4) === 0;
    const places = isTown ? ["990106001", "990106002", "990106"] : [...villages, ...villages, "990106001"];
    return {
      id: `o${index}`,
      level: isTown ? ("township" as const) : ("village" as const),
      jurisdictions: Array.from({ length: 1 + dice(2) }, () => pick(places)),
      capacity: tight || dice(3) === 0 ? dice(8) : null,
      homeGrid: dice(2) === 0 ? `g${dice(5)}` : null,
      otherLoad: dice(4) === 0 ? dice(6) : 0,
    };
  });
  const establishments = Array.from({ length: 1 + dice(most) }, (_, index) => ({
    id: `e${index}`,
    place: dice(20) === 0 ? null : pick(villages),
    grid: dice(5) === 0 ? null : `g${dice(5)}`,
    grade: dice(20) === 0 ? null : dice(4) === 0 ? (C ?? null) : (D ?? null),
  }));
  const skew = 1 + dice(officialCount);
  const present: Pair[] = establishments.flatMap(({ id }) =>
    dice(5) === 0
      ? []
      : [
          {
            establishment: id,
            official: dice(15) === 0 ? "gone" : `o${dice(dice(2) === 0 ? skew : officialCount)}`,
          },
        ],
  );
  const pinned: Pair[] = establishments
    .filter(() => dice(12) === 0)
    .map(({ id }) => ({ establishment: id, official: `o${dice(officialCount)}` }));
  return { territory, levels: instanceLevels, establishments, officials, present, pinned };
}

/** The same with few changes first, under a random limit of spread. */
export function createKeepFirstInstance(seed: number, most = 24): AllocationInput {
  const options: AllocationOrder = { order: "keep-first", spread: createDice(seed + 1)(4) };
  return { ...createAllocationInstance(seed, most), options };
}
