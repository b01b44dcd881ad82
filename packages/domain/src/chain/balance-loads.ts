// Evening out: chains of single moves that make the sum of squared loads smaller, or room for one left out. A state
// from which no such chain leads is the least sum that the movable establishments allow, since squares are convex.
// Source: rules §3 "Allocation", objectives 1 and 2.
import type { AllocationState } from "./allocation-state.js";

type Step = { readonly official: number; readonly establishment: number; readonly before: Step | undefined };

/** Officials that can be reached from a class by handing establishments on, each once, nearest first. */
class Search {
  private readonly seenOfficials: Uint32Array;
  private readonly seenClasses: Uint32Array;
  private round = 0;

  constructor(private readonly state: AllocationState) {
    this.seenOfficials = new Uint32Array(state.officials.length);
    this.seenClasses = new Uint32Array(state.classes.length);
  }

  /** The steps to an official that `isGoal`, or to the one with the least load when asked for `best`. */
  find(
    start: { readonly group: number; readonly establishment: number; readonly from: number }[],
    evenKept: boolean,
    limit: number,
    needsRoom: boolean,
  ): Step | undefined {
    this.round += 1;
    const { state, round } = this;
    for (const { from } of start) if (from >= 0) this.seenOfficials[from] = round;
    const queue: Step[] = [];
    let best: Step | undefined;
    const open = (group: number, establishment: number, before: Step | undefined): void => {
      if (this.seenClasses[group] === round) return;
      this.seenClasses[group] = round;
      for (const official of state.classes[group]?.candidates ?? []) {
        if (this.seenOfficials[official] === round) continue;
        this.seenOfficials[official] = round;
        const step: Step = { official, establishment, before };
        queue.push(step);
        const load = state.loadOf(official);
        const fits = load <= limit && (!needsRoom || state.hasRoom(official));
        if (fits && (best === undefined || load < state.loadOf(best.official))) best = step;
      }
    };
    for (const { group, establishment } of start) open(group, establishment, undefined);
    for (let next = 0; next < queue.length; next += 1) {
      const step = queue[next] as Step;
      for (const [group, establishment] of state.listMovable(step.official, evenKept))
        open(group, establishment, step);
    }
    return best;
  }

  /** Carries the steps out, the last first, so that each official passes one on before taking one. */
  follow(last: Step, placeFirst: (establishment: number, official: number) => void): void {
    for (let step: Step | undefined = last; step !== undefined; step = step.before) {
      if (step.before === undefined) placeFirst(step.establishment, step.official);
      else this.state.move(step.establishment, step.official);
    }
  }
}

const searches = new WeakMap<AllocationState, Search>();
const searchOf = (state: AllocationState): Search => {
  const found = searches.get(state) ?? new Search(state);
  searches.set(state, found);
  return found;
};

/** Gives the establishment an official by handing others on, pins excepted; false when no chain of moves makes room. */
export function makeRoom(state: AllocationState, establishment: number): boolean {
  const search = searchOf(state);
  const group = state.classOfEstablishment(establishment);
  const last = search.find([{ group, establishment, from: -1 }], true, Number.POSITIVE_INFINITY, true);
  if (last === undefined) return false;
  search.follow(last, (first, official) => state.place(first, official, "movable"));
  return true;
}

/** Moves what is movable until no chain of moves makes the sum of squared loads smaller. */
export function balanceLoads(state: AllocationState): void {
  const search = searchOf(state);
  for (let improved = true; improved; ) {
    improved = false;
    const order = state.officials.map((_, index) => index);
    order.sort((a, b) => state.loadOf(b) - state.loadOf(a) || a - b);
    for (const official of order) {
      while (relieve(state, search, official)) improved = true;
    }
  }
}

function relieve(state: AllocationState, search: Search, official: number): boolean {
  const start = [...state.listMovable(official, false)].map(([group, establishment]) => ({
    group,
    establishment,
    from: official,
  }));
  if (start.length === 0) return false;
  const last = search.find(start, false, state.loadOf(official) - 2, true);
  if (last === undefined) return false;
  search.follow(last, (establishment, to) => state.move(establishment, to));
  return true;
}
