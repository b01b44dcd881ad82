// A whole plan out of one that was stopped: nobody above the limit, then single moves that make loads more even.
// Source: rules §3 "Allocation".

import type { LoadLimits } from "./allocation-flow.js";
import type { AllocationPart } from "./allocation-part.js";

/** Changes `at` (`nobody` is the number of officials or above) and `load` in place; no optimum, but a plan that holds. */
export function settleEarly(
  part: AllocationPart,
  { most }: Pick<LoadLimits, "most">,
  at: Int32Array,
  load: Float64Array,
  nobody: number,
): void {
  const spareOf = (o: number): number => (most[o] as number) - (load[o] as number);
  const add = (o: number, units: number): void => {
    if (o < load.length) load[o] = (load[o] as number) + units;
  };
  const findLeast = (e: number): number => {
    let best = -1;
    for (const o of part.candidates[part.classOf[e] as number] as Int32Array)
      if (spareOf(o) > 0 && (best === -1 || (load[o] as number) < (load[best] as number))) best = o;
    return best;
  };
  const move = (e: number, to: number): void => {
    add(at[e] as number, -1);
    add(to, 1);
    at[e] = to;
  };
  for (let e = at.length - 1; e >= 0; e -= 1) {
    const from = at[e] as number;
    if (from < load.length && spareOf(from) >= 0) continue;
    const to = findLeast(e);
    if (to !== -1 || from < load.length) move(e, to === -1 ? nobody : to);
  }
  for (let improved = true; improved; ) {
    improved = false;
    for (let e = 0; e < at.length; e += 1) {
      const from = at[e] as number;
      if (from >= load.length) continue;
      const to = findLeast(e);
      if (to === -1 || (load[to] as number) > (load[from] as number) - 2) continue;
      move(e, to);
      improved = true;
    }
  }
}
