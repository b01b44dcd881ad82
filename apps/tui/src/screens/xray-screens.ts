// The x-ray: what in the data is to mend, by rule and who mends it, and what one rule found; findings set aside for a
// time, and taken up again.
import {
  label,
  longestIgnoreDays,
  type OperationOutput,
  ok,
  operations,
  renderProblem,
  toPlainDate,
} from "@shian/domain";
import { createTxId } from "../commands/create-tx-id.js";
import { column } from "../components/columns.js";
import { join, type Line, span } from "../components/line.js";
import { createRecordList } from "./create-record-list.js";
import { formatCount, formatPlaceCell } from "./format-values.js";
import { type Act, confirmAct, makeChange, refuseNoDate } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type Xray = OperationOutput<"xray.get">;
type RuleRow = Xray["rules"][number];
type Row = OperationOutput<"xray.rows">["rows"][number];
const right = { align: "right" } as const;
const styles = { error: "overdue", warning: "risk", notice: "plain" } as const;
const MOST_PLACES = 4;

/** Rules with what they found; Enter opens the findings of one. */
export function createXrayScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, glyphs } = context;
  let found: Xray | undefined;
  const sums = ({ error, warning, notice }: Xray["trend"][number]): string =>
    [
      `${label("xray-severity/error", locale)} ${formatCount(error)}`,
      `${label("xray-severity/warning", locale)} ${formatCount(warning)}`,
      `${label("xray-severity/notice", locale)} ${formatCount(notice)}`,
    ].join("  ");
  const head = ({ establishments, officials, findings, townships, trend }: Xray): Line[] => {
    const [first, last] = [trend[0], trend.at(-1)];
    return [
      join(
        ` ${t("xray.sums", { findings: formatCount(findings), establishments: formatCount(establishments), officials: formatCount(officials) })}`,
      ),
      ...(townships.length === 0
        ? []
        : [
            join(
              span(` ${t("xray.most")}  `, "quiet"),
              townships
                .slice(0, MOST_PLACES)
                .map(({ name, count }) => `${name} ${formatCount(count)}`)
                .join("  "),
            ),
          ]),
      ...(first === undefined || last === undefined || first === last
        ? []
        : [
            join(
              span(` ${t("xray.trend", { from: first.day, to: last.day })}  `, "quiet"),
              `${sums(first)}  ${glyphs.to}  ${sums(last)}`,
            ),
          ]),
    ];
  };
  return createRecordList<RuleRow>({
    name: "x-ray",
    area: 2,
    context,
    request,
    words: ["x-ray"],
    takes: ["territory", "as-of"],
    idOf: (row) => row.rule,
    columns: [
      column("rule", t("xray.rule"), 24, 9, (row) => label(`xray-rule/${row.rule}`, locale), {
        grow: 2,
        most: 44,
      }),
      column("severity", t("xray.severity"), 8, 7, (row) =>
        span(label(`xray-severity/${row.severity}`, locale), styles[row.severity]),
      ),
      column("owner", t("xray.owner"), 12, 6, (row) => label(`xray-owner/${row.owner}`, locale)),
      column("count", t("xray.count"), 6, 8, (row) => formatCount(row.count), right),
      column("ignored", t("xray.aside"), 9, 4, (row) => span(formatCount(row.ignored), "quiet"), right),
      column("code", t("xray.code"), 20, 2, (row) => span(row.rule, "quiet"), { grow: 1, most: 34 }),
    ],
    path: () => [t("path.xray")],
    head: () => (found === undefined ? [] : head(found)),
    empty: () => t("xray.nothing"),
    requestOf: (row) => ({
      screen: "x-ray-rows",
      options: new Map([
        ...(request.options ?? []),
        ["rule", [row.rule]],
        ...(row.count === 0 ? ([["findings", ["aside"]]] as const) : []),
      ]),
    }),
    fetchAll: async ({ territory, asOf }) => {
      const answer = await server.ask("xray.get", operations["xray.get"].input.parse({ territory, asOf }));
      if (!answer.ok) return answer;
      found = answer.value;
      return ok(found.rules.filter(({ count, ignored }) => count > 0 || ignored > 0));
    },
    web: "/registry/x-ray",
  });
}

/** What one rule found, the open findings or those set aside. */
export function createXrayRowsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server } = context;
  const rule = request.options?.get("rule")?.[0] ?? "";
  let isAside = request.options?.get("findings")?.[0] === "aside";
  return createRecordList<Row>({
    name: "x-ray-rows",
    area: 2,
    context,
    request,
    words: ["x-ray"],
    takes: ["territory", "as-of", "rule", "findings"],
    idOf: (row) => row.id,
    columns: [
      column("name", t("column.what"), 24, 9, (row) => row.name, { grow: 3, most: 50 }),
      column("place", t("column.place"), 10, 6, (row, width) => formatPlaceCell(row.placeName, width), {
        grow: 1,
        most: 28,
      }),
      column(
        "reason",
        t("xray.why"),
        24,
        8,
        (row) => row.ignored?.reason ?? renderProblem(row.reason, locale),
        { grow: 3, most: 70 },
      ),
      column("until", t("xray.until"), 10, 3, (row) => row.ignored?.until ?? span("-", "quiet")),
    ],
    path: () => [t("path.xray"), label(`xray-rule/${rule}`, locale), ...(isAside ? [t("xray.aside")] : [])],
    empty: () => t(isAside ? "xray.noneAside" : "xray.nothing"),
    message: (row) =>
      row === undefined
        ? undefined
        : ` ${renderProblem(row.reason, locale)}${row.ignored === null ? "" : `  ${row.ignored.by}`}`,
    requestOf: (row) =>
      row.about === "establishment"
        ? { screen: "establishment", args: [row.id] }
        : { screen: "commitment", args: [row.id] },
    fetchPage: (page, { option, territory, asOf }) => {
      isAside = option("findings") === "aside";
      return server.ask(
        "xray.rows",
        operations["xray.rows"].input.parse({ territory, asOf, rule, ignored: isAside, ...page }),
      );
    },
    marks: true,
    views: {
      option: "findings",
      title: t("path.xray"),
      choices: () => [
        { value: undefined, label: t("xray.open") },
        { value: "aside", label: t("xray.aside") },
      ],
    },
    acts: (row, marked, reload) => {
      const rows = marked.length > 0 ? marked : row === undefined ? [] : [row];
      return actsOfFindings(context, rows, reload);
    },
    needs: { acts: ["xray.ignore", "xray.watch"] },
    web: `/registry/x-ray?rule=${encodeURIComponent(rule)}`,
  });
}

/** Setting open findings aside until a day, or taking up again what was set aside. */
function actsOfFindings(context: ScreenContext, rows: readonly Row[], reload: () => void): readonly Act[] {
  const { t, may, askText, status } = context;
  const [first] = rows;
  if (first === undefined) return [];
  const ids = rows.map(({ id }) => id);
  const { rule } = first;
  const watch = async (): Promise<void> => {
    const input = { txId: createTxId(), rule, ids };
    const isDone = await makeChange(context, "xray.watch", input, ({ watched }) =>
      t("xray.watched", { n: watched }),
    );
    if (isDone) reload();
  };
  const ignore = (reason: string, until: string): void => {
    const day = toPlainDate(until);
    confirmAct(context, {
      title: t("xray.ignoreTitle", { count: ids.length, day }),
      yes: t("xray.ignore"),
      run: async () => {
        const input = { txId: createTxId(), rule, ids, reason, until: day };
        const isDone = await makeChange(context, "xray.ignore", input, ({ ignored }) =>
          t("xray.set-aside", { n: ignored }),
        );
        if (isDone) reload();
      },
    });
  };
  if (first.ignored !== null)
    return may("xray.watch")
      ? [
          {
            label: t("xray.watch"),
            note: t("xray.countOf", { count: ids.length }),
            run: () =>
              confirmAct(context, { title: t("xray.watch"), yes: t("xray.watch"), run: () => void watch() }),
          },
        ]
      : [];
  return may("xray.ignore")
    ? [
        {
          label: t("xray.ignore"),
          note: t("xray.countOf", { count: ids.length }),
          run: () =>
            askText({
              sign: t("xray.reasonSign"),
              about: `${rule} ${ids.join(" ")}`,
              apply: (reason) =>
                askText({
                  sign: t("xray.untilSign", { days: longestIgnoreDays }),
                  text: `${status()?.today.slice(0, 4) ?? ""}-12-31`,
                  check: refuseNoDate(context),
                  apply: (until) => ignore(reason, until),
                }),
            }),
        },
      ]
    : [];
}
