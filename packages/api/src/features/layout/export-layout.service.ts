// A list in the columns of a layout, as a file: exactly what the filter keeps on the day. Telephone numbers go out masked
// unless who asks may have them in clear; texts are neutralised where the file is written.
import { ok, type RegistryFilter, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "../import/error-file.service.js";
import type { Picture } from "../picture/picture.js";
import { mayExportClear } from "../registry/export-registry.service.js";
import { createWriter, findLayout } from "./layout.service.js";
import { type LayoutRow, listLayoutRows } from "./list-layout-rows.js";

async function* writeAll<T>(
  rows: AsyncIterable<LayoutRow> | Iterable<LayoutRow>,
  write: (row: LayoutRow) => T,
) {
  for await (const row of rows) yield write(row);
}

export async function exportLayout(
  call: Call,
  input: {
    readonly id: string;
    readonly filter: RegistryFilter;
    readonly asOf: Picture["asOf"] | undefined;
    readonly knownOn: Picture["knownOn"] | undefined;
    readonly format: "xlsx" | "csv";
    readonly inClear: boolean;
  },
): Promise<Result<DownloadFile>> {
  const { filter, asOf, knownOn, inClear } = input;
  if (inClear) {
    const allowed = mayExportClear(call);
    if (!allowed.ok) return allowed;
  }
  const layout = await findLayout(call, input.id);
  if (!layout.ok) return layout;
  const { kind, title, columns } = layout.value;
  const listed = await listLayoutRows(call, { kind, filter, asOf, knownOn, inClear });
  if (!listed.ok) return listed;
  const table = {
    sheetName: title,
    headers: columns.map(({ header }) => header),
    rows: writeAll(listed.value.rows, createWriter(call, layout.value)),
  };
  const bytes = input.format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${title}-${listed.value.asOf}.${input.format}`, bytes });
}
