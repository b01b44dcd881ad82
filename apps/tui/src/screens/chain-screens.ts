// Lists of the chain: gaps with their kinds counted, and officials with what they answer for.

import type { OperationOutput } from "@shian/domain";
import { gapKinds, label, renderProblem } from "@shian/domain";
import { toGapsInput, toOfficialsInput } from "../commands/to-input.js";
import type { Column } from "../components/columns.js";
import { fitLine, join, type Line, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import { createListScreen } from "./create-list-screen.js";
import { createPagedList } from "./create-paged-list.js";
import { formatCount, formatCoverage, formatPlaceCell, gradeSpan } from "./format-values.js";
import { type Act, offerActs } from "./offer-acts.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type GapRow = OperationOutput<"chain.gaps">["rows"][number];
type GapCounts = OperationOutput<"chain.gaps">["counts"];
type OfficialRow = OperationOutput<"official.list">["rows"][number];

const listPlaces = screenPlaces.list;

/** Options of a page that can change, and what a change does. */
function createOptions(request: ScreenRequest, reload: () => void) {
  const options = new Map(request.options ?? []);
  return {
    options,
    setOption: (name: string, value: string | undefined) => {
      if (value === undefined) options.delete(name);
      else options.set(name, [value]);
      reload();
    },
  };
}

const placeOf = (context: ScreenContext, options: ReadonlyMap<string, readonly string[]>) => ({
  territory: options.get("territory")?.[0] ?? context.scope().territory?.code,
  asOf: options.get("as-of")?.[0] ?? context.scope().asOf,
});

/** Every gap of the chain; a kind counts apart, and choosing one narrows the list. */
export function createGapsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  let counts: GapCounts | undefined;
  const { options, setOption } = createOptions(request, () => void list.reload());
  const list = createPagedList<GapRow>({
    idOf: (row) => `${row.kind} ${row.establishment?.id ?? ""} ${row.official?.id ?? ""}`,
    changed,
    fetchPage: async (cursor, limit) => {
      const answer = await server.ask("chain.gaps", {
        ...toGapsInput(options, placeOf(context, options)),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      });
      if (answer.ok) counts = answer.value.counts;
      return answer;
    },
  });
  const kindLine = (columns: number): Line => {
    const chosen = options.get("kind")?.[0];
    const known = counts;
    const parts = gapKinds.flatMap((kind) => {
      const text = `${label(`gap/${kind}`, locale)}${known === undefined ? "" : ` ${formatCount(known[kind])}`}`;
      return [kind === chosen ? span(`[${text}]`, "strong") : span(text), span("  ")];
    });
    return fitLine(join(span(` ${t("gaps.kinds")}  `, "quiet"), parts), columns, glyphs.more);
  };
  const columns: readonly Column<GapRow>[] = [
    {
      id: "kind",
      title: t("column.gap"),
      least: locale === "en" ? 20 : 12,
      rank: 8,
      cell: (row) => label(`gap/${row.kind}`, locale),
    },
    {
      id: "name",
      title: t("column.what"),
      least: 22,
      grow: 3,
      most: 44,
      rank: 9,
      cell: (row) => row.establishment?.name ?? row.official?.name ?? "",
    },
    {
      id: "grade",
      title: t("column.grade"),
      least: 5,
      rank: 6,
      cell: (row) => (row.establishment ? gradeSpan(row.establishment.grade) : span("-", "quiet")),
    },
    {
      id: "place",
      title: t("column.place"),
      least: 12,
      grow: 2,
      most: 30,
      rank: 5,
      cell: (row, width) => formatPlaceCell(row.establishment?.placeName ?? row.official?.unit ?? "", width),
    },
    {
      id: "official",
      title: t("column.official"),
      least: 8,
      rank: 4,
      cell: (row) => row.official?.name ?? span("-", "quiet"),
    },
    {
      id: "since",
      title: t("column.since"),
      least: 10,
      rank: 3,
      cell: (row) => row.since ?? span("-", "quiet"),
    },
  ];
  return createListScreen<GapRow>({
    name: "gaps",
    area: 3,
    places: [...listPlaces, "views"],
    context,
    list,
    columns,
    path: () => [t("path.gaps")],
    head: (width) => [kindLine(width)],
    empty: () => t("gaps.empty"),
    message: (row) => (row === undefined ? undefined : ` ${renderProblem(row.reason, locale)}`),
    requestOf: (row) => {
      if (row.establishment) return { screen: "establishment", args: [row.establishment.id] };
      return row.official === null
        ? undefined
        : {
            screen: "registry",
            options: new Map([["official", [row.official.id]]]),
            title: row.official.name,
          };
    },
    valueOf: (row) => row.establishment?.id ?? row.official?.id,
    counted: "extent.items",
    words: ["gaps"],
    options: () => options,
    setOption,
    load: (how) => list.reload(how),
    act: (command: CommandId) => {
      if (command === "group.next") {
        context.open({ screen: "officials" });
        return true;
      }
      if (command !== "view.next") return false;
      const kinds: readonly (string | undefined)[] = [undefined, ...gapKinds];
      const at = kinds.indexOf(options.get("kind")?.[0]);
      setOption("kind", kinds[(at + 1) % kinds.length]);
      return true;
    },
    web: () => "/chain?view=gaps",
  });
}

const actsOfOfficial = ({ id, load }: OfficialRow, { t, may, open }: ScreenContext): Act[] => [
  ...(may("commitment.get")
    ? [{ label: t("official.commitment"), run: () => open({ screen: "commitment", args: [id] }) }]
    : []),
  ...(may("handover.preview")
    ? [
        {
          label: t("official.leaves"),
          note: t("official.leavesNote", { load }),
          run: () => open({ screen: "handover-plan", options: new Map([["leaves", [id]]]) }),
        },
      ]
    : []),
];

/** Officials with their level, how many they answer for, and how far their visits are. */
export function createOfficialsScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, server, changed } = context;
  const { options, setOption } = createOptions(request, () => void list.reload());
  const list = createPagedList<OfficialRow>({
    idOf: (row) => row.id,
    changed,
    fetchPage: (cursor, limit) =>
      server.ask("official.list", {
        ...toOfficialsInput(options, placeOf(context, options)),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      }),
  });
  const columns: readonly Column<OfficialRow>[] = [
    { id: "name", title: t("column.name"), least: 8, grow: 1, most: 16, rank: 9, cell: (row) => row.name },
    {
      id: "level",
      title: t("column.level"),
      least: 10,
      rank: 6,
      cell: (row) => label(`level/${row.level}`, locale),
    },
    { id: "unit", title: t("column.unit"), least: 14, grow: 2, most: 36, rank: 5, cell: (row) => row.unit },
    { id: "post", title: t("column.post"), least: 10, grow: 1, most: 24, rank: 2, cell: (row) => row.post },
    {
      id: "load",
      title: t("column.load"),
      least: 6,
      align: "right",
      rank: 8,
      cell: (row) => formatCount(row.load),
    },
    {
      id: "visits",
      title: t("column.doneDue"),
      least: 9,
      align: "right",
      rank: 7,
      cell: (row) => `${row.done}/${row.due}`,
    },
    {
      id: "rate",
      title: t("column.rate"),
      least: 7,
      align: "right",
      rank: 4,
      cell: (row) => formatCoverage(row, t),
    },
    {
      id: "overdue",
      title: t("column.overdue"),
      least: 6,
      align: "right",
      rank: 3,
      cell: (row) => span(formatCount(row.overdue), row.overdue > 0 ? "overdue" : "quiet"),
    },
  ];
  return createListScreen<OfficialRow>({
    name: "officials",
    area: 3,
    places: screenPlaces.officials,
    context,
    list,
    columns,
    path: () => [t("path.officials")],
    head: (width) => {
      const search = options.get("search")?.[0];
      return search === undefined
        ? []
        : [fitLine(join(span(` ${t("registry.filter")}  `, "quiet"), `/${search}`), width)];
    },
    empty: () => t("officials.empty"),
    message: (row) =>
      row === undefined
        ? undefined
        : join(
            ` ${row.name}  ${row.post}  `,
            span(row.jurisdictionNames.join(locale === "en" ? ", " : "、"), "quiet"),
          ),
    requestOf: (row) => ({ screen: "registry", options: new Map([["official", [row.id]]]), title: row.name }),
    valueOf: (row) => row.id,
    counted: "extent.people",
    words: ["officials"],
    options: () => options,
    setOption,
    sorts: ["name", "load", "overdue"],
    searchable: true,
    load: (how) => list.reload(how),
    act: (command: CommandId) => {
      if (command === "act.choose") {
        const row = list.current();
        return offerActs(context, row?.name ?? "", row === undefined ? [] : actsOfOfficial(row, context));
      }
      if (command !== "group.next") return false;
      context.open({ screen: "gaps" });
      return true;
    },
    web: () => "/chain?view=officials",
  });
}
