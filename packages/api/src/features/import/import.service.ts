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
import {
  type Call,
  type ChangeCall,
  createCall,
  type Deps,
  productItself,
  type RecordedChange,
  type Standing,
} from "../../deps.js";
import { Refusal } from "../../refusal.js";
import { toDraft } from "../../trpc/to-draft.js";
import { appendEntry } from "../audit/append-entry.service.js";
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
  await queueJob(call, toQueued(call, "preview", runId));
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
  await queueJob(call, toQueued(call, "apply", runId));
  return ok({ runId });
}

/** Queues jobs for runs that a server before this runner's time left half-done; nothing of theirs was written yet. */
export async function resumeImports(deps: Deps): Promise<void> {
  attachJobRunner(deps);
  for (const { id, status } of await listUnfinishedRuns(deps.database.db)) {
    const step = status === "applying" ? "apply" : "preview";
    await deps.database.transaction(async (db) => {
      const call = { ...createCall(deps, db, "zh-CN"), afterCommit: () => undefined };
      await queueJob(call, toQueued(call, step, id));
    });
  }
  deps.jobs.wake();
}

const toQueued = (call: Call, step: keyof typeof importJobs, runId: string) => ({
  kind: importJobs[step],
  input: { runId, asker: toAsker(call) },
  uniqueKey: `import:${runId}`,
});
