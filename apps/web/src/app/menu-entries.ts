import type { OfficeStatus, OperationId } from "@shian/domain";
import type { IconName } from "../components/icon.js";
import type { TextKey } from "../text/texts.js";

export type MenuEntry = {
  to: "/" | "/field" | "/registry" | "/arm" | "/chain" | "/visits" | "/evaluation" | "/settings";
  icon: IconName;
  title: TextKey;
  /** The operation without which the area would be empty; absent: open to everyone. */
  opens?: OperationId;
  /** Not for those who may ask this: they have a larger area. */
  unless?: OperationId;
  count?: (status: OfficeStatus) => number;
  countTitle?: TextKey;
};

/** The areas of the office's own work, in the order of the navigation. */
export const menuEntries: readonly MenuEntry[] = [
  { to: "/", icon: "home", title: "nav.overview", opens: "overview.get" },
  { to: "/field", icon: "person", title: "field.title", opens: "commitment.acknowledge" },
  { to: "/registry", icon: "shop", title: "nav.registry", opens: "registry.list" },
  { to: "/arm", icon: "check", title: "nav.arm", opens: "arm.report", unless: "registry.list" },
  {
    to: "/chain",
    icon: "chain",
    title: "nav.chain",
    opens: "chain.tree",
    count: (status) => status.counts.nobody,
    countTitle: "nav.count-nobody",
  },
  {
    to: "/visits",
    icon: "visit",
    title: "nav.visits",
    opens: "visit.list",
    count: (status) => status.counts.overdue,
    countTitle: "nav.count-overdue",
  },
  {
    to: "/evaluation",
    icon: "target",
    title: "nav.evaluation",
    opens: "evaluation.get",
    count: (status) => status.counts.lostItems,
    countTitle: "nav.count-lost",
  },
  { to: "/settings", icon: "settings", title: "nav.settings" },
];

/** Whether an entry holds the page that is shown. */
export const isCurrent = (entry: Pick<MenuEntry, "to">, path: string): boolean =>
  entry.to === "/" ? path === "/" : path === entry.to || path.startsWith(`${entry.to}/`);

/** The entries that a person has. */
export const listEntries = (may: (operation: OperationId) => boolean): readonly MenuEntry[] =>
  menuEntries.filter(
    ({ opens, unless }) => (opens === undefined || may(opens)) && (unless === undefined || !may(unless)),
  );
