// Reads an uploaded file in a thread of its own, its header found by what the caller recognises.
import { ok, type Result, refuse, type SheetRow } from "@shian/domain";
import type { Call, Deps } from "../../deps.js";
import { parseInWorker } from "../../documents/parse-in-worker.js";
import type { SpreadsheetInspection } from "../../documents/read-spreadsheet.js";
import { openFile } from "./import-file.service.js";
import { isStorableText, toStorableText } from "./to-storable-text.js";

/** Whether a cell is a header of the columns that are looked for. */
export type Recognise = (header: string) => boolean;

// One look at a whole row: nearly none has anything to mend.
const toStorableRow = (row: SheetRow): SheetRow =>
  isStorableText(row.cells.join("\n")) ? row : { ...row, cells: row.cells.map(toStorableText) };

const toStorable = (inspection: SpreadsheetInspection): SpreadsheetInspection => ({
  ...inspection,
  headers: inspection.headers.map(toStorableText),
  sample: inspection.sample.map(toStorableRow),
});

export type OpenedFile = { readonly name: string; readonly inspection: SpreadsheetInspection };

/** What the file looks like: where its header is and what stands below it. */
export async function inspectSheet(
  { db, deps }: Pick<Call, "db" | "deps">,
  fileId: string,
  recognise: Recognise,
): Promise<Result<OpenedFile>> {
  const file = await openFile(deps, db, fileId);
  if (file === undefined) return refuse("request/not-found", { id: fileId });
  const inspection = await parseInWorker({ bytes: file.content, recognise });
  return inspection.ok ? ok({ name: file.name, inspection: toStorable(inspection.value) }) : inspection;
}

/** The whole file; `onProgress` hears how many rows have been read so far. */
export const readSheet = (
  deps: Deps,
  ...question: [fileId: string, recognise: Recognise, onProgress?: (rows: number) => Promise<void>]
): Promise<Result<OpenedFile & { readonly rows: readonly SheetRow[] }>> =>
  readSheetWithin({ deps, db: deps.database.db }, ...question);

/** The whole file as a question or a running change sees it. */
export async function readSheetWithin(
  { deps, db }: Pick<Call, "db" | "deps">,
  fileId: string,
  recognise: Recognise,
  onProgress?: (rows: number) => Promise<void>,
): Promise<Result<OpenedFile & { readonly rows: readonly SheetRow[] }>> {
  const file = await openFile(deps, db, fileId);
  if (file === undefined) return refuse("request/not-found", { id: fileId });
  const rows: SheetRow[] = [];
  const inspection = await parseInWorker({
    bytes: file.content,
    recognise,
    onRows: async (batch) => {
      for (const row of batch) rows.push(toStorableRow(row));
      await onProgress?.(rows.length);
    },
  });
  return inspection.ok ? ok({ name: file.name, inspection: toStorable(inspection.value), rows }) : inspection;
}
