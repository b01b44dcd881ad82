// Words of a comparison of the register with another one, as checked values.
import * as z from "zod";

/** How a row of a comparison stands. */
export const comparisonOutcomes = [
  "differing",
  "only-ours",
  "only-theirs",
  "doubtful",
  "unreadable",
  "same",
] as const;
export const ComparisonOutcome = z.enum(comparisonOutcomes);
export type ComparisonOutcome = z.infer<typeof ComparisonOutcome>;

/** What a person decides about a row. */
export const comparisonResolutions = ["theirs", "create", "ours", "regulator"] as const;
export const ComparisonResolution = z.enum(comparisonResolutions);
export type ComparisonResolution = z.infer<typeof ComparisonResolution>;
