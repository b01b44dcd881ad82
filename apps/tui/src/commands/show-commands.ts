// Single answers of the server: status, overview, one establishment, coverage.
import {
  formatPoints,
  formatRate,
  label,
  type OperationOutput,
  type Result,
  renderProblem,
} from "@shian/domain";
import { lineText } from "../components/line.js";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { csvStart, formatCsvRow } from "../output/format-csv.js";
import { formatTable } from "../output/format-table.js";
import { describeEstablishment, establishmentTabs } from "../screens/describe-establishment.js";
import { asciiGlyphs, unicodeGlyphs } from "../theme/glyphs.js";
import type { Call } from "./command.js";
import { findOption } from "./command.js";
import { printAnswer } from "./print-answer.js";
import { reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";
import { toCoverageInput } from "./to-input.js";

type Coverage = OperationOutput<"coverage.measure">;
type CoverageRow = Coverage["total"];
type Cell = CoverageRow["total"];

/** Prints an answer as one JSON document or as text for people. */
async function print<T>(call: Call, answer: Result<T>, toText: (value: T) => string): Promise<ExitCode> {
  if (!answer.ok) return reportProblems(call, answer.problems);
  return printAnswer(call, answer.value, toText(answer.value));
}

const given = (place: {
  readonly territory: string | undefined;
  readonly asOf: string | undefined;
  readonly knownOn: string | undefined;
}) => ({
  ...(place.territory === undefined ? {} : { territory: place.territory }),
  ...(place.asOf === undefined ? {} : { asOf: place.asOf }),
  ...(place.knownOn === undefined ? {} : { knownOn: place.knownOn }),
});

/** `shian status`: what the server is and which day it works with. */
export async function showStatus(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  return print(call, await server.ask("office.status", {}), (status) =>
    formatTable(
      [{ title: t("status.what") }, { title: t("status.value") }],
      [
        [t("status.server"), server.url],
        [t("status.version"), status.version],
        [t("status.mode"), t(`status.mode-${status.mode}`)],
        [
          t("status.storage"),
          `${status.engine}  ${t(status.durable ? "status.durable" : "status.notDurable")}`,
        ],
        [t("status.today"), status.today],
        [t("column.place"), `${status.territory.name} ${status.territory.code}`.trim()],
        [t("column.establishment"), String(status.counts.establishments)],
        [t("column.official"), String(status.counts.officials)],
        [label("gap/nobody", call.locale), String(status.counts.nobody)],
        [t("path.overdue"), String(status.counts.overdue)],
      ],
    ),
  );
}

/** `shian registry show ID`: one establishment with both arms of its chain. */
export async function showEstablishment(call: Call): Promise<ExitCode> {
  const server = await call.connect(call);
  const [id = ""] = call.args;
  const [asOf, knownOn] = [findOption(call, "as-of"), findOption(call, "known-on")];
  const answer = await server.ask("registry.get", {
    id,
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  });
  const words = {
    t: call.t,
    locale: call.locale,
    glyphs: call.options.has("ascii") ? asciiGlyphs : unicodeGlyphs,
  };
  return print(call, answer, (detail) => {
    const parts = establishmentTabs.map((tab) =>
      describeEstablishment(detail, words, 80, tab)
        .map((line) => lineText(line).trimEnd())
        .join("\n"),
    );
    return `${detail.establishment.name}\n${detail.establishment.creditCode ?? ""}\n\n${parts.join("\n\n")}\n`;
  });
}

const gradeIds = ["A", "B", "C", "D", "none"] as const;

function toCoverageRows(call: Call, coverage: Coverage): readonly (readonly [string, Cell])[] {
  const { t } = call;
  const by = findOption(call, "by") ?? "territory";
  const total: readonly [string, Cell] = [t("score.total"), coverage.total.total];
  if (by === "grade")
    return [
      ...gradeIds
        .filter((grade) => grade !== "none" || coverage.total.grades.none.registered > 0)
        .map((grade): readonly [string, Cell] => [
          grade === "none" ? t("word.ungraded") : t(`grade.${grade}`),
          coverage.total.grades[grade],
        ]),
      total,
    ];
  const rows = by === "official" ? coverage.officials : coverage.territories;
  return [
    ...rows.map((row): readonly [string, Cell] => [row.name === "" ? t("word.nobody") : row.name, row.total]),
    total,
  ];
}

/** `shian coverage`: what was due and done in a period, by territory, grade or official. */
export async function showCoverage(call: Call): Promise<ExitCode> {
  const { t } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const answer = await server.ask("coverage.measure", toCoverageInput(call.options, found.place));
  if (!answer.ok) return reportProblems(call, answer.problems);
  const coverage = answer.value;
  const by = findOption(call, "by") ?? "territory";
  if (call.format === "ndjson") {
    const rows =
      by === "official" ? coverage.officials : by === "grade" ? [coverage.total] : coverage.territories;
    for (const row of rows) await call.out.write(`${JSON.stringify(row)}\n`);
    return exitCodes.answer;
  }
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(coverage)}\n`);
    return exitCodes.answer;
  }
  const titles = [
    t(by === "official" ? "column.official" : by === "grade" ? "column.grade" : "column.place"),
    ...(["registered", "due", "done", "left", "waived"] as const).map((name) => t(`column.${name}`)),
    t("column.rate"),
  ];
  const rows = toCoverageRows(call, coverage);
  const numbers = (cell: Cell) => [cell.registered, cell.due, cell.done, cell.notDone, cell.waived];
  const rate = (cell: Cell) => formatRate({ done: cell.done, of: cell.due }) ?? t("word.nothingDue");
  if (call.format === "csv") {
    await call.out.write(csvStart + formatCsvRow(titles));
    for (const [name, cell] of rows) await call.out.write(formatCsvRow([name, ...numbers(cell), rate(cell)]));
    return exitCodes.answer;
  }
  const columns = titles.map((title, index) => ({
    title,
    align: index === 0 ? ("left" as const) : ("right" as const),
  }));
  await call.out.write(
    formatTable(
      columns,
      rows.map(([name, cell]) => [name, ...numbers(cell).map(String), rate(cell)]),
    ),
  );
  if (!call.options.has("quiet"))
    await call.err.write(
      `${t("coverage.asked", { period: coverage.period, asOf: coverage.asOf, knownOn: coverage.knownOn })}\n`,
    );
  return exitCodes.answer;
}

/** `shian overview`: the two answers of the first page. */
export async function showOverview(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  return print(call, await server.ask("overview.get", given(found.place)), (overview) => {
    const { total, score } = overview;
    const comma = locale === "en" ? ", " : "，";
    const visited = t("overview.visited", {
      done: total.done,
      due: total.due,
      rate: formatRate({ done: total.done, of: total.due }) ?? t("word.nothingDue"),
    });
    const care = `${t("overview.care")} ${visited}${comma}${label("gap/nobody", locale)} ${overview.gaps.nobody}`;
    const rows = overview.grades
      .filter(({ grade, cell }) => grade !== "none" || cell.registered > 0)
      .map(({ grade, cell }) => [
        grade === "none" ? t("word.ungraded") : t(`grade.${grade as "A"}`),
        ...[cell.registered, cell.due, cell.done, cell.notDone].map(String),
        formatRate({ done: cell.done, of: cell.due }) ?? t("word.nothingDue"),
      ]);
    const right = "right" as const;
    const table = formatTable(
      [
        { title: t("column.grade") },
        ...(["registered", "due", "done", "left", "rate"] as const).map((name) => ({
          title: t(`column.${name}`),
          align: right,
        })),
      ],
      rows,
    );
    const pass =
      score === null
        ? `${t("overview.pass")} ${t("overview.noRubric")}`
        : `${t("overview.pass")} ${t(`score.${score.verdict}`)}${comma}${t("score.lower")} ${formatPoints(score.lower)}${comma}${t("score.upper")} ${formatPoints(score.upper)}${comma}${t("score.line")} ${formatPoints(score.line)}${score.official ? "" : `  ${t("score.demonstration")}`}`;
    const decisions = overview.decisions.map((decision) => `- ${renderProblem(decision, locale)}`);
    return `${[care, table.trimEnd(), "", pass, ...(decisions.length === 0 ? [] : ["", t("overview.decisions", { count: decisions.length }), ...decisions])].join("\n")}\n`;
  });
}
