// Allocates cities and single territories to the proven optimum, against a plain greedy loop without proof and against
// HiGHS solving the same four stages on the same data, answers checked equal. Bars: quality design, "Allocate".
// HiGHS takes minutes where this takes a moment, so it runs once a size, and is left out where it takes longer than a
// bench may: in one territory it is compared at 600 × 10 and 1,500 × 25.
import { createRequire } from "node:module";
import { createAllocateCity, toAllocateColumns } from "../../packages/domain/bench/limits/allocate-data.js";
import { allocateLimit } from "../../packages/domain/bench/limits/allocate-limit.js";
import type { Allocation, AllocationInput } from "../../packages/domain/src/chain/allocation.js";
import { assignOfficials, assignOfficialsInSteps } from "../../packages/domain/src/chain/assign-officials.js";
import { verifyAllocation } from "../../packages/domain/src/chain/verify-allocation.js";
import { allocateWithHighs } from "../../packages/domain/src/testing/allocate-with-highs.js";
import { medianOf } from "./measure-rounds.js";

const bars = { highs: 20, growth: 11 } as const;
const requireFromDomain = createRequire(new URL("../../packages/domain/package.json", import.meta.url));
type Solver = Parameters<typeof allocateWithHighs>[0];

type Size = {
  readonly establishments: number;
  readonly officials: number;
  readonly villages: number;
  readonly rounds: number;
  /** Whether HiGHS is run as well. */
  readonly peer: boolean;
};

const sizes: readonly Size[] = [
  { establishments: 10_000, officials: 500, villages: 100, rounds: 7, peer: true },
  { establishments: 100_000, officials: 5_150, villages: 1_030, rounds: 7, peer: true },
  { establishments: 600, officials: 10, villages: 1, rounds: 7, peer: true },
  { establishments: 1_500, officials: 25, villages: 1, rounds: 7, peer: true },
  // HiGHS took 976 s once, on two busy cores, and found the same objectives (978,604 columns).
  { establishments: 6_000, officials: 100, villages: 1, rounds: 7, peer: false },
  // Not tried with HiGHS: 25 times the columns.
  { establishments: 30_000, officials: 500, villages: 1, rounds: 7, peer: false },
];

const time = <T>(run: () => T): [ms: number, answer: T] => {
  const started = performance.now();
  const answer = run();
  return [performance.now() - started, answer];
};

function check(input: AllocationInput, plan: Allocation): void {
  if (!plan.certificate.proven) throw new Error("a plan is not proven");
  const { faults } = verifyAllocation(input, plan);
  if (faults.length > 0) throw new Error(`a certificate does not hold: ${faults.slice(0, 3).join("; ")}`);
  const again = assignOfficials({ ...input, present: plan.assigned });
  const moved = again.assigned.filter((pair, index) => pair.official !== plan.assigned[index]?.official);
  if (moved.length > 0 || again.certificate.objectives.changed > 0)
    throw new Error(`an unchanged input moves ${moved.length}`);
}

/** The plan when stopped after a quarter of the steps, as parts of the best sum of squares. */
function stopEarly(input: AllocationInput, steps: number, best: number): string {
  const run = assignOfficialsInSteps(input);
  let step = run.next();
  for (let i = 0; i < steps / 4 && step.done !== true; i += 1) step = run.next();
  while (step.done !== true) step = run.next("stop");
  const { objectives, squares } = step.value.certificate;
  return `stopped early ${(objectives.squares / best - 1).toFixed(5)} above, bound says at most ${(
    objectives.squares / (squares?.bound ?? Number.NaN) - 1
  ).toFixed(5)}`;
}

function countSteps(input: AllocationInput): number {
  let steps = 0;
  for (const _ of assignOfficialsInSteps(input)) steps += 1;
  return steps;
}

function measure(solver: Solver, size: Size) {
  const input = createAllocateCity(size);
  const columns = toAllocateColumns(input);
  const plan = assignOfficials(input);
  check(input, plan);
  const ours: number[] = [];
  const limit: number[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    limit.push(time(() => allocateLimit(columns))[0]);
    ours.push(time(() => assignOfficials(input))[0]);
  }
  const { objectives } = plan.certificate;
  const name = `allocate ${size.establishments} × ${size.officials}${size.villages === 1 ? " in one territory" : ""}`;
  const greedy = allocateLimit(columns);
  const loads = new Map<number, number>();
  for (const official of greedy) loads.set(official, (loads.get(official) ?? 0) + 1);
  const greedySquares = [...loads.values()].reduce((sum, load) => sum + load * load, 0);
  console.log(
    `${name}: proven in ${medianOf(ours).toFixed(1)} ms, limit loop ${medianOf(limit).toFixed(1)} ms (${(
      medianOf(ours) / medianOf(limit)
    ).toFixed(
      1,
    )} ×; without capacities, ${(greedySquares / objectives.squares - 1).toFixed(4)} off in squares); ${JSON.stringify(
      objectives,
    )}; ${stopEarly(input, countSteps(input), objectives.squares)}`,
  );
  if (!size.peer) return { ours: medianOf(ours), ratio: undefined };
  const [ms, peer] = time(() => allocateWithHighs(solver, input));
  for (const key of ["assigned", "squares", "changed", "local"] as const)
    if (peer[key] !== objectives[key])
      throw new Error(`${name}: HiGHS has ${key} ${peer[key]}, not ${objectives[key]}`);
  const ratio = ms / medianOf(ours);
  console.log(
    `${name}: HiGHS ${(ms / 1000).toFixed(1)} s, ${ratio.toFixed(0)} × as long, the same objectives`,
  );
  return { ours: medianOf(ours), ratio };
}

/** Measures every size and prints one line of figures last; true when every bar holds. */
export async function benchAllocate(): Promise<boolean> {
  const loadHighs = requireFromDomain("highs") as () => Promise<Solver>;
  const solver = await loadHighs();
  const measured = sizes.map((size) => measure(solver, size));
  const ratios = measured.flatMap(({ ratio }) => (ratio === undefined ? [] : [ratio]));
  const growth = (measured[1]?.ours ?? 0) / (measured[0]?.ours ?? 1);
  const held = Math.min(...ratios) >= bars.highs && growth <= bars.growth;
  console.log(
    `allocate: HiGHS ${ratios.map((ratio) => ratio.toFixed(0)).join(", ")} × as long (bar ≥ ${bars.highs} each), ` +
      `${growth.toFixed(1)} × the time for 10 × the rows (bar ≤ ${bars.growth}), ` +
      `30,000 × 500 in one territory proven in ${((measured[5]?.ours ?? 0) / 1000).toFixed(2)} s; ${held ? "held" : "MISSED"}`,
  );
  return held;
}
