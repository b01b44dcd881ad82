#!/usr/bin/env node
// Writes packages/domain/src/kernel/division-table.data.ts from the division CSV files of a shared data folder.
// Usage: node scripts/make-division-table.mjs [FOLDER]   (default: ../shared/data/divisions beside the repository)
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const source = process.argv[2] ?? join(root, "../shared/data/divisions");
const target = join(root, "packages/domain/src/kernel/division-table.data.ts");

/** Rows of one of the files: the code and the quoted name; further columns repeat the code's own prefix. */
function readRows(file, digits) {
  return readFileSync(join(source, file), "utf8")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const match = /^(\d+),"([^"]+)"/.exec(line);
      if (!match || match[1].length !== digits) throw new Error(`${file}: not a division row: ${line}`);
      if (/[|:,`\\]/.test(match[2])) throw new Error(`${file}: a name holds a separator: ${line}`);
      return { code: match[1], name: match[2] };
    })
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}

const provinces = readRows("provinces.csv", 2);
const cities = readRows("cities.csv", 4);
const counties = readRows("areas.csv", 6);
const cityCodes = new Set(cities.map((city) => city.code));
const orphan = counties.find((county) => !cityCodes.has(county.code.slice(0, 4)));
if (orphan) throw new Error(`areas.csv: ${orphan.code} lies in no city of cities.csv`);

const lines = provinces.map((province) => {
  const parts = cities
    .filter((city) => city.code.startsWith(province.code))
    .map((city) => {
      const own = counties.filter((county) => county.code.startsWith(city.code));
      return `${city.code.slice(2)}${city.name}:${own.map((c) => c.code.slice(4) + c.name).join(",")}`;
    });
  return `  "${[province.code + province.name, ...parts].join("|")}",`;
});

writeFileSync(
  target,
  `// Provinces, cities and counties of mainland China as of 2023-06-30; townships are not included.
// Source: modood, Administrative-divisions-of-China (provinces.csv, cities.csv, areas.csv), licence WTFPL.
// Made by scripts/make-division-table.mjs; do not edit by hand.
// One text per province: province|city:county,county|… with each code shortened by its parent's digits.

/** The day the table describes. */
export const divisionTableAsOf = "2023-06-30";

export const packedDivisions: readonly string[] = [
${lines.join("\n")}
];
`,
);
console.log(`${provinces.length} provinces, ${cities.length} cities, ${counties.length} counties written`);
