// Cities for the allocation bench: villages with their officials, some of whom answer for two villages of a township,
// skewed present pairs, a few capacities, grids and home grids; or everything in one territory.
import type { AllocationInput } from "../../src/chain/allocation.js";
import { pairingGrades } from "../../src/grading/grade.schema.js";
import { toPlainDate } from "../../src/kernel/plain-date.js";
import { createTerritoryTree, isInJurisdiction } from "../../src/territory/territory-tree.js";
import { createDice } from "../../src/testing/allocation-instances.js";
import type { AllocateColumns } from "./allocate-limit.js";

const [, , , D] = pairingGrades;
const territory = createTerritoryTree({ nodes: [], asOf: toPlainDate("2026-11-24") });
const levels = { A: "city", B: "county", C: "township", D: "village" } as const;
const pad = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** `establishments` × `officials` over `villages` villages; the same every time. */
export function createAllocateCity(size: {
  readonly establishments: number;
  readonly officials: number;
  readonly villages: number;
}): AllocationInput {
  const dice = createDice(size.establishments + size.officials);
  const villageOf = (index: number): string => {
    const village = index % size.villages;
    return `990106${pad(Math.floor(village / 10), 3)}${pad((village % 10) + 1, 3)}`;
  };
  const perVillage = Math.max(1, Math.round(size.officials / size.villages));
  const gridsOf = Math.max(1, Math.round((2 * size.officials) / size.villages));
  const mean = Math.ceil(size.establishments / size.officials);
  const officials = Array.from({ length: size.officials }, (_, index) => {
    const own = villageOf(index);
    const next = villageOf(index + 1);
    const isShared = size.villages > 1 && own.slice(0, 9) === next.slice(0, 9) && dice(10) === 0;
    return {
      id: `o${pad(index, 6)}`,
      level: "village" as const,
      jurisdictions: isShared ? [own, next] : [own],
      capacity: dice(8) === 0 ? Math.max(1, mean - dice(4)) : null,
      homeGrid: dice(3) === 0 ? null : `${own}${pad(dice(gridsOf), 3)}`,
    };
  });
  const establishments = Array.from({ length: size.establishments }, (_, index) => {
    const village = villageOf(dice(size.villages));
    const grid = `${village}${pad(dice(gridsOf), 3)}`;
    return { id: `e${pad(index, 7)}`, place: village, grid, grade: D ?? null };
  });
  const number = new Map(Array.from({ length: size.villages }, (_, index) => [villageOf(index), index]));
  const present = establishments.flatMap(({ id, place }) => {
    if (dice(12) === 0) return [];
    // The first of a village answer for more than the last.
    const turn = Math.floor((dice(perVillage) * (dice(perVillage) + 1)) / perVillage);
    const official = ((number.get(place) ?? 0) + turn * size.villages) % size.officials;
    return [{ establishment: id, official: officials[official]?.id ?? "" }];
  });
  return { territory, levels, establishments, officials, present, pinned: [] };
}

/** The same as columns, with eligibility worked out beforehand: what the limit starts from. */
export function toAllocateColumns({ establishments, officials, present }: AllocationInput): AllocateColumns {
  const index = new Map(officials.map(({ id }, o) => [id, o]));
  const now = new Map(present.map((pair) => [pair.establishment, index.get(pair.official) ?? -1]));
  const classes = new Map<string, number>();
  const candidates: Int32Array[] = [];
  const classOf = Int32Array.from(establishments, ({ place }) => {
    const code = place ?? "";
    const found = classes.get(code);
    if (found !== undefined) return found;
    const own = officials.flatMap(({ jurisdictions }, o) =>
      isInJurisdiction({ tree: territory, jurisdiction: jurisdictions, code }) ? [o] : [],
    );
    classes.set(code, candidates.push(Int32Array.from(own)) - 1);
    return candidates.length - 1;
  });
  const presentOf = Int32Array.from(establishments, ({ id }, e) => {
    const official = now.get(id) ?? -1;
    return candidates[classOf[e] as number]?.includes(official) ? official : -1;
  });
  return { classOf, candidates, present: presentOf, officials: officials.length };
}
