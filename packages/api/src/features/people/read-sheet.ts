// Reads a file of accounts or of grants, and refuses as a whole one that does both.
import {
  accountHeaders,
  findAccountField,
  findGrantField,
  grantHeaders,
  type Locale,
  maskPersonal,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
  renderProblem,
  type SheetPlan,
  type SheetRow,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { parseInWorker } from "../../documents/parse-in-worker.js";
import { openFile } from "../import/import-file.service.js";
import { toStorableText } from "../import/to-storable-text.js";

/** How the two kinds of files are read. */
const kinds = {
  accounts: {
    find: findAccountField as (header: string) => string | undefined,
    headers: accountHeaders as { readonly [field: string]: { readonly [L in Locale]: readonly string[] } },
    needed: ["name", "username"],
    /** Fields of the other kind that this one must not carry. */
    isForeign: (header: string) => findGrantField(header) === "role",
    foreign: "person/sheet-with-grants",
  },
  grants: {
    find: findGrantField as (header: string) => string | undefined,
    headers: grantHeaders as { readonly [field: string]: { readonly [L in Locale]: readonly string[] } },
    needed: ["username", "role", "reason"],
    isForeign: (header: string) => ["mobile", "officePhone", "unit"].includes(findAccountField(header) ?? ""),
    foreign: "grant/sheet-with-accounts",
  },
} as const;

/** A file with its rows as cells by field. */
export type ReadSheet = {
  readonly fileName: string;
  readonly rows: readonly { readonly row: number; readonly cells: { readonly [field: string]: string } }[];
  /** The file's own header of a field. */
  readonly headerOf: (field: string) => string;
};

export async function readSheet(
  call: Call,
  kind: keyof typeof kinds,
  fileId: string,
): Promise<Result<ReadSheet>> {
  const { find, headers, needed, isForeign, foreign } = kinds[kind];
  const file = await openFile(call.deps, call.db, fileId);
  if (file === undefined) return refuse("request/not-found", { id: fileId });
  const rows: SheetRow[] = [];
  const inspection = await parseInWorker({
    bytes: file.content,
    recognise: (header) => find(header) !== undefined,
    onRows: (batch) => {
      rows.push(...batch);
    },
  });
  if (!inspection.ok) return inspection;
  const columns = inspection.value.headers.map((header) => toStorableText(header));
  const column = columns.find(isForeign);
  if (column !== undefined) return refuse(foreign, { column });
  const fields = columns.map(find);
  const missing = needed
    .filter((field) => !fields.includes(field))
    .map((field) => problem("sheet/column-missing", { column: headers[field]?.[call.locale][0] ?? field }));
  if (missing.length > 0) return refuseAll(missing);
  const toCells = (row: SheetRow) =>
    Object.fromEntries(
      fields.flatMap((field, at) =>
        field === undefined ? [] : [[field, toStorableText(row.cells[at] ?? "")] as const],
      ),
    );
  return ok({
    fileName: file.name,
    rows: rows.map((row) => ({ row: row.row, cells: toCells(row) })),
    headerOf: (field) => columns[fields.indexOf(field)] ?? "",
  });
}

/** One row as it was judged: what it would do, or why not. */
export type JudgedRow<T> = {
  readonly row: number;
  readonly username: string;
  readonly judged:
    | { readonly ok: true; readonly value: T; readonly says: string }
    | { readonly ok: false; readonly problems: readonly (Problem & { readonly field?: string })[] };
};

/** The plan as it is shown, its reasons in the asker's language; numbers in the wrong column are masked. */
export const toSheetPlan = <T>(
  { fileName, headerOf }: ReadSheet,
  judged: readonly JudgedRow<T>[],
  locale: Locale,
): SheetPlan => ({
  fileName,
  rows: judged.length,
  taken: judged.flatMap(({ row, username, judged: one }) =>
    one.ok ? [{ row, username: maskPersonal(username), says: maskPersonal(one.says) }] : [],
  ),
  refused: judged.flatMap(({ row, judged: one }) =>
    one.ok
      ? []
      : one.problems.map((reason) => ({
          row,
          column: reason.field === undefined ? "" : headerOf(reason.field),
          code: reason.code,
          message: maskPersonal(renderProblem(reason, locale)),
        })),
  ),
});
