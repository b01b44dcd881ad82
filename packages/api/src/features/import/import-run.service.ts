// Looking at runs: their progress, their answer, their rows.
import {
  type ImportAnswer,
  type ImportRun,
  type Locale,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  renderProblem,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { countOutcomes, listRowsWithReasons, pageRows } from "./import-row.repo.js";
import { findRun, listRuns, type StoredRun } from "./import-run.repo.js";

const SHOWN_PROBLEMS = 200;
const ALL_PROBLEMS = 1_000_000;
const SHOWN_RUNS = 20;
const WATCH_MS = 250;

/** The answer of a run as it stands, decisions included, with its reasons in the reader's language. */
export async function composeAnswer(
  call: Call,
  runId: string,
  locale: Locale,
  limit: number,
): Promise<ImportAnswer> {
  const counts = await countOutcomes(call.db, runId);
  const outcome = (name: string) => counts.get(name) ?? 0;
  const rows = await listRowsWithReasons(call.db, runId, limit);
  const problems = rows.flatMap(({ row, problems: reasons, notices }) =>
    [...reasons, ...notices].map((reason) => ({
      row,
      column: reason.column,
      code: reason.code,
      message: renderProblem(reason, locale),
    })),
  );
  return {
    rows: [...counts.values()].reduce((sum, count) => sum + count, 0),
    created: outcome("created"),
    updated: outcome("updated"),
    unchanged: outcome("unchanged"),
    held: outcome("held"),
    refused: outcome("refused"),
    problems: problems.slice(0, limit),
  };
}

async function toRun(call: Call, run: StoredRun, locale: Locale, limit: number): Promise<ImportRun> {
  const { fileId, createdAt, updatedAt, ...shown } = run;
  const answer = run.answer === null ? null : await composeAnswer(call, run.id, locale, limit);
  return { ...shown, answer };
}

export async function getRun(
  call: Call,
  { runId, locale, allProblems }: OperationArguments<"import.run">,
): Promise<Result<ImportRun>> {
  const run = await findRun(call.db, runId);
  if (run === undefined) return refuse("request/not-found", { id: runId });
  return ok(await toRun(call, run, locale, allProblems ? ALL_PROBLEMS : SHOWN_PROBLEMS));
}

export async function listImports(call: Call): Promise<Result<OperationOutput<"import.list">>> {
  const runs: ImportRun[] = [];
  for (const run of await listRuns(call.db, SHOWN_RUNS)) runs.push(await toRun(call, run, call.locale, 0));
  return ok({ runs });
}

export async function listImportRows(
  call: Call,
  input: OperationArguments<"import.rows">,
): Promise<Result<OperationOutput<"import.rows">>> {
  const run = await findRun(call.db, input.runId);
  return run === undefined ? refuse("request/not-found", { id: input.runId }) : pageRows(call.db, input);
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The run whenever it has moved, until it rests: previewed, applied or failed. Asked of the database, so that it does
 * not matter which server process does the work. */
export async function* watchRun(
  call: Call,
  { runId, locale }: OperationArguments<"import.watch">,
  signal: AbortSignal,
): AsyncGenerator<Result<ImportRun>> {
  let last = "";
  while (!signal.aborted) {
    const run = await findRun(call.db, runId);
    if (run === undefined) {
      yield refuse("request/not-found", { id: runId });
      return;
    }
    const seen = `${run.status} ${run.progress.done} ${run.progress.of}`;
    if (seen !== last) yield ok(await toRun(call, run, locale, SHOWN_PROBLEMS));
    last = seen;
    if (run.status !== "reading" && run.status !== "applying") return;
    await wait(WATCH_MS);
  }
}
