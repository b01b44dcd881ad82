// Reasons that territory gives: why a row of a territory file was refused, why a place could not be told.

export const territoryProblemCodes = [
  "territory/code-missing",
  "territory/code-shape",
  "territory/name-missing",
  "territory/name-too-long",
  "territory/kind-unknown",
  "territory/kind-code-mismatch",
  "territory/from-missing",
  "territory/dates-order",
  "territory/duplicate",
  "territory/parent-missing",
  "territory/parent-unknown",
  "territory/parent-refused",
  "territory/parent-kind",
  "territory/circle",
  "territory/takeover-not-zone",
  "territory/takeover-shape",
  "territory/takeover-twice",
  "territory/place-missing",
  "territory/place-code-unknown",
  "territory/place-name-unknown",
  "territory/place-ambiguous",
] as const;
/** Code of a reason given by territory. */
export type TerritoryProblemCode = (typeof territoryProblemCodes)[number];
