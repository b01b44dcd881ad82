// Reasons why a duty post is refused.

export const liaisonProblemCodes = [
  "duty/territory-unknown",
  "duty/ended-already",
  "duty/dates-order",
] as const;
/** Code of a reason about duty posts. */
export type LiaisonProblemCode = (typeof liaisonProblemCodes)[number];
