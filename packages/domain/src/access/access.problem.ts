// Reasons why someone may not do what they ask.

export const accessProblemCodes = [
  "access/signed-out",
  "access/no-role",
  "access/grant-ended",
  "access/part-only",
  "access/outside-scope",
  "access/second-factor",
  "access/password-due",
  "access/set-up-first",
] as const;
/** Code of a reason about who may. */
export type AccessProblemCode = (typeof accessProblemCodes)[number];
