// Reasons that the rubric gives: why an edition or a measurement was refused, why a verdict or an item's points are what
// they are.

export const rubricProblemCodes = [
  "rubric/shape",
  "rubric/unknown-key",
  "rubric/number-too-large",
  "rubric/too-many-decimals",
  "rubric/number-negative",
  "rubric/points-not-positive",
  "rubric/points-missing",
  "rubric/veto-with-points",
  "rubric/veto-with-highlight",
  "rubric/veto-method",
  "rubric/method-for-vetoes",
  "rubric/item-id-repeated",
  "rubric/detail-id-repeated",
  "rubric/parts-sum",
  "rubric/levels-highest",
  "rubric/zero-is-full",
  "rubric/target-range",
  "rubric/key-rate-range",
  "measurement/not-an-object",
  "measurement/unknown-item",
  "measurement/unknown-deduction",
  "measurement/unknown-part",
  "measurement/unknown-level",
  "measurement/shape",
  "measurement/unknown-key",
  "measurement/number-too-large",
  "measurement/too-many-decimals",
  "measurement/number-negative",
  "measurement/count-not-whole",
  "measurement/points-above-item",
  "measurement/numerator-without-denominator",
  "measurement/reason-missing",
] as const;
/** Code of a reason why a rubric edition or a measurement was refused. */
export type RubricProblemCode = (typeof rubricProblemCodes)[number];

export const verdictReasonCodes = [
  "rubric/veto-triggered",
  "rubric/key-short",
  "rubric/upper-below-line",
  "rubric/line-not-secured",
  "rubric/key-unmeasured",
  "rubric/veto-unmeasured",
] as const;
/** Code of what stands between a score sheet and a pass. */
export type VerdictReasonCode = (typeof verdictReasonCodes)[number];

export const itemReasonCodes = [
  "rubric/not-met",
  "rubric/deducted",
  "rubric/part-missing",
  "rubric/level-chosen",
  "rubric/band-reached",
  "rubric/no-band-reached",
  "rubric/band-missed",
  "rubric/linear-short",
  "rubric/ratio-short",
  "rubric/assessed",
  "rubric/not-applicable",
  "rubric/nothing-due",
] as const;
/** Code of why an item's points are what they are. */
export type ItemReasonCode = (typeof itemReasonCodes)[number];
