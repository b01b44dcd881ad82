// Reads delimited text record by record. Every record counts in the row number, blank ones too, as a spreadsheet
// program that opens the file would show them.
import type { SheetRow } from "@shian/domain";
import Papa from "papaparse";
import { restoreText } from "./neutralise-text.js";
import type { SpreadsheetLimits } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

const WINDOW = 262_144;

const delimiters = [",", "\t", ";"] as const;

/** The delimiter and line end of the text, guessed from its first records; comma when there is only one column. */
function guessDialect(text: string): {
  readonly delimiter: string;
  readonly newline: "\n" | "\r" | "\r\n";
} {
  const head = text.slice(0, WINDOW);
  const { meta } = Papa.parse<string[]>(head, { preview: 20, delimitersToGuess: [...delimiters] });
  const delimiter = delimiters.find((known) => known === meta.delimiter) ?? ",";
  const line = meta.linebreak;
  return { delimiter, newline: line === "\r\n" || line === "\r" ? line : "\n" };
}

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

type Parsed = { readonly data: readonly string[][]; readonly meta: { readonly cursor: number } };

/** The non-blank records of the text in batches. Throws `SpreadsheetRefusal` past a limit. */
export function* readCsv(text: string, limits: SpreadsheetLimits): Generator<readonly SheetRow[]> {
  const parser = new Papa.Parser(guessDialect(text));
  let from = 0;
  let size = WINDOW;
  let row = 0;
  while (from < text.length) {
    const isLast = from + size >= text.length;
    // Records cut by the window's end are left for the next one.
    const { data, meta } = parser.parse(text.slice(from, from + size), 0, !isLast) as Parsed;
    if (!isLast && (meta.cursor === 0 || data.length === 0)) {
      size *= 2;
      if (size > 8 * WINDOW) {
        throw new SpreadsheetRefusal("spreadsheet/cell-too-long", { row: row + 1, limit: limits.cellLength });
      }
      continue;
    }
    const batch: SheetRow[] = [];
    for (const cells of data) {
      row += 1;
      if (isBlank(cells)) continue;
      checkRecord(cells, row, limits);
      restoreTexts(cells);
      batch.push({ row, cells, kinds: null });
    }
    if (batch.length > 0) yield batch;
    from = isLast ? text.length : from + meta.cursor;
    size = WINDOW;
  }
}

/** Takes off the apostrophes that our own export put before signs. */
function restoreTexts(cells: string[]): void {
  for (let column = 0; column < cells.length; column += 1) {
    const cell = cells[column];
    if (cell?.charCodeAt(0) === 39) cells[column] = restoreText(cell);
  }
}

function checkRecord(cells: readonly string[], row: number, limits: SpreadsheetLimits): void {
  if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell !== "")) {
    throw new SpreadsheetRefusal("spreadsheet/too-many-columns", {
      row,
      column: cells.length,
      limit: limits.columns,
    });
  }
  for (const cell of cells) {
    if (cell.length > limits.cellLength) {
      throw new SpreadsheetRefusal("spreadsheet/cell-too-long", { row, limit: limits.cellLength });
    }
  }
}
