// A dirty spreadsheet, small: every kind of fault, every row accounted for, and undone to what was before. The drill
// `dirty-import` does the same with 5,000 rows.
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "./testing/create-test-app.js";
import { judgeAccount, makeDirtyRows } from "./testing/dirty-sheet.js";
import { importDirtySheet } from "./testing/import-dirty-sheet.js";

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ today: "2026-11-24" });
});
afterAll(() => app.close());

it("accounts for every row of a dirty spreadsheet, and undone the register is as before", async () => {
  const { faults, planted, counts } = await importDirtySheet(app, { count: 120, each: 2 });
  expect(faults).toEqual([]);
  expect(counts.rows).toBe(120);
  expect(planted.size).toBeGreaterThan(35);
});

it("notices a row that is lost, told twice, invented, or gone the wrong way", () => {
  const rows = makeDirtyRows({ count: 120, each: 2 });
  const account = rows.map(({ expected }, at) => ({ row: at + 2, outcome: expected }));
  expect(judgeAccount(rows, account)).toEqual([]);
  expect(judgeAccount(rows, account.slice(1))).toHaveLength(1);
  expect(judgeAccount(rows, [...account, ...account.slice(0, 1)])).toHaveLength(1);
  expect(judgeAccount(rows, [...account, { row: 999, outcome: "created" }])).toHaveLength(1);
  const [first, ...others] = account;
  const turned = first?.outcome === "held" ? "refused" : "held";
  expect(judgeAccount(rows, [{ row: 2, outcome: turned }, ...others])).toHaveLength(1);
});
