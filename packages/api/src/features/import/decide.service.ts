// Decisions about held rows. Before the file is applied a decision moves the row in the plan; afterwards it is carried
// out at once, planned anew against the register as it is now.
import {
  type ImportAnswer,
  type OperationArguments,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import type { RowDecision } from "./import-kind.js";
import { findRows, replaceRows, type StoredRow } from "./import-row.repo.js";
import { findRun, type StoredRun } from "./import-run.repo.js";
import { composeAnswer } from "./import-run.service.js";
import { findHandler, inspectFile } from "./read-import-file.js";
import { openCells, RowPlan } from "./run-parts.js";

const SHOWN_PROBLEMS = 200;

export async function decideRows(
  call: ChangeCall,
  input: OperationArguments<"import.decide">,
): Promise<Result<ImportAnswer>> {
  const run = await findRun(call.db, input.runId, { lock: true });
  if (run === undefined) return refuse("request/not-found", { id: input.runId });
  if (run.status !== "previewed" && run.status !== "applied")
    return refuse("request/not-ready", { status: run.status });
  const rows = await findRows(call.db, run.id, input.rows);
  const problems = checkDecision(rows, input);
  if (problems.length > 0) return refuseAll(problems);
  const opened = await inspectFile(call, run.fileId, run.kind);
  if (!opened.ok) return opened;
  const settled = await settle(call, run, opened.value.inspection.headers, rows, input.decision);
  if (!settled.ok) return settled;
  await replaceRows(call.db, run.id, settled.value);
  return ok(await composeAnswer(call, run.id, call.locale, SHOWN_PROBLEMS));
}

function checkDecision(
  rows: readonly StoredRow[],
  { rows: numbers, decision }: OperationArguments<"import.decide">,
): readonly Problem[] {
  const found = new Map(rows.map((row) => [row.row, row]));
  return numbers.flatMap((row): Problem[] => {
    const stored = found.get(row);
    if (stored === undefined || stored.outcome !== "held")
      return [problem("registry/decision-not-held", { row })];
    return stored.decisions.includes(decision.kind)
      ? []
      : [problem("registry/decision-not-allowed", { row })];
  });
}

/** Plans the rows alone with the decision; in an applied run what they become is written at once. */
async function settle(
  call: ChangeCall,
  run: StoredRun,
  headers: readonly string[],
  rows: readonly StoredRow[],
  decision: RowDecision,
): Promise<Result<StoredRow[]>> {
  const sheetRows = rows.map(({ row, plan }) => ({ row, ...openCells(call.deps.keyring, plan) }));
  const planned = await findHandler(run.kind).plan(
    call,
    { headers, rows: sheetRows, mapping: run.mapping },
    rows.map(({ row }) => ({ row, decision })),
  );
  if (!planned.ok) return planned;
  const outcomes = new Map(planned.value.rows.map((row) => [row.row, row]));
  const settled: StoredRow[] = [];
  for (const stored of rows) {
    const now = outcomes.get(stored.row);
    // Refusing is always possible; what two rows of the file made doubtful stays so until one of them is refused.
    if (decision.kind === "refuse") {
      settled.push({
        ...stored,
        outcome: "refused",
        decided: "refuse",
        decisions: [],
        plan: withDecision(stored, decision),
      });
      continue;
    }
    if (now === undefined || now.outcome === "held")
      return refuse("registry/decision-not-allowed", { row: stored.row });
    settled.push({
      ...stored,
      outcome: now.outcome,
      decided: decision.kind,
      decisions: [],
      changes: [...now.changes],
      applied: run.status === "applied",
      plan: withDecision(stored, decision),
    });
  }
  if (run.status === "applied" && decision.kind !== "refuse") await planned.value.write(call);
  return ok(settled);
}

const withDecision = ({ plan }: StoredRow, decision: RowDecision) => ({ ...RowPlan.parse(plan), decision });
