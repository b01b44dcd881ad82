import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PlainDate } from "@shian/domain";
import {
  demonstrationRubric,
  type GeneratedRows,
  generateOfficialRows,
  generateRegisterRows,
  generateTerritoryRows,
} from "@shian/domain/fixture-city";

export const toCsv = ({ headers, rows }: GeneratedRows): string =>
  `\uFEFF${[headers, ...rows].map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")).join("\r\n")}\r\n`;

export const toFolder = (): string => mkdtempSync(join(tmpdir(), "shian-walk-"));

/** The files that the walk imports, in a folder of their own. */
export function writeFiles(quarterStart: PlainDate): {
  territories: string;
  register: string;
  officials: string;
  rubric: string;
} {
  const folder = toFolder();
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  return {
    territories: write("territories.csv", toCsv(generateTerritoryRows())),
    register: write("register.csv", toCsv(generateRegisterRows({ seed: "walk", count: 200, quarterStart }))),
    officials: write("officials.csv", toCsv(generateOfficialRows({ seed: "walk", quarterStart }))),
    rubric: write("rubric.json", JSON.stringify(demonstrationRubric)),
  };
}
