// Reasons about export layouts.

export const layoutProblemCodes = [
  "layout/unknown-field",
  "layout/header-twice",
  "layout/unknown-value",
  "layout/demonstration",
] as const;
/** Code of a reason about an export layout. */
export type LayoutProblemCode = (typeof layoutProblemCodes)[number];
