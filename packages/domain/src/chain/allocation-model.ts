// The input of one allocation, sorted by id and numbered, so that its order never matters: who may answer for what,
// who does at present, what is pinned, and whose grid is whose. Source: rules §3 "Allocation".

import type { GradeLetter } from "../grading/grade.schema.js";
import { type Problem, problem } from "../kernel/result.js";
import type {
  Allocation,
  AllocationEstablishment,
  AllocationInput,
  AllocationOfficial,
  Pair,
  UnassignedReason,
} from "./allocation.js";
import type { ChainProblemCode } from "./chain.problem.js";

/** An allocation by numbers; −1 is nobody, no class, no grid. */
export type AllocationModel = {
  readonly establishments: readonly AllocationEstablishment[];
  readonly officials: readonly AllocationOfficial[];
  /** Class of establishments that the same officials may answer for. */
  readonly classOf: Int32Array;
  readonly candidates: readonly (readonly number[])[];
  /** Officials who are alike: the same level and the same jurisdictions. */
  readonly groupOf: Int32Array;
  /** Present official among those of the input. */
  readonly present: Int32Array;
  /** Whether there is a present official, of the input or not. */
  readonly hasPresent: Uint8Array;
  readonly pinnedTo: Int32Array;
  readonly base: Float64Array;
  readonly capacity: Float64Array;
  readonly gridOf: Int32Array;
  /** Officials of each grid: at home in it, or serving it at present. */
  readonly localsOf: readonly (readonly number[])[];
  readonly isLocal: (establishment: number, official: number) => boolean;
  readonly refused: Allocation["refused"];
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compareIds(a.id, b.id);
const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byPair = (a: Pair, b: Pair): number =>
  compareIds(a.establishment, b.establishment) || compareIds(a.official, b.official);

const isSorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): boolean =>
  list.every((one, i) => i === 0 || compare(list[i - 1] as T, one) <= 0);
const toSorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] =>
  isSorted(list, compare) ? list : [...list].sort(compare);

function findClasses(
  { territory, levels }: AllocationInput,
  establishments: readonly AllocationEstablishment[],
  officials: readonly AllocationOfficial[],
) {
  const byJurisdiction = new Map<string, number[]>();
  officials.forEach((official, index) => {
    for (const code of new Set(official.jurisdictions)) {
      const key = `${official.level} ${code}`;
      const list = byJurisdiction.get(key);
      if (list === undefined) byJurisdiction.set(key, [index]);
      else list.push(index);
    }
  });
  const classOf = new Int32Array(establishments.length).fill(-1);
  const candidates: number[][] = [];
  const byPlace = new Map<string, Map<string, number>>();
  const byCandidates = new Map<string, number>();
  establishments.forEach(({ place, grade }, index) => {
    if (place === null || grade === null) return;
    const level = levels[grade as GradeLetter];
    const ofLevel = byPlace.get(level) ?? new Map<string, number>();
    byPlace.set(level, ofLevel);
    let found = ofLevel.get(place);
    if (found === undefined) {
      const lists = [place, ...territory.ancestorsOf(place)].flatMap(
        (code) => byJurisdiction.get(`${level} ${code}`) ?? [],
      );
      // Villages that the same officials answer for are one class, however many they are.
      const own = [...new Set(lists)].sort((a, b) => a - b);
      const key = own.join(" ");
      found = own.length === 0 ? -1 : (byCandidates.get(key) ?? candidates.push(own) - 1);
      byCandidates.set(key, found);
      ofLevel.set(place, found);
    }
    classOf[index] = found;
  });
  return { classOf, candidates };
}

function findGroups(officials: readonly AllocationOfficial[]): Int32Array {
  const groups = new Map<string, number>();
  return Int32Array.from(officials, ({ level, jurisdictions }) => {
    const key = `${level} ${[...new Set(jurisdictions)].sort().join(" ")}`;
    const found = groups.get(key) ?? groups.size;
    groups.set(key, found);
    return found;
  });
}

/** Numbers the input and places its pins. */
export function createAllocationModel(input: AllocationInput): AllocationModel {
  const establishments = toSorted(input.establishments, byId);
  const officials = toSorted(input.officials, byId);
  const indexes = new Map(establishments.map(({ id }, index) => [id, index]));
  const officialIndexes = new Map(officials.map(({ id }, index) => [id, index]));
  const { classOf, candidates } = findClasses(input, establishments, officials);
  const present = new Int32Array(establishments.length).fill(-1);
  const hasPresent = new Uint8Array(establishments.length);
  for (const pair of toSorted(input.present, byPair)) {
    const index = indexes.get(pair.establishment);
    if (index === undefined || hasPresent[index] === 1) continue;
    hasPresent[index] = 1;
    present[index] = officialIndexes.get(pair.official) ?? -1;
  }
  const grids = findGrids(establishments, officials, present);
  const base = Float64Array.from(officials, ({ otherLoad }) => otherLoad ?? 0);
  const capacity = Float64Array.from(officials, (one) => one.capacity ?? Number.POSITIVE_INFINITY);
  const pinnedTo = new Int32Array(establishments.length).fill(-1);
  const model = { establishments, officials, classOf, candidates, present, hasPresent, ...grids };
  const refused: Allocation["refused"][number][] = [];
  for (const pin of toSorted(input.pinned, byPair)) {
    const establishment = indexes.get(pin.establishment) ?? -1;
    const official = officialIndexes.get(pin.official) ?? -1;
    if (establishment >= 0 && official >= 0 && pinnedTo[establishment] === official) continue;
    const code = whyNotPin();
    if (code === undefined) {
      pinnedTo[establishment] = official;
      base[official] = (base[official] as number) + 1;
    } else refused.push({ ...pin, problem: toProblem(code, pin) });

    function whyNotPin(): ChainProblemCode | undefined {
      if (establishment < 0) return "chain/unknown-establishment";
      if (official < 0) return "chain/unknown-official";
      if (pinnedTo[establishment] !== -1) return "chain/pinned-twice";
      const { grade, place } = establishments[establishment] as AllocationEstablishment;
      if (grade === null) return "chain/not-graded";
      if (officials[official]?.level !== input.levels[grade as GradeLetter]) return "chain/wrong-level";
      if (place === null) return "chain/place-unknown";
      if (candidates[classOf[establishment] as number]?.includes(official) !== true)
        return "chain/outside-jurisdiction";
      return (base[official] as number) < (capacity[official] as number)
        ? undefined
        : "chain/capacity-exhausted";
    }
  }
  return { ...model, groupOf: findGroups(officials), pinnedTo, base, capacity, refused };
}

const toProblem = (code: ChainProblemCode, { establishment, official }: Pair): Problem<ChainProblemCode> =>
  problem(code, { establishment, official });

function findGrids(
  establishments: readonly AllocationEstablishment[],
  officials: readonly AllocationOfficial[],
  present: Int32Array,
) {
  const numbers = new Map<string, number>();
  const gridOf = Int32Array.from(establishments, ({ grid }) => {
    if (grid === undefined || grid === null) return -1;
    const found = numbers.get(grid) ?? numbers.size;
    numbers.set(grid, found);
    return found;
  });
  // How many establishments of the grid an official serves at present; being at home counts as more than any one.
  const serving: Map<number, number>[] = Array.from({ length: numbers.size }, () => new Map());
  const add = (grid: number | undefined, official: number, count: number): void => {
    const counts = serving[grid ?? -1];
    if (counts !== undefined && official >= 0) counts.set(official, (counts.get(official) ?? 0) + count);
  };
  gridOf.forEach((grid, index) => void add(grid, present[index] as number, 1));
  officials.forEach(({ homeGrid }, index) => void add(numbers.get(homeGrid ?? ""), index, 2));
  return {
    gridOf,
    localsOf: serving.map((counts) => [...counts.keys()].sort((a, b) => a - b)),
    isLocal: (establishment: number, official: number): boolean => {
      const own = present[establishment] === official ? 1 : 0;
      return (serving[gridOf[establishment] as number]?.get(official) ?? 0) - own > 0;
    },
  };
}

/** Why an establishment has nobody. */
export function findReasonWithout(model: AllocationModel, establishment: number): UnassignedReason {
  const { place, grade } = model.establishments[establishment] as AllocationEstablishment;
  if (grade === null) return "not-graded";
  if (place === null) return "place-unknown";
  return model.classOf[establishment] === -1 ? "no-eligible-official" : "capacity-exhausted";
}
