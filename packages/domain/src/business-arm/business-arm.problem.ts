/** Why something about a business's own arm is refused. */
export const businessArmProblemCodes = [
  "business-arm/period-shape",
  "business-arm/period-not-begun",
  "business-arm/period-not-active",
  "business-arm/findings-missing",
  "business-arm/text-without-findings",
  "business-arm/not-in-post",
  "business-arm/already-in-post",
  "business-arm/in-future",
  "business-arm/end-before-begin",
  "business-arm/hours-shape",
] as const;
export type BusinessArmProblemCode = (typeof businessArmProblemCodes)[number];
