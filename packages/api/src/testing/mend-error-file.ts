// Mends an error file as a clerk would: opens it in a second reader, types the codes again as text, saves it.
import ExcelJS from "exceljs";
import type { TestApp } from "./create-test-app.js";
import { listRegistrySampleRows } from "./registry-sample-xlsx.js";

/** The error file of a run over the real sample with every code typed again by the firm's name. */
export async function mendErrorFile(app: TestApp, runId: string): Promise<Uint8Array> {
  const response = await app.request(`/api/import/${runId}/problems.xlsx?locale=zh-CN`);
  if (!response.ok) throw new Error(`no error file: ${response.status}`);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(await response.arrayBuffer());
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("the error file has no sheet");
  const headers = (sheet.getRow(1).values as (string | undefined)[]).map((text) => text ?? "");
  const column = (header: string) => headers.indexOf(header);
  const toKey = (name: string) => name.replace(/[（(]/g, "(").replace(/[）)]/g, ")");
  const codes = new Map(listRegistrySampleRows().map(([code = "", name = ""]) => [toKey(name), code]));
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const name = String(row.getCell(column("主体名称")).value);
    const cell = row.getCell(column("统一社会信用代码"));
    cell.numFmt = "@";
    cell.value = codes.get(toKey(name)) ?? "";
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
