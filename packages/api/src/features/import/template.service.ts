// The product's own templates: header rows that the import knows without asking.
import {
  dutyFields,
  dutyHeaders,
  FactKind,
  groupFields,
  groupHeaders,
  ImportKind,
  type Locale,
  label,
  listFactFields,
  listTemplateHeaders,
  nameFactField,
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

function composeFactTemplate(kind: FactKind, locale: Locale) {
  const headers = listFactFields(kind).map((field) => nameFactField(kind, field, locale));
  return { sheetName: label(`fact-kind/${kind}`, locale), headers, rows: [] };
}

function listHeaders(kind: ImportKind, locale: Locale): readonly string[] {
  switch (kind) {
    case "registry":
      return listTemplateHeaders(locale);
    case "officials":
      return officialFields.map((field) => officialHeaders[field][locale][0] ?? field);
    case "duties":
      return dutyFields.map((field) => dutyHeaders[field][locale][0]);
    case "groups":
      return groupFields.map((field) => groupHeaders[field][locale][0]);
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
  const facts = FactKind.safeParse(name);
  const table = facts.success
    ? composeFactTemplate(facts.data, locale)
    : kind.success
      ? {
          sheetName: label(`import-kind/${kind.data}`, locale),
          headers: listHeaders(kind.data, locale),
          rows: [],
        }
      : undefined;
  if (table === undefined) return refuse("request/not-found", { id: name });
  const bytes = format === "xlsx" ? await writeXlsx(table) : await writeCsv(table);
  return ok({ name: `${table.sheetName}.${format}`, bytes });
}
