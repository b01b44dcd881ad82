// The proof that comes with a plan: its objectives counted, and at the prices of the last round the least that any plan
// can cost. Source: rules §3 "Allocation" (certificate).
import type { AllocationCertificate, AllocationObjectives, AllocationOrder } from "./allocation.js";
import type { AllocationModel } from "./allocation-model.js";
import type { AllocationWeights } from "./allocation-weights.js";

/** A plan by numbers: official of each establishment, pins included, −1 for nobody. */
export type NumberedPlan = {
  readonly officialOf: Int32Array;
  readonly loads: Float64Array;
  /** Price of one more establishment at each official, and the loads they must keep to. */
  readonly prices: Float64Array;
  readonly least: Float64Array;
  readonly most: Float64Array;
};

/** Counts what a plan reaches in each of the four objectives. */
export function countObjectives(
  model: AllocationModel,
  { officialOf, loads }: Pick<NumberedPlan, "officialOf" | "loads">,
): AllocationObjectives {
  let [assigned, changed, local] = [0, 0, 0];
  officialOf.forEach((official, e) => {
    if (official !== -1) assigned += 1;
    if (model.hasPresent[e] === 1 && (official === -1 || model.present[e] !== official)) changed += 1;
    if (official !== -1 && model.isLocal(e, official)) local += 1;
  });
  return { assigned, squares: loads.reduce((sum, load) => sum + load * load, 0), changed, local };
}

/** The least of weight · x² − price · (x − base) over whole loads x between `least` and `most`. */
function findCheapestLoad(
  official: { readonly base: number; readonly least: number; readonly most: number },
  weight: number,
  price: number,
): bigint {
  const { base, least, most } = official;
  // The last unit of load x costs weight · (2x − 1); the remainder is exact where a quotient might be rounded.
  const x = Math.min(most, Math.max(least, Math.floor(((price - (price % weight)) / weight + 1) / 2)));
  return BigInt(weight) * BigInt(x) * BigInt(x) - BigInt(price) * BigInt(x - base);
}

/** Establishments that the plan may choose an official for. */
const listChosen = (model: AllocationModel): number[] => {
  const chosen: number[] = [];
  model.classOf.forEach((group, e) => {
    if (group !== -1 && model.pinnedTo[e] === -1) chosen.push(e);
  });
  return chosen;
};

/**
 * Prices in units of load that prove objective 2: what one more establishment adds to the sum of squares, at the
 * official or wherever they can hand one on to; `none` where it fits nowhere.
 */
export function findEvenPrices(
  model: AllocationModel,
  { officialOf, loads, most }: Pick<NumberedPlan, "officialOf" | "loads" | "most">,
  none: number,
): Float64Array {
  const holders: Set<number>[] = model.candidates.map(() => new Set());
  for (const e of listChosen(model)) {
    const official = officialOf[e] as number;
    if (official !== -1) holders[model.classOf[e] as number]?.add(official);
  }
  const classesOf: number[][] = model.officials.map(() => []);
  model.candidates.forEach((candidates, group) => {
    for (const official of candidates) classesOf[official]?.push(group);
  });
  const prices = new Float64Array(model.officials.length).fill(none);
  const order = Array.from(prices.keys()).filter((o) => (loads[o] as number) < (most[o] as number));
  order.sort((a, b) => (loads[a] as number) - (loads[b] as number));
  const opened = new Uint8Array(model.candidates.length);
  const known = new Uint8Array(prices.length);
  for (const first of order) {
    if (known[first] === 1) continue;
    const price = 2 * (loads[first] as number) + 1;
    known[first] = 1;
    const queue = [first];
    for (let official = queue.pop(); official !== undefined; official = queue.pop()) {
      prices[official] = price;
      for (const group of classesOf[official] ?? []) {
        if (opened[group] === 1) continue;
        opened[group] = 1;
        for (const holder of holders[group] ?? []) {
          if (known[holder] === 1) continue;
          known[holder] = 1;
          queue.push(holder);
        }
      }
    }
  }
  return prices;
}

function boundSquares(model: AllocationModel, plan: NumberedPlan, even: Float64Array, none: number): bigint {
  let bound = 0n;
  const cheapest = model.candidates.map((own) =>
    own.reduce((least, official) => Math.min(least, even[official] as number), none),
  );
  for (const e of listChosen(model)) {
    bound += BigInt(cheapest[model.classOf[e] as number] as number);
    if (plan.officialOf[e] === -1) bound -= BigInt(none);
  }
  return bound + boundLoads(model, plan, even, 1);
}

function boundLoads(
  model: AllocationModel,
  { least, most }: NumberedPlan,
  prices: Float64Array,
  weight: number,
): bigint {
  let bound = 0n;
  prices.forEach((price, o) => {
    const official = { base: model.base[o] as number, least: least[o] as number, most: most[o] as number };
    bound += findCheapestLoad(official, weight, price);
  });
  return bound;
}

function boundWeighted(model: AllocationModel, plan: NumberedPlan, weights: AllocationWeights): bigint {
  const { prices } = plan;
  const cheapestOf = (officials: readonly number[]): number =>
    officials.reduce(
      (least, official) => Math.min(least, prices[official] as number),
      Number.POSITIVE_INFINITY,
    );
  const byClass = model.candidates.map(cheapestOf);
  const byGrid = new Map<number, number>();
  const classCount = model.candidates.length;
  const sets = model.candidates.map((own) => new Set(own));
  let [bound, changed, local] = [0n, 0, 0];
  model.classOf.forEach((group, e) => {
    const has = model.hasPresent[e] === 1 ? weights.changed : 0;
    const pinned = model.pinnedTo[e] as number;
    if (pinned !== -1) {
      if (has > 0 && model.present[e] !== pinned) changed += 1;
      if (model.isLocal(e, pinned)) local += 1;
      return;
    }
    if (group === -1) {
      if (has > 0) changed += 1;
      return;
    }
    let least = Math.min(byClass[group] as number, weights.unassigned) + has;
    const grid = model.gridOf[e] as number;
    if (grid !== -1) {
      const key = grid * classCount + group;
      let near = byGrid.get(key);
      if (near === undefined) {
        const own = (model.localsOf[grid] ?? []).filter((official) => sets[group]?.has(official));
        near = cheapestOf(own);
        byGrid.set(key, near);
      }
      least = Math.min(least, near + has - 1);
    }
    const present = model.present[e] as number;
    if (present !== -1 && sets[group]?.has(present))
      least = Math.min(least, (prices[present] as number) - (model.isLocal(e, present) ? 1 : 0));
    bound += BigInt(least);
  });
  return (
    bound +
    BigInt(changed) * BigInt(weights.changed) -
    BigInt(local) +
    boundLoads(model, plan, prices, weights.squares)
  );
}

/** Counts the plan, adds up its bounds and says whether they meet. */
export function createCertificate(
  model: AllocationModel,
  plan: NumberedPlan,
  weights: AllocationWeights,
  { order, isSearched }: { readonly order: AllocationOrder["order"]; readonly isSearched: boolean },
): AllocationCertificate {
  const objectives = countObjectives(model, plan);
  let left = 0;
  for (const e of listChosen(model)) if (plan.officialOf[e] === -1) left += 1;
  const value =
    BigInt(weights.unassigned) * BigInt(left) +
    BigInt(weights.squares) * BigInt(objectives.squares) +
    BigInt(weights.changed) * BigInt(objectives.changed) -
    BigInt(objectives.local);
  const bound = boundWeighted(model, plan, weights);
  const mostLoad = plan.loads.reduce((most, load) => Math.max(most, load), 0) + model.establishments.length;
  const none = 2 * mostLoad + 2;
  const even = findEvenPrices(model, plan, none);
  const squares =
    order === "keep-first"
      ? null
      : { value: objectives.squares, bound: Number(boundSquares(model, plan, even, none)), nobody: none };
  return {
    proven: isSearched && value === bound && (squares === null || squares.value === squares.bound),
    order,
    objectives,
    squares,
    weights,
    value,
    bound,
    prices: model.officials.map(({ id }, o) => ({
      official: id,
      price: plan.prices[o] as number,
      evenPrice: even[o] as number,
      least: plan.least[o] as number,
      most: Number.isFinite(plan.most[o] as number) ? (plan.most[o] as number) : null,
    })),
  };
}
