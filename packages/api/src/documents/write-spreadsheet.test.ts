// Bar S8: exports cannot hurt. Everything written is read again by readers that are not ours.
import { buffer as collect } from "node:stream/consumers";
import ExcelJS from "exceljs";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import * as yauzl from "yauzl";
import { naughtyStrings } from "../testing/naughty-strings.data.js";
import { readAllRows } from "../testing/read-all-rows.js";
import { isRiskyText, neutraliseText, restoreText } from "./neutralise-text.js";
import { writeErrorFile } from "./write-error-file.js";
import { writeCsv, writeXlsx } from "./write-spreadsheet.js";

const codes = ["911100000695775458", "320106001003", "JY13202020009651", "00123"];

async function readPart(bytes: Uint8Array, path: string): Promise<string> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === path)
      return (await collect(await zip.openReadStreamPromise(entry))).toString("utf8");
  }
  throw new Error(`no part ${path}`);
}

/** The second reader: shared texts and cells by plain patterns, sharing nothing with the product's reader. */
async function readBySecondReader(
  bytes: Uint8Array,
): Promise<{ formulas: number; types: Set<string>; values: string[] }> {
  const decode = (text: string): string =>
    text
      .replace(
        /&(lt|gt|quot|apos|amp);/g,
        (_, name: string) => ({ lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" })[name] ?? "",
      )
      .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const shared = [
    ...(await readPart(bytes, "xl/sharedStrings.xml")).matchAll(
      /<si><t(?: xml:space="preserve")?>([^<]*)<\/t><\/si>/g,
    ),
  ];
  const texts = shared.map(([, text = ""]) => decode(text));
  const sheet = await readPart(bytes, "xl/worksheets/sheet1.xml");
  const cells = [...sheet.matchAll(/<c r="[A-Z]+\d+"([^>]*)>(?:<v>([^<]*)<\/v>)?<\/c>/g)];
  return {
    formulas: (sheet.match(/<f[ >/]/g) ?? []).length,
    types: new Set(cells.map(([, attributes = ""]) => /t="(\w+)"/.exec(attributes)?.[1] ?? "number")),
    values: cells.map(([, , value]) => texts[Number(value)] ?? "missing"),
  };
}

describe("515 naughty texts", () => {
  it("are 515 different ones", () => {
    expect(new Set(naughtyStrings).size).toBe(515);
  });

  it("come back from xlsx equal, as text, with no formula", async () => {
    const rows = [...naughtyStrings.map((text) => [text]), ...codes.map((code) => [code])];
    const bytes = await writeXlsx({ sheetName: "导出", headers: ["文本"], rows });
    const second = await readBySecondReader(bytes);
    expect(second.formulas).toBe(0);
    expect([...second.types]).toEqual(["s"]);
    expect(second.values).toEqual(["文本", ...naughtyStrings, ...codes]);
  });

  it("stay text when a person edits the cell: the format is text", async () => {
    const workbook = new ExcelJS.Workbook();
    const bytes = await writeXlsx({
      sheetName: "导出",
      headers: ["文本"],
      rows: [["=1+1"], ["911100000695775458"]],
    });
    await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = workbook.worksheets[0];
    expect([2, 3].map((row) => [sheet?.getCell(row, 1).value, sheet?.getCell(row, 1).numFmt])).toEqual([
      ["=1+1", "@"],
      ["911100000695775458", "@"],
    ]);
  });

  it("come back from CSV equal but for the apostrophe, and none can start a formula", async () => {
    const rows = [...naughtyStrings.map((text) => ["甲", text]), ...codes.map((code) => ["乙", code])];
    const bytes = await writeCsv({ headers: ["名", "文本"], rows });
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith("\uFEFF")).toBe(true);
    const cells = Papa.parse<string[]>(text.slice(1).trimEnd(), { delimiter: ",", newline: "\r\n" }).data.map(
      (row) => row[1] ?? "",
    );
    expect(cells.slice(1).map(restoreText)).toEqual([...naughtyStrings, ...codes]);
    expect(cells.filter((cell) => /^[\s\p{Cc}]*[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
    expect(cells.slice(-codes.length)).toEqual(codes);
  });

  it("come back through the product's own reader, from both", async () => {
    const filled = naughtyStrings.filter((text) => text.trim() !== "");
    const rows = filled.map((text) => ["甲", text]);
    const xlsx = await readAllRows(await writeXlsx({ sheetName: "导出", headers: ["名", "文本"], rows }));
    expect(xlsx.slice(1).map((row) => row.cells[1])).toEqual(filled);
    const plain = filled.filter((text) => !text.includes("\u0000"));
    const csv = await readAllRows(
      await writeCsv({ headers: ["名", "文本"], rows: plain.map((text) => ["甲", text]) }),
    );
    expect(csv.slice(1).map((row) => row.cells[1])).toEqual(plain);
  });
});

it("the apostrophe rule loses nothing and leaves no text that could start a formula", () => {
  const letter = fc.constantFrom(
    "=",
    "+",
    "-",
    "@",
    "'",
    " ",
    "\t",
    "\r",
    "\n",
    "＝",
    "＠",
    "a",
    "1",
    "\u200b",
  );
  fc.assert(
    fc.property(fc.string({ unit: letter, maxLength: 6 }), (text) => {
      const written = neutraliseText(text);
      expect(restoreText(written)).toBe(text);
      expect(written === text).toBe(!isRiskyText(text));
      expect(/^[\s\u200b]*[=+\-@\t\r＝＠]/.test(written)).toBe(false);
    }),
    { seed: 20261124, numRuns: 2_000 },
  );
});

it("numbers stay numbers and blanks stay blank", async () => {
  const rows = [[1, null, "", -2.5]];
  const [, row] = await readAllRows(await writeXlsx({ sheetName: "x", headers: ["a", "b", "c", "d"], rows }));
  expect(row).toEqual({ row: 2, cells: ["1", "", "", "-2.5"], kinds: "neen" });
  expect(Buffer.from(await writeCsv({ headers: ["a"], rows })).toString()).toBe("\uFEFFa\r\n1,,,-2.5\r\n");
});

describe("the error file", () => {
  const headers = ["主体名称", "信用代码", "原因"];
  const rows = [
    {
      row: { row: 7, cells: ["老槐树面馆", "9.11100000695775E+17", "旧的原因"], kinds: "tnt" },
      reason: "代码被表格软件转成了数字。",
    },
    { row: { row: 9, cells: ["=双桨"], kinds: "t" }, reason: "缺代码。" },
  ];
  it.each(["xlsx", "csv"] as const)(
    "keeps the columns and tells the reason in the last one, as %s",
    async (format) => {
      const bytes = await writeErrorFile({ headers, rows, reasonHeader: "原因", sheetName: "错误", format });
      expect((await readAllRows(bytes)).map((row) => row.cells)).toEqual([
        headers,
        ["老槐树面馆", "9.11100000695775E+17", "代码被表格软件转成了数字。"],
        ["=双桨", "", "缺代码。"],
      ]);
    },
  );
});
