// Cells of a CSV that a spreadsheet will open: codes keep every digit and no cell can become a formula.
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;
const LONG_NUMBER = /^\d{12,}$/;
const QUOTED = /[",\r\n]/;

function toCell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  if (LONG_NUMBER.test(text)) return `"\t${text}"`;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The byte order mark that tells Excel and WPS that the file is UTF-8. */
export const csvStart = "\uFEFF";

/**
 * One CSV record with its line end. Numbers stay numbers; a text that a spreadsheet would take for a formula gets an
 * apostrophe; codes of twelve or more digits get a leading tab, which keeps them text in Excel and WPS.
 */
export const formatCsvRow = (cells: readonly (string | number | null)[]): string =>
  `${cells.map(toCell).join(",")}\r\n`;
