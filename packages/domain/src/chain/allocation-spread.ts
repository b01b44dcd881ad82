// Few changes first, under a spread limit: within each group of officials who are alike the loads lie in a window of
// n + 1 values. Where the window lies is searched by halving: the windows allowed together are a box, which the flow
// solves exactly and which no plan inside beats; a box whose best plan breaks the limit is split between its extremes.
// Source: rules §3 "Allocation", option `keep-first`.
import { AllocationFlow, type LoadLimits } from "./allocation-flow.js";
import type { AllocationPart } from "./allocation-part.js";
import type { AllocationWeights } from "./allocation-weights.js";

type Box = { readonly low: readonly number[]; readonly high: readonly number[] };

/** The best plan within the limit; undefined when there is none that assigns as many. */
export type SpreadAnswer = {
  readonly flow: AllocationFlow;
  readonly limits: LoadLimits;
  /** Every other window was shown to hold nothing better. */
  readonly isSearched: boolean;
};

const MOST_BOXES = 2_000;

export const toOwnLimits = ({ base, capacity }: AllocationPart): LoadLimits => ({
  least: Float64Array.from(base),
  most: capacity.map((most, o) => Math.max(most, base[o] as number)),
});

function toLimits(part: AllocationPart, box: Box, spread: number): LoadLimits | undefined {
  const { least, most } = toOwnLimits(part);
  for (const [g, group] of part.groups.entries()) {
    if (group.length < 2) continue;
    for (const o of group) {
      least[o] = Math.max(least[o] as number, box.low[g] as number);
      most[o] = Math.min(most[o] as number, (box.high[g] as number) + spread);
      if ((least[o] as number) > (most[o] as number)) return undefined;
    }
  }
  return { least, most };
}

const countLeft = (flow: AllocationFlow): number =>
  flow.at.reduce((count, official) => count + (official === flow.nobody ? 1 : 0), 0);

/** Largest minus smallest load of each group. */
export function findSpreads(part: AllocationPart, load: Float64Array) {
  return part.groups.map((group) => {
    const loads = group.map((o) => load[o] as number);
    return { smallest: Math.min(...loads), largest: Math.max(...loads) };
  });
}

/** The widest group whose loads are too far apart; −1 when all keep the limit. */
function findWidest(part: AllocationPart, load: Float64Array, spread: number): number {
  let widest = -1;
  let width = spread;
  findSpreads(part, load).forEach(({ smallest, largest }, g) => {
    if (largest - smallest <= width) return;
    width = largest - smallest;
    widest = g;
  });
  return widest;
}

function split(box: Box, g: number, smallest: number, largest: number, spread: number): Box[] {
  const middle = Math.floor((smallest + largest - spread - 1) / 2);
  return [
    { low: box.low, high: box.high.with(g, Math.min(box.high[g] as number, middle)) },
    { low: box.low.with(g, Math.max(box.low[g] as number, middle + 1)), high: box.high },
  ];
}

/** The best plan of the part that keeps the limit and leaves no more than `left` without official. */
export function* keepWithin(
  part: AllocationPart,
  weights: AllocationWeights,
  options: { readonly spread: number; readonly left: number; readonly any: boolean },
): Generator<number, SpreadAnswer | undefined> {
  const { spread, left, any } = options;
  const most = part.establishments.length + part.base.reduce((high, load) => Math.max(high, load), 0);
  const open: Box[] = [{ low: part.groups.map(() => 0), high: part.groups.map(() => most) }];
  let best: { readonly flow: AllocationFlow; readonly limits: LoadLimits; readonly cost: number } | undefined;
  let boxes = 0;
  for (let box = open.pop(); box !== undefined; box = open.pop()) {
    if (box.low.some((low, g) => low > (box?.high[g] as number))) continue;
    boxes += 1;
    if (boxes > MOST_BOXES && best !== undefined) return { ...best, isSearched: false };
    const limits = toLimits(part, box, spread);
    if (limits === undefined) continue;
    const flow = new AllocationFlow(part, weights, limits);
    if (!(yield* flow.run()) || countLeft(flow) > left) continue;
    const cost = flow.cost;
    if (best !== undefined && cost >= best.cost) continue;
    const widest = findWidest(part, flow.load, spread);
    if (widest === -1) {
      best = { flow, limits, cost };
      if (any) break;
      continue;
    }
    const { smallest, largest } = findSpreads(part, flow.load)[widest] as {
      smallest: number;
      largest: number;
    };
    open.push(...split(box, widest, smallest, largest, spread));
  }
  return best === undefined ? undefined : { ...best, isSearched: true };
}

/** The least spread above `spread` that the part can keep while it assigns as many; found by halving. */
export function* findLeastSpread(
  part: AllocationPart,
  weights: AllocationWeights,
  { spread, left, enough }: { readonly spread: number; readonly left: number; readonly enough: number },
): Generator<number, number> {
  let [low, high] = [spread, enough];
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2);
    const found = yield* keepWithin(part, weights, { spread: middle, left, any: true });
    if (found === undefined) low = middle;
    else high = middle;
  }
  return high;
}
