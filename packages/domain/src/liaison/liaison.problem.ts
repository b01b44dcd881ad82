// Reasons why a duty post, a group or a question is refused.

export const liaisonProblemCodes = [
  "duty/territory-unknown",
  "duty/ended-already",
  "duty/dates-order",
  "group/post-unknown",
  "group/member-twice",
  "question/not-open",
  "question/not-yours",
  "question/text-missing",
  "question/joined-to-itself",
] as const;
/** Code of a reason about duty posts, groups and questions. */
export type LiaisonProblemCode = (typeof liaisonProblemCodes)[number];
