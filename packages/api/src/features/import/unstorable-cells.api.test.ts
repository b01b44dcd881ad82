// Cells that hold characters which no database keeps: the file comes in with a mark in their place.
import { composeCreditCode } from "@shian/domain";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTestApp, type TestApp } from "../../testing/create-test-app.js";
import { importFile } from "../../testing/run-import.js";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

it("brings in a workbook with a zero character and half a surrogate pair", async () => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("名册");
  sheet.addRow(["主体名称", "地址", "统一社会信用代码"]);
  sheet.addRow(["甲_x0000_店", "乙_xD83C_路_xD83C__xDF5C_", composeCreditCode("91320200MA1MGN8MX")]);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const run = await importFile(test, { kind: "registry", name: "名册.xlsx", bytes });
  expect(run).toMatchObject({ status: "applied", answer: { rows: 1, created: 1 } });
  const { rows } = await test.client.registry.list.query({});
  const detail = await test.client.registry.get.query({ id: rows[0]?.id ?? "" });
  expect(detail.establishment).toMatchObject({ name: "甲\ufffd店", address: "乙\ufffd路🍜" });
});
