import type { SheetRow } from "@shian/domain";
import { openSpreadsheet } from "../documents/read-spreadsheet.js";
import type { SpreadsheetLimits } from "../documents/spreadsheet-limits.js";

/** Every non-blank row of the file's first sheet; throws `SpreadsheetRefusal`. */
export async function readAllRows(bytes: Uint8Array, limits?: SpreadsheetLimits): Promise<SheetRow[]> {
  const spreadsheet = await openSpreadsheet(bytes, limits);
  const rows: SheetRow[] = [];
  for await (const batch of spreadsheet.rows(spreadsheet.sheets[0] ?? "")) rows.push(...batch);
  return rows;
}
