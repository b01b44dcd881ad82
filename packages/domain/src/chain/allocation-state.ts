// The working state of one allocation: who may answer for what, who does, and the loads. Everything is sorted by id
// at the start, so that the input's order never matters.

import type { GradeLetter } from "../grading/grade.schema.js";
import type { Level } from "../territory/territory.schema.js";
import type {
  AllocationEstablishment,
  AllocationOfficial,
  Containment,
  UnassignedReason,
} from "./allocation.js";
import type { ChainProblemCode } from "./chain.problem.js";

/** Level for each grade on the date of the allocation. */
export type LevelsNow = { readonly [G in GradeLetter]: Level };

/** `fixed` never moves (a pin), `kept` only to make room for one without official, `movable` to even loads out. */
export type Hold = "fixed" | "kept" | "movable";

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Establishments that the same officials are eligible for; moves are counted between classes and officials. */
type EligibilityClass = { readonly index: number; readonly candidates: readonly number[] };

export class AllocationState {
  readonly establishments: readonly AllocationEstablishment[];
  readonly officials: readonly AllocationOfficial[];
  readonly classes: EligibilityClass[] = [];
  private readonly levels: LevelsNow;
  private readonly indexes: ReadonlyMap<string, number>;
  private readonly officialIndexes: ReadonlyMap<string, number>;
  private readonly classOf: (EligibilityClass | undefined)[] = [];
  private readonly assigned: Int32Array;
  private readonly holds: Hold[];
  private readonly loads: Int32Array;
  private readonly room: Float64Array;
  private readonly gridMates = new Map<string, Set<number>>();
  /** Official → class → establishments of that class with that official, newest last. */
  private readonly held: Map<number, number[]>[];

  constructor(input: {
    readonly territory: Containment;
    readonly levels: LevelsNow;
    readonly establishments: readonly AllocationEstablishment[];
    readonly officials: readonly AllocationOfficial[];
  }) {
    this.levels = input.levels;
    this.establishments = [...input.establishments].sort(byId);
    this.officials = [...input.officials].sort(byId);
    this.indexes = new Map(this.establishments.map(({ id }, index) => [id, index]));
    this.officialIndexes = new Map(this.officials.map(({ id }, index) => [id, index]));
    this.assigned = new Int32Array(this.establishments.length).fill(-1);
    this.holds = new Array<Hold>(this.establishments.length).fill("movable");
    this.loads = Int32Array.from(this.officials, (official) => official.otherLoad ?? 0);
    this.room = Float64Array.from(
      this.officials,
      (official) => official.capacity ?? Number.POSITIVE_INFINITY,
    );
    this.held = this.officials.map(() => new Map());
    this.findClasses(input.territory);
  }

  private findClasses(territory: Containment): void {
    const byJurisdiction = new Map<string, number[]>();
    this.officials.forEach((official, index) => {
      for (const code of new Set(official.jurisdictions)) {
        const key = `${official.level} ${code}`;
        const list = byJurisdiction.get(key);
        if (list === undefined) byJurisdiction.set(key, [index]);
        else list.push(index);
      }
    });
    const byPlace = new Map<string, EligibilityClass>();
    const byNodes = new Map<string, EligibilityClass>();
    this.establishments.forEach(({ place, grade }, index) => {
      if (place === null || grade === null) return;
      const level = this.levels[grade as GradeLetter];
      const placeKey = `${level} ${place}`;
      let found = byPlace.get(placeKey);
      if (found === undefined) {
        // Villages that the same nodes answer for are one class, however many they are.
        const nodes = [place, ...territory.ancestorsOf(place)].filter((code) =>
          byJurisdiction.has(`${level} ${code}`),
        );
        const key = `${level} ${[...nodes].sort().join(" ")}`;
        found = byNodes.get(key);
        if (found === undefined) {
          const lists = nodes.flatMap((code) => byJurisdiction.get(`${level} ${code}`) ?? []);
          found = { index: this.classes.length, candidates: [...new Set(lists)].sort((a, b) => a - b) };
          this.classes.push(found);
          byNodes.set(key, found);
        }
        byPlace.set(placeKey, found);
      }
      this.classOf[index] = found;
    });
  }

  /** Place of the establishment in the sorted list, −1 when unknown. */
  indexOf(id: string): number {
    return this.indexes.get(id) ?? -1;
  }

  officialIndexOf(id: string): number {
    return this.officialIndexes.get(id) ?? -1;
  }

  officialOf(establishment: number): AllocationOfficial | undefined {
    return this.officials[this.assigned[establishment] ?? -1];
  }

  /** Officials who may answer for the establishment, in the order of their ids. */
  candidatesOf(establishment: number): readonly number[] {
    return this.classOf[establishment]?.candidates ?? [];
  }

  loadOf(official: number): number {
    return this.loads[official] ?? 0;
  }

  hasRoom(official: number): boolean {
    return this.loadOf(official) < (this.room[official] ?? 0);
  }

  /** Why the official may not answer for the establishment; undefined when they may. */
  whyNot(establishment: number, official: number): ChainProblemCode | undefined {
    const { place, grade } = this.establishments[establishment] ?? { place: null, grade: null };
    if (grade === null) return "chain/not-graded";
    if (this.officials[official]?.level !== this.levels[grade as GradeLetter]) return "chain/wrong-level";
    if (place === null) return "chain/place-unknown";
    return this.candidatesOf(establishment).includes(official) ? undefined : "chain/outside-jurisdiction";
  }

  reasonWithout(establishment: number): UnassignedReason {
    const { place, grade } = this.establishments[establishment] ?? { place: null, grade: null };
    if (grade === null) return "not-graded";
    return place === null ? "place-unknown" : "no-eligible-official";
  }

  noteGridMate(establishment: number, official: number): void {
    const grid = this.establishments[establishment]?.grid;
    if (grid === undefined || grid === null) return;
    const mates = this.gridMates.get(grid);
    if (mates === undefined) this.gridMates.set(grid, new Set([official]));
    else mates.add(official);
  }

  /** 2 for an official whose home grid it is, 1 for one who serves that grid at present, else 0. */
  affinity(establishment: number, official: number): 0 | 1 | 2 {
    const grid = this.establishments[establishment]?.grid;
    if (grid === undefined || grid === null) return 0;
    if (this.officials[official]?.homeGrid === grid) return 2;
    return this.gridMates.get(grid)?.has(official) === true ? 1 : 0;
  }

  place(establishment: number, official: number, hold: Hold): void {
    this.assigned[establishment] = official;
    this.holds[establishment] = hold;
    this.loads[official] = this.loadOf(official) + 1;
    const group = this.classOf[establishment]?.index;
    const held = this.held[official];
    if (group === undefined || held === undefined) return;
    const list = held.get(group);
    if (list === undefined) held.set(group, [establishment]);
    else list.push(establishment);
  }

  /** Hands an establishment on from its official to another. */
  move(establishment: number, to: number): void {
    const from = this.assigned[establishment] ?? -1;
    const list = this.held[from]?.get(this.classOf[establishment]?.index ?? -1);
    list?.splice(list.lastIndexOf(establishment), 1);
    this.loads[from] = this.loadOf(from) - 1;
    this.place(establishment, to, "movable");
  }

  classOfEstablishment(establishment: number): number {
    return this.classOf[establishment]?.index ?? -1;
  }

  /** Classes of which the official holds something that may move, each with the one that would. */
  *listMovable(official: number, evenKept: boolean): Generator<[group: number, establishment: number]> {
    for (const [group, list] of this.held[official] ?? []) {
      for (let i = list.length - 1; i >= 0; i -= 1) {
        const establishment = list[i] as number;
        const hold = this.holds[establishment];
        if (hold === "movable" || (evenKept && hold === "kept")) {
          yield [group, establishment];
          break;
        }
      }
    }
  }
}
