/** Reasons of visits: why one does not count, why a waiver does not, and what a period's name must be. */
export const visitProblemCodes = [
  "visit/checklist-incomplete",
  "visit/not-by-pairing-official",
  "visit/no-pairing-official",
  "visit/not-on-site",
  "visit/period-shape",
] as const;
export type VisitProblemCode = (typeof visitProblemCodes)[number];
