// Reasons why an account, a grant, a unit or a stand-in is refused.

export const peopleProblemCodes = [
  "person/username-taken",
  "person/unit-unknown",
  "person/oneself",
  "person/last-administrator",
  "person/state-already",
  "grant/to-oneself",
  "grant/administrators-apart",
  "grant/second-administrator-role",
  "grant/person-disabled",
  "grant/territory-missing",
  "grant/territory-unknown",
  "grant/territory-outside",
  "grant/target-missing",
  "grant/target-unknown",
  "grant/not-of-role",
  "grant/in-the-past",
  "grant/dates-order",
  "grant/held-already",
  "grant/ended-already",
  "unit/not-a-group",
  "unit/unknown",
  "unit/not-of-itself",
  "unit/ended-already",
  "unit/dates-order",
  "stand-in/same-official",
  "stand-in/official-unknown",
  "stand-in/establishment-unknown",
  "stand-in/held-already",
] as const;
/** Code of a reason about people and what they may. */
export type PeopleProblemCode = (typeof peopleProblemCodes)[number];
