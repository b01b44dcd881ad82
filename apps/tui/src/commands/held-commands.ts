// Held rows, undo of an import, saved sources: `shian import runs|held|decide|undo|sources`.
import { label, type OperationOutput, operations, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { readApply, sayApplied } from "./apply-option.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { sayFact, sayField } from "./say-fact.js";

type Held = OperationOutput<"import.held">["rows"][number];
const right = "right" as const;

/** `shian import runs`: the latest imports. */
export async function listRuns(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const answer = await server.ask("import.list", {});
  if (!answer.ok) return reportProblems(call, answer.problems);
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(answer.value)}\n`);
    return exitCodes.answer;
  }
  const rows = answer.value.runs.map((run) => [
    run.id,
    label(`import-kind/${run.kind}`, locale),
    run.fileName,
    run.source ?? "-",
    label(`status/${run.status}`, locale),
    ...(["created", "updated", "held", "refused"] as const).map((name) => String(run.answer?.[name] ?? "-")),
  ]);
  const columns = [
    { title: t("column.id") },
    { title: t("column.what") },
    { title: t("import.file") },
    { title: t("import.source") },
    { title: t("column.state") },
    ...(["created", "updated", "held", "refused"] as const).map((name) => ({
      title: t(`outcome.${name}`),
      align: right,
    })),
  ];
  await call.out.write(formatTable(columns, rows));
  return exitCodes.answer;
}

/** `shian import held`: the queue of held rows. */
export async function listHeld(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const doubt = findOption(call, "doubt");
  const columns: readonly ListColumn<Held>[] = [
    { title: t("import.row"), cell: (row) => `${row.runId}:${row.row}` },
    { title: t("import.file"), cell: (row) => row.fileName },
    { title: t("column.establishment"), cell: (row) => row.name },
    {
      title: t("score.reason"),
      cell: (row) => row.problems.map((problem) => renderProblem(problem, locale)).join(" "),
    },
    {
      title: t("import.candidates"),
      cell: (row) => row.candidates.map(({ name, id }) => `${name} ${id}`).join("; ") || "-",
    },
    { title: t("import.ways"), cell: (row) => row.decisions.join(",") },
    { title: t("import.later"), csvOnly: true, cell: (row) => row.later?.reason ?? "" },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("import.held", { ...(doubt === undefined ? {} : { doubt }), ...page }),
  });
}

/** The rows named as RUN:ROW; undefined where one is not of that form. */
function readRows(args: readonly string[]): { runId: string; row: number }[] | undefined {
  const rows = args.map((arg) => {
    const at = arg.lastIndexOf(":");
    return { runId: arg.slice(0, at), row: Number(arg.slice(at + 1)) };
  });
  return rows.every(({ runId, row }) => runId !== "" && Number.isInteger(row)) ? rows : undefined;
}

/** `shian import decide`: compares the rows, and with `--apply` decides them. */
export async function decideRows(call: Call): Promise<ExitCode> {
  const { t } = call;
  const rows = readRows(call.args);
  if (rows === undefined) return reportMisuse(call, "use.missing", { what: "RUN:ROW" });
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  if (!mode.apply) return compareRows(call, rows);
  const [kind, reason] = [findOption(call, "as"), findOption(call, "reason")];
  if (kind === undefined) return reportMisuse(call, "use.missing", { what: "--as" });
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const target = findOption(call, "target");
  const input = operations["import.decideHeld"].input.safeParse({
    txId: createTxId(),
    rows,
    decision: { kind, ...(kind === "update" && target !== undefined ? { target } : {}) },
    reason,
  });
  if (!input.success) return reportMisuse(call, "use.missing", { what: "--as" });
  const server = await call.connect(call);
  const answer = await server.ask("import.decideHeld", input.data);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { decided, left } = answer.value;
  if (call.format === "json") await call.out.write(`${JSON.stringify(answer.value)}\n`);
  else await call.out.write(`${t("import.decided", { decided, left: left.length })}\n`);
  if (left.length === 0) return exitCodes.answer;
  return reportProblems(
    call,
    left.map(({ problem }) => problem),
    exitCodes.refused,
  );
}

async function compareRows(call: Call, rows: readonly { runId: string; row: number }[]): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  for (const row of rows) {
    const answer = await server.ask("import.compare", row);
    if (!answer.ok) return reportProblems(call, answer.problems);
    const { candidates, fields } = answer.value;
    if (call.format === "json") {
      await call.out.write(`${JSON.stringify({ ...row, ...answer.value })}\n`);
      continue;
    }
    await call.out.write(
      formatTable(
        [
          { title: `${row.runId}:${row.row}` },
          { title: t("import.thisRow") },
          ...candidates.map(({ id, name }) => ({ title: `${name} ${id}` })),
        ],
        fields.map(({ field, values, differs }) => [
          sayField(call, field),
          // A mark beside the value: colour alone would be lost in a pipe.
          ...values.map(
            (value, at) => `${sayFact(call, field, value)}${at > 0 && differs[at - 1] === true ? " *" : ""}`,
          ),
        ]),
      ),
    );
  }
  if (call.format === undefined) await sayApplied(call, false);
  return exitCodes.answer;
}

/** `shian import undo`: what taking a run back would do; with `--apply` does it. */
export async function undoRun(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const [runId = ""] = call.args;
  const mode = readApply(call);
  if (!mode.ok) return mode.exit;
  const { apply } = mode;
  const reason = findOption(call, "reason");
  if (apply && reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const answer =
    apply && reason !== undefined
      ? await server.ask("import.undo", { txId: createTxId(), runId, reason })
      : await server.ask("import.planUndo", { runId });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { takenOut, restored, refused, rows } = answer.value;
  if (call.format === "json") await call.out.write(`${JSON.stringify(answer.value)}\n`);
  else {
    await call.out.write(`${t("import.undoSums", { takenOut, restored, refused })}\n`);
    for (const { row, problem } of rows.slice(0, 50))
      if (problem !== null) await call.out.write(`- ${row}  ${renderProblem(problem, locale)}\n`);
  }
  if (call.format === undefined) await sayApplied(call, apply);
  return exitCodes.answer;
}

/** `shian import sources`: mappings that the office keeps. */
export async function listSources(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const answer = await server.ask("import.mappings", {});
  if (!answer.ok) return reportProblems(call, answer.problems);
  if (call.format === "json") await call.out.write(`${JSON.stringify(answer.value)}\n`);
  else
    await call.out.write(
      formatTable(
        [
          { title: t("import.source") },
          { title: t("column.what") },
          { title: t("import.version"), align: right },
          { title: t("import.savedBy") },
          { title: t("import.column") },
        ],
        answer.value.mappings.map((one) => [
          one.source,
          label(`import-kind/${one.kind}`, locale),
          String(one.version),
          one.savedBy,
          Object.entries(one.mapping)
            .map(([header, field]) => `${header}=${field ?? ""}`)
            .join(", "),
        ]),
      ),
    );
  return exitCodes.answer;
}
