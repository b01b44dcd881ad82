// Imports: look at a file, preview what it would do, apply it. Both steps are jobs that survive a closed page; their
// progress is in the run. Applying reads and plans again inside the transaction that writes (decision 0005).
import {
  type FileInspection,
  type ImportOptions,
  maskPersonal,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, createCall, type Deps } from "../../deps.js";
import { toAsker } from "../job/asker.js";
import { queueJob } from "../job/queue-job.service.js";
import { importJobs } from "./import.job.js";
import { findRun, insertRun, listUnfinishedRuns, updateRun } from "./import-run.repo.js";
import { findProposal, listFitting } from "./mapping.service.js";
import { findHandler, inspectFile } from "./read-import-file.js";
import { guessColumns } from "./run-parts.js";

const SAMPLE_CELLS = 3;

export async function inspectImport(
  call: Call,
  { fileId, kind }: OperationArguments<"import.inspect">,
): Promise<Result<FileInspection>> {
  const opened = await inspectFile(call, fileId, kind);
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
        .map((row) => maskPersonal(row.cells[column] ?? ""))
        .filter((cell) => cell !== "")
        .slice(0, SAMPLE_CELLS),
    })),
    fields: [...handler.fields],
    saved: await listFitting(call, kind, inspection.headers),
  });
}

/** Begins a preview; nothing of the register is written, now or when it ends. */
export async function previewImport(
  call: ChangeCall,
  input: OperationArguments<"import.preview">,
): Promise<Result<OperationOutput<"import.preview">>> {
  const opened = await inspectFile(call, input.fileId, input.kind);
  if (!opened.ok) return opened;
  const { name, inspection } = opened.value;
  const proposed = await findProposal(call, input, inspection.headers);
  if (!proposed.ok) return proposed;
  const { source, options } = proposed.value;
  const mapping = guessColumns(findHandler(input.kind), inspection, {
    ...proposed.value.mapping,
    ...input.mapping,
  });
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
    source,
    options: { ...options, ...definedOptions(input.options) },
    appliedAt: null,
    undone: null,
    createdAt: call.now,
    updatedAt: call.now,
  });
  await queueStep(call, "preview", runId);
  return ok({ runId });
}

const definedOptions = (options: OperationArguments<"import.preview">["options"]): Partial<ImportOptions> =>
  Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));

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
  await queueStep(call, "apply", runId);
  return ok({ runId });
}

/** Queues a step of a run in the name of who asks. */
async function queueStep(
  call: Call & Pick<ChangeCall, "afterCommit">,
  step: keyof typeof importJobs,
  runId: string,
): Promise<void> {
  const input = { runId, asker: toAsker(call) };
  await queueJob(call, { kind: importJobs[step], input, uniqueKey: `import:${runId}` });
}

/** Queues the steps that an earlier version of the product left half-done without a job; nothing of theirs was written. */
export async function resumeImports(deps: Deps): Promise<void> {
  for (const { id, status } of await listUnfinishedRuns(deps.database.db))
    await deps.database.transaction((db) =>
      queueStep(
        { ...createCall(deps, db, "zh-CN"), afterCommit: () => undefined },
        status === "applying" ? "apply" : "preview",
        id,
      ),
    );
  deps.jobs.wake();
}
