// Reasons about personal data; none ever quotes the data.

export const privacyProblemCodes = [
  "privacy/phone-shape",
  "privacy/masked-value",
  "privacy/id-number",
] as const;
/** Code of a reason about personal data. */
export type PrivacyProblemCode = (typeof privacyProblemCodes)[number];
