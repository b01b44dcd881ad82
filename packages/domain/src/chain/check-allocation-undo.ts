// Whether an applied allocation can still be taken back, whole or not at all.
// Source: issue "Third", "Allocation" (apply as one dated change → undo within 24 h).
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { AllocationState } from "./allocation-run.schema.js";
import type { ChainProblemCode } from "./chain.problem.js";

const UNDO_MS = 24 * 3_600_000;

/**
 * The last instant at which an allocation that was applied at the instant can be undone.
 *
 * @example
 * findUndoLimit("2026-11-24T04:00:00.000Z"); // => "2026-11-25T04:00:00.000Z"
 */
export const findUndoLimit = (appliedAt: string): string =>
  new Date(Date.parse(appliedAt) + UNDO_MS).toISOString();

/**
 * Refuses what is not applied, what was applied more than 24 hours ago, and what a later change of one of its pairings
 * would be lost with: `touched` counts those establishments.
 *
 * @example
 * const applied = { state: "applied", appliedAt: "2026-11-24T04:00:00.000Z" } as const;
 * checkAllocationUndo({ ...applied, touched: 0, now: "2026-11-25T04:00:00.000Z" }).ok; // => true
 * checkAllocationUndo({ ...applied, touched: 2, now: "2026-11-24T05:00:00.000Z" }).ok; // => false
 */
export function checkAllocationUndo({
  state,
  appliedAt,
  touched,
  now,
}: {
  readonly state: AllocationState;
  readonly appliedAt: string | null;
  readonly touched: number;
  readonly now: string;
}): Result<true, Problem<ChainProblemCode>> {
  if (state === "undone") return refuse("chain/allocation-undone");
  if (appliedAt === null || (state !== "applied" && state !== "undoing"))
    return refuse("chain/allocation-not-applied");
  if (Date.parse(now) > Date.parse(findUndoLimit(appliedAt))) return refuse("chain/allocation-undo-late");
  if (touched > 0) return refuse("chain/allocation-touched", { count: touched });
  return ok(true);
}
