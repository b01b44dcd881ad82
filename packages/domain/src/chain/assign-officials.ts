// Which official answers for which establishment, for the office that draws up the responsibility list.
// Source: rules §3 "Allocation"; level for grade F1-03…F1-08 (N); even load F1-24 (N; no national cap, ✗).
// This version keeps valid present pairs and evens out what it places itself; the exact optimum with its certificate
// comes later.
import { problem } from "../kernel/result.js";
import type {
  Allocation,
  AllocationEstablishment,
  AllocationOfficial,
  Containment,
  Pair,
  UnassignedReason,
} from "./allocation.js";
import { AllocationState, type LevelsNow } from "./allocation-state.js";
import { balanceLoads, makeRoom } from "./balance-loads.js";
import type { ChainProblemCode } from "./chain.problem.js";

/**
 * A plan that pairs each establishment with one official of the level for its grade in whose jurisdiction it lies.
 *
 * Pins come first and are refused by name where they break level, jurisdiction or capacity. Present pairs that are
 * still valid stay, in the order of their establishments' ids while capacity lasts; with `rebalance` they may move
 * where that evens loads out. Every other establishment goes to the eligible official with the least load; at equal
 * load to one whose home grid it lies in, then to one who serves its grid at present, then to the smallest id. Then
 * what was placed here moves on while that makes the sum of squared loads smaller. An establishment is left out only
 * when no official is eligible or when no move of unpinned ones makes room; those without grade or place are named
 * as such. Load is the number of establishments, pins and `otherLoad` included. Input order never matters, and a plan
 * given back as `present` is kept unchanged. `certificate` is null: no proof of the optimum yet.
 *
 * @example
 * const village = (id: string) => ({ id, level: "village" as const, jurisdictions: ["990106001001"] });
 * assignOfficials({
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   levels: { A: "city", B: "county", C: "township", D: "village" },
 *   establishments: ["e1", "e2"].map((id) => ({ id, place: "990106001001", grade: pairingGrades[3] })),
 *   officials: [village("o1"), village("o2")],
 *   present: [],
 *   pinned: [{ establishment: "e1", official: "o2" }],
 * }).assigned; // => [{ establishment: "e1", official: "o2" }, { establishment: "e2", official: "o1" }]
 */
export function assignOfficials(input: {
  readonly territory: Containment;
  readonly levels: LevelsNow;
  readonly establishments: readonly AllocationEstablishment[];
  readonly officials: readonly AllocationOfficial[];
  readonly present: readonly Pair[];
  readonly pinned: readonly Pair[];
  readonly options?: { readonly rebalance?: boolean | undefined } | undefined;
}): Allocation {
  const state = new AllocationState(input);
  const refused = placePins(state, input.pinned);
  keepPresent(state, input.present, input.options?.rebalance === true);
  const left = placeOthers(state);
  // Room never appears by moving, so one failure of a class answers for all of it.
  const full = new Set<number>();
  const stillLeft = left.filter((establishment) => {
    const group = state.classOfEstablishment(establishment);
    if (!full.has(group) && makeRoom(state, establishment)) return false;
    full.add(group);
    return true;
  });
  balanceLoads(state);

  const assigned: Pair[] = [];
  const reasons = new Map<number, UnassignedReason>(stillLeft.map((index) => [index, "capacity-exhausted"]));
  const unassigned: { establishment: string; reason: UnassignedReason }[] = [];
  state.establishments.forEach((establishment, index) => {
    const official = state.officialOf(index);
    if (official !== undefined) assigned.push({ establishment: establishment.id, official: official.id });
    else {
      const reason = reasons.get(index) ?? state.reasonWithout(index);
      unassigned.push({ establishment: establishment.id, reason });
    }
  });
  return { assigned, unassigned, refused, certificate: null };
}

function placePins(state: AllocationState, pinned: readonly Pair[]): Allocation["refused"] {
  const refused: Allocation["refused"][number][] = [];
  const order = [...pinned].sort(
    (a, b) => compareIds(a.establishment, b.establishment) || compareIds(a.official, b.official),
  );
  for (const pin of order) {
    const code = whyNotPin(state, pin);
    if (code === undefined)
      state.place(state.indexOf(pin.establishment), state.officialIndexOf(pin.official), "fixed");
    else {
      const params = { establishment: pin.establishment, official: pin.official };
      refused.push({ ...pin, problem: problem(code, params) });
    }
  }
  return refused;
}

function whyNotPin(state: AllocationState, pin: Pair): ChainProblemCode | undefined {
  const establishment = state.indexOf(pin.establishment);
  const official = state.officialIndexOf(pin.official);
  if (establishment < 0) return "chain/unknown-establishment";
  if (official < 0) return "chain/unknown-official";
  if (state.officialOf(establishment) !== undefined) return "chain/pinned-twice";
  const reason = state.whyNot(establishment, official);
  if (reason !== undefined) return reason;
  return state.hasRoom(official) ? undefined : "chain/capacity-exhausted";
}

function keepPresent(state: AllocationState, present: readonly Pair[], movable: boolean): void {
  const order = [...present].sort(
    (a, b) => compareIds(a.establishment, b.establishment) || compareIds(a.official, b.official),
  );
  for (const pair of order) {
    const establishment = state.indexOf(pair.establishment);
    const official = state.officialIndexOf(pair.official);
    if (official >= 0 && establishment >= 0) state.noteGridMate(establishment, official);
    if (establishment < 0 || official < 0 || state.officialOf(establishment) !== undefined) continue;
    if (state.whyNot(establishment, official) === undefined && state.hasRoom(official)) {
      state.place(establishment, official, movable ? "movable" : "kept");
    }
  }
}

/** Places what is still without an official; the most constrained first. Gives back those that found no room. */
function placeOthers(state: AllocationState): number[] {
  const waiting: number[] = [];
  state.establishments.forEach((_, index) => {
    if (state.officialOf(index) === undefined && state.candidatesOf(index).length > 0) waiting.push(index);
  });
  waiting.sort((a, b) => state.candidatesOf(a).length - state.candidatesOf(b).length || a - b);
  const left: number[] = [];
  for (const establishment of waiting) {
    const official = leastLoaded(state, establishment);
    if (official < 0) left.push(establishment);
    else state.place(establishment, official, "movable");
  }
  return left;
}

function leastLoaded(state: AllocationState, establishment: number): number {
  let best = -1;
  let bestAffinity = 0;
  for (const official of state.candidatesOf(establishment)) {
    if (!state.hasRoom(official)) continue;
    const difference = best < 0 ? -1 : state.loadOf(official) - state.loadOf(best);
    if (difference > 0) continue;
    const affinity = state.affinity(establishment, official);
    if (difference < 0 || affinity > bestAffinity) {
      best = official;
      bestAffinity = affinity;
    }
  }
  return best;
}

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
