// `shian grading`: versions of the scheme, what one would do, objections.
import { describeCondition, label, type OperationOutput, renderProblem } from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { formatTable } from "../output/format-table.js";
import { askDay } from "./ask-day.js";
import { type Call, findOption } from "./command.js";
import { printAnswer } from "./print-answer.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

const right = "right" as const;

/** `shian grading schemes`: every version with its state and days. */
export async function listSchemes(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const answer = await server.ask("grading.schemes", {});
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const table = formatTable(
    [
      { title: t("column.id") },
      { title: t("grading.scheme") },
      { title: t("column.state") },
      { title: t("grading.from") },
      { title: t("grading.rules"), align: right },
    ],
    answer.value.rows.map((row) => [
      row.id,
      row.title[locale],
      `${label(`scheme-state/${row.state}`, locale)}${row.current ? ` *` : ""}`,
      row.from ?? "-",
      String(row.rules),
    ]),
  );
  return printAnswer(call, answer.value, table);
}

/** `shian grading scheme ID`: the rules in their order, conditions in words, and the faults of a check. */
export async function showScheme(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const answer = await server.ask("grading.getScheme", { id: call.args[0] ?? "" });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  const { scheme, faults, notices } = answer.value;
  const table = formatTable(
    [{ title: t("column.id") }, { title: t("column.grade") }, { title: t("grading.condition") }],
    scheme.rules.map((rule) => [rule.id, rule.grade, describeCondition(rule.when, locale)]),
  );
  const found = [...faults, ...notices].map((problem) => `- ${renderProblem(problem, locale)}\n`).join("");
  return printAnswer(call, answer.value, `${scheme.title[locale]}\n${table}${found}`);
}

type Effect = OperationOutput<"rules.effect">;

function formatEffect({ t, locale }: Call, effect: Effect): string {
  const change = (before: number, after: number) =>
    before === after ? String(before) : `${before} > ${after}`;
  const grades = formatTable(
    [
      { title: t("column.grade") },
      { title: t("column.establishment"), align: right },
      { title: t("grading.visitsYear"), align: right },
    ],
    (["A", "B", "C", "D"] as const).map((grade) => [
      grade,
      change(effect.grades.before[grade], effect.grades.after[grade]),
      change(effect.visits.before[grade], effect.visits.after[grade]),
    ]),
  );
  const moves = effect.moves.map(({ from, to, count }) => `${from ?? "-"} > ${to}  ${count}\n`).join("");
  const gaps = (Object.keys(effect.gaps.before) as (keyof Effect["gaps"]["before"])[])
    .filter((kind) => effect.gaps.before[kind] !== effect.gaps.after[kind])
    .map(
      (kind) =>
        `${label(`gap/${kind}`, locale)}  ${change(effect.gaps.before[kind], effect.gaps.after[kind])}\n`,
    )
    .join("");
  const reasons = effect.refused.reasons
    .map(({ code, count }) => `${renderProblem({ code, params: { scheme: "" } }, locale)}  ${count}\n`)
    .join("");
  const sums = t("grading.effect", {
    from: effect.from,
    n: effect.establishments,
    unchanged: effect.unchanged,
    excepted: effect.excepted,
    refused: effect.refused.kept + effect.refused.ungraded,
    officials: effect.officialsChanged,
  });
  return `${sums}\n${moves}${reasons}${grades}${gaps}`;
}

/** `shian grading effect ID`: what putting the version in force would do. */
export async function showEffect(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const from = findOption(call, "from");
  const day = await askDay(server, from);
  if (!day.ok) return reportProblems(call, day.problems);
  const answer = await server.ask("rules.effect", {
    change: { kind: "scheme", scheme: call.args[0] ?? "" },
    from: day.value,
  });
  if (!answer.ok) return reportProblems(call, answer.problems, exitCodes.refused);
  return printAnswer(call, answer.value, formatEffect(call, answer.value));
}

/** `shian grading objections`: who objects to which grade, until when the office answers. */
export async function listObjections(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const { territory } = found.place;
  const columns: readonly ListColumn<OperationOutput<"objection.list">["rows"][number]>[] = [
    { title: t("column.establishment"), cell: (row) => row.name },
    {
      title: t("column.grade"),
      cell: (row) => `${label(`grade-scale/${row.scale}`, locale)} ${row.grade ?? "-"}`,
    },
    { title: t("grading.asked"), cell: (row) => row.asked ?? "-", csv: (row) => row.asked },
    { title: t("column.state"), cell: (row) => label(`objection-state/${row.state}`, locale) },
    {
      title: t("grading.deadline"),
      cell: (row) => `${row.deadline}${row.overdue ? " !" : ""}`,
      csv: (row) => row.deadline,
    },
    { title: t("score.reason"), cell: (row) => row.reason },
    { title: t("column.id"), cell: (row) => row.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) =>
      server.ask("objection.list", { ...(territory === undefined ? {} : { territory }), ...page }),
  });
}
