// Reasons why a request as a whole is refused, whatever it asks for. What lies outside the caller's territory is
// "not found": refused and absent look the same.

export const requestProblemCodes = [
  "request/invalid-input",
  "request/not-found",
  "request/stale",
  "request/cursor",
  "request/reused-transaction",
  "request/not-json",
  "request/too-large",
  "request/not-ready",
  "request/nothing-to-do",
  "request/internal",
  "request/unreachable",
  "request/unavailable",
  "request/storage-full",
] as const;
/** Code of a reason about a request as a whole. */
export type RequestProblemCode = (typeof requestProblemCodes)[number];
