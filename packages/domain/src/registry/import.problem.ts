// Reasons why an import as a whole cannot go on, or a row of it cannot be taken back.

export const importProblemCodes = [
  "import/unknown-header",
  "import/unknown-field",
  "import/source-unknown",
  "import/undo-kind",
  "import/undo-none",
  "import/undo-gone",
  "import/undo-out",
  "import/undo-changed",
  "import/undo-twice",
  "import/undo-version",
  "import/undo-in-group",
  "import/decision-no-target",
] as const;
/** Code of a reason about an import as a whole. */
export type ImportProblemCode = (typeof importProblemCodes)[number];
