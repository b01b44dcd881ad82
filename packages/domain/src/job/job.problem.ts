// Reasons about jobs: why one ended without its work, and why it cannot be cancelled or retried.

export const jobProblemCodes = [
  "job/abandoned",
  "job/cancelled",
  "job/over",
  "job/not-over",
  "job/same-running",
  "job/refused",
] as const;
/** Code of a reason about a job. */
export type JobProblemCode = (typeof jobProblemCodes)[number];
