// Brings in a register as CSV text: parsed, checked, deduplicated, every bad row explained; against a plain loop with the
// rule hard-wired and against papaparse's arrays with the same hard-wired checks. Bars: the quality page, "Import".
import { Buffer } from "node:buffer";
import { createRequire } from "node:module";
import { Readable } from "node:stream";
import { readCsv } from "../../packages/api/src/documents/read-csv.js";
import { openSpreadsheet } from "../../packages/api/src/documents/read-spreadsheet.js";
import { spreadsheetLimits } from "../../packages/api/src/documents/spreadsheet-limits.js";
import { writeXlsx } from "../../packages/api/src/documents/write-spreadsheet.js";
import {
  checkLimitRow,
  importLimit,
  limitReasons,
  markLimitRepeats,
  toLimitOutcomes,
} from "../../packages/domain/bench/limits/import-limit.js";
import { toPlainDate } from "../../packages/domain/src/kernel/plain-date.js";
import type { MergedRow } from "../../packages/domain/src/registry/merge-import.js";
import { planRegisterImport } from "../../packages/domain/src/registry/plan-register-import.js";
import type { SheetRow } from "../../packages/domain/src/registry/sheet-row.js";
import { county, headers, makeRegister, mapping } from "./import-data.js";
import { measureRounds, medianOf, type Rounds, ratioOf } from "./measure-rounds.js";

const bars = { limit: 5, papaparse: 1.4, exceljs: 1.1, growth: 11 } as const;
const SMALL = 10_000;
const LARGE = 100_000;
const XLSX_ROWS = 20_000;
const ROUNDS = 9;
const requireFromApi = createRequire(new URL("../../packages/api/package.json", import.meta.url));

type Answer = { readonly outcomes: ArrayLike<number>; readonly reasons: ArrayLike<number> };

const outcomeNumbers = { created: 0, updated: 1, unchanged: 2, held: 3, refused: 4 } as const;

function* listDataRows(text: string): Generator<SheetRow> {
  for (const batch of readCsv(text, spreadsheetLimits)) for (const row of batch) if (row.row > 1) yield row;
}

function plan(rows: Iterable<SheetRow>): readonly MergedRow[] {
  const planned = planRegisterImport({
    headers,
    rows,
    mapping,
    register: [],
    importedOn: toPlainDate("2026-11-24"),
    mayActIn: (place) => place.startsWith(county),
  });
  if (!planned.ok) throw new Error(planned.problems[0]?.code);
  return planned.value;
}

function toAnswer(rows: readonly MergedRow[]): Answer {
  return {
    outcomes: rows.map(({ outcome }) => outcomeNumbers[outcome]),
    reasons: rows.map(({ problems }) =>
      problems.reduce((bits, { code }) => {
        const at = (limitReasons as readonly string[]).indexOf(code);
        if (at < 0) throw new Error(`the limit has no ${code}`);
        return bits | (1 << at);
      }, 0),
    ),
  };
}

type Papa = { readonly parse: (text: string) => { readonly data: readonly (readonly string[])[] } };

/** What a user would write instead: the hard-wired checks over a library's arrays, giving plain objects. */
function checkArrays(data: readonly (readonly string[])[]): Answer & { readonly rows: unknown } {
  const count = data.length;
  const columns = headers.map(() => new Array<string>(count));
  const reasons = new Uint16Array(count);
  const rows = [];
  for (let row = 0; row < count; row += 1) {
    const [
      name = "",
      code = "",
      licence = "",
      form = "",
      place = "",
      address = "",
      openedOn = "",
      expiresOn = "",
      person = "",
      state = "",
    ] = data[row] ?? [];
    [name, code, licence, form, place, address].forEach((cell, column) => {
      (columns[column] as string[])[row] = cell;
    });
    reasons[row] = checkLimitRow(name, code, licence, form, place, address, openedOn, expiresOn, county);
    rows.push({ name, code, licence, form, place, address, openedOn, expiresOn, person, state });
  }
  markLimitRepeats(reasons, columns, count);
  return { outcomes: toLimitOutcomes(reasons), reasons, rows };
}

function createPeer(): (text: string) => Answer & { readonly rows: unknown } {
  const papa = requireFromApi("papaparse") as Papa;
  // Below the header, and without the blank record that the last line end makes.
  return (text) => checkArrays(papa.parse(text).data.slice(1, -1));
}

function assertEqual(name: string, answer: Answer, expected: Answer): void {
  if (answer.outcomes.length !== expected.outcomes.length)
    throw new Error(`${name} has another number of rows`);
  for (let row = 0; row < expected.outcomes.length; row += 1) {
    if (answer.outcomes[row] !== expected.outcomes[row] || answer.reasons[row] !== expected.reasons[row]) {
      throw new Error(
        `${name} answers ${answer.outcomes[row]}/${answer.reasons[row]} for row ${row}, the limit ${expected.outcomes[row]}/${expected.reasons[row]}`,
      );
    }
  }
}

async function measureText(count: number, rounds: number): Promise<Rounds> {
  const text = makeRegister(count, 20_261_124);
  const peer = createPeer();
  const expected = importLimit(text, count, county);
  assertEqual("papaparse", peer(text), expected);
  assertEqual("shian", toAnswer(plan(listDataRows(text))), expected);
  return measureRounds(
    [
      { name: "limit", run: () => importLimit(text, count, county) },
      { name: "papaparse", run: () => peer(text) },
      { name: "shian", run: () => plan(listDataRows(text)) },
    ],
    { rounds },
  );
}

type ExcelRow = { readonly values: readonly unknown[] };
type Excel = {
  readonly stream: {
    readonly xlsx: {
      readonly WorkbookReader: new (
        file: Readable,
        options: object,
      ) => AsyncIterable<AsyncIterable<ExcelRow>>;
    };
  };
};

/** The peer's rows as arrays of cells. */
function createExcelReader(): (bytes: Uint8Array) => Promise<string[][]> {
  const { stream } = requireFromApi("exceljs") as Excel;
  return async (bytes) => {
    const rows: string[][] = [];
    const options = { sharedStrings: "cache", styles: "cache", worksheets: "emit" };
    for await (const sheet of new stream.xlsx.WorkbookReader(Readable.from([Buffer.from(bytes)]), options)) {
      for await (const row of sheet) rows.push(row.values.slice(1) as string[]);
    }
    return rows;
  };
}

async function readXlsx(bytes: Uint8Array): Promise<SheetRow[]> {
  const spreadsheet = await openSpreadsheet(bytes);
  const rows: SheetRow[] = [];
  for await (const batch of spreadsheet.rows(spreadsheet.sheets[0] ?? ""))
    for (const row of batch) rows.push(row);
  return rows;
}

/** Both readers with their checks on one file, one after the other in each round. */
async function measureXlsx(count: number, rounds: number): Promise<ReadonlyMap<string, number[]>> {
  const table = [...listDataRows(makeRegister(count, 20_261_124))];
  const bytes = await writeXlsx({ sheetName: "汇总", headers, rows: table.map((row) => row.cells) });
  const readExcel = createExcelReader();
  const peer = await readExcel(bytes);
  const own = await readXlsx(bytes);
  // The peer breaks Chinese characters where its pieces meet; there our reader alone can be right.
  const isSame = (theirs: unknown, ours: string): boolean =>
    theirs === ours || String(theirs).includes("\uFFFD");
  const isEqual = peer.every((cells, at) =>
    headers.every((_, column) => isSame(cells[column] ?? "", own[at]?.cells[column] ?? "")),
  );
  if (!isEqual || peer.length !== own.length) throw new Error("the two readers of xlsx read different cells");
  const times = new Map<string, number[]>([
    ["exceljs", []],
    ["shian", []],
  ]);
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of [
      ["exceljs", async () => checkArrays((await readExcel(bytes)).slice(1))],
      ["shian", async () => plan((await readXlsx(bytes)).slice(1))],
    ] as const) {
      const started = performance.now();
      await run();
      times.get(name)?.push(performance.now() - started);
    }
  }
  return times;
}

function show(what: string, rounds: Rounds): void {
  for (const [name, times] of rounds) console.log(`import ${what} ${name}: ${medianOf(times).toFixed(1)} ms`);
}

/** Measures both sizes of text and one of xlsx, prints every median and one line of figures last. */
export async function benchImport(): Promise<boolean> {
  const small = await measureText(SMALL, ROUNDS);
  show(`${SMALL} rows of CSV`, small);
  const large = await measureText(LARGE, ROUNDS);
  show(`${LARGE} rows of CSV`, large);
  const xlsx = await measureXlsx(XLSX_ROWS, ROUNDS);
  show(`${XLSX_ROWS} rows of xlsx`, xlsx);
  const ratio = ratioOf(large, "shian", "limit");
  const toPeer = ratioOf(large, "shian", "papaparse");
  const toExcel = ratioOf(xlsx, "shian", "exceljs");
  // Ten times the rows cost any program more than ten times the time once they outgrow the caches: what counts is how
  // much more than the plain loop, which touches each row once.
  const growth = (10 * ratio) / ratioOf(small, "shian", "limit");
  const held =
    ratio <= bars.limit && toPeer <= bars.papaparse && toExcel <= bars.exceljs && growth <= bars.growth;
  console.log(
    `import: ${held ? "held" : "MISSED"}; ${ratio.toFixed(2)} × limit (bar ${bars.limit}); ` +
      `${toPeer.toFixed(2)} × papaparse arrays with the same checks (bar ${bars.papaparse}); ` +
      `${toExcel.toFixed(2)} × exceljs stream with the same checks (bar ${bars.exceljs}); ` +
      `growth ${growth.toFixed(1)} against the limit's ten (bar ${bars.growth}); ${LARGE} rows, medians of ${ROUNDS}`,
  );
  return held;
}
