// The 1,180 real firms of the sample as offices send tables: an xlsx with a title row, a merged header over two rows,
// full-width brackets in names, and every code without a letter stored as a number, so that Excel's fifteen digits are
// all that is left of it.
import { existsSync, readFileSync } from "node:fs";
import ExcelJS from "exceljs";

const sampleFile = new URL("../../../../../shared/data/registry-real-sample.csv", import.meta.url);

/** Whether the sample, which is no part of the repository, lies beside it. */
export const hasRegistrySample = (): boolean => existsSync(sampleFile);

/** The sample as it is, CSV in UTF-8. */
export const readRegistrySample = (): Uint8Array => new Uint8Array(readFileSync(sampleFile));

const ALL_DIGITS = /^\d{18}$/;

const toFullWidthBrackets = (name: string): string => name.replaceAll("(", "（").replaceAll(")", "）");

/** The sample's data rows: code, name, day, type, province, city. */
export const listRegistrySampleRows = (): string[][] =>
  readFileSync(sampleFile, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(","));

/** The workbook's bytes and how many of its codes became numbers. */
export async function buildRegistrySampleXlsx(): Promise<{
  readonly bytes: Uint8Array;
  readonly numbers: number;
}> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("汇总");
  sheet.addRow(["食品经营主体登记汇总表（2026 年 11 月）"]);
  sheet.addRow(["序号", "统一社会信用代码", "主体名称", "登记日期", "类型", "所在地"]);
  sheet.addRow(["", "", "", "", "", "省", "市"]);
  let numbers = 0;
  listRegistrySampleRows().forEach(
    ([code = "", name = "", day = "", type = "", province = "", city = ""], at) => {
      const isNumber = ALL_DIGITS.test(code);
      if (isNumber) numbers += 1;
      // Excel keeps fifteen digits of a number, whatever was typed.
      const kept = isNumber ? Number(`${code.slice(0, 15)}000`) : code;
      sheet.addRow([
        at + 1,
        kept,
        toFullWidthBrackets(name),
        new Date(`${day}T00:00:00Z`),
        type,
        province,
        city,
      ]);
    },
  );
  sheet.getColumn(4).numFmt = "yyyy/m/d";
  for (const range of ["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:G2"])
    sheet.mergeCells(range);
  return { bytes: new Uint8Array(await workbook.xlsx.writeBuffer()), numbers };
}
