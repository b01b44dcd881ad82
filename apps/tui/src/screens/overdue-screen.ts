// Duties of a window that were missed, or whatever states the page was opened with.
import type { OperationOutput } from "@shian/domain";
import { toDutiesInput } from "../commands/to-input.js";
import type { Column } from "../components/columns.js";
import { join, span } from "../components/line.js";
import { screenPlaces } from "../keys/key-table.js";
import { createListScreen } from "./create-list-screen.js";
import { createPagedList } from "./create-paged-list.js";
import { dutySpan, formatPlaceCell, gradeSpan } from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type DutyRow = OperationOutput<"visit.duties">["rows"][number];

/** Establishments by the state of their duty in a window; overdue ones of the window that ended last by default. */
export function createOverdueScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, glyphs, server, changed } = context;
  const options = new Map(request.options ?? []);
  const list = createPagedList<DutyRow>({
    idOf: (row) => row.establishment,
    changed,
    fetchPage: (cursor, limit) => {
      const place = {
        territory: options.get("territory")?.[0] ?? context.scope().territory?.code,
        asOf: options.get("as-of")?.[0] ?? context.scope().asOf,
      };
      return server.ask("visit.duties", {
        ...toDutiesInput(options, place),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
    },
  });
  const columns: readonly Column<DutyRow>[] = [
    {
      id: "name",
      title: t("column.establishment"),
      least: 24,
      grow: 3,
      most: 44,
      rank: 9,
      cell: (row) => row.name,
    },
    { id: "grade", title: t("column.grade"), least: 5, rank: 8, cell: (row) => gradeSpan(row.grade) },
    {
      id: "place",
      title: t("column.place"),
      least: 10,
      grow: 2,
      most: 28,
      rank: 4,
      cell: (row, width) => formatPlaceCell(row.placeName, width),
    },
    {
      id: "official",
      title: t("column.official"),
      least: 8,
      rank: 6,
      cell: (row) => row.official?.name ?? span(t("word.nobody"), "overdue"),
    },
    { id: "duty", title: t("column.visit"), least: 13, rank: 7, cell: (row) => dutySpan(row, t, glyphs) },
    { id: "window", title: t("column.window"), least: 8, rank: 3, cell: (row) => row.window },
    { id: "end", title: t("column.windowEnd"), least: 10, rank: 2, cell: (row) => row.windowEnd },
    {
      id: "late",
      title: t("column.late"),
      least: 10,
      rank: 1,
      cell: (row) => row.late ?? span("-", "quiet"),
    },
  ];
  return createListScreen<DutyRow>({
    name: "overdue",
    area: 4,
    places: screenPlaces.list,
    context,
    list,
    columns,
    path: () => [request.title ?? t("path.overdue")],
    head: () => [],
    empty: () => t("overdue.empty"),
    message: (row) => {
      if (row === undefined) return undefined;
      const late = row.late === null ? "" : `  ${t("message.late", { date: row.late })}`;
      return join(
        ` ${row.name}  `,
        span(`${t("message.lastVisit", { date: row.lastVisit ?? t("word.never") })}${late}`, "quiet"),
      );
    },
    requestOf: (row) => ({ screen: "establishment", args: [row.establishment] }),
    valueOf: (row) => row.establishment,
    words: ["overdue"],
    options: () => options,
    setOption: (name, value) => {
      if (value === undefined) options.delete(name);
      else options.set(name, [value]);
      void list.reload();
    },
    load: (how) => list.reload(how),
    web: () => "/visits?view=overdue",
  });
}
