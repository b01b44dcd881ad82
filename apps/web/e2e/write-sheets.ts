import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainDate } from "@shian/domain";
import {
  type GeneratedRows,
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "@shian/domain/fixture-city";

/** Rows of a file as CSV that spreadsheets open with Chinese intact. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n")}\r\n`;

/** Rows of a CSV file that the product wrote; its cells hold no quotes within quotes and no line breaks. */
export function readCsv(path: string): string[][] {
  const lines = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/);
  return lines
    .filter((line) => line !== "")
    .map((line) =>
      [...line.matchAll(/("([^"]*)"|[^,]*)(,|$)/g)].slice(0, -1).map((cell) => cell[2] ?? cell[1] ?? ""),
    );
}

/** The same rows with a number of our own in every cell of a column: 138 0000 0001, 138 0000 0002 … */
function withNumbers({ headers, rows }: GeneratedRows, column: string): GeneratedRows {
  const at = headers.indexOf(column);
  if (at < 0) throw new Error(`no column “${column}”`);
  const number = (index: number) => `1380000${String(index + 1).padStart(4, "0")}`;
  return {
    headers,
    rows: rows.map((row, index) => row.map((cell, one) => (one === at ? number(index) : cell))),
  };
}

export type Sheets = { readonly territories: string; readonly register: string; readonly officials: string };

/** The files that the office brings in: its places, sixty establishments in two townships, the officials there. */
export function writeSheets(folder: string, quarterStart: PlainDate): Sheets {
  const write = (name: string, { headers, rows }: GeneratedRows): string => {
    const path = join(folder, name);
    writeFileSync(path, toCsv([headers, ...rows]));
    return path;
  };
  const seed = "sign-in walk";
  return {
    territories: write("territories.csv", generateTerritoryRows()),
    register: write(
      "register.csv",
      withNumbers(generateRegisterRows({ seed, count: 60, quarterStart }), "联系电话"),
    ),
    officials: write("officials.csv", withNumbers(generateOfficialRows({ seed, quarterStart }), "手机")),
  };
}
