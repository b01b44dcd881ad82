// Comparisons with other registers: the runs, and the rows of one that differ, are only ours or only theirs, settled one
// by one or many at once.
import {
  type ComparisonRow,
  type ComparisonRun,
  comparisonOutcomes,
  label,
  ok,
  operations,
  renderProblem,
} from "@shian/domain";
import { sayComparedField, sayFact } from "../commands/say-fact.js";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { wrapText } from "../output/text-width.js";
import { actsOfCompared, undoSettled } from "./comparison-acts.js";
import { createRecordList } from "./create-record-list.js";
import { formatCount, formatPlaceCell } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

const right = { align: "right" } as const;
const sum = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((total, one) => total + one, 0);

/** Comparisons that were made, each with its open rows by kind. */
export function createComparisonsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const open = (outcome: "differing" | "only-ours" | "only-theirs" | "doubtful") =>
    column<ComparisonRun>(
      outcome,
      label(`compared/${outcome}`, locale),
      locale === "en" ? 11 : 8,
      5,
      (row) => formatCount(row.open[outcome] ?? 0),
      right,
    );
  return createRecordList<ComparisonRun>({
    name: "comparisons",
    area: 2,
    context,
    request,
    words: ["compare", "runs"],
    takes: [],
    idOf: (row) => row.id,
    columns: [
      column("source", t("compare.register"), 14, 9, (row) => row.source, { grow: 2, most: 30 }),
      column("taken", t("compare.taken-on"), 10, 8, (row) => row.takenOn),
      column(
        "theirs",
        t("compare.theirs"),
        8,
        3,
        (row) => (row.rows === null ? "-" : formatCount(row.rows)),
        right,
      ),
      column(
        "ours",
        t("compare.ours"),
        8,
        2,
        (row) => (row.ours === null ? "-" : formatCount(row.ours)),
        right,
      ),
      open("differing"),
      open("only-ours"),
      open("only-theirs"),
      open("doubtful"),
      column(
        "open",
        t("compare.open"),
        6,
        7,
        (row) => span(formatCount(sum(row.open)), sum(row.open) > 0 ? "risk" : "quiet"),
        right,
      ),
    ],
    path: () => [t("path.comparisons")],
    empty: () => t("compare.none"),
    message: (row) => {
      if (row === undefined) return undefined;
      if (row.failure !== null) return ` ${renderProblem(row.failure, locale)}`;
      return ` ${t("compare.runMeans", { file: row.fileName, place: row.territoryName, settled: sum(row.settled) })}`;
    },
    // The rows that wait for somebody are what the page is opened for.
    requestOf: (row) => {
      const waiting = comparisonOutcomes.find((outcome) => (row.open[outcome] ?? 0) > 0);
      const options = waiting === undefined ? {} : { options: new Map([["outcome", [waiting]]]) };
      return { screen: "comparison", args: [row.id], ...options };
    },
    fetchAll: async () => {
      const answer = await server.ask("comparison.list", {});
      return answer.ok ? ok(answer.value.runs) : answer;
    },
    web: "/registry/compare",
  });
}

/** Both sides of a row, ours first. */
function describeCompared(row: ComparisonRow, context: ScreenContext, columns: number): Line[] {
  const { t, locale, glyphs } = context;
  const settled =
    row.resolution === null
      ? []
      : [
          join(
            span(`${label(`resolution/${row.resolution}`, locale)}  ${row.settledBy ?? ""}  `, "closed"),
            row.reason ?? "",
          ),
        ];
  return [
    join(label(`compared/${row.outcome}`, locale), span(`  ${row.placeName}`, "quiet")),
    ...settled,
    ...row.differences.flatMap(({ field, before, after }) =>
      wrapText(
        `${sayComparedField(context, field)}  ${sayFact(context, field, before)} ${glyphs.to} ${sayFact(context, field, after)}`,
        columns,
      ).map((line) => join(line)),
    ),
    ...row.problems.flatMap((problem) =>
      wrapText(renderProblem(problem, locale), columns).map((line) => join(line)),
    ),
    ...(row.candidates.length === 0 ? [] : [join(span(t("compare.candidates"), "quiet"))]),
    ...row.candidates.map(({ name, placeName }) => join(`  ${name}  `, span(placeName, "quiet"))),
  ];
}

/** Rows of a comparison; the views tell what is only ours, only theirs, differing. */
export function createComparisonScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const [runId = ""] = request.args ?? [];
  let run: ComparisonRun | undefined;
  let outcome = request.options?.get("outcome")?.[0];
  const sayOutcome = (value: string | undefined): string =>
    value === undefined ? t("word.all") : label(`compared/${value}`, locale);
  const sayDifferences = (row: ComparisonRow): string =>
    row.differences.length > 0
      ? row.differences
          .map(({ field }) => sayComparedField(context, field))
          .join(locale === "en" ? ", " : "、")
      : (row.problems.map((problem) => renderProblem(problem, locale))[0] ??
        (row.candidates.length > 0 ? t("compare.candidatesCount", { count: row.candidates.length }) : "-"));
  return createRecordList<ComparisonRow>({
    name: "comparison",
    area: 2,
    context,
    request,
    words: ["compare", "rows", runId],
    takes: ["outcome", "field"],
    idOf: (row) => String(row.no),
    columns: [
      column("no", t("compare.no"), 5, 4, (row) => String(row.no), right),
      column("outcome", t("compare.outcome"), locale === "en" ? 11 : 8, 7, (row) =>
        label(`compared/${row.outcome}`, locale),
      ),
      column("name", t("column.establishment"), 22, 9, (row) => row.name, { grow: 3, most: 44 }),
      column("place", t("column.place"), 10, 3, (row, width) => formatPlaceCell(row.placeName, width), {
        grow: 1,
        most: 28,
      }),
      column("differences", t("compare.what"), 14, 6, sayDifferences, { grow: 2, most: 50 }),
      column("resolution", t("compare.resolution"), locale === "en" ? 17 : 12, 8, (row) =>
        row.outcome === "same"
          ? span("-", "quiet")
          : row.resolution === null
            ? span(t("compare.unsettled"), "risk")
            : span(label(`resolution/${row.resolution}`, locale), "closed"),
      ),
    ],
    path: () => [
      t("path.comparisons"),
      ...(run === undefined ? [] : [`${run.source} ${run.takenOn}`]),
      sayOutcome(outcome),
    ],
    empty: () => t("compare.noRows"),
    requestOf: (row) =>
      row.establishment === null ? undefined : { screen: "establishment", args: [row.establishment] },
    fetchPage: async (page, { option }) => {
      outcome = option("outcome");
      if (page.cursor === undefined) {
        const found = await server.ask("comparison.run", { runId });
        if (!found.ok) return found;
        run = found.value;
      }
      return server.ask(
        "comparison.rows",
        operations["comparison.rows"].input.parse({ runId, outcome, field: option("field"), ...page }),
      );
    },
    marks: true,
    views: {
      option: "outcome",
      title: t("path.comparisons"),
      choices: () =>
        [undefined, ...comparisonOutcomes].map((value) => ({
          value,
          label: sayOutcome(value),
          note:
            value === undefined || run === undefined
              ? ""
              : t("compare.openOf", { open: run.open[value] ?? 0, all: run.counts?.[value] ?? 0 }),
        })),
    },
    preview: {
      title: (row) => row.name,
      lines: (row, columns) => describeCompared(row, context, columns),
    },
    acts: (row, marked, reload) => {
      const rows = marked.length > 0 ? marked : row === undefined ? [] : [row];
      return actsOfCompared(context, runId, rows, reload);
    },
    undo: (row, reload) => (row === undefined ? undefined : undoSettled(context, runId, row, reload)),
    needs: { acts: ["comparison.resolve"], undo: ["comparison.undo"] },
    web: `/registry/compare?run=${encodeURIComponent(runId)}`,
  });
}
