// Decides what a person may do with a row of a comparison: take their facts over, found the establishment, keep ours with
// a reason, or hand it to the regulator. What agrees needs nothing.
// Source: issue "Third", comparison "resolved one by one or in bulk" (certain); which outcome allows which is ours: an
// establishment that theirs lacks is not closed by that, so only its reason or the regulator settles it.
import { type Problem, problem } from "../kernel/result.js";
import type { ComparisonProblemCode } from "./comparison.problem.js";
import type { ComparisonOutcome, ComparisonResolution } from "./comparison.schema.js";

/** What may be decided about a row of each outcome. */
export const allowedResolutions: { readonly [O in ComparisonOutcome]: readonly ComparisonResolution[] } = {
  differing: ["theirs", "ours", "regulator"],
  "only-theirs": ["create", "ours", "regulator"],
  "only-ours": ["ours", "regulator"],
  doubtful: ["theirs", "create", "ours", "regulator"],
  unreadable: ["ours", "regulator"],
  same: [],
};

/**
 * Why the row may not be settled so; undefined when it may. Keeping ours and handing over need a reason, taking theirs
 * for a doubtful row the establishment that is meant.
 *
 * @example
 * checkResolution({ outcome: "only-ours", resolution: "theirs" })?.code; // => "comparison/not-allowed"
 * checkResolution({ outcome: "differing", resolution: "ours" })?.code; // => "comparison/reason-missing"
 * checkResolution({ outcome: "differing", resolution: "theirs" }); // => undefined
 */
export function checkResolution({
  outcome,
  resolution,
  reason = "",
  target,
}: {
  readonly outcome: ComparisonOutcome;
  readonly resolution: ComparisonResolution;
  readonly reason?: string | undefined;
  readonly target?: string | undefined;
}): Problem<ComparisonProblemCode> | undefined {
  if (!allowedResolutions[outcome].includes(resolution))
    return problem("comparison/not-allowed", { compared: outcome, resolution });
  const needsReason = resolution === "ours" || resolution === "regulator";
  if (needsReason && reason.trim() === "") return problem("comparison/reason-missing");
  if (outcome === "doubtful" && resolution === "theirs" && target === undefined)
    return problem("comparison/target-missing");
  return undefined;
}
