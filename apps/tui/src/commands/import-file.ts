// `shian import registry|territories|officials|duties|groups FILE`: the server reads and previews the file, and with `--apply` writes
// it whole or not at all. stdout is the answer; progress goes to stderr.
import { setTimeout as wait } from "node:timers/promises";
import { ImportKind, importKinds, type OperationOutput, type Problem, type Result } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import type { ServerPort } from "../server-port.js";
import { readApply, sayApplied } from "./apply-option.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { reportMisuse, reportProblems } from "./report.js";
import { saveFile } from "./save-file.js";
import { readMapping, readSource, sendSource } from "./source-file.js";

type Run = OperationOutput<"import.run">;
type Answer = NonNullable<Run["answer"]>;

const FIRST_WAIT_MS = 60;
const LONGEST_WAIT_MS = 700;

/** Asks for the run until it rests; a line of progress on a terminal, elsewhere one for every tenth. */
async function follow(
  call: Call,
  server: ServerPort,
  runId: string,
  until: readonly Run["status"][],
): Promise<Result<Run>> {
  let pause = FIRST_WAIT_MS;
  let told = -1;
  const quiet = call.options.has("quiet");
  for (;;) {
    const answer = await server.ask("import.run", { runId, locale: call.locale, allProblems: true });
    if (!answer.ok) return answer;
    const { status, progress, failure } = answer.value;
    const tenth =
      progress.of === null || progress.of === 0 ? -1 : Math.floor((progress.done * 10) / progress.of);
    const text = call.t(`import.${status}`, { done: progress.done, of: progress.of ?? "?" });
    if (call.errIsTerminal && !quiet) await call.err.write(`\r\u001b[K${text}`);
    else if (!quiet && tenth > told && tenth < 10 && tenth > 0) await call.err.write(`${text}\n`);
    await call.err.flush();
    told = Math.max(told, tenth);
    if (status === "failed" || until.includes(status)) {
      if (call.errIsTerminal && !quiet) await call.err.write("\r\u001b[K");
      return failure === null ? answer : { ok: false, problems: [failure] };
    }
    await wait(pause);
    pause = Math.min(LONGEST_WAIT_MS, Math.round(pause * 1.5));
  }
}

const outcomes = ["created", "updated", "unchanged", "held", "refused"] as const;
const PROBLEMS_SHOWN = 20;

function formatAnswer({ t }: Call, answer: Answer): string {
  const right = "right" as const;
  const rows = [
    ...outcomes.map((outcome) => [t(`outcome.${outcome}`), String(answer[outcome])]),
    [t("score.total"), String(answer.rows)],
  ];
  const table = formatTable(
    [{ title: t("import.outcome") }, { title: t("import.rows"), align: right }],
    rows,
  );
  const shown = answer.problems.slice(0, PROBLEMS_SHOWN);
  if (shown.length === 0) return table;
  const problems = formatTable(
    [{ title: t("import.row"), align: right }, { title: t("import.column") }, { title: t("score.reason") }],
    shown.map((one) => [String(one.row), one.column, one.message]),
  );
  const more = answer.problems.length - shown.length;
  return `${table}\n${problems}${more > 0 ? `${t("import.more", { count: more })}\n` : ""}`;
}

async function saveProblems(call: Call, server: ServerPort, runId: string, file: string): Promise<ExitCode> {
  const bytes = await server.fetchProblems(runId);
  return bytes.ok ? saveFile(call, file, bytes.value, "import.saved") : reportProblems(call, bytes.problems);
}

const refused = (call: Call, problems: readonly Problem[]): ExitCode =>
  reportProblems(call, problems, exitCodes.misuse);

/** Previews the file, and applies it when asked to. */
export async function importFile(call: Call): Promise<ExitCode> {
  const [word = "", file = ""] = call.args;
  const kind = ImportKind.safeParse(word);
  if (!kind.success) return reportMisuse(call, "use.missing", { what: importKinds.join("|") });
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const read = await readSource(call, file);
  if (!read.ok) return read.exit;
  const server = await call.connect(call);
  const sent = await sendSource(call, server, read.source);
  if (!sent.ok) return sent.exit;
  const mapping = readMapping(call);
  const source = findOption(call, "source");
  const options = {
    ...(call.options.has("hold-new") ? { holdNew: true } : {}),
    ...(call.options.has("hold-similar") ? { holdSimilar: true } : {}),
  };
  const preview = await server.ask("import.preview", {
    txId: createTxId(),
    fileId: sent.fileId,
    kind: kind.data,
    ...(mapping === undefined ? {} : { mapping }),
    ...(source === undefined ? {} : { source }),
    ...(Object.keys(options).length === 0 ? {} : { options }),
  });
  if (!preview.ok) return refused(call, preview.problems);
  const { runId } = preview.value;
  let run = await follow(call, server, runId, ["previewed", "applied"]);
  if (run.ok && apply) {
    const applied = await server.ask("import.apply", { txId: createTxId(), runId });
    if (!applied.ok) return reportProblems(call, applied.problems, exitCodes.refused);
    run = await follow(call, server, runId, ["applied"]);
  }
  if (!run.ok) return refused(call, run.problems);
  const { answer, graded } = run.value;
  if (answer === null) return refused(call, run.value.failure === null ? [] : [run.value.failure]);
  await printAnswer(call, answer, formatAnswer(call, answer));
  if (!call.options.has("quiet")) {
    if (run.value.source !== null)
      await call.err.write(`${call.t("import.bySource", { source: run.value.source })}\n`);
    if (graded !== null) await call.err.write(`${call.t("import.graded", graded)}\n`);
    if (call.format === undefined) await sayApplied(call, apply);
  }
  const errors = findOption(call, "errors");
  return errors === undefined ? exitCodes.answer : saveProblems(call, server, runId, errors);
}
