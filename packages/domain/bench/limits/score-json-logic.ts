// The peer of the scoring bench: json-logic-engine with every item as a rule, compiled by the engine's own compiler once
// for the rubric; the sums, vetoes and ranks around it are plain loops, which flatters it. Numbers come whole, as for
// the kernels, so that its answers can be equal.
import { LogicEngine } from "json-logic-engine";
import type { CompiledItem } from "../../src/rubric/index.js";
import type { ScoreBenchData } from "./score-rubric.js";

type Logic = object | number | string;
const floor = (x: Logic): Logic => ({ "-": [x, { "%": [x, 1] }] });
const min = (...all: Logic[]): Logic => ({ min: all });

/** The rule of one measured item over the numbers `v` of a unit. */
function toLogic(item: CompiledItem): Logic {
  const { factor, divisor, span, sign, bound, points } = item;
  const table = [...item.table];
  const caps = [...item.caps];
  const slot = (k: number): Logic => ({ val: ["v", item.slot + k] });
  const half = (numerator: Logic, denominator: Logic): Logic =>
    floor({ "/": [{ "+": [{ "*": [2, numerator] }, denominator] }, { "*": [2, denominator] }] });
  switch (item.method) {
    case "all-or-nothing":
      return { "*": [slot(0), factor] };
    case "deduction": {
      const amounts = table.map((each, k) => min(caps[k] ?? 0, { "*": [slot(k), each] }));
      return { max: [0, { "-": [span, { "+": amounts }] }] };
    }
    case "parts":
      return { "+": table.map((each, k) => ({ "*": [slot(k), each] })) };
    case "levels":
      return {
        if: [...table.slice(0, -1).flatMap((each, k) => [{ "===": [slot(0), k] }, each]), table.at(-1) ?? 0],
      };
    case "bands":
      return {
        if: [
          ...table.flatMap((_, k) => [{ ">=": [slot(0), table.at(-1 - k) ?? 0] }, caps.at(-1 - k) ?? 0]),
          0,
        ],
      };
    case "linear": {
      const way = { "*": [sign, { "-": [slot(0), bound] }] };
      return {
        if: [{ "<=": [way, 0] }, 0, { ">=": [way, span] }, points, half({ "*": [factor, way] }, divisor)],
      };
    }
    case "ratio":
      return min(points, half({ "*": [factor, slot(0)] }, { "*": [divisor, slot(1)] }));
    case "assessed":
      return half(slot(0), divisor);
    case "veto-event":
      return slot(0);
    case "veto-threshold":
      return { if: [{ ">": [slot(0), bound] }, 1, 0] };
  }
}

/** One unit as the engine reads it. */
type Unit = { readonly v: readonly number[]; readonly s: readonly number[] };

/** Points by item of a unit, its total, its verdict's flags. */
export type PeerScores = {
  readonly items: readonly (readonly number[])[];
  readonly lower: Int32Array;
  readonly rank: Uint32Array;
};

/** A function that scores all units of the data by the engine. */
export function createJsonLogicScorer({ compiled, columns }: ScoreBenchData): () => PeerScores {
  const engine = new LogicEngine();
  const rules = compiled.items.map((item) => {
    const state = { val: ["s", item.index] };
    return { if: [{ "===": [state, 1] }, toLogic(item), { "===": [state, 0] }, 0, item.notApplicablePoints] };
  });
  const scoreUnit = engine.build(rules) as (unit: Unit) => number[];
  const { units, values, status } = columns;
  const rows = Array.from(
    { length: units },
    (_, u): Unit => ({
      v: Array.from({ length: compiled.slots }, (_slot, k) => values[k * units + u] ?? 0),
      s: Array.from({ length: compiled.items.length }, (_item, i) => status[i * units + u] ?? 0),
    }),
  );
  return () => {
    const items = rows.map((row) => scoreUnit(row));
    const lower = new Int32Array(units);
    for (let u = 0; u < units; u += 1) {
      const [points, states] = [items[u] ?? [], rows[u]?.s ?? []];
      let [base, bonus, outside] = [0, 0, 0];
      for (const item of compiled.items) {
        if (item.kind === "veto") continue;
        if (item.kind === "bonus") bonus += points[item.index] ?? 0;
        else {
          base += points[item.index] ?? 0;
          if ((states[item.index] ?? 0) > 1) outside += item.points;
        }
      }
      const left = compiled.basePoints - outside;
      base = left === 0 ? 0 : Math.floor((2 * base * compiled.basePoints + left) / (2 * left));
      lower[u] = base + Math.min(compiled.bonusCap, bonus);
    }
    const sorted = lower.slice().sort().reverse();
    const places = new Map<number, number>();
    for (const [at, total] of sorted.entries()) if (!places.has(total)) places.set(total, at + 1);
    return { items, lower, rank: Uint32Array.from(lower, (total) => places.get(total) ?? 0) };
  };
}
