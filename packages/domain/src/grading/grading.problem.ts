/** Why a pairing grade or a risk grade is refused. */
export const gradingProblemCodes = [
  "grading/form-missing",
  "grading/size-missing",
  "grading/diners-missing",
  "grading/no-rule",
  "grading/score-not-decimal",
  "grading/dynamic-score-out-of-range",
  "grading/static-score-out-of-range",
  "grading/static-score-twice",
  "grading/static-table-missing",
  "grading/static-factors-missing",
  "grading/static-factor-missing",
  "grading/static-factor-unknown",
  "grading/static-factor-invalid",
] as const;
export type GradingProblemCode = (typeof gradingProblemCodes)[number];
