// One row of a spreadsheet as every reader hands it over and every import reads it. Strings instead of one object a
// cell: a hundred thousand rows travel from the reading thread as plain text and cost no allocation per cell.

/**
 * What a cell held: text, a number, a date, or nothing. The difference matters for codes: a number cell keeps only
 * fifteen digits.
 */
export type CellKind = "text" | "number" | "date" | "empty";

/**
 * A row that is not wholly blank. `row` is the number that the spreadsheet shows, from 1, title and header rows
 * counted (CSV: the record). `kinds` has one letter for each cell (`t` text, `n` number, `d` date, `e` empty);
 * null says that every cell is text, as in CSV. Numbers are written with at most fifteen digits, longer ones in
 * scientific form (9.11100000695775E+17), dates as `YYYY-MM-DD`.
 */
export type SheetRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly kinds: string | null;
};

/**
 * The kind of the cell in that column; a column beyond the row's end is empty.
 *
 * @example
 * cellKind({ row: 2, cells: ["面馆", "12"], kinds: "tn" }, 1); // => "number"
 * cellKind({ row: 2, cells: ["面馆", ""], kinds: null }, 1); // => "empty"
 */
export function cellKind(row: SheetRow, column: number): CellKind {
  const text = row.cells[column];
  if (text === undefined || text === "") return "empty";
  const kind = row.kinds?.charAt(column);
  return kind === "n" ? "number" : kind === "d" ? "date" : "text";
}
