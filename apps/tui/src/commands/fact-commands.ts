// `shian facts KIND FILE`, `facts list` and `facts undo`. stdout is the answer; everything else goes to stderr.
import {
  FactKind,
  type FactSheetPlan,
  factKinds,
  factOutcomes,
  label,
  nameFactField,
  type OperationOutput,
  renderProblem,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatInstant } from "../output/format-instant.js";
import { formatTable } from "../output/format-table.js";
import type { ServerPort } from "../server-port.js";
import { readApply, sayApplied } from "./apply-option.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { saveFile } from "./save-file.js";
import { readMapping, readSource, sendSource } from "./source-file.js";

const REASONS_SHOWN = 20;
const right = "right" as const;

function formatPlan({ t, locale }: Call, plan: FactSheetPlan): string {
  const table = formatTable(
    [{ title: t("import.outcome") }, { title: t("import.rows"), align: right }],
    [
      ...factOutcomes.map((outcome) => [label(`fact-outcome/${outcome}`, locale), String(plan[outcome])]),
      [t("score.total"), String(plan.rows)],
    ],
  );
  const replaced = plan.shown
    .filter(({ outcome }) => outcome === "replaces")
    .slice(0, REASONS_SHOWN)
    .map(({ row, name, before, says }) => `${row}  ${name}  ${before ?? "-"} > ${says ?? "-"}\n`);
  const refused = plan.shown.filter(({ outcome }) => outcome === "refused").slice(0, REASONS_SHOWN);
  if (refused.length === 0) return `${table}${replaced.join("")}`;
  const problems = formatTable(
    [{ title: t("import.row"), align: right }, { title: t("import.column") }, { title: t("score.reason") }],
    refused.flatMap(({ row, problems: all }) =>
      all.map((one) => [String(row), one.column, renderProblem(one, locale)]),
    ),
  );
  const more = plan.refused - refused.length;
  return `${table}${replaced.join("")}\n${problems}${more > 0 ? `${t("import.more", { count: more })}\n` : ""}`;
}

/** Fetches the refused rows and saves them. */
async function saveRefused(
  call: Call,
  server: ServerPort,
  path: string,
  question: Readonly<Record<string, string>>,
  file: string,
): Promise<ExitCode> {
  const format = file.endsWith(".csv") ? "csv" : "xlsx";
  const bytes = await server.fetchRefusedFacts(`${path}/refused.${format}`, {
    ...question,
    locale: call.locale,
  });
  if (!bytes.ok) return reportProblems(call, bytes.problems);
  return saveFile(call, file, bytes.value, "import.saved");
}

/** Previews a sheet, and enters it when asked to. */
export async function enterFacts(call: Call): Promise<ExitCode> {
  const [word = "", file = ""] = call.args;
  const kind = FactKind.safeParse(word);
  if (!kind.success) return reportMisuse(call, "use.missing", { what: factKinds.join("|") });
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const read = await readSource(call, file);
  if (!read.ok) return read.exit;
  const server = await call.connect(call);
  const sent = await sendSource(call, server, read.source);
  if (!sent.ok) return sent.exit;
  const mapping = readMapping(call) ?? {};
  const asked = { fileId: sent.fileId, kind: kind.data, mapping };
  const preview = await server.ask("factSheet.preview", asked);
  if (!preview.ok) return reportProblems(call, preview.problems, exitCodes.misuse);
  const { mark, missing } = preview.value;
  let printed: unknown = preview.value;
  let refusedPath = `file/${asked.fileId}`;
  if (apply) {
    const entered = await server.ask("factSheet.enter", { txId: createTxId(), ...asked, mark });
    if (!entered.ok) return reportProblems(call, entered.problems, exitCodes.refused);
    printed = entered.value;
    refusedPath = entered.value.id;
  }
  await printAnswer(call, printed, formatPlan(call, preview.value));
  if (!call.options.has("quiet")) {
    if (missing.length > 0) {
      const columns = missing.map((field) => nameFactField(kind.data, field, call.locale)).join(", ");
      await call.err.write(`${call.t("facts.missing", { columns })}\n`);
    }
    if (call.format === undefined) await sayApplied(call, apply);
  }
  const errors = findOption(call, "errors");
  if (errors === undefined) return exitCodes.answer;
  const question = { kind: kind.data, mapping: JSON.stringify(mapping) };
  return saveRefused(call, server, refusedPath, question, errors);
}

/** `shian facts list`: the sheets that were entered. */
export async function listFacts(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const columns: readonly ListColumn<OperationOutput<"factSheet.list">["rows"][number]>[] = [
    { title: t("column.id"), cell: (row) => row.id },
    { title: t("column.since"), cell: (row) => formatInstant(row.at) },
    { title: t("column.name"), cell: (row) => row.who },
    { title: t("column.what"), cell: (row) => label(`fact-kind/${row.kind}`, locale) },
    { title: t("import.rows"), align: right, cell: (row) => String(row.rows) },
    ...factOutcomes.map((outcome) => ({
      title: label(`fact-outcome/${outcome}`, locale),
      align: right,
      cell: (row: OperationOutput<"factSheet.list">["rows"][number]) =>
        row.new + row.replaces > 0 ? String(row[outcome]) : "-",
    })),
    { title: t("register.undone"), cell: (row) => formatInstant(row.undoneAt) },
  ];
  return printList(call, { columns, fetchPage: (page) => server.ask("factSheet.list", page) });
}

/** `shian facts undo`: what a sheet entered is as before. */
export async function undoFacts(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const server = await call.connect(call);
  const answer = await server.ask("factSheet.undo", { txId: createTxId(), id });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { undone, left } = answer.value;
  return printAnswer(call, answer.value, `${call.t("facts.undoDone", { undone, left })}\n`);
}
