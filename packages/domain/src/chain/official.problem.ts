// Reasons that a row of a file of officials is refused or held.

export const officialProblemCodes = [
  "official/name-missing",
  "official/unit-missing",
  "official/too-long",
  "official/level-missing",
  "official/level-unknown",
  "official/jurisdiction-missing",
  "official/jurisdiction-unknown",
  "official/jurisdiction-ambiguous",
  "official/outside-territory",
  "official/capacity-shape",
  "official/home-grid-unknown",
  "official/phone-shape",
  "official/date-shape",
  "official/dates-order",
  "official/twice-in-file",
  "official/fits-several",
] as const;
/** Code of a reason about an official's row. */
export type OfficialProblemCode = (typeof officialProblemCodes)[number];
