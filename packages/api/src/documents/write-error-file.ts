// The error file of an import: the rows that were held or refused, under the columns of the file they came from, with
// a reason in a last column that the next import ignores. Mended, it comes in again as it is.
import type { SheetRow } from "@shian/domain";
import { type ExportCell, writeCsv, writeXlsx } from "./write-spreadsheet.js";

/** A row that did not come in, with its reason in the reader's language. */
export type ErrorRow = { readonly row: SheetRow; readonly reason: string };

export type ErrorFile = {
  /** Columns of the imported file, in its order. */
  readonly headers: readonly string[];
  readonly rows: readonly ErrorRow[];
  /** Name of the last column: 原因 or Reason. */
  readonly reasonHeader: string;
  readonly sheetName: string;
  readonly format: "xlsx" | "csv";
};

/**
 * The file's bytes. Every cell is text as it was shown, so that a code that had become a number stays visible as what
 * was left of it, and a mended one keeps its digits. A former reason column is replaced.
 */
export function writeErrorFile({
  headers,
  rows,
  reasonHeader,
  sheetName,
  format,
}: ErrorFile): Promise<Uint8Array> {
  const kept = headers.flatMap((header, column) => (header === reasonHeader ? [] : [column]));
  const table = {
    sheetName,
    headers: [...kept.map((column) => headers[column] ?? ""), reasonHeader],
    rows: rows.map(({ row, reason }): ExportCell[] => [
      ...kept.map((column) => row.cells[column] ?? ""),
      reason,
    ]),
  };
  return format === "xlsx" ? writeXlsx(table) : writeCsv(table);
}
