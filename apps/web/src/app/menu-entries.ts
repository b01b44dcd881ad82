import type { OfficeStatus } from "@shian/domain";
import type { IconName } from "../components/icon.js";
import type { TextKey } from "../text/texts.js";

export type MenuEntry = {
  to: "/" | "/registry" | "/chain" | "/visits" | "/evaluation" | "/settings";
  icon: IconName;
  title: TextKey;
  count?: (status: OfficeStatus) => number;
  countTitle?: TextKey;
};

/** The areas of the office's own work, in the order of the navigation. */
export const menuEntries: readonly MenuEntry[] = [
  { to: "/", icon: "home", title: "nav.overview" },
  { to: "/registry", icon: "shop", title: "nav.registry" },
  {
    to: "/chain",
    icon: "chain",
    title: "nav.chain",
    count: (status) => status.counts.nobody,
    countTitle: "nav.count-nobody",
  },
  {
    to: "/visits",
    icon: "visit",
    title: "nav.visits",
    count: (status) => status.counts.overdue,
    countTitle: "nav.count-overdue",
  },
  {
    to: "/evaluation",
    icon: "target",
    title: "nav.evaluation",
    count: (status) => status.counts.lostItems,
    countTitle: "nav.count-lost",
  },
  { to: "/settings", icon: "settings", title: "nav.settings" },
];

/** Whether an entry holds the page that is shown. */
export const isCurrent = (entry: MenuEntry, path: string): boolean =>
  entry.to === "/" ? path === "/" : path === entry.to || path.startsWith(`${entry.to}/`);
