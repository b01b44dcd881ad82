import ExcelJS from "exceljs";
import fc from "fast-check";
import iconv from "iconv-lite";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { buildArchive, toWorkbookParts } from "../testing/build-archive.js";
import { readAllRows } from "../testing/read-all-rows.js";
import { toNumberText, toSerialDate } from "./read-sheet.js";
import { inspectSpreadsheet } from "./read-spreadsheet.js";
import { isDateFormat } from "./read-workbook.js";

const known = new Set(["主体名称", "统一社会信用代码", "地址", "省", "市", "区县", "name"]);
const recognise = (text: string): boolean => known.has(text);

const inspect = async (bytes: Uint8Array) => {
  const result = await inspectSpreadsheet(bytes, recognise);
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return result.value;
};

describe("text files", () => {
  const text = '主体名称,地址\r\n老槐树面馆,"槐荫路 1 号, 甲"\r\n,\r\n\r\n双桨粮油,渡口\r\n';
  it.each([
    ["UTF-8", Buffer.from(text), "utf-8"],
    ["UTF-8 with mark", Buffer.from(`\uFEFF${text}`), "utf-8"],
    ["GB18030", iconv.encode(text, "gb18030"), "gb18030"],
    ["UTF-16 with mark", Buffer.from(`\uFEFF${text}`, "utf16le"), "utf-16le"],
  ])("reads %s, counts blank records and leaves them out", async (_, bytes, encoding) => {
    expect(await readAllRows(bytes)).toEqual([
      { row: 1, cells: ["主体名称", "地址"], kinds: null },
      { row: 2, cells: ["老槐树面馆", "槐荫路 1 号, 甲"], kinds: null },
      { row: 5, cells: ["双桨粮油", "渡口"], kinds: null },
    ]);
    expect((await inspect(bytes)).encoding).toBe(encoding);
  });

  it.each([[","], ["\t"], [";"]])("guesses the delimiter %j", async (delimiter) => {
    const rows = [
      ["主体名称", "地址", "省"],
      ["甲店", "a路", "浙江"],
      ["乙店", "", "x"],
    ];
    const bytes = Buffer.from(rows.map((cells) => cells.join(delimiter)).join("\n"));
    expect((await readAllRows(bytes)).map((row) => row.cells)).toEqual(rows);
  });

  it("reads a four-byte GB18030 character and a single column", async () => {
    expect(await readAllRows(iconv.encode("名称\n𠮷野家\n", "gb18030"))).toEqual([
      { row: 1, cells: ["名称"], kinds: null },
      { row: 2, cells: ["𠮷野家"], kinds: null },
    ]);
  });

  it("reads across windows what papaparse reads at once", async () => {
    const rows = Array.from({ length: 30_000 }, (_, row) => [
      `主体 ${row}`,
      row % 7 === 0 ? `路\n"${row}", 号` : "路",
      String(row),
    ]);
    const text = Papa.unparse([["主体名称", "地址", "编号"], ...rows]);
    const read = await readAllRows(Buffer.from(text));
    expect(read.map((row) => row.cells)).toEqual(Papa.parse<string[]>(text, { delimiter: "," }).data);
    expect(read.at(-1)?.row).toBe(30_001);
  });

  it("gives back any table that was written as CSV", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "汉", '"', ",", "\n", "\r", " ", "1", "(") });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), async (rows) => {
        const filled = rows.map(([a, b], at) => [`行${at}`, a, b]);
        const bytes = Buffer.from(Papa.unparse(filled, { newline: "\r\n", quotes: true }));
        expect((await readAllRows(bytes)).map((row) => row.cells)).toEqual(filled);
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

describe("xlsx", () => {
  it("agrees with another writer on texts, numbers, dates, formulas, errors and rich text", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("汇总");
    sheet.getCell("B3").value = { richText: [{ text: "老槐树" }, { text: "面馆" }] };
    sheet.getCell("C3").value = Number("911100000695775458");
    sheet.getCell("D3").value = new Date("2024-01-05T00:00:00Z");
    sheet.getCell("D3").numFmt = 'yyyy"年"m"月"d"日"';
    sheet.getCell("E3").value = { formula: "1+1", result: 2 };
    sheet.getCell("F3").value = { formula: '"甲"&"乙"', result: "甲乙" };
    sheet.getCell("G3").value = { error: "#N/A" };
    sheet.getCell("H3").value = true;
    sheet.getCell("I3").value = { text: "网址", hyperlink: "https://example.invalid" };
    sheet.getCell("J3").value = 12.5;
    sheet.getCell("A5").value = " ";
    const rows = await readAllRows(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(rows).toEqual([
      {
        row: 3,
        cells: [
          "",
          "老槐树面馆",
          "9.11100000695775E+17",
          "2024-01-05",
          "2",
          "甲乙",
          "#N/A",
          "TRUE",
          "网址",
          "12.5",
        ],
        kinds: "etndnttttn",
      },
    ]);
  });

  it("reads prefixed tags, cells without references, readings, CDATA and escaped characters", async () => {
    const bytes = await buildArchive({
      ...toWorkbookParts(
        { 表: "" },
        {
          sharedTexts:
            "<si><t>甲</t><rPh><t>jia</t></rPh></si><si><r><t>a_x000D_b</t></r><r><t>&amp;&#x4E59;</t></r></si>",
        },
      ),
      "xl/worksheets/sheet1.xml":
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t=\'s\'><x:v>1</x:v></x:c>' +
        '<x:c t="inlineStr"><x:is><x:t><![CDATA[<丙>]]></x:t></x:is></x:c><!-- > --><x:c/><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    });
    expect(await readAllRows(bytes)).toEqual([
      { row: 1, cells: ["甲", "a\rb&乙", "<丙>", "", "7"], kinds: "ttten" },
    ]);
  });

  it("takes hidden sheets for none and the sheet with the known names for the table", async () => {
    const row = (...texts: string[]) =>
      `<sheetData><row r="1">${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join("")}</row></sheetData>`;
    const bytes = await buildArchive(
      toWorkbookParts(
        { 隐藏: row("主体名称", "地址", "省"), 说明: row("填表说明"), 汇总: row("主体名称", "地址") },
        { hidden: "隐藏" },
      ),
    );
    const inspection = await inspect(bytes);
    expect([inspection.sheets, inspection.sheet]).toEqual([["说明", "汇总"], "汇总"]);
  });

  it("finds the header below a title and a merged group row and fills vertical merges down", async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet("汇总");
    sheet.addRows([
      ["云汀区食品经营主体汇总表"],
      ["", "序号", "统一社会信用代码", "主体名称", "所在地", "", ""],
      ["", "", "", "", "省", "市", "区县"],
      ["", 1, "x", "甲店", "浙江", "澄岚市", "云汀区"],
      ["", 2, "y", "乙店", "", "", ""],
    ]);
    for (const range of ["A1:G1", "B2:B3", "C2:C3", "D2:D3", "E2:G2", "G4:G5"]) sheet.mergeCells(range);
    const inspection = await inspect(new Uint8Array(await workbook.xlsx.writeBuffer()));
    expect(inspection.headerRow).toBe(3);
    expect(inspection.headers).toEqual([
      "（A 列）",
      "序号",
      "统一社会信用代码",
      "主体名称",
      "省",
      "市",
      "区县",
    ]);
    expect(inspection.sample.map((row) => row.cells)).toEqual([
      ["", "1", "x", "甲店", "浙江", "澄岚市", "云汀区"],
      ["", "2", "y", "乙店", "", "", "云汀区"],
    ]);
  });

  it("counts days of old Mac files from 1904", async () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
    const sheet = '<sheetData><row r="2"><c r="A2" s="1"><v>1</v></c></row></sheetData>';
    const bytes = await buildArchive(
      toWorkbookParts({ 表: sheet }, { styles, properties: '<workbookPr date1904="1"/>' }),
    );
    expect(await readAllRows(bytes)).toEqual([{ row: 2, cells: ["1904-01-02"], kinds: "d" }]);
  });
});

it.each([
  [45296, false, "2024-01-05"],
  [45296.99, false, "2024-01-05"],
  [1, false, "1900-01-01"],
  [59, false, "1900-02-28"],
  [61, false, "1900-03-01"],
  [0.5, false, undefined],
  [2_958_466, false, undefined],
])("the serial %d is the day %s", (serial, from1904, day) => {
  expect(toSerialDate(serial, from1904)).toBe(day);
});

it.each([
  [12, "12"],
  [0.1 + 0.2, "0.3"],
  [320106001003, "320106001003"],
  [999999999999999, "999999999999999"],
  [Number("911100000695775458"), "9.11100000695775E+17"],
  [1e17, "1E+17"],
  [-2e15, "-2E+15"],
])("the number %d is shown as %s", (value, text) => {
  expect(toNumberText(value)).toBe(text);
});

it.each([
  ["yyyy/m/d", true],
  ["[$-804]yyyy年m月d日", true],
  ["yyyy-mm-dd hh:mm:ss.00", true],
  ["General", false],
  ["0.00E+00", false],
  ["#,##0", false],
  ['0"days"', false],
  ["@", false],
])("the format %s shows a day: %s", (format, isDate) => {
  expect(isDateFormat(format)).toBe(isDate);
});
