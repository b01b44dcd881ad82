// What every list of the full screen has in common: the window of rows, the cursor, marks, sorting, a preview.
import { type Column, placeColumns, rowLine, titleLine } from "../components/columns.js";
import { fitLine, join, type Line, type Piece, span } from "../components/line.js";
import type { CommandId, Place } from "../keys/key-table.js";
import type { PagedList } from "./create-paged-list.js";
import { drawBeside, drawNothing, drawRow, drawRule } from "./draw-pane.js";
import { formatCount } from "./format-values.js";
import type { Screen, ScreenContext, ScreenName, ScreenOptions, ScreenRequest, Size } from "./screen.js";

export type ListScreenOptions<Row> = {
  readonly name: ScreenName;
  readonly area: number;
  readonly places: readonly Place[];
  readonly context: ScreenContext;
  readonly list: PagedList<Row>;
  readonly columns: readonly Column<Row>[];
  readonly path: () => readonly string[];
  readonly head: (columns: number) => readonly Line[];
  readonly empty: () => string;
  readonly message: (row: Row | undefined) => Piece;
  readonly requestOf: (row: Row) => ScreenRequest | undefined;
  readonly valueOf: (row: Row) => string | undefined;
  readonly words: readonly string[] | (() => readonly string[]);
  readonly options: () => ScreenOptions;
  readonly setOption: (name: string, value: string | undefined) => void;
  readonly sorts?: readonly string[];
  readonly searchable?: boolean;
  /** What the page is about, for its request. */
  readonly args?: readonly string[];
  /** How the rows are counted. */
  readonly counted?: "extent.rows" | "extent.people" | "extent.items";
  /** Options of the command that prints the same; all of them where it is not said. */
  readonly takes?: readonly string[];
  readonly preview?: {
    readonly title: (row: Row) => string;
    readonly lines: (row: Row, columns: number) => readonly Line[];
  };
  readonly load: (options?: { readonly keepCursor?: boolean }) => Promise<void>;
  readonly act?: (command: CommandId) => boolean;
  readonly web: () => string;
};

const PREVIEW_ROWS = 6;
const BESIDE_COLUMNS = 116;
/** Room for the telling columns of a list. */
const LIST_COLUMNS = 81;

/** Shell options of a page: each narrowing it was opened with, and the scope where it is not the office's own. */
export function toShellOptions(
  context: ScreenContext,
  options: ScreenOptions,
): (readonly [string, string | undefined])[] {
  const { territory, asOf } = context.scope();
  const own: (readonly [string, string | undefined])[] = [...options].map(([name, values]) => [
    name,
    values.join(","),
  ]);
  const scope: (readonly [string, string | undefined])[] = [
    ["territory", options.has("territory") ? undefined : territory?.code],
    ["as-of", options.has("as-of") ? undefined : asOf],
  ];
  return [...scope, ...own];
}

/** A page that is a list. */
export function createListScreen<Row>(options: ListScreenOptions<Row>): Screen {
  const { context, list } = options;
  const { glyphs, t } = context;
  let height = 10;
  let hidden = 0;
  let previewed = options.preview !== undefined;

  const withMarks = options.places.includes("marks");
  const drawRows = (columns: number, rows: number): Line[] => {
    const indent = withMarks ? 4 : 1;
    const placed = placeColumns(options.columns, columns - indent - 1);
    hidden = options.columns.length - placed.length;
    height = Math.max(1, rows - 1);
    const total = list.total() ?? 0;
    const first = list.window(height);
    const lines: Line[] = [join(" ".repeat(indent), titleLine(placed, glyphs.more))];
    for (let index = first; index < Math.min(total, first + height); index++) {
      const row = list.row(index);
      const isCursor = index === list.cursor();
      if (row === undefined) {
        lines.push(
          drawRow(join(" ".repeat(indent - 1), span(glyphs.more, "quiet")), isCursor, columns, glyphs),
        );
        continue;
      }
      const marked = withMarks ? (list.isMarked(row) ? " * " : "   ") : "";
      lines.push(drawRow(join(marked, rowLine(placed, row, glyphs.more)), isCursor, columns, glyphs));
    }
    return lines;
  };
  const drawPreview = (columns: number): { title: string; lines: readonly Line[] } | undefined => {
    const row = list.current();
    if (!previewed || options.preview === undefined || row === undefined) return undefined;
    return { title: options.preview.title(row), lines: options.preview.lines(row, columns) };
  };

  const body = ({ columns, rows }: Size): Line[] => {
    const head = options.head(columns);
    if (list.total() === undefined || list.problems().length > 0 || list.total() === 0) {
      const state = {
        loading: list.isLoading() || (list.total() === undefined && list.problems().length === 0),
        problems: list.problems(),
        empty: options.empty(),
      };
      return [...head, ...drawNothing(context, state, { columns, rows: rows - head.length })];
    }
    const left = rows - head.length;
    if (columns >= BESIDE_COLUMNS && options.preview !== undefined) {
      const leftColumns = previewed ? Math.max(LIST_COLUMNS, Math.floor(columns * 0.62)) : columns;
      const preview = drawPreview(columns - leftColumns - 2);
      if (preview === undefined) return [...head, ...drawRows(columns, left)];
      const right = [
        drawRule(
          `${t("word.preview")}  ${preview.title}`,
          t("hint.preview"),
          columns - leftColumns - 1,
          glyphs,
        ),
        ...preview.lines.map((line) => join(" ", line)),
      ];
      return [
        ...head,
        ...drawBeside(drawRows(leftColumns, left), right, leftColumns, { columns, rows: left }, glyphs),
      ];
    }
    const preview = drawPreview(columns - 2);
    if (preview === undefined || left < PREVIEW_ROWS + 5) return [...head, ...drawRows(columns, left)];
    const top = drawRows(columns, left - PREVIEW_ROWS);
    while (top.length < left - PREVIEW_ROWS) top.push([]);
    const lines = preview.lines
      .slice(0, PREVIEW_ROWS - 1)
      .map((line) => fitLine(join(" ", line), columns, glyphs.more));
    return [
      ...head,
      ...top,
      drawRule(`${t("word.preview")}  ${preview.title}`, t("hint.preview"), columns, glyphs),
      ...lines,
    ];
  };

  const openAt = (index: number): ScreenRequest | undefined => {
    const row = list.row(index);
    const request = row === undefined ? undefined : options.requestOf(row);
    if (request === undefined) return undefined;
    return {
      ...request,
      step: (by) => {
        list.move(by);
        return list.cursor() === index ? undefined : openAt(list.cursor());
      },
    };
  };

  const act = (command: CommandId): boolean => {
    if (options.act?.(command)) return true;
    switch (command) {
      case "list.down":
        list.move(1);
        return true;
      case "list.up":
        list.move(-1);
        return true;
      case "list.pageDown":
        list.move(Math.max(1, height - 1));
        return true;
      case "list.pageUp":
        list.move(-Math.max(1, height - 1));
        return true;
      case "list.first":
        list.moveTo(0);
        return true;
      case "list.last":
        list.moveTo((list.total() ?? 1) - 1);
        return true;
      case "list.mark":
        list.toggleMark();
        return true;
      case "list.markDown":
      case "list.markUp":
        list.toggleMark();
        list.move(command === "list.markDown" ? 1 : -1);
        return true;
      case "list.unmarkAll":
        list.unmarkAll();
        return true;
      case "list.open": {
        const request = openAt(list.cursor());
        if (request) context.open(request);
        return request !== undefined;
      }
      case "pane.preview":
        previewed = !previewed && options.preview !== undefined;
        context.changed();
        return true;
      case "list.sort":
        return chooseSort();
      case "app.back":
        if (list.marks().size > 0) {
          list.unmarkAll();
          return true;
        }
        if (!options.options().has("search")) return false;
        options.setOption("search", undefined);
        return true;
      default:
        return false;
    }
  };

  const chooseSort = (): boolean => {
    const { sorts = [] } = options;
    if (sorts.length === 0) return false;
    const present = options.options().get("sort")?.[0];
    context.choose({
      title: t("menu.sort"),
      searchable: false,
      items: sorts.map((sort) => ({
        label: t(`sort.${sort.replace(/^-/, "")}` as "sort.name"),
        note: `${sort.startsWith("-") ? t("sort.descending") : ""}${sort === present ? ` ${glyphs.onTrack}` : ""}`,
        run: () => options.setOption("sort", sort),
      })),
    });
    return true;
  };

  return {
    name: options.name,
    area: options.area,
    get places() {
      return options.places;
    },
    path: options.path,
    extent: () => {
      const total = list.total();
      if (total === undefined) return "";
      if (total === 0) return t(options.counted === undefined ? "extent.none" : "extent.noItems");
      const first = list.window(height);
      const marked = list.marks().size;
      return [
        t(options.counted ?? "extent.rows", {
          from: formatCount(first + 1),
          to: formatCount(Math.min(total, first + height)),
          total: formatCount(total),
        }),
        ...(marked > 0 ? [t("extent.marked", { count: formatCount(marked) })] : []),
        ...(hidden > 0
          ? [t("extent.columns", { shown: options.columns.length - hidden, all: options.columns.length })]
          : []),
      ].join("  ");
    },
    body,
    message: () => {
      const marked = list.marks().size;
      return marked > 0
        ? t("message.marked", { count: formatCount(marked) })
        : options.message(list.current());
    },
    act,
    command: () => ({
      words: typeof options.words === "function" ? options.words() : options.words,
      options: toShellOptions(context, options.options()).filter(
        ([name]) => options.takes?.includes(name) ?? true,
      ),
    }),
    value: () => {
      const row = list.current();
      return row === undefined ? undefined : options.valueOf(row);
    },
    web: options.web,
    load: options.load,
    ...(options.searchable
      ? {
          filter: {
            text: () => options.options().get("search")?.[0] ?? "",
            apply: (text: string) => options.setOption("search", text === "" ? undefined : text),
          },
        }
      : {}),
    request: () => ({
      screen: options.name,
      options: options.options(),
      ...(options.args === undefined ? {} : { args: options.args }),
    }),
  };
}
