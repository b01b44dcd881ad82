// The register: every establishment in a window, narrowed by views and a search, with a preview of the one under the
// cursor.
import { label, type OperationOutput } from "@shian/domain";
import { sayWord } from "../commands/say-fact.js";
import { toRegistryInput } from "../commands/to-input.js";
import type { Column } from "../components/columns.js";
import { fitLine, join, type Line, type Piece, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import type { TextKey } from "../text/zh-cn.js";
import { createListScreen } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import { createPagedList } from "./create-paged-list.js";
import { describeEstablishment } from "./describe-establishment.js";
import {
  dutySpan,
  formatCount,
  formatPlaceCell,
  gradeSpan,
  type RegistryRow,
  riskSpan,
} from "./format-values.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

type Summary = OperationOutput<"registry.summary">;
type View = {
  readonly label: TextKey;
  readonly options: readonly (readonly [string, readonly string[]])[];
  readonly count: (summary: Summary) => number;
};

const notDone = ["on-track", "at-risk", "overdue"];

/** The saved views of the register, in the order of the view line. */
const views: readonly View[] = [
  { label: "view.all", options: [], count: (summary) => summary.total },
  {
    label: "view.ab",
    options: [["grade", ["A", "B"]]],
    count: ({ byGrade }) => (byGrade.A ?? 0) + (byGrade.B ?? 0),
  },
  { label: "view.notDone", options: [["duty", notDone]], count: (summary) => summary.notDone },
  {
    label: "view.nobody",
    options: [
      ["state", ["active"]],
      ["answered", ["false"]],
    ],
    count: (summary) => summary.nobody,
  },
  {
    label: "view.ungraded",
    options: [
      ["state", ["active"]],
      ["graded", ["false"]],
    ],
    count: ({ byGrade }) => byGrade.none ?? 0,
  },
  {
    label: "view.placeless",
    options: [["place-known", ["false"]]],
    count: (summary) => summary.placeUnknown,
  },
];

const narrowing = [
  "grade",
  "risk",
  "form",
  "state",
  "answered",
  "graded",
  "place-known",
  "official",
  "duty",
  "size",
  "attention",
  "licence",
  "licence-kind",
  "territory",
];

/** Which words of the domain say the values of a condition. */
const wordsOf: Readonly<Record<string, string>> = {
  form: "form",
  state: "state",
  size: "size",
  attention: "attention",
  licence: "licence-standing",
  "licence-kind": "licence",
};

/** The register, opened with the options of `shian registry list`. */
export function createRegistryScreen(context: ScreenContext, request: ScreenRequest): Screen {
  const { t, locale, glyphs, server, changed } = context;
  const options = new Map(request.options ?? []);
  let title = request.title;
  const summary = createLoader<Summary>(changed);
  const place = () => ({
    territory: options.get("territory")?.[0] ?? context.scope().territory?.code,
    asOf: options.get("as-of")?.[0] ?? context.scope().asOf,
  });
  const list = createPagedList<RegistryRow>({
    idOf: (row) => row.id,
    changed,
    fetchPage: (cursor, limit) =>
      server.ask("registry.list", {
        ...toRegistryInput(options, place()),
        limit,
        ...(cursor === undefined ? {} : { cursor }),
      }),
  });
  const details = createDetailCache(context, () => place().asOf);

  const describeOptions = (): string =>
    narrowing
      .flatMap((name) => {
        const values = options.get(name);
        if (values === undefined) return [];
        const shown = values.flatMap((value) => value.split(",")).map((value) => describeValue(name, value));
        return [`${t(`filter.${name}` as TextKey)}:${shown.join(locale === "en" ? "," : "、")}`];
      })
      .join("  ");
  const describeValue = (name: string, value: string): string => {
    const words = wordsOf[name];
    if (words !== undefined) return sayWord(words, value, locale);
    if (name === "duty") return t(`duty.${value}` as TextKey);
    return value === "true" || value === "false" ? t(`word.${value}`) : value;
  };

  const matches = (view: View): boolean => {
    const narrowed = narrowing.filter((name) => options.has(name) && name !== "territory");
    return (
      narrowed.length === view.options.length &&
      view.options.every(([name, values]) => options.get(name)?.join(",") === values.join(","))
    );
  };

  const apply = (view: View): void => {
    for (const name of narrowing) if (name !== "territory") options.delete(name);
    for (const [name, values] of view.options) options.set(name, values);
    title = undefined;
    void list.reload();
  };

  const head = (columns: number): Line[] => {
    const counts = summary.value();
    const shown = views.map((view) => {
      const text = `${t(view.label)}${counts === undefined ? "" : ` ${formatCount(view.count(counts))}`}`;
      return matches(view) ? span(`[${text}]`, "strong") : span(text);
    });
    const viewLine = join(
      span(` ${t("registry.views")}  `, "quiet"),
      ...shown.flatMap((one, index) => (index === 0 ? [one] : [span("  "), one])),
    );
    const search = options.get("search")?.[0];
    const filters = [...(search === undefined ? [] : [`/${search}`]), describeOptions()]
      .filter((part) => part !== "")
      .join("  ");
    const sort = options.get("sort")?.[0];
    const sorted =
      sort === undefined
        ? ""
        : `  ${t("menu.sort")}:${t(`sort.${sort.replace(/^-/, "")}` as TextKey)}${sort.startsWith("-") ? t("sort.descending") : ""}`;
    return [
      fitLine(viewLine, columns, glyphs.more),
      fitLine(
        join(
          span(` ${t("registry.filter")}  `, "quiet"),
          filters === "" ? span(t("registry.noFilter"), "quiet") : filters,
          sorted,
        ),
        columns,
        glyphs.more,
      ),
    ];
  };

  const columns: readonly Column<RegistryRow>[] = [
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
    { id: "risk", title: t("column.risk"), least: 6, rank: 5, cell: (row) => riskSpan(row.riskGrade) },
    {
      id: "place",
      title: t("column.place"),
      least: 10,
      grow: 2,
      most: 26,
      rank: 4,
      cell: (row, width) => formatPlaceCell(row.placeName, width),
    },
    {
      id: "official",
      title: t("column.official"),
      least: 8,
      rank: 6,
      cell: (row) =>
        row.official
          ? row.official.name
          : row.state === "active"
            ? span(t("word.nobody"), "overdue")
            : span("-", "quiet"),
    },
    {
      id: "duty",
      title: t("column.visit"),
      least: 12,
      rank: 7,
      cell: (row) => dutySpan(row.duty, t, glyphs),
    },
    {
      id: "form",
      title: t("column.form"),
      least: 14,
      rank: 3,
      cell: (row) => (row.form === null ? span("-", "quiet") : label(`form/${row.form}`, locale)),
    },
    {
      id: "code",
      title: t("column.creditCode"),
      least: 18,
      rank: 2,
      cell: (row) => row.creditCode ?? span("-", "quiet"),
    },
    {
      id: "state",
      title: t("column.state"),
      least: 8,
      rank: 1,
      cell: (row) => label(`state/${row.state}`, locale),
    },
  ];

  const load = async ({ keepCursor = false } = {}): Promise<void> => {
    details.clear();
    const { territory, asOf } = place();
    const where = {
      ...(territory === undefined ? {} : { territory }),
      ...(asOf === undefined ? {} : { asOf: asOf }),
    };
    await Promise.all([
      list.reload({ keepCursor }),
      summary.run(() => server.ask("registry.summary", where)),
    ]);
  };

  const describe = (row: RegistryRow | undefined): Piece => {
    if (row === undefined) return undefined;
    const parts = [
      row.creditCode ?? row.licenceNumber ?? t("word.noCode"),
      row.form === null ? t("word.noForm") : label(`form/${row.form}`, locale),
      row.placeName,
    ];
    return join(` ${row.name}  `, span(parts.join("  "), "quiet"));
  };

  const chooseView = (): boolean => {
    const counts = summary.value();
    context.choose({
      title: t("menu.views"),
      searchable: false,
      items: views.map((view) => ({
        label: t(view.label),
        ...(counts === undefined ? {} : { note: formatCount(view.count(counts)) }),
        run: () => apply(view),
      })),
    });
    return true;
  };

  return createListScreen<RegistryRow>({
    name: "registry",
    area: 2,
    places: screenPlaces.registry,
    context,
    list,
    columns,
    path: () => {
      const view = views.find(matches);
      return title !== undefined
        ? [title]
        : view !== undefined && view.options.length > 0
          ? [t(view.label)]
          : [];
    },
    head,
    empty: () =>
      options.has("search") || describeOptions() !== "" ? t("registry.noneFound") : t("registry.empty"),
    message: describe,
    requestOf: (row) => ({ screen: "establishment", args: [row.id] }),
    valueOf: (row) => row.creditCode ?? row.licenceNumber ?? row.id,
    words: ["registry", "list"],
    options: () => options,
    setOption: (name, value) => {
      if (value === undefined) options.delete(name);
      else options.set(name, [value]);
      void list.reload();
    },
    sorts: ["name", "grade", "place", "opened", "-opened", "updated", "-updated"],
    searchable: true,
    preview: {
      title: (row) => row.name,
      lines: (row, width) => {
        const detail = details.find(row.id);
        return detail === undefined
          ? [join(span(glyphs.more, "quiet"))]
          : describeEstablishment(detail, context, width, "brief");
      },
    },
    load,
    act: (command: CommandId) => command === "list.savedFilter" && chooseView(),
    web: () => "/registry",
  });
}

const REST_MS = 120;
const MOST_DETAILS = 60;

/** Details of establishments for the preview, asked for when the cursor has rested on one. */
function createDetailCache(context: ScreenContext, asOf: () => string | undefined) {
  const known = new Map<string, OperationOutput<"registry.get">>();
  let waiting: { id: string; timer: NodeJS.Timeout } | undefined;
  return {
    clear: () => known.clear(),
    find: (id: string): OperationOutput<"registry.get"> | undefined => {
      const detail = known.get(id);
      if (detail !== undefined || waiting?.id === id) return detail;
      if (waiting) clearTimeout(waiting.timer);
      const timer = setTimeout(async () => {
        const day = asOf();
        const answer = await context.server.ask(
          "registry.get",
          day === undefined ? { id } : { id, asOf: day },
        );
        if (waiting?.id === id) waiting = undefined;
        if (!answer.ok) return;
        const [oldest] = known.keys();
        if (known.size >= MOST_DETAILS && oldest !== undefined) known.delete(oldest);
        known.set(id, answer.value);
        context.changed();
      }, REST_MS);
      waiting = { id, timer };
      return undefined;
    },
  };
}
