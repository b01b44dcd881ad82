// `shian allocate` and `shian allocation`: planned in the background with its progress on stderr, looked at, applied,
// undone.
import { setTimeout as wait } from "node:timers/promises";
import {
  type AllocatedGap,
  type AllocationRow,
  type AllocationRun,
  type Level,
  label,
  type Result,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatInstant } from "../output/format-instant.js";
import type { ServerPort } from "../server-port.js";
import { readApply } from "./apply-option.js";
import { type Call, findOption, listOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { formatAllocation, type Moves } from "./format-allocation.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

const FIRST_WAIT_MS = 60;
const LONGEST_WAIT_MS = 700;
const MOVES_SHOWN = 20;

const isAtWork = ({ state }: AllocationRun) =>
  state === "planning" || state === "applying" || state === "undoing";

/** Asks for the allocation until it rests; a line of progress on a terminal, elsewhere one for every tenth. */
async function follow(call: Call, server: ServerPort, id: string): Promise<Result<AllocationRun>> {
  const quiet = call.options.has("quiet");
  let pause = FIRST_WAIT_MS;
  let told = 0;
  for (;;) {
    const answer = await server.ask("allocation.get", { id });
    if (!answer.ok) return answer;
    const { state, progress } = answer.value;
    const isOver = !isAtWork(answer.value);
    const tenth = progress.of === null ? 0 : Math.floor((progress.done * 10) / Math.max(1, progress.of));
    const text = call.t("allocate.progress", {
      state: label(`allocation-state/${state}`, call.locale),
      done: progress.done,
      of: progress.of ?? "?",
    });
    if (call.errIsTerminal && !quiet) await call.err.write(isOver ? "\r\u001b[K" : `\r\u001b[K${text}`);
    else if (!quiet && !isOver && tenth > told) await call.err.write(`${text}\n`);
    await call.err.flush();
    told = Math.max(told, tenth);
    if (isOver) return answer;
    await wait(pause);
    pause = Math.min(LONGEST_WAIT_MS, Math.round(pause * 1.5));
  }
}

const readPins = (call: Call) =>
  (call.options.get("pin") ?? []).map((pin) => {
    const at = pin.indexOf("=");
    return { establishment: pin.slice(0, at), official: pin.slice(at + 1) };
  });

/** `shian allocate`: officials for every establishment, or those that options name; applies only with `--apply`. */
export async function allocate(call: Call): Promise<ExitCode> {
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const { territory } = found.place;
  const [level, from, spread] = ["level", "from", "keep-first"].map((name) => findOption(call, name));
  const pinned = readPins(call);
  const gaps = listOption(call, "gap") as readonly AllocatedGap[];
  const establishments = listOption(call, "establishment");
  const planned = await server.ask("allocation.plan", {
    txId: createTxId(),
    ...(territory === undefined ? {} : { territory }),
    ...(level === undefined ? {} : { level: level as Level }),
    ...(from === undefined ? {} : { from }),
    ...(spread === undefined ? {} : { spread: Number(spread) }),
    ...(pinned.length === 0 ? {} : { pinned }),
    ...(gaps.length === 0 ? {} : { gaps: [...gaps] }),
    ...(establishments.length === 0 ? {} : { establishments: [...establishments] }),
  });
  if (!planned.ok) return reportProblems(call, planned.problems, exitCodes.refused);
  const run = await follow(call, server, planned.value.id);
  return apply && run.ok && run.value.state === "planned"
    ? makeChange(call, server, run.value)
    : print(call, server, run);
}

/** Applies the plan and follows it. */
async function makeChange(call: Call, server: ServerPort, run: AllocationRun): Promise<ExitCode> {
  const made = await server.ask("allocation.make", {
    txId: createTxId(),
    id: run.id,
    fingerprint: run.preview?.fingerprint ?? "",
  });
  if (!made.ok) return reportProblems(call, made.problems, exitCodes.refused);
  return print(call, server, await follow(call, server, run.id));
}

/** The allocation on stdout; what it has come to on stderr. */
async function print(call: Call, server: ServerPort, run: Result<AllocationRun>): Promise<ExitCode> {
  if (!run.ok) return reportProblems(call, run.problems, exitCodes.refused);
  const { id, state, preview, failure, kept } = run.value;
  if (failure !== null) return reportProblems(call, [failure], exitCodes.refused);
  if (call.format === "json") await call.out.write(`${JSON.stringify(run.value)}\n`);
  else if (preview !== null) {
    const moves = await server.ask("allocation.moves", { id, limit: MOVES_SHOWN });
    if (!moves.ok) return reportProblems(call, moves.problems, exitCodes.refused);
    await call.out.write(formatAllocation(call, preview, moves.value.rows));
  }
  if (!call.options.has("quiet")) {
    const next =
      state === "planned" ? "allocate.toApply" : state === "applied" ? "allocate.toUndo" : undefined;
    await call.err.write(`${label(`allocation-state/${state}`, call.locale)}\n`);
    if (kept > 0) await call.err.write(`${call.t("allocate.undoneKept", { n: kept })}\n`);
    if (next !== undefined) await call.err.write(`${call.t(next, { id })}\n`);
  }
  return state === "cancelled" ? exitCodes.refused : exitCodes.answer;
}

/** `shian allocation show ID`: an allocation with its proof; waits while the server is at work on it. */
export async function showAllocation(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  return print(call, server, await follow(call, server, id));
}

/** `shian allocation apply ID`: carries out a plan that was looked at. */
export async function applyAllocation(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const run = await server.ask("allocation.get", { id });
  if (!run.ok) return reportProblems(call, run.problems, exitCodes.refused);
  return makeChange(call, server, run.value);
}

/** `shian allocation undo ID`: takes an applied one back, whole or not at all. */
export async function undoAllocation(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const asked = await server.ask("allocation.undo", { txId: createTxId(), id });
  if (!asked.ok) return reportProblems(call, asked.problems, exitCodes.refused);
  return print(call, server, await follow(call, server, id));
}

/** `shian allocation cancel ID`: asks for the end of what the server is at work on; nothing of it is written. */
export async function cancelAllocation(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const run = await server.ask("allocation.get", { id });
  if (!run.ok) return reportProblems(call, run.problems, exitCodes.refused);
  const cancelled = await server.ask("job.cancel", { txId: createTxId(), id: run.value.jobId ?? "" });
  if (!cancelled.ok) return reportProblems(call, cancelled.problems, exitCodes.refused);
  return print(call, server, await follow(call, server, id));
}

/** `shian allocation moves ID`: every move of it. */
export async function listMoves(call: Call): Promise<ExitCode> {
  const { t } = call;
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const columns: readonly ListColumn<Moves[number]>[] = [
    { title: t("column.establishment"), cell: (row) => row.establishment.name },
    { title: t("column.place"), cell: (row) => row.establishment.placeName },
    { title: t("allocate.before"), cell: (row) => row.from?.name ?? t("allocate.nobody") },
    { title: t("allocate.after"), cell: (row) => row.to.name },
    {
      title: t("column.load"),
      align: "right",
      cell: (row) => String(row.to.load),
      csv: (row) => row.to.load,
    },
    { title: t("column.id"), csvOnly: true, cell: (row) => row.establishment.id },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("allocation.moves", { id, ...page }) });
}

/** `shian allocation list`: those that were asked for, the newest first. */
export async function listAllocations(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const columns: readonly ListColumn<AllocationRow>[] = [
    { title: t("column.id"), cell: (row) => row.id },
    { title: t("column.place"), cell: (row) => row.placeName || "-" },
    { title: t("column.state"), cell: (row) => label(`allocation-state/${row.state}`, locale) },
    { title: t("column.since"), cell: (row) => row.from },
    { title: t("allocate.added"), align: "right", cell: (row) => String(row.added), csv: (row) => row.added },
    { title: t("allocate.moved"), align: "right", cell: (row) => String(row.moved), csv: (row) => row.moved },
    { title: t("column.name"), cell: (row) => row.who },
    {
      title: t("allocate.undoUntil"),
      cell: (row) => formatInstant(row.undoUntil),
      csv: (row) => row.undoUntil,
    },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("allocation.list", page) });
}
