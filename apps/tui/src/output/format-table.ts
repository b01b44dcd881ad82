import { type Alignment, fitText, textWidth, toPrintable } from "./text-width.js";

/** A column of a table for people. */
export type TableColumn = { readonly title: string; readonly align?: Alignment };

/**
 * The rows under their titles, columns two cells apart and as wide as their widest cell; no borders, nothing cut, no
 * blanks at line ends. Without rows only the titles remain.
 */
export function formatTable(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map(toPrintable));
  const widths = columns.map((column, index) =>
    Math.max(textWidth(column.title), ...cells.map((row) => textWidth(row[index] ?? ""))),
  );
  const toLine = (row: readonly string[]) =>
    columns
      .map((column, index) => fitText(row[index] ?? "", widths[index] ?? 0, column.align))
      .join("  ")
      .trimEnd();
  return [toLine(columns.map((column) => column.title)), ...cells.map(toLine)]
    .map((line) => `${line}\n`)
    .join("");
}
