// Imports: look at a file, preview what it would do, apply it. Both steps are jobs that survive a closed page; their
// progress is in the run. Applying reads and plans again inside the transaction that writes (decision 0005).
import {
  type FileInspection,
  type ImportOutcome,
  type importOutcomes,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, createCall, type Deps } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import type { PlannedRow, ReadFile } from "./import-kind.js";
import { clearRows, insertRows, listDecided, type StoredRow } from "./import-row.repo.js";
import { findRun, insertRun, listUnfinishedRuns, type StoredRun, updateRun } from "./import-run.repo.js";
import { findHandler, inspectFile, readFile } from "./read-import-file.js";
import { guessColumns, RowPlan } from "./run-parts.js";

const SAMPLE_CELLS = 3;

export async function inspectImport(
  call: Call,
  { fileId, kind }: OperationArguments<"import.inspect">,
): Promise<Result<FileInspection>> {
  const opened = await inspectFile(call.db, fileId, kind);
  if (!opened.ok) return opened;
  const { name, inspection } = opened.value;
  const handler = findHandler(kind);
  const guesses = handler.guess({
    headers: inspection.headers,
    sample: inspection.sample.map((row) => [...row.cells]),
  });
  return ok({
    fileId,
    fileName: name,
    kind,
    headerRow: inspection.headerRow,
    columns: inspection.headers.map((header, column) => ({
      header,
      field: guesses[column]?.field ?? null,
      sure: guesses[column]?.sure ?? false,
      sample: inspection.sample
        .map((row) => row.cells[column] ?? "")
        .filter((cell) => cell !== "")
        .slice(0, SAMPLE_CELLS),
    })),
    fields: [...handler.fields],
  });
}

/** Begins a preview; nothing of the register is written, now or when it ends. */
export async function previewImport(
  call: ChangeCall,
  input: OperationArguments<"import.preview">,
): Promise<Result<OperationOutput<"import.preview">>> {
  const opened = await inspectFile(call.db, input.fileId, input.kind);
  if (!opened.ok) return opened;
  const { name, inspection } = opened.value;
  const mapping = guessColumns(findHandler(input.kind), inspection, input.mapping ?? {});
  if (!mapping.ok) return mapping;
  const runId = call.deps.newId();
  await insertRun(call.db, {
    id: runId,
    kind: input.kind,
    fileId: input.fileId,
    fileName: name,
    status: "reading",
    progress: { done: 0, of: null },
    mapping: mapping.value,
    answer: null,
    failure: null,
    graded: null,
    createdAt: call.now,
    updatedAt: call.now,
  });
  call.afterCommit("import preview", () => runJob(call.deps, runId, call.locale, "preview"));
  return ok({ runId });
}

/** Begins to apply a previewed run. */
export async function applyImport(
  call: ChangeCall,
  { runId }: OperationArguments<"import.apply">,
): Promise<Result<OperationOutput<"import.apply">>> {
  const run = await findRun(call.db, runId, { lock: true });
  if (run === undefined) return refuse("request/not-found", { id: runId });
  if (run.status !== "previewed") return refuse("request/not-ready", { status: run.status });
  await updateRun(call.db, runId, {
    status: "applying",
    progress: { done: 0, of: null },
    updatedAt: call.now,
  });
  call.afterCommit("import apply", () => runJob(call.deps, runId, call.locale, "apply"));
  return ok({ runId });
}

type Step = "preview" | "apply";
const statusWhile = { preview: "reading", apply: "applying" } as const;

/** Takes up the runs that a stopped server left half-done; nothing of theirs was written yet. */
export async function resumeImports(deps: Deps): Promise<void> {
  for (const { id, status } of await listUnfinishedRuns(deps.database.db)) {
    const step = status === "applying" ? "apply" : "preview";
    deps.jobs.start(`import ${step} resumed`, () => runJob(deps, id, "zh-CN", step));
  }
}

/** Reads, plans and, when applying, writes; whatever goes wrong stands in the run as its failure. */
async function runJob(deps: Deps, runId: string, locale: Call["locale"], step: Step): Promise<void> {
  const { db } = deps.database;
  const fail = (failure: Problem = { code: "request/internal", params: { reference: runId } }) =>
    updateRun(db, runId, { status: "failed", failure, updatedAt: deps.clock().toISOString() });
  try {
    const run = await findRun(db, runId);
    if (run === undefined) return;
    const read = await readFile(db, run.fileId, run.kind, (done) =>
      updateRun(db, runId, { progress: { done, of: null } }),
    );
    if (!read.ok) return await fail(read.problems[0]);
    const { inspection, rows } = read.value;
    await updateRun(db, runId, { progress: { done: 0, of: rows.length } });
    const file: ReadFile = { headers: inspection.headers, rows, mapping: run.mapping };
    await deps.database.transaction((tx) => settleRun({ deps, db: tx, run, file, locale, step }));
  } catch (error) {
    if (error instanceof Refusal && error.problems[0] !== undefined) return fail(error.problems[0]);
    const reference = deps.newId().slice(0, 8);
    deps.log.error(`import ${step} failed`, error, { reference });
    await fail({ code: "request/internal", params: { reference } });
  }
}

type Settling = {
  readonly deps: Deps;
  readonly db: Call["db"];
  readonly run: StoredRun;
  readonly file: ReadFile;
  readonly locale: Call["locale"];
  readonly step: Step;
};

async function settleRun({ deps, db, run, file, locale, step }: Settling): Promise<void> {
  // Two servers may have taken up the same run; the second waits here and finds it done.
  const present = await findRun(db, run.id, { lock: true });
  if (present?.status !== statusWhile[step]) return;
  const call: ChangeCall = { ...createCall(deps, db, locale), txId: run.id, afterCommit: () => undefined };
  const decided = await listDecided(db, run.id);
  const planned = await findHandler(run.kind).plan(
    call,
    file,
    decided.flatMap(({ row, plan }) => {
      const { decision } = RowPlan.parse(plan);
      return decision === null ? [] : [{ row, decision }];
    }),
  );
  if (!planned.ok) throw new Refusal(planned.problems);
  const { rows, write } = planned.value;
  const graded = step === "apply" ? await write(call) : null;
  await clearRows(db, run.id);
  await insertRows(db, run.id, toStoredRows(file, rows, step === "apply", decided));
  await updateRun(db, run.id, {
    status: step === "apply" ? "applied" : "previewed",
    progress: { done: rows.length, of: rows.length },
    answer: { rows: rows.length, ...countRows(rows), problems: [] },
    graded,
    updatedAt: call.now,
  });
}

export const countRows = (rows: readonly { readonly outcome: ImportOutcome }[]) => {
  const counts = { created: 0, updated: 0, unchanged: 0, held: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts satisfies { [O in (typeof importOutcomes)[number]]: number };
};

function toStoredRows(
  file: ReadFile,
  planned: readonly PlannedRow[],
  applied: boolean,
  decided: readonly StoredRow[],
): StoredRow[] {
  const sheetRows = new Map(file.rows.map((row) => [row.row, row]));
  const decisions = new Map(decided.map(({ row, plan }) => [row, RowPlan.parse(plan).decision]));
  return planned.map((row) => {
    const sheetRow = sheetRows.get(row.row);
    const cells = sheetRow?.cells ?? [];
    const shown =
      row.outcome === "unchanged" ? [] : file.headers.map((header, column) => [header, cells[column] ?? ""]);
    return {
      ...row,
      problems: [...row.problems],
      notices: [...row.notices],
      cells: Object.fromEntries(shown.filter(([, text]) => text !== "")),
      applied: applied && row.outcome !== "held" && row.outcome !== "refused",
      plan: {
        cells: row.outcome === "held" || row.outcome === "refused" ? [...cells] : [],
        kinds: sheetRow?.kinds ?? null,
        decision: decisions.get(row.row) ?? null,
      },
    };
  });
}
