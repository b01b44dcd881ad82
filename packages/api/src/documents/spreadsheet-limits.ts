// What an uploaded spreadsheet may be at most. Source: bar S7 of the quality page; rows, columns, cell length and
// the parser's memory are ours.

const MEBIBYTE = 1_048_576;

/** The limits that every reader keeps; sizes in bytes, lengths in characters. */
export const spreadsheetLimits = {
  fileBytes: 20 * MEBIBYTE,
  inflatedBytes: 200 * MEBIBYTE,
  archiveEntries: 1_000,
  rows: 200_000,
  columns: 200,
  /** The most a cell of Excel can hold. */
  cellLength: 32_767,
  /** Vertical merges beyond this many are not filled down. */
  merges: 20_000,
  parserMegabytes: 512,
  parserMilliseconds: 300_000,
} as const;

export type SpreadsheetLimits = { readonly [Name in keyof typeof spreadsheetLimits]: number };

/** Bytes as whole mebibytes, rounded up, for sentences. */
export const toMebibytes = (bytes: number): number => Math.ceil(bytes / MEBIBYTE);
