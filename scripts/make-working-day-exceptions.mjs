#!/usr/bin/env node
// Writes packages/domain/src/kernel/working-day-exceptions.data.ts from the data file of the package chinese-days.
// Its functions are not used at run time: they build their tables in the machine's own time zone and answer one day
// off west of Greenwich, and wrongly where clocks change during a holiday.
// Usage: node scripts/make-working-day-exceptions.mjs
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Declared, never inferred from the package: a year is added when its notice was compared with the package's data.
const FIRST_YEAR = 2007;
const LAST_YEAR = 2026;

const domain = join(dirname(fileURLToPath(import.meta.url)), "../packages/domain");
const require = createRequire(join(domain, "package.json"));
const { version } = require("chinese-days/package.json");
const { holidays, workdays } = JSON.parse(
  readFileSync(require.resolve("chinese-days/dist/chinese-days.json"), "utf8"),
);

const isWeekend = (date) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
const listDays = (table, year, keep) =>
  Object.keys(table)
    .filter((date) => date.startsWith(`${year}-`) && keep(date))
    .sort()
    .map((date) => date.slice(5).replace("-", ""))
    .join(" ");

const lines = [];
for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
  const off = listDays(holidays, year, (date) => !isWeekend(date) && !(date in workdays));
  const worked = listDays(workdays, year, isWeekend);
  if (off === "") throw new Error(`chinese-days ${version} has no holidays of ${year}`);
  lines.push(`  "${year}": ["${off}", "${worked}"],`);
}

writeFileSync(
  join(domain, "src/kernel/working-day-exceptions.data.ts"),
  `// Days of the State Council's yearly notices that differ from Monday to Friday: weekdays off, then weekend days worked,
// as month and day. Source: package chinese-days ${version} (MIT), its data file.
// Made by scripts/make-working-day-exceptions.mjs; do not edit by hand.

export const workingDayExceptions: { readonly [year: string]: readonly [off: string, worked: string] } = {
${lines.join("\n")}
};
`,
);
console.log(`${lines.length} years written from chinese-days ${version}`);
