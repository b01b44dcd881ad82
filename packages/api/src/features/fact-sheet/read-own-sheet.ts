// Reads a sheet of facts that who asks has uploaded, in a thread of its own, with the columns of its kind recognised.
import {
  type FactKind,
  type FactMapping,
  findFactField,
  listFactFields,
  mapFactColumns,
  mostFactRows,
  ok,
  type Problem,
  type Result,
  refuse,
  refuseAll,
  type SheetRow,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findOwnFile } from "../import/import-file.service.js";
import { readSheetWithin } from "../import/read-file.js";
import type { ReadSheet } from "./fact-kind.js";

export type SheetQuestion = {
  readonly fileId: string;
  readonly kind: FactKind;
  readonly mapping?: FactMapping | undefined;
};

/** What stands in the file, as far as the database shows it. */
export async function readFactFile(
  call: Pick<Call, "db" | "deps">,
  { fileId, kind }: Pick<SheetQuestion, "fileId" | "kind">,
): Promise<Result<Pick<ReadSheet, "fileName" | "headers"> & { readonly rows: readonly SheetRow[] }>> {
  const read = await readSheetWithin(call, fileId, (header) => findFactField(kind, header) !== undefined);
  if (!read.ok) return read;
  const { name, inspection, rows } = read.value;
  return ok({ fileName: name, headers: inspection.headers, rows });
}

/** The asker's own sheet, its columns as they say, else as their headers do. */
export async function readOwnSheet(
  call: Call,
  { fileId, kind, mapping = {} }: SheetQuestion,
): Promise<Result<ReadSheet>> {
  // A file is its bringer's: of another's not even its being there is told.
  if (!(await findOwnFile(call, fileId))) return refuse("request/not-found", { id: fileId });
  const file = await readFactFile(call, { fileId, kind });
  if (!file.ok) return file;
  const { headers, rows } = file.value;
  if (rows.length > mostFactRows)
    return refuse("fact-sheet/too-many", { count: rows.length, most: mostFactRows });
  const fields: readonly string[] = listFactFields(kind);
  const problems: Problem[] = [];
  for (const [header, field] of Object.entries(mapping)) {
    if (!headers.includes(header)) problems.push({ code: "import/unknown-header", params: { header } });
    if (field !== null && !fields.includes(field))
      problems.push({ code: "import/unknown-field", params: { field, fields: fields.join(", ") } });
  }
  if (problems.length > 0) return refuseAll(problems);
  return ok({ ...file.value, columns: mapFactColumns({ kind, headers, mapping }) });
}
