// Bar S7: imports cannot hurt. Times and memory are checked by the drill; here every hostile file is refused by name.
import { describe, expect, it } from "vitest";
import { buildArchive, toWorkbookParts } from "../testing/build-archive.js";
import { buildBomb } from "../testing/build-bomb.js";
import { readAllRows } from "../testing/read-all-rows.js";
import { parseInWorker } from "./parse-in-worker.js";
import { spreadsheetLimits } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

const MEBIBYTE = 1_048_576;

/** The code that the file is refused with; undefined when it is read. */
async function findRefusal(
  bytes: Uint8Array,
  limits?: Parameters<typeof readAllRows>[1],
): Promise<string | undefined> {
  try {
    await readAllRows(bytes, limits);
    return undefined;
  } catch (error) {
    if (error instanceof SpreadsheetRefusal) return error.problem.code;
    throw error;
  }
}

const cells = (xml: string) => buildArchive(toWorkbookParts({ 表: `<sheetData>${xml}</sheetData>` }));
const renamed = async (from: string, to: string): Promise<Buffer> => {
  const archive = await buildArchive({ ...toWorkbookParts({ 表: "" }), [from]: "x" });
  return Buffer.from(archive.toString("latin1").replaceAll(from, to), "latin1");
};
const manyEntries = (count: number) =>
  buildArchive({
    ...toWorkbookParts({ 表: '<sheetData><row r="1"><c t="str"><v>甲</v></c></row></sheetData>' }),
    ...Object.fromEntries(Array.from({ length: count - 5 }, (_, at) => [`xl/media/${at}`, "x"])),
  });

describe("hostile files", () => {
  it("a bomb of 300 MiB is small, and refused by what its directory says", async () => {
    const bomb = await buildBomb(300);
    expect(bomb.length).toBeLessThan(320 * 1024);
    expect(await findRefusal(bomb)).toBe("spreadsheet/inflates-too-far");
  });

  it("a bomb whose directory lies is stopped while it inflates", async () => {
    expect(await findRefusal(await buildBomb(30, MEBIBYTE))).toBe("spreadsheet/unsafe-archive");
    const limits = { ...spreadsheetLimits, inflatedBytes: 4 * MEBIBYTE };
    expect(await findRefusal(await buildBomb(30), limits)).toBe("spreadsheet/inflates-too-far");
  });

  it("1,000 entries are read, 1,001 are refused", async () => {
    expect(await findRefusal(await manyEntries(1_000))).toBeUndefined();
    expect(await findRefusal(await manyEntries(1_001))).toBe("spreadsheet/too-many-entries");
  });

  it.each([
    ["a path that climbs", () => renamed("aa/aa/x.xml", "../../x.xml"), "spreadsheet/unsafe-archive"],
    ["an absolute path", () => renamed("a/x.xml", "/a/xxml"), "spreadsheet/unsafe-archive"],
    ["a path with backslashes", () => renamed("a/x.xml", "a\\x.xml"), "spreadsheet/unsafe-archive"],
    [
      "two entries of one name",
      () => renamed("xl/workbool.xml", "xl/workbook.xml"),
      "spreadsheet/unsafe-archive",
    ],
    ["an archive that is no workbook", () => buildArchive({ "a.txt": "x" }), "spreadsheet/not-a-spreadsheet"],
    ["half an archive", async () => (await manyEntries(40)).subarray(0, 900), "spreadsheet/damaged"],
    [
      "a document type declaration",
      () =>
        buildArchive({
          ...toWorkbookParts({ 表: "" }),
          "xl/worksheets/sheet1.xml": '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>',
        }),
      "spreadsheet/unsafe-archive",
    ],
    [
      "a sheet cut in a tag",
      () =>
        buildArchive({
          ...toWorkbookParts({ 表: "" }),
          "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row",
        }),
      "spreadsheet/damaged",
    ],
    [
      "a tag without an end",
      () => cells(`<row r="1" x="${"a".repeat(3_000_000)}"/>`),
      "spreadsheet/unsafe-archive",
    ],
    [
      "an endless cell",
      () => cells(`<row><c t="str"><v>${"长".repeat(40_000)}</v></c></row>`),
      "spreadsheet/cell-too-long",
    ],
    [
      "a cell far to the right",
      () => cells('<row><c r="GS1" t="str"><v>x</v></c></row>'),
      "spreadsheet/too-many-columns",
    ],
    ["nothing", async () => Buffer.alloc(0), "spreadsheet/empty"],
    ["a file over the limit", async () => Buffer.alloc(20 * MEBIBYTE + 1, 65), "spreadsheet/file-too-large"],
    [
      "an old compound file",
      async () => Buffer.from("d0cf11e0a1b11ae100000000", "hex"),
      "spreadsheet/old-format",
    ],
    [
      "an encrypted workbook",
      async () =>
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "spreadsheet/encrypted",
    ],
    [
      "a program",
      async () => Buffer.from("\u007fELF\u0000\u0000\u0001", "latin1"),
      "spreadsheet/not-a-spreadsheet",
    ],
    [
      "a page that calls itself a table",
      async () => Buffer.from("<html><table></table></html>"),
      "spreadsheet/not-a-spreadsheet",
    ],
    ["a document", async () => Buffer.from("%PDF-1.7\n"), "spreadsheet/not-a-spreadsheet"],
    [
      "bytes of no encoding",
      async () => Buffer.from([0x61, 0xff, 0xff, 0x0a]),
      "spreadsheet/unknown-encoding",
    ],
    [
      "an unpaired quotation mark",
      async () => Buffer.from(`a,b\n"${"x\n".repeat(40_000)}`),
      "spreadsheet/cell-too-long",
    ],
    [
      "two hundred and one columns",
      async () => Buffer.from(`${"a,".repeat(200)}b`),
      "spreadsheet/too-many-columns",
    ],
  ])("%s", async (_, build, code) => {
    expect(await findRefusal(await build())).toBe(code);
  });

  it("an entry marked as encrypted is refused", async () => {
    const archive = await buildArchive(toWorkbookParts({ 表: "" }));
    for (
      let at = archive.indexOf("PK\u0001\u0002");
      at >= 0;
      at = archive.indexOf("PK\u0001\u0002", at + 4)
    ) {
      archive.writeUInt16LE(archive.readUInt16LE(at + 8) | 1, at + 8);
    }
    expect(await findRefusal(archive)).toBe("spreadsheet/encrypted");
  });

  it("as many rows as the limit are read, one more is refused", async () => {
    const limits = { ...spreadsheetLimits, rows: 3 };
    expect(await findRefusal(Buffer.from("a\nb\n\nc\n"), limits)).toBeUndefined();
    expect(await findRefusal(Buffer.from("a\nb\n\nc\nd\n"), limits)).toBe("spreadsheet/too-many-rows");
  });

  it("no cut of a good file crashes the reader", async () => {
    const good = await cells('<row r="1"><c r="A1" t="str"><v>甲</v></c></row>');
    for (let length = 4; length < good.length; length += 7) {
      expect(typeof (await findRefusal(good.subarray(0, length)))).toBe("string");
    }
  });
});

describe("the reading thread", () => {
  const recognise = (text: string): boolean => text === "主体名称";
  const text = `主体名称,编号\n${Array.from({ length: 2_500 }, (_, at) => `店 ${at},${at}`).join("\n")}`;

  it("hands over the inspection and every row below the header, in order", async () => {
    const rows: string[] = [];
    const batches: number[] = [];
    const result = await parseInWorker({
      bytes: Buffer.from(text),
      recognise,
      onRows: async (batch) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        batches.push(batch.length);
        rows.push(...batch.map((row) => `${row.row} ${row.cells[1]}`));
      },
    });
    expect(result).toMatchObject({ ok: true, value: { headerRow: 1, headers: ["主体名称", "编号"] } });
    expect(rows).toEqual(Array.from({ length: 2_500 }, (_, at) => `${at + 2} ${at}`));
    expect(batches).toEqual([1_000, 1_000, 500]);
  });

  it("tells a refusal as a value", async () => {
    const result = await parseInWorker({ bytes: await buildBomb(300), recognise });
    expect(result).toEqual({
      ok: false,
      problems: [{ code: "spreadsheet/inflates-too-far", params: { limit: 200 } }],
    });
    expect(await parseInWorker({ bytes: Buffer.from(text), recognise, sheet: "无" })).toMatchObject({
      ok: false,
      problems: [{ code: "spreadsheet/sheet-unknown" }],
    });
  });

  it("stops when it is told to, before and during reading", async () => {
    const aborted = { ok: false, problems: [{ code: "spreadsheet/aborted", params: {} }] };
    expect(await parseInWorker({ bytes: Buffer.from(text), recognise, signal: AbortSignal.abort() })).toEqual(
      aborted,
    );
    const control = new AbortController();
    const result = await parseInWorker({
      bytes: Buffer.from(text),
      recognise,
      signal: control.signal,
      onRows: () => control.abort(),
    });
    expect(result).toEqual(aborted);
  });

  it("throws on the error of the one who takes the rows", async () => {
    const take = (): void => {
      throw new Error("full");
    };
    await expect(parseInWorker({ bytes: Buffer.from(text), recognise, onRows: take })).rejects.toThrow(
      "full",
    );
  });
});
