// The rows of a run that did not come in, as a file in the columns of the one they came from, with the reasons beside.
import {
  type Locale,
  maskPersonal,
  ok,
  type Result,
  reasonHeaders,
  refuse,
  renderProblem,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { writeErrorFile } from "../../documents/write-error-file.js";
import { listRows } from "./import-row.repo.js";
import { findRun } from "./import-run.repo.js";
import { inspectFile } from "./read-import-file.js";
import { openCells } from "./run-parts.js";

export type DownloadFile = { readonly name: string; readonly bytes: Uint8Array };

/**
 * Held and refused rows; one that was decided to come in is not among them. Telephone and identity numbers are masked:
 * a masked one changes nothing when the mended file comes in.
 */
export async function composeErrorFile(
  call: Call,
  runId: string,
  locale: Locale,
  format: "xlsx" | "csv",
): Promise<Result<DownloadFile>> {
  const run = await findRun(call.db, runId);
  if (run === undefined) return refuse("request/not-found", { id: runId });
  const opened = await inspectFile(call, run.fileId, run.kind);
  if (!opened.ok) return opened;
  const rows = (await listRows(call.db, runId, ["held", "refused"])).map(({ row, problems, plan }) => {
    const { cells, kinds } = openCells(call.deps.keyring, plan);
    return {
      row: { row, cells: cells.map(maskPersonal), kinds },
      reason: problems.map((reason) => renderProblem(reason, locale)).join(" "),
    };
  });
  const reasonHeader = reasonHeaders[locale];
  const bytes = await writeErrorFile({
    headers: opened.value.inspection.headers,
    rows,
    reasonHeader,
    sheetName: reasonHeader,
    format,
  });
  return ok({ name: `${run.fileName.replace(/\.[^.]+$/, "")}-${reasonHeader}.${format}`, bytes });
}
