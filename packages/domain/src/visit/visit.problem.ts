/** Reasons of visits: why one does not count, why a waiver does not, what a period's name must be,
 * and what cannot be recorded as a visit. */
export const visitProblemCodes = [
  "visit/checklist-incomplete",
  "visit/not-by-pairing-official",
  "visit/no-pairing-official",
  "visit/not-on-site",
  "visit/period-shape",
  "visit/in-future",
  "visit/too-early",
  "visit/not-yours",
  "visit/no-stand-in",
  "visit/other-checklist",
  "visit/unknown-line",
] as const;
export type VisitProblemCode = (typeof visitProblemCodes)[number];
