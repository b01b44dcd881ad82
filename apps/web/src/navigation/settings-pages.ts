import { menuAreas, type OperationId } from "@shian/domain";
import type { IconName } from "../components/icon.js";
import type { TextKey } from "../text/texts.js";

export type SettingsPage = {
  to: `/settings/${"people" | "units" | "layouts" | "flags" | "territories" | "grading" | "record" | "papers" | "jobs" | "backup"}`;
  icon: IconName;
  title: TextKey;
  hint: TextKey;
  /** The operation without which the page would be empty. */
  opens: OperationId;
};

/** The pages of administration, in the order of the menu. */
export const settingsPages: readonly SettingsPage[] = [
  {
    to: "/settings/people",
    icon: "person",
    title: "nav.people",
    hint: "nav.people-hint",
    opens: menuAreas.people,
  },
  { to: "/settings/units", icon: "shop", title: "nav.units", hint: "nav.units-hint", opens: menuAreas.units },
  {
    to: "/settings/territories",
    icon: "place",
    title: "nav.territories",
    hint: "nav.territories-hint",
    opens: "territory.preview",
  },
  {
    to: "/settings/grading",
    icon: "target",
    title: "nav.grading",
    hint: "nav.grading-hint",
    opens: "rules.effect",
  },
  {
    to: "/settings/papers",
    icon: "file",
    title: "nav.papers",
    hint: "nav.papers-hint",
    opens: "commitment.settings",
  },
  {
    to: "/settings/flags",
    icon: "filter",
    title: "flags.title",
    hint: "flags.hint",
    opens: "attention.save",
  },
  {
    to: "/settings/layouts",
    icon: "table",
    title: "layout.title",
    hint: "layout.hint",
    opens: "layout.save",
  },
  {
    to: "/settings/record",
    icon: "eye",
    title: "nav.record",
    hint: "nav.record-hint",
    opens: menuAreas.audit,
  },
  { to: "/settings/jobs", icon: "clock", title: "nav.jobs", hint: "nav.jobs-hint", opens: menuAreas.jobs },
  {
    to: "/settings/backup",
    icon: "file",
    title: "nav.backup",
    hint: "nav.backup-hint",
    opens: menuAreas.backup,
  },
];

/** The pages of administration that a person may open. */
export const listSettingsPages = (may: (operation: OperationId) => boolean): readonly SettingsPage[] =>
  settingsPages.filter(({ opens }) => may(opens));
