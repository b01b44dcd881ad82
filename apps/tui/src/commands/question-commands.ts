// `shian question` and `shian answers`: questions from below, what is done with them, and what was answered.
import {
  label,
  type OperationArguments,
  type OperationOutput,
  operations,
  type QuestionRow,
  questionStates,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import type { ServerPort } from "../server-port.js";
import { type Call, findOption } from "./command.js";
import { createTxId } from "./create-tx-id.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

type Detail = OperationOutput<"question.get">;
type Step = OperationArguments<"question.act">["step"];

const toColumns = ({ t, locale }: Call): readonly ListColumn<QuestionRow>[] => [
  { title: label("question/subject", locale), cell: (row) => row.subject },
  {
    title: label("question/state", locale),
    cell: (row) => `${label(`question-state/${row.state}`, locale)}${row.unread ? " !" : ""}`,
    csv: (row) => row.state,
  },
  { title: label("question/place", locale), cell: (row) => row.placeName },
  { title: label("question/asked-by", locale), cell: (row) => row.askedBy },
  { title: label("question/asked-on", locale), cell: (row) => row.askedOn },
  { title: label("question/joined", locale), align: "right", cell: (row) => String(row.joined) },
  { title: t("column.id"), cell: (row) => row.id },
];

/** `shian question list`: those that one looks after. */
export async function listQuestions(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const { territory } = found.place;
  const search = findOption(call, "search");
  const given = (call.options.get("question-state") ?? []).flatMap((value) => value.split(","));
  const states = questionStates.filter((state) => given.includes(state));
  const input = {
    ...(territory === undefined ? {} : { territory }),
    ...(search === undefined ? {} : { search }),
    ...(states.length === 0 ? {} : { states }),
  };
  return printList(call, {
    columns: toColumns(call),
    fetchPage: (page) => server.ask("question.list", { ...input, ...page }),
  });
}

/** `shian question mine`: one's own, the unread answers first. */
export async function listOwn(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const unread = call.options.has("unread") ? { unread: true } : {};
  return printList(call, {
    columns: toColumns(call),
    fetchPage: (page) => server.ask("question.mine", { ...unread, ...page }),
  });
}

/** The question as lines: what was asked, what happened, the answer. */
function formatQuestion({ locale }: Call, { row, entries, joined, answer }: Detail): string {
  const lines = [
    `${row.subject}  ${label(`question-state/${row.state}`, locale)}`,
    ...(row.text === "" ? [] : [row.text]),
    `${row.placeName}  ${row.askedBy}  ${row.askedOn}  ${row.id}`,
    ...entries.map((entry) =>
      [entry.on, entry.by, label(`question-act/${entry.act}`, locale), entry.text]
        .filter((part) => part !== "")
        .join("  "),
    ),
    ...joined.map(
      (other) => `${label("question/joined", locale)}  ${other.subject}  ${other.askedBy}  ${other.id}`,
    ),
    ...(answer === null
      ? []
      : [`${label("question/answer", locale)}  ${answer.on}  ${answer.by}`, answer.subject, answer.text]),
  ];
  return `${lines.join("\n")}\n`;
}

const print = (call: Call, detail: Detail): Promise<ExitCode> =>
  printAnswer(call, detail, formatQuestion(call, detail));

/** `shian question show`: with the open ones that are like it. */
export async function showQuestion(call: Call): Promise<ExitCode> {
  const { locale } = call;
  const server = await call.connect(call);
  const id = call.args[0] ?? "";
  const detail = await server.ask("question.get", { id });
  if (!detail.ok) return reportProblems(call, detail.problems);
  const { subject, text } = detail.value.row;
  const like = await server.ask("question.like", { subject, text, not: id });
  if (!like.ok) return reportProblems(call, like.problems);
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify({ ...detail.value, like: like.value.questions })}\n`);
    return exitCodes.answer;
  }
  await print(call, detail.value);
  for (const { likeness, row } of like.value.questions)
    await call.out.write(
      `${likeness}%  ${row.subject}  ${row.placeName}  ${label("question-step/merge", locale)}  ${row.id}\n`,
    );
  return exitCodes.answer;
}

/** `shian question ask`. */
export async function askQuestion(call: Call): Promise<ExitCode> {
  for (const name of ["territory", "subject"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const answer = await server.ask("question.raise", {
    txId: createTxId(),
    place: found.place.territory ?? "",
    subject: findOption(call, "subject") ?? "",
    text: findOption(call, "text") ?? "",
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

const versionOf = async (server: ServerPort, id: string) => {
  const detail = await server.ask("question.get", { id });
  return detail.ok ? { ok: true as const, version: detail.value.row.version } : detail;
};

/** `shian question step`. */
export async function takeStep(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  const step = findOption(call, "step");
  if (step === undefined) return reportMisuse(call, "use.missing", { what: "--step" });
  const server = await call.connect(call);
  const seen = await versionOf(server, id);
  if (!seen.ok) return reportProblems(call, seen.problems);
  const answer = await server.ask("question.act", {
    txId: createTxId(),
    id,
    version: seen.version,
    step: operations["question.act"].input.shape.step.parse(step) satisfies Step,
    text: findOption(call, "text") ?? "",
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian question merge`. */
export async function mergeQuestions(call: Call): Promise<ExitCode> {
  const [head = "", ...others] = call.args;
  const server = await call.connect(call);
  const questions: { id: string; version: number }[] = [];
  for (const id of others) {
    const seen = await versionOf(server, id);
    if (!seen.ok) return reportProblems(call, seen.problems);
    questions.push({ id, version: seen.version });
  }
  const answer = await server.ask("question.merge", { txId: createTxId(), head, questions });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian question answer`. */
export async function answerQuestion(call: Call): Promise<ExitCode> {
  const [id = ""] = call.args;
  for (const name of ["subject", "text"] as const)
    if (findOption(call, name) === undefined) return reportMisuse(call, "use.missing", { what: `--${name}` });
  const server = await call.connect(call);
  const seen = await versionOf(server, id);
  if (!seen.ok) return reportProblems(call, seen.problems);
  const answer = await server.ask("question.answer", {
    txId: createTxId(),
    id,
    version: seen.version,
    subject: findOption(call, "subject") ?? "",
    text: findOption(call, "text") ?? "",
  });
  return answer.ok ? print(call, answer.value) : reportProblems(call, answer.problems, exitCodes.refused);
}

/** `shian answers`: what the office has answered, for everybody. */
export async function searchAnswers(call: Call): Promise<ExitCode> {
  const { locale } = call;
  const server = await call.connect(call);
  const search = findOption(call, "search");
  const columns: readonly ListColumn<OperationOutput<"question.answers">["rows"][number]>[] = [
    { title: label("question/subject", locale), cell: (row) => row.subject },
    { title: label("question/answer", locale), cell: (row) => row.text },
    { title: label("question/answered-on", locale), cell: (row) => row.on },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("question.answers", { ...(search === undefined ? {} : { search }), ...page }),
  });
}
