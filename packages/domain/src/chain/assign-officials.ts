// Which official answers for which establishment, for the office that draws up the responsibility list.
// Source: rules §3 "Allocation"; level for grade F1-03…F1-08 (N); even load F1-24 (N; no national cap, ✗).
import type {
  Allocation,
  AllocationInput,
  AllocationOrder,
  AllocationProgress,
  Pair,
  UnassignedReason,
} from "./allocation.js";
import { createCertificate } from "./allocation-certificate.js";
import { AllocationFlow, type LoadLimits } from "./allocation-flow.js";
import { type AllocationModel, createAllocationModel, findReasonWithout } from "./allocation-model.js";
import { type AllocationPart, findParts } from "./allocation-part.js";
import { findLeastSpread, findSpreads, keepWithin, toOwnLimits } from "./allocation-spread.js";
import { type AllocationWeights, findWeights } from "./allocation-weights.js";
import { settleEarly } from "./settle-early.js";

/**
 * The best plan that pairs each establishment with one official of the level for its grade in whose jurisdiction it
 * lies, with its proof.
 *
 * Best in this order: most establishments assigned; least sum of squared loads over all officials; fewest whose official
 * differs from the present one; most given to an official of their grid. `keep-first` swaps the second and the third
 * under a limit of spread; when no plan keeps the limit, `leastSpread` names the least that one can and the plan keeps
 * that. Pins come first and are refused by name where they break level, jurisdiction or capacity. Load is the number of
 * establishments, pins and `otherLoad` included. An establishment is left out only when no official is eligible or all
 * of them are at capacity in every plan; those without grade or place are named as such. Input order never matters, and
 * a plan given back as `present` is kept unchanged. Throws a `RangeError` for sizes that no office has (see
 * `findWeights`).
 *
 * @example
 * const village = (id: string) => ({ id, level: "village" as const, jurisdictions: ["990106001001"] });
 * const { assigned, certificate } = assignOfficials({
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   levels: { A: "city", B: "county", C: "township", D: "village" },
 *   establishments: ["e1", "e2"].map((id) => ({ id, place: "990106001001", grade: pairingGrades[3] })),
 *   officials: [village("o1"), village("o2")],
 *   present: [],
 *   pinned: [{ establishment: "e1", official: "o2" }],
 * });
 * assigned; // => [{ establishment: "e1", official: "o2" }, { establishment: "e2", official: "o1" }]
 */
export function assignOfficials(input: AllocationInput): Allocation {
  const steps = assignOfficialsInSteps(input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * `assignOfficials` in steps: yields how many establishments are placed for good. `next("stop")` ends it with a whole
 * plan that holds level, jurisdiction, capacity and pins, and a certificate that says how far from the bound it is.
 *
 * @example
 * const steps = assignOfficialsInSteps({
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   levels: { A: "city", B: "county", C: "township", D: "village" },
 *   establishments: [], officials: [], present: [], pinned: [],
 * });
 * steps.next().value; // => { done: 0, of: 0 }
 */
export function* assignOfficialsInSteps(
  input: AllocationInput,
): Generator<AllocationProgress, Allocation, "stop" | undefined> {
  const model = createAllocationModel(input);
  const options = input.options ?? { order: "even-first" };
  const weights = findWeights(model, options.order);
  const parts = findParts(model);
  const of = parts.reduce((sum, part) => sum + part.establishments.length, 0);
  let isStopped = (yield { done: 0, of }) === "stop";
  let plan = startPlan(model);
  let spread = options.order === "keep-first" ? options.spread : 0;
  let least = spread;
  for (let isAgain = false; ; isAgain = true) {
    let done = 0;
    for (const part of parts) {
      const many = part.establishments.length;
      const steps = solvePart(part, weights, { ...options, spread });
      let started: PartState = {};
      while (!isStopped) {
        const step = steps.next(started);
        if (step.done === true) {
          least = Math.max(least, step.value.least);
          takePart(plan, part, step.value);
          break;
        }
        started = step.value;
        isStopped = (yield { done: done + toShare(many, started), of }) === "stop";
      }
      if (isStopped)
        takeStopped(plan, part, started.flow ?? new AllocationFlow(part, weights, toOwnLimits(part)));
      done += many;
    }
    if (isStopped || isAgain || least === spread) break;
    // One limit for everybody: the others may use what one part needs.
    [spread, plan] = [least, startPlan(model)];
  }
  const leastSpread = options.order === "keep-first" && least > options.spread ? least : null;
  return toAllocation(model, plan, weights, options, leastSpread);
}

type Plan = {
  readonly officialOf: Int32Array;
  readonly loads: Float64Array;
  readonly prices: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
  isSearched: boolean;
};

/** Pins alone. */
function startPlan({ pinnedTo, base, capacity }: AllocationModel): Plan {
  return {
    officialOf: Int32Array.from(pinnedTo),
    loads: Float64Array.from(base),
    prices: new Float64Array(base.length),
    least: Float64Array.from(base),
    most: capacity.map((most, o) => Math.max(most, base[o] as number)),
    isSearched: true,
  };
}

type PartState = { readonly flow?: AllocationFlow; readonly first?: number; readonly left?: number };
type PartAnswer = {
  readonly flow: AllocationFlow;
  readonly limits: LoadLimits;
  readonly isSearched: boolean;
  /** The least spread that the part can keep, at least the one asked for. */
  readonly least: number;
};

const toShare = (many: number, { first = 0, left = 0 }: PartState): number =>
  first === 0 ? 0 : Math.floor((many * (first - left)) / first);

function* solvePart(
  part: AllocationPart,
  weights: AllocationWeights,
  { order, spread }: { readonly order: AllocationOrder["order"]; readonly spread: number },
): Generator<PartState, PartAnswer> {
  const limits = toOwnLimits(part);
  const flow = new AllocationFlow(part, weights, limits);
  const first = flow.excess;
  const run = flow.run();
  for (let step = run.next(); step.done !== true; step = run.next()) yield { flow, first, left: step.value };
  if (order === "even-first") return { flow, limits, isSearched: true, least: 0 };
  const left = flow.at.reduce((count, official) => count + (official === flow.nobody ? 1 : 0), 0);
  const within = keepWithin(part, weights, { spread, left, any: false });
  for (;;) {
    const step = within.next();
    if (step.done !== true) yield { flow, first, left: 0 };
    else if (step.value !== undefined) return { ...step.value, least: spread };
    else break;
  }
  const enough = findSpreads(part, flow.load).reduce(
    (most, one) => Math.max(most, one.largest - one.smallest),
    0,
  );
  const search = findLeastSpread(part, weights, { spread, left, enough });
  for (;;) {
    const step = search.next();
    if (step.done === true) return { flow, limits, isSearched: false, least: step.value };
    yield { flow, first, left: 0 };
  }
}

function takePart(plan: Plan, part: AllocationPart, { flow, limits, isSearched }: PartAnswer): void {
  part.establishments.forEach((establishment, e) => {
    const official = flow.at[e] as number;
    plan.officialOf[establishment] = official === flow.nobody ? -1 : (part.officials[official] as number);
  });
  part.officials.forEach((official, o) => {
    plan.loads[official] = flow.load[o] as number;
    plan.prices[official] = flow.priceOf(o);
    plan.least[official] = limits.least[o] as number;
    plan.most[official] = limits.most[o] as number;
  });
  plan.isSearched &&= isSearched;
}

/** What a stopped part has come to: a whole plan of it, at the prices so far. */
function takeStopped(plan: Plan, part: AllocationPart, flow: AllocationFlow): void {
  const limits = toOwnLimits(part);
  settleEarly(part, limits, flow.at, flow.load, flow.nobody);
  takePart(plan, part, { flow, limits, isSearched: false, least: 0 });
}

function toAllocation(
  model: AllocationModel,
  plan: Plan,
  weights: AllocationWeights,
  { order }: Pick<AllocationOrder, "order">,
  leastSpread: number | null,
): Allocation {
  // Nobody can be given to who has no part in this: any price under the next unit's proves their load.
  const led = new Set(model.candidates.flat());
  plan.loads.forEach((load, o) => {
    if (!led.has(o)) plan.prices[o] = 2 * load * weights.squares;
  });
  const assigned: Pair[] = [];
  const unassigned: { establishment: string; reason: UnassignedReason }[] = [];
  model.establishments.forEach(({ id }, e) => {
    const official = model.officials[plan.officialOf[e] as number];
    if (official === undefined) unassigned.push({ establishment: id, reason: findReasonWithout(model, e) });
    else assigned.push({ establishment: id, official: official.id });
  });
  const certificate = createCertificate(model, plan, weights, { order, isSearched: plan.isSearched });
  return { assigned, unassigned, refused: model.refused, certificate, leastSpread };
}
