// Writes tables that open cleanly in Excel and WPS (bar S8): every text cell is text in the text format, codes keep
// every digit, nothing can become a formula. xlsx is the file for people; CSV (UTF-8 with byte order mark) for programs,
// with the apostrophe rule of `neutralise-text.ts`.
import { Buffer } from "node:buffer";
import { PassThrough } from "node:stream";
import { buffer as collect } from "node:stream/consumers";
import ExcelJS from "exceljs";
import { neutraliseText } from "./neutralise-text.js";

/** A value of an exported cell; a code is a text. Blank for null. */
export type ExportCell = string | number | null;

export type ExportTable = {
  readonly sheetName: string;
  readonly headers: readonly string[];
  readonly rows: Iterable<readonly ExportCell[]> | AsyncIterable<readonly ExportCell[]>;
};

const TEXT_FORMAT = "@";
const CELL_LENGTH = 32_767;
// Rows between two yields: a long export never keeps the event loop for itself.
const YIELD_ROWS = 1_000;

// With the u flag the class matches lone halves only.
const toWellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");

/**
 * Characters that XML cannot hold are written `_x000B_` as Excel does, and a text that looks like that is escaped, so
 * that the value read is the value written. A lone half of a surrogate pair has no form in any file: it becomes U+FFFD.
 */
const toXlsxText = (text: string): string =>
  toWellFormed(text.slice(0, CELL_LENGTH))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML cannot hold
      /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g,
      (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    );

const toSheetName = (name: string): string =>
  name
    .replace(/[\\/?*[\]:']/g, " ")
    .slice(0, 31)
    .trim() || "Sheet1";

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The table as an xlsx file. */
export const writeXlsx = (table: ExportTable): Promise<Uint8Array> => writeWorkbook([table]);

/** The tables as the sheets of one xlsx file. */
export async function writeWorkbook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const whole = collect(stream);
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: true,
  });
  for (const table of tables) await writeSheet(workbook, table);
  await workbook.commit();
  return new Uint8Array(await whole);
}

async function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { sheetName, headers, rows }: ExportTable,
): Promise<void> {
  const sheet = workbook.addWorksheet(toSheetName(sheetName), { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = headers.map((header) => ({ width: Math.min(40, Math.max(10, header.length * 2 + 4)) }));
  const put = (cells: readonly ExportCell[], bold: boolean): void => {
    const row = sheet.addRow([]);
    cells.forEach((value, column) => {
      if (value === null || value === "") return;
      const cell = row.getCell(column + 1);
      if (typeof value === "number") {
        cell.value = value;
        return;
      }
      cell.value = toXlsxText(value);
      cell.numFmt = TEXT_FORMAT;
      if (bold) cell.font = { bold: true };
    });
    row.commit();
  };
  put(headers, true);
  let count = 0;
  for await (const cells of rows) {
    put(cells, false);
    count += 1;
    if (count % YIELD_ROWS === 0) await pause();
  }
  sheet.commit();
}

const quoteCsv = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const toCsvCell = (value: ExportCell): string =>
  value === null
    ? ""
    : typeof value === "number"
      ? String(value)
      : quoteCsv(neutraliseText(toWellFormed(value)));

/** The table as CSV: UTF-8 with byte order mark, comma, CRLF (RFC 4180), texts neutralised. */
export async function writeCsv({ headers, rows }: Omit<ExportTable, "sheetName">): Promise<Uint8Array> {
  const lines = [headers.map(toCsvCell).join(",")];
  let count = 0;
  for await (const cells of rows) {
    lines.push(cells.map(toCsvCell).join(","));
    count += 1;
    if (count % YIELD_ROWS === 0) await pause();
  }
  return new Uint8Array(Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8"));
}
