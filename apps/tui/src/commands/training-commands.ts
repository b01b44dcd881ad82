// `shian training`: plans with their coverage, who has done what, attendance, and the bank of questions.
import {
  checkTrainingQuestion,
  formatRate,
  label,
  type OperationOutput,
  operations,
  type Problem,
  TrainingQuestion,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { csvStart, formatCsvRow } from "../output/format-csv.js";
import { formatHours } from "../output/format-hours.js";
import { formatTable, type TableColumn } from "../output/format-table.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { readJsonFile } from "./read-text-file.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

const daysOf = (call: Call) => ({
  asOf: findOption(call, "as-of"),
  knownOn: findOption(call, "known-on"),
});

/** A table without pages, as people, programs or spreadsheets read it. */
async function printWhole(
  call: Call,
  answer: object,
  heads: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Promise<ExitCode> {
  const isCsv = call.format === "csv";
  const printed = isCsv
    ? csvStart + [heads.map(({ title }) => title), ...rows].map((row) => formatCsvRow([...row])).join("")
    : formatTable(
        [...heads],
        rows.map((row) => [...row]),
      );
  return printAnswer(call, answer, printed);
}

/** `shian training plans`. */
export async function listPlans(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = operations["training.plans"].input.parse({
    territory: found.place.territory,
    ...daysOf(call),
  });
  const answer = await server.ask("training.plans", input);
  if (!answer.ok) return reportProblems(call, answer.problems);
  return printWhole(
    call,
    answer.value,
    [
      { title: t("column.name") },
      { title: t("column.place") },
      { title: t("column.level") },
      { title: t("training.days") },
      { title: t("training.required"), align: "right" },
      { title: t("training.completed"), align: "right" },
      { title: t("training.coverage"), align: "right" },
      { title: t("column.id") },
    ],
    answer.value.rows.map((plan) => [
      plan.title,
      plan.territoryName,
      plan.levels.map((level) => label(`level/${level}`, locale)).join(" "),
      `${plan.from} ${plan.to}`,
      formatHours(plan.requiredMinutes),
      `${plan.completed.done}/${plan.completed.of}`,
      formatRate(plan.completed) ?? t("word.nothingDue"),
      plan.id,
    ]),
  );
}

/** `shian training sessions PLAN`. */
export async function listSessions(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const input = operations["training.plan"].input.parse({ id: call.args[0] ?? "", ...daysOf(call) });
  const answer = await server.ask("training.plan", input);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printWhole(
    call,
    answer.value,
    [
      { title: t("column.name") },
      { title: t("training.way") },
      { title: t("training.days") },
      { title: t("training.hours"), align: "right" },
      { title: t("training.credited"), align: "right" },
      { title: t("training.tried"), align: "right" },
      { title: t("column.id") },
    ],
    answer.value.sessions.map(({ held, ...session }) => [
      session.title,
      label(`training-way/${held.way}`, locale),
      held.way === "on-site" ? `${held.on} ${held.begins}` : `${held.from} ${held.to}`,
      formatHours(session.minutes),
      String(session.credited),
      held.way === "online" ? String(session.tried) : "-",
      session.id,
    ]),
  );
}

type Person = OperationOutput<"training.people">["rows"][number];

/** `shian training people PLAN [STANDING]`. */
export async function listPeople(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = {
    plan: call.args[0] ?? "",
    standing: call.args[1],
    territory: found.place.territory,
    level: findOption(call, "level"),
    search: findOption(call, "search"),
    ...daysOf(call),
  };
  const columns: readonly ListColumn<Person>[] = [
    { title: t("column.name"), cell: (row) => row.name },
    { title: t("column.unit"), cell: (row) => row.unit },
    { title: t("column.level"), cell: (row) => label(`level/${row.level}`, locale) },
    { title: t("training.standing"), cell: (row) => label(`training-standing/${row.standing}`, locale) },
    { title: t("training.hours"), align: "right", cell: (row) => formatHours(row.minutes) },
    { title: t("training.last"), cell: (row) => row.last ?? "-", csv: (row) => row.last },
    { title: t("column.id"), cell: (row) => row.official },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("training.people", operations["training.people"].input.parse({ ...input, ...page })),
  });
}

type Attended = OperationOutput<"training.session">["rows"][number];

/** `shian training session SESSION`. */
export async function listAttendance(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const input = { id: call.args[0] ?? "", search: findOption(call, "search"), ...daysOf(call) };
  const columns: readonly ListColumn<Attended>[] = [
    { title: t("column.name"), cell: (row) => row.name },
    { title: t("column.unit"), cell: (row) => row.unit },
    { title: t("column.level"), cell: (row) => label(`level/${row.level}`, locale) },
    { title: t("training.how"), cell: (row) => t(`training.${row.way}`) },
    {
      title: t("training.score"),
      align: "right",
      cell: (row) => (row.right === null ? "-" : `${row.right}/${row.of}`),
      csv: (row) => row.right,
    },
    { title: t("training.day"), cell: (row) => row.on },
    { title: t("column.id"), cell: (row) => row.official },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("training.session", operations["training.session"].input.parse({ ...input, ...page })),
  });
}

/** `shian training code SESSION`. */
export async function showCode(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const answer = await server.ask("training.code", { session: call.args[0] ?? "" });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { code, opens, closes, seconds, attended } = answer.value;
  const line =
    code === null
      ? t("training.closed", { from: opens, to: closes })
      : t("training.codeNow", { code: `${code.slice(0, 4)} ${code.slice(4)}`, seconds, attended });
  return printAnswer(call, answer.value, `${line}\n`);
}

/** `shian training enter SESSION OFFICIAL... --reason TEXT`. */
export async function enterAttendance(call: Call): Promise<ExitCode> {
  const [session = "", ...officials] = call.args;
  const reason = findOption(call, "reason");
  if (reason === undefined) return reportMisuse(call, "use.missing", { what: "--reason" });
  const server = await call.connect(call);
  const input = operations["training.enterAttendance"].input.parse({
    txId: createTxId(),
    session,
    officials,
    reason,
  });
  const answer = await server.ask("training.enterAttendance", input);
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const line = call.t("training.enteredNow", { n: answer.value.entered });
  return printAnswer(call, answer.value, `${line}\n`);
}

type Question = OperationOutput<"training.questions">["rows"][number];

/** `shian training questions`. */
export async function listQuestions(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const input = { search: findOption(call, "search") };
  const columns: readonly ListColumn<Question>[] = [
    { title: t("training.topic"), cell: (row) => row.topic },
    { title: t("training.kind"), cell: (row) => label(`question-kind/${row.kind}`, locale) },
    { title: t("training.question"), cell: (row) => row.text },
    {
      title: t("training.right"),
      cell: (row) => row.answers.map((at) => row.options[at]).join(" / "),
    },
    { title: t("column.id"), cell: (row) => row.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("training.questions", operations["training.questions"].input.parse({ ...input, ...page })),
  });
}

/** `shian training add-questions FILE`: all of them are looked at before the first is sent. */
export async function addQuestions(call: Call): Promise<ExitCode> {
  const { t } = call;
  const file = call.args[0] ?? "";
  const read = await readJsonFile(file);
  if (!read.ok) return reportMisuse(call, read.refusal.key, read.refusal.params);
  if (!Array.isArray(read.value)) return reportMisuse(call, "training.notQuestions", { file });
  const questions: TrainingQuestion[] = [];
  const problems: Problem[] = [];
  for (const [at, raw] of read.value.entries()) {
    const parsed = TrainingQuestion.safeParse(raw);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const reason = `${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`.trim();
      return reportMisuse(call, "training.questionShape", { n: at + 1, reason });
    }
    problems.push(...checkTrainingQuestion(parsed.data));
    questions.push(parsed.data);
  }
  if (problems.length > 0) return reportProblems(call, problems, exitCodes.refused);
  const isDry = call.options.has("dry-run");
  if (!isDry) {
    const server = await call.connect(call);
    for (const question of questions) {
      const answer = await server.ask("training.saveQuestion", { txId: createTxId(), version: 0, question });
      if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
    }
  }
  const line = t(isDry ? "training.questionsFine" : "training.questionsAdded", { n: questions.length });
  return printAnswer(call, { questions: questions.length }, `${line}\n`);
}
