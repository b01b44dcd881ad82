// Commitments and lists of officials: rates, who has not signed, what is outdated, the three lists of one official.
import {
  formatRate,
  label,
  type OperationInput,
  type OperationOutput,
  operations,
  renderProblem,
  taskBlocks,
} from "@shian/domain";
import { type ExitCode, exitCodes } from "../output/exit-code.js";
import { csvStart, formatCsvRow } from "../output/format-csv.js";
import { formatTable } from "../output/format-table.js";
import type { Call } from "./command.js";
import { findOption } from "./command.js";
import { type ListColumn, printList } from "./print-list.js";
import { reportMisuse, reportProblems } from "./report.js";
import { resolvePlace } from "./resolve-place.js";

type Rates = OperationOutput<"commitment.rates">;
type Signing = Rates["total"];

const scopeOf = (call: Call, territory: string | undefined) => {
  const asOf = findOption(call, "as-of");
  const knownOn = findOption(call, "known-on");
  return {
    ...(territory === undefined ? {} : { territory }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(knownOn === undefined ? {} : { knownOn }),
  };
};

/** `shian commitment rates`: signed and acknowledged, by level and territory. */
export async function showRates(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const input = operations["commitment.rates"].input.parse(scopeOf(call, found.place.territory));
  const answer = await server.ask("commitment.rates", input);
  if (!answer.ok) return reportProblems(call, answer.problems);
  const rates = answer.value;
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(rates)}\n`);
    return exitCodes.answer;
  }
  const heads = [
    { title: t("column.place") },
    { title: t("commitment.officials"), align: "right" as const },
    { title: t("commitment.signed"), align: "right" as const },
    { title: t("commitment.rate"), align: "right" as const },
    { title: t("commitment.outdated"), align: "right" as const },
    { title: t("commitment.none"), align: "right" as const },
    { title: t("commitment.acknowledged"), align: "right" as const },
  ];
  const toCells = (name: string, { signed, acknowledged, outdated, none }: Signing): string[] => [
    name,
    String(signed.of),
    String(signed.done),
    formatRate(signed) ?? t("word.nothingDue"),
    String(outdated),
    String(none),
    String(acknowledged.done),
  ];
  const rows = [
    toCells(rates.name, rates.total),
    ...rates.levels
      .filter(({ signed }) => signed.of > 0)
      .map((row) => toCells(label(`level/${row.level}`, locale), row)),
    ...rates.territories.map((row) =>
      toCells(row.code === null ? t("commitment.ownLevel", { place: row.name }) : row.name, row),
    ),
  ];
  await call.out.write(
    call.format === "csv"
      ? csvStart + [heads.map(({ title }) => title), ...rows].map(formatCsvRow).join("")
      : formatTable(heads, rows),
  );
  return exitCodes.answer;
}

type Row = OperationOutput<"commitment.list">["rows"][number];

async function printOfficials(
  call: Call,
  narrowed: Pick<OperationInput<"commitment.list">, "standing">,
): Promise<ExitCode> {
  const { t, locale } = call;
  const server = await call.connect(call);
  const found = await resolvePlace(call, server);
  if (!found.ok) return found.exit;
  const level = findOption(call, "level");
  const search = findOption(call, "search");
  const { limit: _limit, ...input } = operations["commitment.list"].input.parse({
    ...scopeOf(call, found.place.territory),
    ...narrowed,
    ...(level === undefined ? {} : { level }),
    ...(search === undefined ? {} : { search }),
  });
  const columns: readonly ListColumn<Row>[] = [
    { title: t("column.name"), cell: (row) => row.official.name },
    { title: t("column.level"), cell: (row) => label(`level/${row.official.level}`, locale) },
    { title: t("column.unit"), cell: (row) => row.official.unit },
    { title: t("column.load"), align: "right", cell: (row) => String(row.load), csv: (row) => row.load },
    { title: t("commitment.state"), cell: (row) => label(`standing/${row.standing}`, locale) },
    { title: t("commitment.until"), cell: (row) => row.to ?? "-", csv: (row) => row.to },
    {
      title: t("commitment.list"),
      cell: (row) =>
        t(row.acknowledged ? "commitment.seen" : "commitment.unseen", { version: row.annexVersion }),
    },
    {
      title: t("score.reason"),
      cell: (row) => row.reasons.map((reason) => renderProblem(reason, locale)).join(" "),
    },
    { title: t("column.id"), cell: (row) => row.official.id },
  ];
  return printList(call, {
    columns,
    fetchPage: (page) => server.ask("commitment.list", { ...input, ...page }),
  });
}

/** `shian commitment list`: every official with an establishment, narrowed by `--standing`. */
export const listCommitments = (call: Call): Promise<ExitCode> => {
  const standing = findOption(call, "standing") as Row["standing"] | undefined;
  return printOfficials(call, standing === undefined ? {} : { standing });
};

/** `shian commitment outdated`: whose commitment no longer binds, and why. */
export const listOutdated = (call: Call): Promise<ExitCode> => printOfficials(call, { standing: "outdated" });

/** `shian official lists`: responsibility, task and supervision list of one official. */
export async function showDutyLists(call: Call): Promise<ExitCode> {
  const { t, locale } = call;
  const official = findOption(call, "official");
  if (official === undefined) return reportMisuse(call, "use.missing", { what: "--official" });
  const server = await call.connect(call);
  const asOf = findOption(call, "as-of");
  const input = operations["official.lists"].input.parse({
    id: official,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const answer = await server.ask("official.lists", input);
  if (!answer.ok) return reportProblems(call, answer.problems);
  const lists = answer.value;
  if (call.format === "json") {
    await call.out.write(`${JSON.stringify(lists)}\n`);
    return exitCodes.answer;
  }
  const numbered = (lines: readonly string[]) => lines.map((line, at) => `  ${at + 1}. ${line}`).join("\n");
  const table = formatTable(
    [
      { title: t("column.establishment") },
      { title: t("column.grade") },
      { title: t("column.place") },
      { title: t("commitment.due") },
      { title: t("commitment.last") },
    ],
    lists.supervision.map((row) => [
      row.name,
      row.grade ?? "-",
      row.placeName,
      row.due ?? t("word.nothingDue"),
      row.lastVisit ?? "-",
    ]),
  );
  const parts = [
    `${lists.official.name}  ${lists.official.unit}  ${lists.official.post}  ${lists.asOf}`,
    t("commitment.responsibilities"),
    numbered(lists.duties.responsibilities),
    ...taskBlocks.flatMap((block) => [label(`task-block/${block}`, locale), numbered(lists.duties[block])]),
    table,
  ];
  await call.out.write(`${parts.join("\n")}${table.endsWith("\n") ? "" : "\n"}`);
  return exitCodes.answer;
}
