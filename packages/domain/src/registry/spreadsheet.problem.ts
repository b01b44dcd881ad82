// Why a file as a whole cannot be read (bar S7 of the quality page); reasons of single rows are in
// `registry.problem.ts`.

export const spreadsheetProblemCodes = [
  "spreadsheet/aborted",
  "spreadsheet/cell-too-long",
  "spreadsheet/damaged",
  "spreadsheet/empty",
  "spreadsheet/encrypted",
  "spreadsheet/file-too-large",
  "spreadsheet/gave-up",
  "spreadsheet/inflates-too-far",
  "spreadsheet/not-a-spreadsheet",
  "spreadsheet/old-format",
  "spreadsheet/sheet-unknown",
  "spreadsheet/too-many-columns",
  "spreadsheet/too-many-entries",
  "spreadsheet/too-many-rows",
  "spreadsheet/unknown-encoding",
  "spreadsheet/unsafe-archive",
] as const;
export type SpreadsheetProblemCode = (typeof spreadsheetProblemCodes)[number];
