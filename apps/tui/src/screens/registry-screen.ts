// The register: every establishment in a window, narrowed by views and a search, with a preview of the one under the
// cursor.
import { label } from "@shian/domain";
import { toRegistryInput } from "../commands/to-input.js";
import { fitLine, join, type Line, type Piece, span } from "../components/line.js";
import { type CommandId, screenPlaces } from "../keys/key-table.js";
import type { TextKey } from "../text/zh-cn.js";
import { createDetailCache } from "./create-detail-cache.js";
import { createListScreen } from "./create-list-screen.js";
import { createLoader } from "./create-loader.js";
import { createPagedList } from "./create-paged-list.js";
import { describeEstablishment } from "./describe-establishment.js";
import { formatCount, type RegistryRow } from "./format-values.js";
import { createRegistryColumns } from "./registry-columns.js";
import { isView, registryViews, type Summary, sayNarrowing, setView, type View } from "./registry-views.js";
import type { Screen, ScreenContext, ScreenRequest } from "./screen.js";

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

  const describeOptions = (): string => sayNarrowing(options, context);
  const matches = (view: View): boolean => isView(view, options);
  const apply = (view: View): void => {
    setView(view, options);
    title = undefined;
    void list.reload();
  };

  const head = (columns: number): Line[] => {
    const counts = summary.value();
    const shown = registryViews.map((view) => {
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
      items: registryViews.map((view) => ({
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
    columns: createRegistryColumns(context),
    path: () => {
      const view = registryViews.find(matches);
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
