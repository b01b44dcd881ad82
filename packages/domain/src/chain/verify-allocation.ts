// The certificate of an allocation, added up again by somebody who trusts nothing of how the plan was made: it shares
// no code with the search. Source: rules §3 "Allocation" (certificate).
import type { GradeLetter } from "../grading/grade.schema.js";
import type {
  Allocation,
  AllocationCertificate,
  AllocationEstablishment,
  AllocationInput,
} from "./allocation.js";

/** Whether the proof holds, and each thing that does not. */
export type AllocationVerdict = { readonly holds: boolean; readonly faults: readonly string[] };

type Price = AllocationCertificate["prices"][number];
type Seat = Price & {
  readonly base: number;
  readonly capacity: number;
  readonly homeGrid: string | null;
  readonly group: string;
};

/**
 * Counts the plan again and adds up both bounds from the prices of the certificate, trying every eligible official of
 * every establishment. Faults are in English, for people who write software: a plan of this product has none.
 *
 * @example
 * const input = {
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   levels: { A: "city", B: "county", C: "township", D: "village" },
 *   establishments: [], officials: [], present: [], pinned: [],
 * } as const;
 * verifyAllocation(input, assignOfficials(input)); // => { holds: true, faults: [] }
 */
export function verifyAllocation(input: AllocationInput, allocation: Allocation): AllocationVerdict {
  const faults: string[] = [];
  const check = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const { certificate, refused } = allocation;
  const { weights } = certificate;
  const isRefused = new Set(refused.map(({ establishment, official }) => `${establishment}\n${official}`));
  const pins = new Map<string, string>();
  for (const { establishment, official } of input.pinned)
    if (!isRefused.has(`${establishment}\n${official}`)) pins.set(establishment, official);
  const seats = readSeats(input, certificate, pins, check);
  const present = new Map<string, string>();
  for (const { establishment, official } of input.present) {
    const known = present.get(establishment);
    if (known === undefined || official < known) present.set(establishment, official);
  }
  const isLocal = readGrids(input, present);
  const given = new Map(allocation.assigned.map(({ establishment, official }) => [establishment, official]));
  check(given.size === allocation.assigned.length, "an establishment is assigned twice");
  const left = new Set(allocation.unassigned.map(({ establishment }) => establishment));
  const loads = new Map([...seats].map(([id, { base }]) => [id, base]));
  const findEligible = createFinder(input);
  // Nothing can be given to the others, so no plan can bring their loads together.
  const led = new Set<string>();

  let [changed, local, without, fixedChanged, fixedLocal] = [0, 0, 0, 0, 0];
  let [bound, squaresBound] = [0n, 0n];
  const none = certificate.squares?.nobody ?? 0;
  for (const one of input.establishments) {
    const official = given.get(one.id);
    const isChanged = (to: string | undefined): number =>
      present.has(one.id) && present.get(one.id) !== to ? 1 : 0;
    check((official === undefined) === left.has(one.id), `${one.id} is not in exactly one list`);
    changed += isChanged(official);
    if (official !== undefined && isLocal(one, official)) local += 1;
    const eligible = findEligible(one);
    for (const id of eligible) led.add(id);
    if (official !== undefined) check(eligible.includes(official), `${one.id} may not go to ${official}`);
    const pin = pins.get(one.id);
    if (pin !== undefined) {
      check(pin === official, `${one.id} is pinned to ${pin}`);
      fixedChanged += isChanged(pin);
      if (isLocal(one, pin)) fixedLocal += 1;
      continue;
    }
    if (official !== undefined) loads.set(official, (loads.get(official) ?? 0) + 1);
    if (eligible.length === 0) {
      fixedChanged += isChanged(undefined);
      continue;
    }
    if (official === undefined) without += 1;
    let cheapest = weights.unassigned + isChanged(undefined) * weights.changed;
    let even = none;
    for (const id of eligible) {
      const seat = seats.get(id) as Seat;
      const cost = seat.price + isChanged(id) * weights.changed - (isLocal(one, id) ? 1 : 0);
      cheapest = Math.min(cheapest, cost);
      even = Math.min(even, seat.evenPrice);
    }
    bound += BigInt(cheapest);
    squaresBound += BigInt(official === undefined ? even - none : even);
  }
  bound += BigInt(fixedChanged) * BigInt(weights.changed) - BigInt(fixedLocal);
  let squares = 0;
  for (const [id, seat] of seats) {
    const load = loads.get(id) ?? 0;
    squares += load * load;
    check(load >= seat.least && load <= (seat.most ?? load), `${id} has ${load}, outside its limits`);
    bound += findLeast(seat, weights.squares, seat.price);
    squaresBound += findLeast(seat, 1, seat.evenPrice);
  }
  const value =
    BigInt(weights.unassigned) * BigInt(without) +
    BigInt(weights.squares) * BigInt(squares) +
    BigInt(weights.changed) * BigInt(changed) -
    BigInt(local);
  const counted = { assigned: given.size, squares, changed, local };
  for (const key of ["assigned", "squares", "changed", "local"] as const)
    check(certificate.objectives[key] === counted[key], `${key} is ${counted[key]}`);
  check(certificate.value === value, `the weighted sum is ${value}`);
  check(certificate.bound === bound, `the bound is ${bound}`);
  check(value >= bound, "the bound lies above the value");
  checkWeights(certificate, loads, check);
  if (certificate.proven) check(value === bound, "said to be proven, but the bound is not reached");
  if (certificate.squares !== null) {
    check(certificate.squares.value === squares, `the sum of squares is ${squares}`);
    check(BigInt(certificate.squares.bound) === squaresBound, `the bound of the squares is ${squaresBound}`);
    if (certificate.proven) check(squaresBound === BigInt(squares), "the squares do not reach their bound");
  }
  if (input.options?.order === "keep-first") {
    const most = allocation.leastSpread ?? input.options.spread;
    for (const width of findWidths(seats, loads, led)) check(width <= most, `loads lie ${width} apart`);
  }
  return { holds: faults.length === 0, faults };
}

type Check = (holds: boolean, fault: string) => void;

function readSeats(
  input: AllocationInput,
  { prices, order }: AllocationCertificate,
  pins: ReadonlyMap<string, string>,
  check: Check,
): Map<string, Seat> {
  const priced = new Map(prices.map((price) => [price.official, price]));
  const pinned = new Map<string, number>();
  for (const official of pins.values()) pinned.set(official, (pinned.get(official) ?? 0) + 1);
  const seats = new Map<string, Seat>();
  for (const { id, otherLoad, capacity, homeGrid, level, jurisdictions } of input.officials) {
    const price = priced.get(id);
    check(price !== undefined, `${id} has no price`);
    if (price === undefined) continue;
    const base = (otherLoad ?? 0) + (pinned.get(id) ?? 0);
    const most = Math.max(capacity ?? Number.POSITIVE_INFINITY, base);
    if (order === "even-first") {
      check(price.least === base, `${id} has a base load of ${base}`);
      check((price.most ?? Number.POSITIVE_INFINITY) === most, `${id} has a capacity of ${most}`);
    }
    const group = `${level} ${[...new Set(jurisdictions)].sort().join(" ")}`;
    seats.set(id, { ...price, base, capacity: most, homeGrid: homeGrid ?? null, group });
  }
  return seats;
}

function readGrids(input: AllocationInput, present: ReadonlyMap<string, string>) {
  const serving = new Map<string, Set<string>>();
  const homes = new Map(input.officials.map(({ id, homeGrid }) => [id, homeGrid ?? null]));
  for (const { id, grid } of input.establishments) {
    const official = present.get(id);
    if (official === undefined || grid === undefined || grid === null) continue;
    const key = `${grid}\n${official}`;
    serving.set(key, (serving.get(key) ?? new Set()).add(id));
  }
  return ({ id, grid }: AllocationEstablishment, official: string): boolean => {
    if (grid === undefined || grid === null) return false;
    if (homes.get(official) === grid) return true;
    const others = serving.get(`${grid}\n${official}`);
    return others !== undefined && (others.size > 1 || !others.has(id));
  };
}

function createFinder({ territory, officials, levels }: AllocationInput) {
  const known = new Map<string, string[]>();
  return ({ place, grade }: AllocationEstablishment): string[] => {
    if (place === null || grade === null) return [];
    const level = levels[grade as GradeLetter];
    const key = `${level} ${place}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const inside = new Set([place, ...territory.ancestorsOf(place)]);
    const eligible = officials
      .filter(
        (official) => official.level === level && official.jurisdictions.some((code) => inside.has(code)),
      )
      .map(({ id }) => id);
    known.set(key, eligible);
    return eligible;
  };
}

/** Least of weight · x² − price · (x − base) for whole x inside the limits, found by walking down its slope. */
function findLeast({ least, most, base }: Seat, weight: number, price: number): bigint {
  const costOf = (x: bigint): bigint => BigInt(weight) * x * x - BigInt(price) * (x - BigInt(base));
  let low = BigInt(least);
  let high = BigInt(most ?? Math.max(least, Math.ceil(Math.abs(price) / weight) + 1));
  while (low < high) {
    const middle = (low + high) / 2n;
    if (costOf(middle + 1n) < costOf(middle)) low = middle + 1n;
    else high = middle;
  }
  return costOf(low);
}

/** Weights that keep the order of the objectives in every round trip of moves, which decides the optimum. */
function checkWeights(
  certificate: AllocationCertificate,
  loads: ReadonlyMap<string, number>,
  check: Check,
): void {
  const { weights, order } = certificate;
  const trip = loads.size + 1;
  const slope = 2 * Math.max(0, ...loads.values()) + 1;
  const [second, third] = order === "even-first" ? ["squares", "changed"] : ["changed", "squares"];
  const most = { changed: trip, squares: slope };
  let rest = trip;
  for (const key of [third, second] as ("changed" | "squares")[]) {
    check(weights[key] > rest, `the weight of ${key} does not outweigh what comes after it`);
    rest += most[key] * weights[key];
  }
  check(weights.unassigned > rest, "the weight of unassigned does not outweigh what comes after it");
}

function findWidths(
  seats: ReadonlyMap<string, Seat>,
  loads: ReadonlyMap<string, number>,
  led: ReadonlySet<string>,
): number[] {
  const groups = new Map<string, number[]>();
  for (const [id, { group }] of seats)
    if (led.has(id)) groups.set(group, [...(groups.get(group) ?? []), loads.get(id) ?? 0]);
  return [...groups.values()].map((own) => Math.max(...own) - Math.min(...own));
}
