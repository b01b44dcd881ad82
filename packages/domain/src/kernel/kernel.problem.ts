// Reasons that the kernel gives: why an identifier was refused or held, and what is only worth a notice.

export const kernelProblemCodes = [
  "identifier/empty",
  "identifier/unknown-shape",
  "credit-code/length",
  "credit-code/letter-not-in-alphabet",
  "credit-code/character",
  "credit-code/check-character",
  "credit-code/registration-number-15",
  "credit-code/spreadsheet-number",
  "credit-code/organisation-code",
  "credit-code/unknown-division",
  "licence-number/shape",
  "licence-number/check-digit",
  "licence-number/unknown-division",
  "division-code/shape",
  "division-code/unknown",
  "grid-code/shape",
  "plain-date/not-a-day",
] as const;
/** Code of a reason given by the kernel. */
export type KernelProblemCode = (typeof kernelProblemCodes)[number];
