// Reasons why an import as a whole cannot go on.

export const importProblemCodes = ["import/unknown-header", "import/unknown-field"] as const;
/** Code of a reason about an import as a whole. */
export type ImportProblemCode = (typeof importProblemCodes)[number];
