// Streams the rows of one sheet of an xlsx file. A formula counts by the result that was last computed, an error
// cell by the text it shows, a number by what the spreadsheet shows of it, a vertical merge by its first cell.
// Source: ECMA-376 part 1, clause 18.3.
import type { SheetRow } from "@shian/domain";
import type { Archive } from "./open-archive.js";
import { decodeExcelText, scanPart, type Workbook } from "./read-workbook.js";
import { readAttribute } from "./scan-xml.js";
import type { SpreadsheetLimits } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal } from "./spreadsheet-refusal.js";

const DAY_MS = 86_400_000;

/**
 * A number as a spreadsheet shows it: at most fifteen digits, longer ones in scientific form, so that a code which
 * was turned into a number can never look whole again.
 */
export function toNumberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) < 1e15) return String(Number(value.toPrecision(15)));
  return value
    .toExponential(14)
    .replace(/\.?0+e/, "e")
    .toUpperCase();
}

/** The day that a serial number stands for, `YYYY-MM-DD`; the number's own text when there is no such day. */
export function toSerialDate(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined;
  // The 1900 system counts a 29 February 1900 that never was; days from March on are one behind.
  const shift = from1904 ? 24_107 : serial < 60 ? 25_568 : 25_569;
  return new Date((Math.floor(serial) - shift) * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for A, 25 for Z, 26 for AA; -1 where the reference names no column. */
function toColumn(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 20_000) break;
  }
  return column - 1;
}

type Merge = { readonly column: number; readonly from: number; readonly to: number };

/** Cells merged over several rows, by the row after their first one; read before the rows, since they stand after. */
async function readVerticalMerges(
  archive: Archive,
  path: string,
  limits: SpreadsheetLimits,
): Promise<Merge[]> {
  const merges: Merge[] = [];
  // The list is at the sheet's end: a plain search of the bytes costs a fraction of reading all cells twice.
  let tail = "";
  let found = false;
  for await (const chunk of archive.read(path)) {
    tail += chunk.toString("latin1");
    if (!found) {
      const at = tail.search(/<(?:\w+:)?mergeCells/);
      found = at >= 0;
      tail = found ? tail.slice(at) : tail.slice(-40);
    }
  }
  if (!found) return merges;
  for (const [, ref = ""] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]+)"/g)) {
    const match = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref);
    if (!match || merges.length >= limits.merges) continue;
    const [from, to] = [Number(match[2]), Number(match[3])];
    if (to > from) merges.push({ column: toColumn(match[1] ?? ""), from, to });
  }
  return merges;
}

/** Keeps the first cell of every vertical merge that is open, and gives its text to the blank cells below. */
function createMergeFiller(
  merges: readonly Merge[],
): (row: number, cells: string[], kinds: string[]) => void {
  const waiting = [...merges].sort((a, b) => b.from - a.from);
  let open: { merge: Merge; text: string; kind: string }[] = [];
  return (row, cells, kinds) => {
    open = open.filter(({ merge }) => merge.to >= row);
    for (const { merge, text, kind } of open) {
      if ((cells[merge.column] ?? "") !== "" || text === "") continue;
      while (cells.length < merge.column) {
        cells.push("");
        kinds.push("e");
      }
      cells[merge.column] = text;
      kinds[merge.column] = kind;
    }
    for (let next = waiting.at(-1); next !== undefined && next.from <= row; next = waiting.at(-1)) {
      waiting.pop();
      if (next.from === row) {
        open.push({ merge: next, text: cells[next.column] ?? "", kind: kinds[next.column] ?? "e" });
      }
    }
  };
}

/** The non-blank rows of the sheet, in batches as they arrive. Throws `SpreadsheetRefusal` past a limit. */
export async function* readSheet(
  archive: Archive,
  workbook: Workbook,
  path: string,
  limits: SpreadsheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const merges = await readVerticalMerges(archive, path, limits);
  const fillMerged = merges.length === 0 ? undefined : createMergeFiller(merges);
  let batch: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let kinds: string[] = [];
  let blank = true;
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  // Text counts inside <v> and, for texts written in place, inside <is><t>.
  let taking = false;
  let inReading = false;
  let inData = false;

  const put = (text: string, kind: string): void => {
    if (text === "") return;
    if (text.length > limits.cellLength) {
      throw new SpreadsheetRefusal("spreadsheet/cell-too-long", { row, limit: limits.cellLength });
    }
    if (column >= limits.columns) {
      throw new SpreadsheetRefusal("spreadsheet/too-many-columns", {
        row,
        column: column + 1,
        limit: limits.columns,
      });
    }
    while (cells.length < column) {
      cells.push("");
      kinds.push("e");
    }
    cells[column] = text;
    kinds[column] = kind;
    if (blank && text.trim() !== "") blank = false;
  };

  const closeCell = (): void => {
    if (type === "s") put(workbook.sharedTexts[Number(value)] ?? "", "t");
    else if (type === "str" || type === "inlineStr") put(decodeExcelText(value), "t");
    else if (type === "b") put(value === "1" || value === "true" ? "TRUE" : value === "" ? "" : "FALSE", "t");
    else if (type === "d") put(value.slice(0, 10), "d");
    else if (type === "" || type === "n") {
      const number = Number(value);
      if (value === "" || Number.isNaN(number)) put(value, "t");
      else {
        const day = workbook.dateStyles[style] ? toSerialDate(number, workbook.from1904) : undefined;
        if (day === undefined) put(toNumberText(number), "n");
        else put(day, "d");
      }
    } else put(value, "t");
  };

  const closeRow = (): void => {
    if (blank) return;
    fillMerged?.(row, cells, kinds);
    batch.push({ row, cells, kinds: kinds.join("") });
  };

  const scan = scanPart(archive, path, {
    open: (tag, attributes) => {
      if (tag === "sheetData") inData = true;
      else if (!inData) return;
      else if (tag === "c") {
        const at = toColumn(readAttribute(attributes, "r") ?? "");
        column = at > column ? at : column + 1;
        type = readAttribute(attributes, "t") ?? "";
        style = Number(readAttribute(attributes, "s") ?? 0);
        value = "";
      } else if (tag === "v") taking = true;
      else if (tag === "t") taking = !inReading && type === "inlineStr";
      else if (tag === "rPh") inReading = true;
      else if (tag === "row") {
        const shown = Number(readAttribute(attributes, "r"));
        row = Number.isInteger(shown) && shown > row ? shown : row + 1;
        cells = [];
        kinds = [];
        blank = true;
        column = -1;
      }
    },
    text: (text) => {
      if (taking) value += text;
    },
    close: (tag) => {
      if (!inData) return;
      if (tag === "c") closeCell();
      else if (tag === "v" || tag === "t") taking = false;
      else if (tag === "rPh") inReading = false;
      else if (tag === "row") closeRow();
      else if (tag === "sheetData") inData = false;
    },
  });
  for await (const _ of scan) {
    if (batch.length === 0) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
