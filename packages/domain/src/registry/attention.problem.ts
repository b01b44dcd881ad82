// Reasons about the office's list of attention flags.

export const attentionProblemCodes = [
  "attention/shipped-name",
  "attention/name-missing",
  "attention/asked-for",
  "attention/too-many",
  "attention/word-taken",
  "attention/not-in-use",
] as const;
/** Code of a reason about the list of attention flags. */
export type AttentionProblemCode = (typeof attentionProblemCodes)[number];
