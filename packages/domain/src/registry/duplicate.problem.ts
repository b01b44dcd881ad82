// Reasons why two establishments cannot be judged or merged, or a merge not be undone.

export const duplicateProblemCodes = [
  "merge/same",
  "merge/absorbed-before",
  "merge/field-unknown",
  "merge/undone-before",
  "merge/changed-since",
  "merge/absorbed-later",
  "duplicate/same",
] as const;
/** Code of a reason about duplicates. */
export type DuplicateProblemCode = (typeof duplicateProblemCodes)[number];
