// The coverage matrix: territories or officials by grade. Every cell is a number with its rows behind it, and the
// message line always says what the cell under the cursor means.
import { formatRate, type OperationOutput } from "@shian/domain";
import { toCoverageInput } from "../commands/to-input.js";
import { fitLine, join, type Line, type Span, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import { fitText, textWidth } from "../output/text-width.js";
import { toShellOptions } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import { drawNothing } from "./draw-pane.js";
import { type CoverageCell, formatCount, formatDay, formatPeriod } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest, Size } from "./screen.js";

type Coverage = OperationOutput<"coverage.measure">;
type Row = Coverage["total"];
type ColumnId = "A" | "B" | "C" | "D" | "none" | "total";

const modes = ["counts", "left", "rate"] as const;
const notDone = ["on-track", "at-risk", "overdue"];

const cellOf = (row: Row, column: ColumnId): CoverageCell =>
  column === "total" ? row.total : row.grades[column];

/** The matrix of a period, opened with the options of `shian coverage`. */
export function createCoverageScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const options = new Map(request.options ?? []);
  const loader = createLoader<Coverage>(changed);
  let mode: (typeof modes)[number] = "counts";
  let grouping: "territories" | "officials" =
    options.get("by")?.[0] === "official" ? "officials" : "territories";
  let row = 0;
  let column = 3;
  let top = 0;
  let height = 10;

  const place = () => ({
    territory: options.get("territory")?.[0] ?? context.scope().territory?.code,
    asOf: options.get("as-of")?.[0] ?? context.scope().asOf,
  });
  const listColumns = (coverage: Coverage): ColumnId[] => [
    "A",
    "B",
    "C",
    "D",
    ...(coverage.total.grades.none.registered > 0 ? (["none"] as const) : []),
    "total",
  ];
  const listRows = (coverage: Coverage): Row[] => [...coverage[grouping], coverage.total];
  const columnTitle = (id: ColumnId): string => {
    if (id === "total") return t("word.all");
    return id === "none" ? t("word.ungraded") : t(`grade.${id}`);
  };
  const counts = (cell: CoverageCell): string => {
    if (cell.due === 0) return t("word.nothingDue");
    if (mode === "left") return formatCount(cell.notDone);
    return mode === "rate"
      ? (formatRate({ done: cell.done, of: cell.due }) ?? "")
      : `${formatCount(cell.done)}/${formatCount(cell.due)}`;
  };
  const toText = (cell: CoverageCell, id: ColumnId): string => {
    const rate = formatRate({ done: cell.done, of: cell.due });
    if (mode !== "counts" || rate === undefined) return counts(cell);
    if (id === "total") return rate;
    return id === "A" || id === "B" ? counts(cell) : `${counts(cell)}${fitText(rate, 7, "right")}`;
  };
  const mark = (cell: CoverageCell): Span => {
    if (cell.progress === "nothing-due") return span(" ");
    if (cell.progress === "done") return span(glyphs.closed, "closed");
    return cell.progress === "on-time" ? span(glyphs.onTrack, "ok") : span(glyphs.atRisk, "risk");
  };

  const drawMatrix = (coverage: Coverage, { columns, rows }: Size): Line[] => {
    const ids = listColumns(coverage);
    const all = listRows(coverage);
    row = Math.min(row, all.length - 1);
    column = Math.min(column, ids.length - 1);
    height = Math.max(1, rows - 2);
    if (row < top) top = row;
    if (row >= top + height) top = row - height + 1;
    const cellWidths = ids.map((id) =>
      Math.max(textWidth(columnTitle(id)), ...all.map((one) => textWidth(toText(cellOf(one, id), id)))),
    );
    const needed = cellWidths.reduce((sum, width) => sum + width, 0) + 3;
    const longest = Math.max(...all.map((one) => textWidth(one.name)), 8);
    // Two blanks between cells where there is room, else one, which the brackets of the cursor need.
    const gap = needed + ids.length * 2 + Math.min(longest, 8) <= columns ? 2 : 1;
    const widths = cellWidths.map((width) => width + gap);
    const room = columns - needed - ids.length * gap;
    const nameWidth = Math.max(8, Math.min(room, longest));
    const spare = Math.max(0, Math.floor((room - nameWidth) / ids.length));
    const wide = widths.map((width) => width + Math.min(spare, 6));
    const explain = join(
      " ",
      mode === "counts" ? t("coverage.counts") : mode === "left" ? t("coverage.left") : t("coverage.rate"),
      coverage.total.total.waived > 0
        ? `${locale === "en" ? "; " : "；"}${t("coverage.waived", { count: coverage.total.total.waived })}`
        : "",
    );
    const titles = join(
      " ",
      span(
        fitText(grouping === "territories" ? t("column.place") : t("column.official"), nameWidth),
        "quiet",
      ),
      ...ids.map((id, index) => span(fitText(`${columnTitle(id)} `, wide[index] ?? 0, "right"), "quiet")),
    );
    const lines = all.slice(top, top + height).map((one, offset) => {
      const at = top + offset;
      const name = one === coverage.total ? t("word.whole") : one.name === "" ? t("word.nobody") : one.name;
      const cells = ids.map((id, index): Span => {
        const text = toText(cellOf(one, id), id);
        const here = at === row && index === column;
        const shown = here ? `[${text}]` : `${text} `;
        const empty = cellOf(one, id).due === 0;
        return {
          text: fitText(shown, wide[index] ?? 0, "right"),
          style: here ? "cursor" : empty ? "quiet" : "plain",
        };
      });
      return join(
        at === row ? ">" : " ",
        span(fitText(name, nameWidth, "left", glyphs.more), at === row ? "strong" : "plain"),
        cells,
        " ",
        mark(one.total),
      );
    });
    return [explain, titles, ...lines].map((line) => fitLine(line, columns, glyphs.more));
  };

  const selected = (): { row: Row; id: ColumnId; cell: CoverageCell; whole: boolean } | undefined => {
    const coverage = loader.value();
    if (coverage === undefined) return undefined;
    const one = listRows(coverage)[row];
    const id = listColumns(coverage)[column];
    return one === undefined || id === undefined
      ? undefined
      : { row: one, id, cell: cellOf(one, id), whole: one === coverage.total };
  };
  const nameOf = (found: NonNullable<ReturnType<typeof selected>>): string => {
    const who = found.whole ? t("word.whole") : found.row.name === "" ? t("word.nobody") : found.row.name;
    const what =
      found.id === "total"
        ? ""
        : ` ${found.id === "none" ? t("word.ungraded") : t("word.gradeOf", { grade: found.id })}`;
    return `${who}${what}`;
  };

  const openRows = (): boolean => {
    const found = selected();
    const coverage = loader.value();
    if (found === undefined || coverage === undefined || found.cell.registered === 0) return false;
    const narrowed = new Map<string, readonly string[]>();
    const territory = grouping === "territories" && !found.whole ? found.row.key : place().territory;
    if (territory !== undefined) narrowed.set("territory", [territory]);
    if (options.has("as-of")) narrowed.set("as-of", options.get("as-of") ?? []);
    if (grouping === "officials" && !found.whole) {
      if (found.row.key === "") narrowed.set("answered", ["false"]);
      else narrowed.set("official", [found.row.key]);
    }
    if (found.id === "none") narrowed.set("graded", ["false"]);
    else if (found.id !== "total") narrowed.set("grade", [found.id]);
    const duty = found.cell.notDone > 0 ? notDone : found.cell.due > 0 ? ["done"] : ["not-due", "waived"];
    narrowed.set("duty", duty);
    const title = `${nameOf(found)} ${found.cell.notDone > 0 ? t("word.notVisited") : ""}`.trim();
    const isPresent = coverage.asOf <= coverage.windowEnd && coverage.referenceDay === coverage.asOf;
    if (isPresent || found.id === "none" || found.row.key === "")
      context.open({ screen: "registry", options: narrowed, title });
    else context.open({ screen: "overdue", options: narrowed.set("period", [coverage.period]), title });
    return true;
  };

  const move = (down: number, right: number): true => {
    const coverage = loader.value();
    if (coverage !== undefined) {
      row = Math.min(listRows(coverage).length - 1, Math.max(0, row + down));
      column = Math.min(listColumns(coverage).length - 1, Math.max(0, column + right));
      changed();
    }
    return true;
  };
  const act = (command: CommandId): boolean => {
    switch (command) {
      case "list.down":
        return move(1, 0);
      case "list.up":
        return move(-1, 0);
      case "list.left":
        return move(0, -1);
      case "list.right":
        return move(0, 1);
      case "list.first":
        return move(-row, 0);
      case "list.last":
        return move(Number.MAX_SAFE_INTEGER - row, 0);
      case "list.pageDown":
        return move(height - 1, 0);
      case "list.pageUp":
        return move(1 - height, 0);
      case "list.open":
        return openRows();
      case "view.next":
        mode = modes[(modes.indexOf(mode) + 1) % modes.length] ?? "counts";
        changed();
        return true;
      case "group.next":
        grouping = grouping === "territories" ? "officials" : "territories";
        if (grouping === "officials") options.set("by", ["official"]);
        else options.delete("by");
        row = 0;
        top = 0;
        changed();
        return true;
      default:
        return false;
    }
  };

  return {
    name: "coverage",
    area: 4,
    places: screenPlaces.coverage,
    path: () => {
      const period = loader.value()?.period;
      return [t("path.coverage"), ...(period === undefined ? [] : [formatPeriod(period, t)])];
    },
    extent: () => {
      const total = loader.value()?.total.total;
      return total === undefined
        ? ""
        : t("extent.coverage", {
            due: formatCount(total.due),
            done: formatCount(total.done),
            left: formatCount(total.notDone),
          });
    },
    body: (size) => {
      const coverage = loader.value();
      return coverage === undefined
        ? drawNothing(context, { loading: loader.isLoading(), problems: loader.problems(), empty: "" }, size)
        : drawMatrix(coverage, size);
    },
    message: () => {
      const found = selected();
      const coverage = loader.value();
      if (found === undefined || coverage === undefined) return undefined;
      const { cell } = found;
      if (cell.due === 0)
        return ` ${t("coverage.cellNothing", { what: nameOf(found), registered: formatCount(cell.registered) })}`;
      const line = formatRate({ done: coverage.line.passed, of: coverage.line.days }) ?? "";
      const said =
        cell.notDone === 0
          ? "coverage.cellDone"
          : cell.short > 0
            ? "coverage.cellShort"
            : "coverage.cellLeft";
      return ` ${t(said, { what: nameOf(found), left: formatCount(cell.notDone), short: formatCount(cell.short), line, due: formatCount(cell.due), until: formatDay(coverage.windowEnd) })}`;
    },
    act,
    command: () => ({ words: ["coverage"], options: toShellOptions(context, options) }),
    value: () => selected()?.row.key,
    web: () => "/visits",
    load: () => loader.run(() => server.ask("coverage.measure", toCoverageInput(options, place()))),
    request: () => ({ screen: "coverage", options }),
  };
}
