// The product's own templates: header rows that the import knows without asking.
import {
  ImportKind,
  type Locale,
  label,
  listTemplateHeaders,
  officialFields,
  officialHeaders,
  ok,
  type Result,
  refuse,
  territoryFields,
  territoryHeaders,
} from "@shian/domain";
import { writeCsv, writeXlsx } from "../../documents/write-spreadsheet.js";
import type { DownloadFile } from "./error-file.service.js";

function listHeaders(kind: ImportKind, locale: Locale): readonly string[] {
  switch (kind) {
    case "registry":
      return listTemplateHeaders(locale);
    case "officials":
      return officialFields.map((field) => officialHeaders[field][locale][0] ?? field);
    case "territories":
      return territoryFields.map((field) => territoryHeaders[field][locale][0] ?? field);
  }
}

/** An empty template of the kind in the language. */
export async function composeTemplate(
  name: string,
  locale: Locale,
  format: "xlsx" | "csv",
): Promise<Result<DownloadFile>> {
  const kind = ImportKind.safeParse(name);
  if (!kind.success) return refuse("request/not-found", { id: name });
  const headers = listHeaders(kind.data, locale);
  const sheetName = label(`import-kind/${kind.data}`, locale);
  const table = { sheetName, headers, rows: [] };
  const bytes = format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${sheetName}.${format}`, bytes });
}
