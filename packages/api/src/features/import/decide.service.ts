// Decisions about held rows. Before the file is applied a decision moves the row in the plan; afterwards it is carried
// out at once, planned anew against the register as it is now.
import {
  type ImportAnswer,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { putOff } from "./held-row.repo.js";
import type { PlannedRow, ReadFile, RowDecision } from "./import-kind.js";
import { findRows, replaceRows, type StoredRow } from "./import-row.repo.js";
import { findRun, type StoredRun } from "./import-run.repo.js";
import { composeAnswer } from "./import-run.service.js";
import { findHandler, inspectFile } from "./read-import-file.js";
import { openCells, RowPlan, toStoredWriting } from "./run-parts.js";

const SHOWN_PROBLEMS = 200;

type Decision = OperationArguments<"import.decide">["decision"];
type Left = { readonly row: number; readonly problem: Problem };

export async function decideRows(
  call: ChangeCall,
  input: OperationArguments<"import.decide">,
): Promise<Result<ImportAnswer>> {
  const run = await findRun(call.db, input.runId, { lock: true });
  if (run === undefined) return refuse("request/not-found", { id: input.runId });
  if (run.status !== "previewed" && run.status !== "applied")
    return refuse("request/not-ready", { status: run.status });
  const settled = await settleRows(call, run, { ...input, reason: input.reason ?? null });
  if (!settled.ok) return settled;
  // All or none: who decides on a page of rows is told which one stands in the way.
  if (settled.value.left.length > 0) return refuseAll(settled.value.left.map((one) => one.problem));
  return ok(await composeAnswer(call, run.id, call.locale, SHOWN_PROBLEMS));
}

/** Decides rows of the queue, of any runs: those that can be decided so are, the others stay with their reasons. */
export async function decideHeld(
  call: ChangeCall,
  { rows, decision, reason }: OperationArguments<"import.decideHeld">,
): Promise<Result<OperationOutput<"import.decideHeld">>> {
  const byRun = new Map<string, number[]>();
  for (const { runId, row } of rows) byRun.set(runId, [...(byRun.get(runId) ?? []), row]);
  let decided = 0;
  const left: OperationOutput<"import.decideHeld">["left"] = [];
  // In one order, so that two people who decide on the same runs wait for each other instead of blocking.
  for (const [runId, ofRun] of [...byRun].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const run = await findRun(call.db, runId, { lock: true });
    if (run === undefined) return refuse("request/not-found", { id: runId });
    if (run.status !== "applied") return refuse("request/not-ready", { status: run.status });
    const numbers = [...new Set(ofRun)];
    const settled =
      decision.kind === "later"
        ? ok(await putOffRows(call, run, numbers, reason))
        : await settleRows(call, run, { rows: numbers, decision, reason });
    if (!settled.ok) return settled;
    decided += settled.value.decided;
    for (const { row, problem: why } of settled.value.left)
      left.push({ runId, row, problem: { code: why.code, params: why.params } });
  }
  return ok({ decided, left });
}

/** What a decision on some rows of a run came to. */
type Settled = { readonly decided: number; readonly left: readonly Left[] };

async function putOffRows(
  call: ChangeCall,
  run: StoredRun,
  numbers: readonly number[],
  reason: string,
): Promise<Settled> {
  const rows = await findRows(call.db, run.id, numbers);
  const held = new Set(rows.filter(({ outcome }) => outcome === "held").map(({ row }) => row));
  await putOff(call.db, run.id, [...held], {
    decidedBy: nameOf(call),
    decidedAt: call.now,
    reason,
  });
  recordDecision(call, run, held.size, "later", reason);
  const left = numbers.filter((row) => !held.has(row));
  return {
    decided: held.size,
    left: left.map((row) => ({ row, problem: problem("registry/decision-not-held", { row }) })),
  };
}

type Settling = {
  readonly rows: readonly number[];
  readonly decision: Decision;
  readonly reason: string | null;
};

/** Decides rows of a run whose lock is held; in an applied run what they become is written at once. */
async function settleRows(
  call: ChangeCall,
  run: StoredRun,
  { rows: asked, decision, reason }: Settling,
): Promise<Result<Settled>> {
  const rows = await findRows(call.db, run.id, asked);
  const found = new Map(rows.map((row) => [row.row, row]));
  const left: Left[] = [];
  const allowed: { readonly stored: StoredRow; readonly decision: RowDecision }[] = [];
  for (const row of asked) {
    const checked = checkDecision(found.get(row), row, decision);
    if (checked.ok) allowed.push(checked.value);
    else for (const one of checked.problems) left.push({ row, problem: one });
  }
  if (allowed.length === 0) return ok({ decided: 0, left });
  const settled = await settle(call, run, allowed, reason);
  if (!settled.ok) return settled;
  await replaceRows(call.db, run.id, settled.value.settled);
  recordDecision(call, run, settled.value.settled.length, decision.kind, reason);
  return ok({ decided: settled.value.settled.length, left: [...left, ...settled.value.left] });
}

/** One decision for rows is one happening of the run; what it did to establishments is recorded of each of them. */
function recordDecision(
  call: ChangeCall,
  run: StoredRun,
  count: number,
  kind: string,
  reason: string | null,
): void {
  if (count === 0) return;
  call.record({
    objectKind: "import",
    objectId: run.id,
    what: "decided",
    fields: [
      { field: "rows", before: null, after: String(count) },
      { field: "decision", before: null, after: kind },
      ...(reason === null ? [] : [{ field: "reason", before: null, after: reason }]),
    ],
  });
}

function checkDecision(
  stored: StoredRow | undefined,
  row: number,
  decision: Decision,
): Result<{ readonly stored: StoredRow; readonly decision: RowDecision }> {
  if (stored === undefined || stored.outcome !== "held") return refuse("registry/decision-not-held", { row });
  if (!stored.decisions.includes(decision.kind)) return refuse("registry/decision-not-allowed", { row });
  if (decision.kind !== "update") return ok({ stored, decision });
  const [only, ...more] = stored.candidates;
  const target = decision.target ?? (more.length === 0 ? only?.id : undefined);
  return target === undefined
    ? refuse("import/decision-no-target", { row, count: stored.candidates.length })
    : ok({ stored, decision: { kind: "update", target } });
}

/** Plans the rows alone with their decisions; in an applied run what they become is written at once. */
async function settle(
  call: ChangeCall,
  run: StoredRun,
  rows: readonly { readonly stored: StoredRow; readonly decision: RowDecision }[],
  reason: string | null,
): Promise<Result<{ readonly settled: readonly StoredRow[]; readonly left: readonly Left[] }>> {
  const opened = await inspectFile(call, run.fileId, run.kind);
  if (!opened.ok) return opened;
  const file: ReadFile = {
    headers: opened.value.inspection.headers,
    rows: rows.map(({ stored: { row, plan } }) => ({ row, ...openCells(call.deps.keyring, plan) })),
    mapping: run.mapping,
    options: run.options,
  };
  const planned = await findHandler(run.kind).plan(
    call,
    file,
    rows.map(({ stored, decision }) => ({ row: stored.row, decision })),
  );
  if (!planned.ok) return planned;
  const outcomes = new Map(planned.value.rows.map((row) => [row.row, row]));
  const settled: StoredRow[] = [];
  const left: Left[] = [];
  for (const { stored, decision } of rows) {
    const now = outcomes.get(stored.row);
    const by = {
      decidedBy: nameOf(call),
      decidedAt: call.now,
      reason,
      decided: decision.kind,
      decisions: [],
    };
    const plan = { ...RowPlan.parse(stored.plan), decision };
    // Refusing is always possible; what two rows of the file made doubtful stays so until one of them is refused.
    if (decision.kind === "refuse") settled.push({ ...stored, ...by, outcome: "refused", plan });
    else if (now === undefined || !isCarriedOut(now, decision))
      left.push({ row: stored.row, problem: problem("registry/decision-not-allowed", { row: stored.row }) });
    else {
      const applied = run.status === "applied";
      settled.push({ ...stored, ...by, outcome: now.outcome, changes: [...now.changes], applied, plan });
    }
  }
  if (run.status !== "applied" || settled.every(({ outcome }) => outcome === "refused"))
    return ok({ settled, left });
  const { written } = await planned.value.write(call);
  const writings = new Map(written.map((row) => [row.row, row]));
  return ok({
    settled: settled.map((row) => {
      const writing = writings.get(row.row);
      return writing === undefined
        ? row
        : { ...row, written: toStoredWriting(call.deps.keyring, writing, call.now) };
    }),
    left,
  });
}

/** Whether the plan does what was decided: the register may have changed since the row was held. */
const isCarriedOut = (now: PlannedRow, decision: RowDecision): boolean =>
  decision.kind === "create"
    ? now.outcome === "created"
    : decision.kind === "update" &&
      (now.outcome === "updated" || now.outcome === "unchanged") &&
      now.target === decision.target;
