// The one door for uploaded tables: xlsx and delimited text, told apart by content, never by name, both as batches of
// `SheetRow`. The limits of bar S7 hold here whoever calls; servers call it through `parse-in-worker.ts`.
import { Buffer } from "node:buffer";
import type { Problem, Result, SheetRow, SpreadsheetProblemCode } from "@shian/domain";
import { decodeText, type TextEncoding } from "./decode-text.js";
import { findHeader, type RecogniseHeader } from "./find-header.js";
import { openArchive } from "./open-archive.js";
import { readCsv } from "./read-csv.js";
import { readSheet } from "./read-sheet.js";
import { readWorkbook } from "./read-workbook.js";
import { type SpreadsheetLimits, spreadsheetLimits, toMebibytes } from "./spreadsheet-limits.js";
import { SpreadsheetRefusal, toSpreadsheetResult } from "./spreadsheet-refusal.js";

/** A table that is open for reading; `rows` may be called again and starts afresh. */
export type Spreadsheet = {
  readonly format: "xlsx" | "csv";
  readonly encoding: TextEncoding | null;
  /** Visible sheets; one without a name for text. */
  readonly sheets: readonly string[];
  /** Non-blank rows in batches; throws `SpreadsheetRefusal` past a limit or on damage. */
  readonly rows: (sheet: string) => AsyncIterable<readonly SheetRow[]>;
};

/** What a file looks like: where its header is and what stands below it. */
export type SpreadsheetInspection = {
  readonly format: "xlsx" | "csv";
  readonly encoding: TextEncoding | null;
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly headerRow: number;
  readonly headers: readonly string[];
  /** The first rows below the header. */
  readonly sample: readonly SheetRow[];
};

const HEAD_ROWS = 40;
const SAMPLE_ROWS = 20;
// Sheets beyond these are not looked at unless they are asked for by name.
const HEAD_SHEETS = 20;

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte);

// An encrypted xlsx is an old compound file with this entry, its name in UTF-16.
const ENCRYPTED_MARK = Buffer.from("EncryptedPackage", "utf16le");

async function openXlsx(bytes: Uint8Array, limits: SpreadsheetLimits): Promise<Spreadsheet> {
  const archive = await openArchive(bytes, limits);
  const workbook = await readWorkbook(archive);
  return {
    format: "xlsx",
    encoding: null,
    sheets: workbook.sheets.map((sheet) => sheet.name),
    rows: (name) => {
      const sheet = workbook.sheets.find((known) => known.name === name);
      if (!sheet) throw new SpreadsheetRefusal("spreadsheet/sheet-unknown", { sheet: name });
      return countRows(readSheet(archive, workbook, sheet.path, limits), limits);
    },
  };
}

function openText(bytes: Uint8Array, limits: SpreadsheetLimits): Spreadsheet {
  const { text, encoding } = decodeText(bytes);
  if (/^\s*<(?:!doctype|html|\?xml|table)/i.test(text.slice(0, 200)) || text.startsWith("%PDF")) {
    throw new SpreadsheetRefusal("spreadsheet/not-a-spreadsheet");
  }
  return { format: "csv", encoding, sheets: [""], rows: () => countRows(readCsv(text, limits), limits) };
}

async function* countRows(
  batches: Iterable<readonly SheetRow[]> | AsyncIterable<readonly SheetRow[]>,
  limits: SpreadsheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  let count = 0;
  for await (const batch of batches) {
    count += batch.length;
    if (count > limits.rows)
      throw new SpreadsheetRefusal("spreadsheet/too-many-rows", { limit: limits.rows });
    yield batch;
  }
}

const isArchive = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b);

/**
 * Refuses what can be told without reading a single cell: size, kind, and for an archive its directory. Cheap enough for
 * the server's own thread. Throws `SpreadsheetRefusal`.
 */
export async function screenSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<void> {
  if (bytes.length > limits.fileBytes) {
    throw new SpreadsheetRefusal("spreadsheet/file-too-large", {
      size: toMebibytes(bytes.length),
      limit: toMebibytes(limits.fileBytes),
    });
  }
  if (bytes.length === 0) throw new SpreadsheetRefusal("spreadsheet/empty");
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(ENCRYPTED_MARK);
    throw new SpreadsheetRefusal(encrypted ? "spreadsheet/encrypted" : "spreadsheet/old-format");
  }
  if (isArchive(bytes)) await openArchive(bytes, limits);
}

/** The table in `bytes`. Throws `SpreadsheetRefusal`; callers outside this folder use the functions that do not. */
export async function openSpreadsheet(
  bytes: Uint8Array,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Promise<Spreadsheet> {
  await screenSpreadsheet(bytes, limits);
  return isArchive(bytes) ? openXlsx(bytes, limits) : openText(bytes, limits);
}

/** The first rows of a sheet: enough to find the header and to show what stands below it. */
export type SheetHead = { readonly sheet: string; readonly rows: readonly SheetRow[] };

async function readHead(spreadsheet: Spreadsheet, sheet: string): Promise<SheetHead> {
  const rows: SheetRow[] = [];
  for await (const batch of spreadsheet.rows(sheet)) {
    rows.push(...batch.slice(0, HEAD_ROWS + SAMPLE_ROWS - rows.length));
    if (rows.length >= HEAD_ROWS + SAMPLE_ROWS) break;
  }
  return { sheet, rows };
}

/** What can be told of a table without knowing column names. */
export type SpreadsheetHeads = Pick<SpreadsheetInspection, "format" | "encoding" | "sheets"> & {
  readonly heads: readonly SheetHead[];
};

/** The first rows of every visible sheet; throws `SpreadsheetRefusal`. */
export async function readHeads(spreadsheet: Spreadsheet): Promise<SpreadsheetHeads> {
  const { format, encoding, sheets } = spreadsheet;
  const heads: SheetHead[] = [];
  for (const sheet of sheets.slice(0, HEAD_SHEETS)) heads.push(await readHead(spreadsheet, sheet));
  return { format, encoding, sheets, heads };
}

/** The sheet with the most known column names, its header and sample; throws `SpreadsheetRefusal` when all are blank. */
export function inspectHeads(
  { heads, ...shape }: SpreadsheetHeads,
  recognise: RecogniseHeader,
  wanted?: string,
): SpreadsheetInspection {
  if (wanted !== undefined && !heads.some((head) => head.sheet === wanted)) {
    throw new SpreadsheetRefusal("spreadsheet/sheet-unknown", { sheet: wanted });
  }
  let best: SpreadsheetInspection | undefined;
  let most = -1;
  for (const { sheet, rows } of heads) {
    if (wanted !== undefined && sheet !== wanted) continue;
    const header = findHeader(rows.slice(0, HEAD_ROWS), recognise);
    if (!header || header.known <= most) continue;
    const { headerRow, headers } = header;
    const sample = rows.filter((row) => row.row > headerRow).slice(0, SAMPLE_ROWS);
    best = { ...shape, sheet, headerRow, headers, sample };
    most = header.known;
  }
  if (!best) throw new SpreadsheetRefusal("spreadsheet/empty");
  return best;
}

/**
 * Where the header of the file is, its columns and the first rows below it. The sheet with the most known column names
 * is taken. Every reason why a file cannot be read is a `spreadsheet/…` problem. Runs in the calling thread: a server
 * asks `parseInWorker`.
 */
export const inspectSpreadsheet = (
  bytes: Uint8Array,
  recognise: RecogniseHeader,
): Promise<Result<SpreadsheetInspection, Problem<SpreadsheetProblemCode>>> =>
  toSpreadsheetResult(async () => inspectHeads(await readHeads(await openSpreadsheet(bytes)), recognise));
