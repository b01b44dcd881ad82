// Files of new establishments for the drill of R1, the same for the same seed.
import { toPlainDate } from "@shian/domain";
import { generateRegisterRows } from "@shian/domain/fixture-city";

/** Establishments in a file. */
export const IN_FILE = 60;

const generate = (seed: string) =>
  generateRegisterRows({ seed, count: IN_FILE, quarterStart: toPlainDate("2026-10-01") });

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

export function toCsv(seed: string): string {
  const { headers, rows } = generate(seed);
  return [headers, ...rows].map((row) => row.map(quote).join(",")).join("\r\n");
}

/** The credit codes that the file of the seed has. */
export function listCodes(seed: string): readonly string[] {
  const { headers, rows } = generate(seed);
  const at = headers.indexOf("统一社会信用代码");
  return rows.map((row) => row[at] ?? "");
}
