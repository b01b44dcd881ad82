// How far an allocation is, from its question to its undoing.
// Source: rules §3 "Allocation"; experience page (every long job shows its progress, can be cancelled, is previewed and
// undone).
import * as z from "zod";

/**
 * Planning ends in a plan, which is applied or not; what was applied may be undone. `failed` and `cancelled` are
 * plans that did not come about.
 */
export const allocationStates = [
  "planning",
  "planned",
  "applying",
  "applied",
  "undoing",
  "undone",
  "failed",
  "cancelled",
] as const;
export const AllocationState = z.enum(allocationStates);
export type AllocationState = z.infer<typeof AllocationState>;

/** Kinds of gap that an allocation closes by itself, rules §3. */
export const allocatedGaps = ["nobody", "wrong-level", "outside-jurisdiction"] as const;
export type AllocatedGap = (typeof allocatedGaps)[number];
