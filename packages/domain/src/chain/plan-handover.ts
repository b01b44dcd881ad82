// Who takes over when officials leave or move to another post: their establishments go to officials of the right level
// and place, evenly, and nobody else's move.
// Source: issue "Handover"; rules §3 (an official who has left answers for nobody from that day; level and jurisdiction
// always hold; loads and capacities as in an allocation, which counts active establishments alone, as §4 "Registered" does);
// re-pairing within 7 working days F1-22 (N, one city).
import type { GradeLetter } from "../grading/grade.schema.js";
import type { Level } from "../territory/territory.schema.js";
import type {
  AllocationEstablishment,
  AllocationOfficial,
  Containment,
  LevelsNow,
  Pair,
  UnassignedReason,
} from "./allocation.js";
import { assignOfficials } from "./assign-officials.js";

/** An official who goes on the day of the handover. */
export type Departure = {
  readonly official: string;
  /** The post that is taken up that day; null: they leave. */
  readonly next: { readonly level: Level; readonly jurisdictions: readonly string[] } | null;
  /** Who is to take over all that may be theirs; absent: whoever an even load makes it. */
  readonly successor?: string | undefined;
};

/** An establishment with the official who answers for it before the handover. */
export type HandoverEstablishment = AllocationEstablishment & {
  readonly official: string | null;
  /** False where it is suspended or the like: it goes along, and is nobody's load. */
  readonly isActive?: boolean | undefined;
};

/** One establishment that changes hands; without a receiver nobody answers for it, and the reason says why. */
export type HandoverMove = {
  readonly establishment: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: UnassignedReason | null;
};

export type HandoverPlan = {
  /** Sorted by establishment. */
  readonly moves: readonly HandoverMove[];
  /** Establishments that stay with an official who moves, since the next post may answer for them too. */
  readonly kept: readonly Pair[];
  /** Chosen pairs that the rules do not allow; the establishment was given to somebody else, or to nobody. */
  readonly refused: readonly (Pair & { readonly code: string })[];
};

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * The plan of a handover of any number of officials on one day.
 *
 * Only establishments of those who go change hands. Who moves keeps what the next post may answer for, and takes part as
 * a receiver with it; who leaves receives nothing. A chosen successor gets everything that level, jurisdiction and
 * capacity allow; `choices` name one for a single establishment and go before the successor; one of an establishment
 * that stays where it is says nothing. The rest is spread as an allocation spreads it: most assigned first, then the most even loads, with
 * what the others answer for counted in. What is not active goes along without taking of a load or a capacity, to whom
 * the others leave the least. Officials are those in their post on the day, those who go with the post that
 * they leave. Establishments whose official does not go are counted and never moved.
 *
 * @example
 * planHandover({
 *   departures: [{ official: "o1", next: null }],
 *   establishments: [{ id: "e1", place: "990106001001", grade: pairingGrades[3], official: "o1" }],
 *   officials: ["o1", "o2"].map((id) => ({ id, level: "village" as const, jurisdictions: ["990106001001"] })),
 *   levels: { A: "city", B: "county", C: "township", D: "village" },
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 * }).moves; // => [{ establishment: "e1", from: "o1", to: "o2", reason: null }]
 */
export function planHandover(input: {
  readonly departures: readonly Departure[];
  readonly establishments: readonly HandoverEstablishment[];
  readonly officials: readonly AllocationOfficial[];
  readonly choices?: readonly Pair[] | undefined;
  readonly levels: LevelsNow;
  readonly territory: Containment;
}): HandoverPlan {
  const departures = new Map(input.departures.map((departure) => [departure.official, departure]));
  const kept: Pair[] = [];
  const moving: (HandoverEstablishment & { readonly official: string })[] = [];
  const staying = new Map<string, number>();
  for (const establishment of [...input.establishments].sort(byId)) {
    const { id, official } = establishment;
    if (official === null) continue;
    const departure = departures.get(official);
    if (departure !== undefined && !mayKeep(establishment, departure, input)) {
      moving.push({ ...establishment, official });
      continue;
    }
    if (departure !== undefined) kept.push({ establishment: id, official });
    if (establishment.isActive !== false) staying.set(official, (staying.get(official) ?? 0) + 1);
  }
  const chosen = new Map(input.choices?.map((pair) => [pair.establishment, pair.official]));
  const pinned = moving.flatMap(({ id, official }): Pair[] => {
    const successor = chosen.get(id) ?? departures.get(official)?.successor;
    return successor === undefined ? [] : [{ establishment: id, official: successor }];
  });
  const receiving = input.officials.flatMap((official) => {
    const departure = departures.get(official.id);
    if (departure?.next === null) return [];
    const otherLoad = (official.otherLoad ?? 0) + (staying.get(official.id) ?? 0);
    const { level, jurisdictions } = departure?.next ?? official;
    return [{ ...official, level, jurisdictions, otherLoad }];
  });
  const assign = (isActive: boolean, officials: readonly AllocationOfficial[]) => {
    const establishments = moving.filter((one) => (one.isActive !== false) === isActive);
    const own = new Set(establishments.map(({ id }) => id));
    return assignOfficials({
      ...{ territory: input.territory, levels: input.levels, establishments, officials, present: [] },
      pinned: pinned.filter(({ establishment }) => own.has(establishment)),
    });
  };
  const active = assign(true, receiving);
  const taken = new Map<string, number>();
  for (const { official } of active.assigned) taken.set(official, (taken.get(official) ?? 0) + 1);
  const others = assign(
    false,
    receiving.map(({ capacity, ...official }) => ({
      ...official,
      otherLoad: official.otherLoad + (taken.get(official.id) ?? 0),
    })),
  );
  const plan = {
    assigned: [...active.assigned, ...others.assigned],
    unassigned: [...active.unassigned, ...others.unassigned],
    refused: [...active.refused, ...others.refused],
  };
  const receivers = new Map(plan.assigned.map(({ establishment, official }) => [establishment, official]));
  const reasons = new Map(plan.unassigned.map(({ establishment, reason }) => [establishment, reason]));
  return {
    moves: moving.map(({ id, official }) => ({
      establishment: id,
      from: official,
      to: receivers.get(id) ?? null,
      reason: reasons.get(id) ?? null,
    })),
    kept,
    refused: plan.refused.map(({ establishment, official, problem }) => ({
      establishment,
      official,
      code: problem.code,
    })),
  };
}

/** Whether the post that the official takes up may answer for the establishment. */
function mayKeep(
  { place, grade }: HandoverEstablishment,
  { next }: Departure,
  { levels, territory }: { readonly levels: LevelsNow; readonly territory: Containment },
): boolean {
  if (next === null || place === null || grade === null) return false;
  if (levels[grade as GradeLetter] !== next.level) return false;
  return [place, ...territory.ancestorsOf(place)].some((code) => next.jurisdictions.includes(code));
}
