import type { RegistrySummary, RegistryView, SavedRegistryView } from "@shian/domain";
import { formatCount } from "../../components/figures.js";
import { ViewChips } from "../../components/tabs.js";
import type { RegistrySearch } from "../../navigation/registry-search.js";
import type { TextKey } from "../../text/texts.js";
import { useText } from "../../text/use-text.js";

type View = { key: TextKey; search: RegistrySearch; count: (summary: RegistrySummary) => number };

const active: RegistrySearch = { states: ["active"] };
const views: readonly View[] = [
  { key: "registry.view-all", search: active, count: (summary) => summary.active },
  {
    key: "registry.view-high",
    search: { ...active, grades: ["A", "B"] as RegistrySearch["grades"] & object },
    count: (summary) => (summary.byGrade.A ?? 0) + (summary.byGrade.B ?? 0),
  },
  {
    key: "registry.view-not-done",
    search: { ...active, duties: ["on-track", "at-risk", "overdue"] },
    count: (summary) => summary.notDone,
  },
  { key: "registry.view-nobody", search: { ...active, answered: false }, count: (summary) => summary.nobody },
  {
    key: "registry.view-ungraded",
    search: { ...active, graded: false },
    count: (summary) => summary.byGrade.none ?? 0,
  },
  {
    key: "registry.view-place",
    search: { ...active, placeKnown: false },
    count: (summary) => summary.placeUnknown,
  },
];

const signature = ({
  open: _open,
  sort: _sort,
  descending: _descending,
  columns: _columns,
  ...search
}: RegistrySearch) => JSON.stringify(Object.entries(search).sort(([a], [b]) => a.localeCompare(b)));

/** The address of a saved view; its own territory is the scope's. */
export function toSearch({ filter, sort, columns }: SavedRegistryView): RegistrySearch {
  const { territory: _territory, ...conditions } = filter;
  return {
    ...(conditions as RegistrySearch),
    ...(sort === null ? {} : { sort: sort.by, descending: sort.descending }),
    ...(columns === null ? {} : { columns }),
  };
}

/** The saved view that is shown. */
export const findShown = (saved: readonly RegistryView[], search: RegistrySearch): RegistryView | undefined =>
  saved.find(({ view }) => signature(toSearch(view)) === signature(search));

/** The saved views of the register with their counts. */
export function RegistryViews({
  summary,
  saved,
  search,
}: {
  summary: RegistrySummary | undefined;
  saved: readonly RegistryView[];
  search: RegistrySearch;
}) {
  const { t } = useText();
  const now = signature(search);
  return (
    <ViewChips
      label={t("registry.views")}
      views={[
        ...views.map((view) => ({
          key: view.key,
          title: t(view.key),
          count: summary === undefined ? undefined : formatCount(view.count(summary)),
          door: { to: "/registry", search: view.search },
          on: signature(view.search) === now,
        })),
        ...saved.map(({ id, name, count, view }) => {
          const door = toSearch(view);
          return {
            key: id,
            title: name,
            count: formatCount(count),
            door: { to: "/registry", search: door as Record<string, unknown> },
            on: signature(door) === now,
          };
        }),
      ]}
    />
  );
}
