// Reasons about comparisons: why a row cannot be settled so, and what kept theirs from being taken over.

export const comparisonProblemCodes = [
  "comparison/not-allowed",
  "comparison/reason-missing",
  "comparison/target-missing",
  "comparison/target-unknown",
  "comparison/settled",
  "comparison/not-settled",
  "comparison/present-now",
  "comparison/gone",
  "comparison/official-unknown",
  "comparison/official-several",
  "comparison/too-many",
  "comparison/official-stays",
  "comparison/changed-since",
] as const;
/** Code of a reason about a comparison. */
export type ComparisonProblemCode = (typeof comparisonProblemCodes)[number];
