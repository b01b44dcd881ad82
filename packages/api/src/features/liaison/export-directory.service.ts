// The directory as a file: exactly the entries that the filter keeps, mobiles masked.
import { type DirectoryFilter, label, ok, type Result } from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "../import/error-file.service.js";
import { listDirectoryEntries } from "./directory.service.js";
import type { Days } from "./directory.views.js";

const columns = [
  "kind",
  "name",
  "unit",
  "title",
  "territories",
  "office-phone",
  "mobile",
  "from",
  "to",
] as const;

export async function exportDirectory(
  call: Call,
  { format, ...asked }: DirectoryFilter & Days & { readonly format: "xlsx" | "csv" },
): Promise<Result<DownloadFile>> {
  const text = (key: string) => label(key, call.locale);
  const entries = await listDirectoryEntries(call, asked);
  const sheetName = call.locale === "en" ? "directory" : "通讯录";
  const table = {
    sheetName,
    headers: columns.map((column) => text(`directory/${column}`)),
    rows: entries.map((entry) => [
      text(`duty-kind/${entry.kind}`),
      entry.name,
      entry.unit,
      entry.title,
      entry.territoryNames.join("、"),
      entry.officePhone,
      entry.mobile,
      entry.from,
      entry.to,
    ]),
  };
  const bytes = format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${sheetName}-${asked.asOf ?? call.today}.${format}`, bytes });
}
