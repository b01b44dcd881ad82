// All four objectives against HiGHS solving the same stages. `SHIAN_HIGHS=500 npx vitest run --project domain
// allocation-highs` solves all 500 instances of the bar; the default is a part of them.
import * as highs from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { allocateWithHighs } from "../testing/allocate-with-highs.js";
import { createAllocationInstance, createKeepFirstInstance } from "../testing/allocation-instances.js";
import type { AllocationInput } from "./allocation.js";
import { assignOfficials } from "./assign-officials.js";
import { verifyAllocation } from "./verify-allocation.js";

const many = Number(process.env.SHIAN_HIGHS ?? 60);
type Solver = Parameters<typeof allocateWithHighs>[0];

describe("assignOfficials reaches what HiGHS reaches", () => {
  let solver: Solver;
  beforeAll(async () => {
    // Its types say something else than its module, which is CommonJS.
    const load = (highs as unknown as { readonly default: () => Promise<Solver> }).default;
    solver = await load();
  });

  const compare = (input: AllocationInput, seed: number) => {
    const plan = assignOfficials(input);
    const { proven, objectives } = plan.certificate;
    // HiGHS is given the pins that hold, and the limit that can be kept.
    const refused = new Set(plan.refused.map((pin) => `${pin.establishment} ${pin.official}`));
    const pinned = input.pinned.filter((pin) => !refused.has(`${pin.establishment} ${pin.official}`));
    const options =
      plan.leastSpread === null
        ? input.options
        : ({ order: "keep-first", spread: plan.leastSpread } as const);
    const { columns: _, ...peer } = allocateWithHighs(solver, { ...input, pinned, options });
    expect({ seed, proven, ...objectives }).toEqual({ seed, proven: true, ...peer });
    expect({ seed, ...verifyAllocation(input, plan) }).toEqual({ seed, holds: true, faults: [] });
  };

  it(`in all four objectives on ${many} random instances`, { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= many; seed += 1) compare(createAllocationInstance(seed), seed);
  });

  it(`with few changes first on ${many} random instances`, { timeout: 600_000 }, () => {
    for (let seed = 1; seed <= many; seed += 1) compare(createKeepFirstInstance(seed), seed);
  });
});
