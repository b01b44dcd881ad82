// The database reads the pattern of a reach as JavaScript does, on both engines, and reaches nothing without one.

import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { bothEngines } from "../testing/test-engines.js";
import { executeRows } from "./database.js";
import { bindStatement, toReachPattern } from "./row-security.js";

const codes = [
  "99",
  "9901",
  "990106",
  "990106001",
  "990106001001",
  "990106001002",
  "990106002",
  "99010700",
  "Z1",
  "Z12",
];
const entries = fc.uniqueArray(fc.tuple(fc.constantFrom("+", "-"), fc.constantFrom(...codes)), {
  maxLength: 6,
  selector: ([, code]) => code,
});

it.each(bothEngines)("shian_reaches on $name", async ({ open }) => {
  const database = await open();
  const reached = (reach: string) =>
    database.transaction(async (tx) => {
      await tx.execute(bindStatement({ "shian.reach": reach }, false));
      const rows = await executeRows(
        tx,
        sql`select place from unnest(${sql.param(codes)}::text[]) as place where shian_reaches(place)`,
      );
      return rows.map(({ place }) => place);
    });
  try {
    await fc.assert(
      fc.asyncProperty(entries, async (drawn) => {
        const pattern = toReachPattern(drawn.map(([sign, code]) => `${sign}${code}`));
        const expected = codes.filter((code) => pattern !== "" && new RegExp(pattern).test(code));
        expect(await reached(pattern)).toEqual(expected);
      }),
      { seed: 20261124, numRuns: 200 },
    );
    expect(await reached("")).toEqual([]);
    expect(await reached(toReachPattern(["+"]))).toEqual(codes);
  } finally {
    await database.close();
  }
});
