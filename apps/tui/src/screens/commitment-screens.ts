// Commitments and lists of officials: rates by level and territory, who has not signed, one official's own.
import {
  formatRate,
  label,
  type OperationOutput,
  ok,
  operations,
  renderProblem,
  signingStandings,
  taskBlocks,
} from "@shian/domain";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { wrapText } from "../output/text-width.js";
import { createRecordList } from "./create-record-list.js";
import { createRecordScreen } from "./create-record-screen.js";
import { formatCount } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type Rates = OperationOutput<"commitment.rates">;
type RateRow = Rates["total"] & {
  readonly key: string;
  readonly name: string;
  readonly options: ReadonlyMap<string, readonly string[]> | undefined;
};
type Row = OperationOutput<"commitment.list">["rows"][number];
const right = { align: "right" } as const;

const standingSpan = (row: Pick<Row, "standing">, { locale, glyphs }: ScreenContext) => {
  const text = label(`standing/${row.standing}`, locale);
  if (row.standing === "valid") return span(`${glyphs.onTrack} ${text}`, "ok");
  return row.standing === "outdated"
    ? span(`${glyphs.atRisk} ${text}`, "risk")
    : span(`${glyphs.overdue} ${text}`, "overdue");
};

/** Signed and acknowledged, as a whole, by level and by territory; Enter opens the officials that a row counts. */
export function createCommitmentRatesScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const toRows = (rates: Rates): RateRow[] => {
    const inTerritory = new Map([["territory", [rates.territory]]]);
    return [
      { key: "total", name: rates.name, options: inTerritory, ...rates.total },
      ...rates.levels
        .filter(({ signed }) => signed.of > 0)
        .map(({ level, ...sums }) => ({
          key: `level ${level}`,
          name: label(`level/${level}`, locale),
          options: new Map([...inTerritory, ["level", [level]]]),
          ...sums,
        })),
      ...rates.territories.map(({ code, name, ...sums }) => ({
        key: `place ${code ?? ""}`,
        name: code === null ? t("commitment.ownLevel", { place: name }) : name,
        options: code === null ? undefined : new Map([["territory", [code]]]),
        ...sums,
      })),
    ];
  };
  return createRecordList<RateRow>({
    name: "commitment-rates",
    area: 3,
    context,
    request,
    words: ["commitment", "rates"],
    takes: ["territory", "as-of"],
    idOf: (row) => row.key,
    columns: [
      column("name", t("column.place"), 16, 9, (row) => row.name, { grow: 2, most: 32 }),
      column("of", t("commitment.officials"), 12, 6, (row) => formatCount(row.signed.of), right),
      column("signed", t("commitment.signed"), 6, 7, (row) => formatCount(row.signed.done), right),
      column(
        "rate",
        t("commitment.rate"),
        7,
        8,
        (row) => formatRate(row.signed) ?? t("word.nothingDue"),
        right,
      ),
      column(
        "outdated",
        t("commitment.outdated"),
        8,
        4,
        (row) => span(formatCount(row.outdated), row.outdated > 0 ? "risk" : "quiet"),
        right,
      ),
      column(
        "none",
        t("commitment.none"),
        8,
        5,
        (row) => span(formatCount(row.none), row.none > 0 ? "overdue" : "quiet"),
        right,
      ),
      column(
        "acknowledged",
        t("commitment.acknowledged"),
        9,
        3,
        (row) => `${formatCount(row.acknowledged.done)}/${formatCount(row.acknowledged.of)}`,
        right,
      ),
    ],
    path: () => [t("path.commitments"), t("path.rates")],
    empty: () => t("commitment.nobody"),
    message: (row) =>
      row === undefined
        ? undefined
        : ` ${t("commitment.rowMeans", { name: row.name, none: row.none, outdated: row.outdated, unseen: row.acknowledged.of - row.acknowledged.done })}`,
    requestOf: ({ options, name }) =>
      options === undefined ? undefined : { screen: "commitments", options, title: name },
    fetchAll: async ({ territory, asOf }) => {
      const input = operations["commitment.rates"].input.parse({ territory, asOf });
      const answer = await server.ask("commitment.rates", input);
      return answer.ok ? ok(toRows(answer.value)) : answer;
    },
    next: () => context.open({ screen: "commitments" }),
    web: "/chain?view=commitments",
  });
}

/** Officials with how they stand to their commitment and list; the views tell who has not signed. */
export function createCommitmentsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const sayStanding = (standing: string | undefined): string =>
    standing === undefined ? t("word.all") : label(`standing/${standing}`, locale);
  const { options = new Map<string, readonly string[]>() } = request;
  let standing = options.get("standing")?.[0];
  return createRecordList<Row>({
    name: "commitments",
    area: 3,
    context,
    request,
    words: ["commitment", "list"],
    takes: ["territory", "as-of", "standing", "level", "search"],
    counted: "extent.people",
    idOf: (row) => row.official.id,
    columns: [
      column("name", t("column.name"), 8, 9, (row) => row.official.name, { grow: 1, most: 16 }),
      column("level", t("column.level"), 10, 5, (row) => label(`level/${row.official.level}`, locale)),
      column("unit", t("column.unit"), 14, 4, (row) => row.official.unit, { grow: 2, most: 34 }),
      column("load", t("column.load"), 6, 6, (row) => formatCount(row.load), right),
      column("standing", t("commitment.state"), 12, 8, (row) => standingSpan(row, context)),
      column("to", t("commitment.until"), 10, 3, (row) => row.to ?? span("-", "quiet")),
      column(
        "list",
        t("commitment.list"),
        17,
        7,
        (row) =>
          span(
            t(row.acknowledged ? "commitment.seen" : "commitment.unseen", { version: row.annexVersion }),
            row.acknowledged ? "plain" : "risk",
          ),
        { grow: 1, most: 32 },
      ),
    ],
    path: () => [t("path.commitments"), request.title ?? sayStanding(standing)],
    empty: () => t("commitment.nobody"),
    message: (row) =>
      row === undefined
        ? undefined
        : ` ${row.official.name}  ${row.reasons.map((reason) => renderProblem(reason, locale)).join(" ")}`,
    requestOf: (row) => ({ screen: "commitment", args: [row.official.id] }),
    fetchPage: (page, { option, territory, asOf }) => {
      standing = option("standing");
      const narrowed = { territory, asOf, standing, level: option("level"), search: option("search") };
      return server.ask(
        "commitment.list",
        operations["commitment.list"].input.parse({ ...narrowed, ...page }),
      );
    },
    searchable: true,
    views: {
      option: "standing",
      title: t("path.commitments"),
      choices: () => [undefined, ...signingStandings].map((value) => ({ value, label: sayStanding(value) })),
    },
    next: () => context.open({ screen: "commitment-rates" }),
    web: "/chain?view=commitments",
  });
}

type Own = {
  readonly detail: OperationOutput<"commitment.get">;
  readonly lists: OperationOutput<"official.lists">;
};

/** One official: the commitments, the list with what changed in it, the three lists of duties. */
export function createCommitmentScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, scope } = context;
  const [id = ""] = request.args ?? [];
  const heading = (text: string): Line => join(" ", span(text, "strong"));
  const and = locale === "en" ? ", " : "、";

  const describe = ({ detail, lists }: Own, columns: number): Line[] => {
    const { official, annex } = detail;
    const wrapped = (text: string, indent = "   ") =>
      wrapText(text, columns - indent.length - 2).map((line) => join(indent, line));
    const numbered = (lines: readonly string[]) => lines.flatMap((line, at) => wrapped(`${at + 1}. ${line}`));
    const changes = (
      [
        ["commitment.added", annex.added],
        ["commitment.removed", annex.removed],
        ["commitment.regraded", annex.regraded],
      ] as const
    ).flatMap(([key, names]) =>
      names.length === 0 ? [] : wrapped(`${t(key, { count: names.length })}  ${names.join(and)}`),
    );
    return [
      join(
        " ",
        span(official.name, "strong"),
        `  ${official.unit}  ${official.post}  ${label(`level/${official.level}`, locale)}`,
      ),
      join(" ", standingSpan(detail, context), `  ${t("detail.load", { count: detail.load })}`),
      ...detail.reasons.flatMap((reason) => wrapped(renderProblem(reason, locale))),
      [],
      heading(t("commitment.letters")),
      ...(detail.commitments.length === 0
        ? [join("   ", span(t("commitment.unsigned"), "quiet"))]
        : detail.commitments.map(({ year, way, signedOn, to, superseded, endedBecause }) =>
            join(
              `   ${year}  ${t("commitment.signedOn", { day: signedOn })}  ${label(`signing-way/${way}`, locale)}  `,
              span(
                superseded
                  ? t("commitment.superseded")
                  : endedBecause === null
                    ? t("commitment.untilDay", { day: to })
                    : t("commitment.endedOn", { day: to }),
                "quiet",
              ),
            ),
          )),
      [],
      heading(t("commitment.annex", { version: annex.version, count: annex.rows.length })),
      join(
        "   ",
        annex.acknowledged ? span(t("commitment.isSeen"), "ok") : span(t("commitment.isUnseen"), "risk"),
      ),
      ...changes,
      ...detail.acknowledgements.map(({ version, on, firms }) =>
        join("   ", span(t("commitment.seenOn", { version, on, firms }), "quiet")),
      ),
      [],
      heading(t("commitment.responsibilities")),
      ...numbered(lists.duties.responsibilities),
      ...taskBlocks.flatMap((block) => [
        heading(label(`task-block/${block}`, locale)),
        ...numbered(lists.duties[block]),
      ]),
      [],
      heading(t("commitment.supervision", { count: lists.supervision.length })),
      ...lists.supervision.map((row) =>
        join(
          `   ${row.grade ?? "-"}  ${row.name}  `,
          span(`${row.placeName}  `, "quiet"),
          `${t("commitment.due")} ${row.due ?? t("word.nothingDue")}  ${t("commitment.last")} ${row.lastVisit ?? t("word.never")}`,
        ),
      ),
    ];
  };

  return createRecordScreen<Own>({
    name: "commitment",
    area: 3,
    context,
    request,
    words: () => ["official", "lists", "--official", id],
    takes: ["as-of"],
    path: (own) => [t("path.commitments"), ...(own === undefined ? [] : [own.detail.official.name])],
    describe,
    ask: async () => {
      const { asOf } = scope();
      const detail = await server.ask(
        "commitment.get",
        operations["commitment.get"].input.parse({ official: id, asOf }),
      );
      if (!detail.ok) return detail;
      const lists = await server.ask(
        "official.lists",
        operations["official.lists"].input.parse({ id, asOf }),
      );
      return lists.ok ? ok({ detail: detail.value, lists: lists.value }) : lists;
    },
    acts: ({ detail }) => [
      {
        label: t("official.firms", { count: detail.load }),
        run: () =>
          context.open({
            screen: "registry",
            options: new Map([["official", [id]]]),
            title: detail.official.name,
          }),
      },
    ],
    web: `/chain/official/${id}`,
  });
}
