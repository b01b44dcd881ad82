// Files of new establishments for the drill of R1: the same for the same number, and none shares a code with another.
import { toPlainDate } from "@shian/domain";
import { generateRegisterRows } from "@shian/domain/fixture-city";

/** Establishments in a file. */
export const IN_FILE = 60;

/** Codes do not repeat within one generation, so every file is a part of the same one. */
function generate(number: number) {
  const { headers, rows } = generateRegisterRows({
    seed: "crash",
    count: (number + 1) * IN_FILE,
    quarterStart: toPlainDate("2026-10-01"),
  });
  return { headers, rows: rows.slice(number * IN_FILE) };
}

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

export function toCsv(number: number): string {
  const { headers, rows } = generate(number);
  return [headers, ...rows].map((row) => row.map(quote).join(",")).join("\r\n");
}

/** The credit codes that the file has. */
export function listCodes(number: number): readonly string[] {
  const { headers, rows } = generate(number);
  const at = headers.indexOf("统一社会信用代码");
  return rows.map((row) => row[at] ?? "");
}
