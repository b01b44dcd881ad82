// The queue of held rows, and one of them beside the establishments that it may mean.
import { type OperationArguments, type OperationOutput, ok, type Result, refuse } from "@shian/domain";
import type { Call } from "../../deps.js";
import { countDoubts, pageHeld } from "./held-row.repo.js";
import { findRows } from "./import-row.repo.js";
import { findRun } from "./import-run.repo.js";
import { findHandler, inspectFile } from "./read-import-file.js";
import { openCells } from "./run-parts.js";

export async function listHeld(
  call: Call,
  input: OperationArguments<"import.held">,
): Promise<Result<OperationOutput<"import.held">>> {
  const page = await pageHeld(call.db, input);
  return page.ok ? ok({ ...page.value, doubts: await countDoubts(call.db) }) : page;
}

export async function compareRow(
  call: Call,
  { runId, row }: OperationArguments<"import.compare">,
): Promise<Result<OperationOutput<"import.compare">>> {
  const run = await findRun(call.db, runId);
  const [stored] = run === undefined ? [] : await findRows(call.db, runId, [row]);
  if (run === undefined || stored === undefined) return refuse("request/not-found", { id: runId });
  const { compare } = findHandler(run.kind);
  if (compare === undefined || stored.outcome !== "held") return ok({ candidates: [], fields: [] });
  const opened = await inspectFile(call, run.fileId, run.kind);
  if (!opened.ok) return opened;
  const file = {
    headers: opened.value.inspection.headers,
    rows: [{ row, ...openCells(call.deps.keyring, stored.plan) }],
    mapping: run.mapping,
    options: run.options,
  };
  return compare(
    call,
    file,
    stored.candidates.map(({ id }) => id),
  );
}
