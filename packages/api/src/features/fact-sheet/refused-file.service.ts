// The rows of a sheet that were refused, or would be, as a file in its own columns with the reasons beside, to be mended and
// brought in again.
import {
  type FactKind,
  type FactMapping,
  maskPersonal,
  ok,
  type Result,
  reasonHeaders,
  refuse,
  renderProblem,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeErrorFile } from "../../documents/write-error-file.js";
import type { DownloadFile } from "../import/error-file.service.js";
import { findSheet, type RefusedRow } from "./fact-sheet.repo.js";
import { listRefused, mayKnowFile, planSheet } from "./fact-sheet.service.js";
import { readFactFile } from "./read-own-sheet.js";

type Format = "xlsx" | "csv";
type Source = Pick<Parameters<typeof writeErrorFile>[0], "headers"> & {
  readonly fileName: string;
  readonly rows: readonly Parameters<typeof writeErrorFile>[0]["rows"][number]["row"][];
};

async function compose(
  { locale }: Call,
  { fileName, headers, rows }: Source,
  refused: readonly RefusedRow[],
  format: Format,
): Promise<Result<DownloadFile>> {
  const reasons = new Map(refused.map(({ row, problems }) => [row, problems]));
  const reasonHeader = reasonHeaders[locale];
  const bytes = await writeErrorFile({
    headers,
    rows: rows.flatMap((row) => {
      const problems = reasons.get(row.row);
      if (problems === undefined) return [];
      const reason = problems.map((one) => renderProblem(one, locale)).join(" ");
      return [{ row: { ...row, cells: row.cells.map(maskPersonal) }, reason }];
    }),
    reasonHeader,
    sheetName: reasonHeader,
    format,
  });
  return ok({ name: `${fileName.replace(/\.[^.]+$/, "")}-${reasonHeader}.${format}`, bytes });
}

/** Of the asker's sheet as it would be entered now. */
export async function composePreviewRefused(
  call: Call,
  question: {
    readonly fileId: string;
    readonly kind: FactKind;
    readonly mapping?: FactMapping | undefined;
    readonly format: Format;
  },
): Promise<Result<DownloadFile>> {
  const planned = await planSheet(call, question);
  if (!planned.ok) return planned;
  return compose(call, planned.value.sheet, listRefused(planned.value), question.format);
}

/** Of a sheet that was entered: for who entered it, and for the whole office. */
export async function composeRefused(call: Call, id: string, format: Format): Promise<Result<DownloadFile>> {
  const sheet = await findSheet(call.db, id);
  if (sheet === undefined) return refuse("request/not-found", { id });
  if (!mayKnowFile(call, sheet)) return refuse("request/not-found", { id });
  // The file is its bringer's; the whole office may see what of it was refused.
  const { deps } = call;
  const file = await readFactFile({ deps, db: deps.database.db }, sheet);
  return file.ok ? compose(call, file.value, sheet.refusedRows, format) : file;
}
