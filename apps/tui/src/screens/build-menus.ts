// The palette and the key help, both made from the tables of keys and names, so that they teach what there is.
import type { Locale } from "@shian/domain";
import { type CommandId, type KeyBinding, listBindings, type Place } from "../keys/key-table.js";
import { type CommandName, nameTable } from "../keys/name-table.js";
import type { Translate } from "../text/create-translator.js";
import type { Menu, MenuItem } from "./screen.js";

type Doing = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly does: (command: CommandId) => void;
  readonly opens: (name: CommandName) => void;
  /** Whether the page behind the name is for who is signed in; others are not offered. */
  readonly mayOpen: (name: CommandName) => boolean;
};

const keysOf = (binding: KeyBinding): string => binding.shown ?? binding.keys.join(" ");

const headingOf = (place: Place, t: Translate): string =>
  t(place === "anywhere" || place === "open" || place === "page" ? "help.everywhere" : "help.here");

/** The spellings by which a search finds a name. */
const keywordsOf = (name: CommandName): string =>
  [name.name, name.label.en, ...name.spellings.flat()].join(" ").toLowerCase();

/** Every key that acts in the places, those of the page first; Enter does it. */
export function buildHelp(places: readonly Place[], { t, locale, does, opens, mayOpen }: Doing): Menu {
  const bindings = listBindings(places);
  const ordered = [
    ...bindings.filter((one) => headingOf(one.place, t) === t("help.here")),
    ...bindings.filter((one) => headingOf(one.place, t) === t("help.everywhere")),
  ];
  const keys: MenuItem[] = ordered.map((binding) => ({
    label: `${keysOf(binding).padEnd(12)}${binding.label[locale]}`,
    note: binding.command,
    heading: headingOf(binding.place, t),
    keywords:
      `${binding.keys.join(" ")} ${binding.label["zh-CN"]} ${binding.label.en} ${binding.command}`.toLowerCase(),
    run: () => does(binding.command),
  }));
  return {
    title: t("help.keysTitle"),
    searchable: true,
    items: [...keys, ...listNames({ t, locale, opens, mayOpen })],
  };
}

const listNames = ({ t, locale, opens, mayOpen }: Omit<Doing, "does">): MenuItem[] =>
  nameTable.filter(mayOpen).map((name) => ({
    label: `${`:${name.name}`.padEnd(14)}${name.label[locale]}`,
    note:
      name.target.kind === "later"
        ? t("palette.later")
        : name.spellings.map(([, , initials]) => initials).join(" "),
    heading: name.target.kind === "later" ? t("palette.notYet") : t("palette.go"),
    keywords: keywordsOf(name),
    run: () => opens(name),
  }));

/** Where one can go, what can be done here with its key, and what is not there yet. */
export function buildPalette(places: readonly Place[], doing: Doing): Menu {
  const { t, locale, does } = doing;
  const names = listNames(doing);
  const acts = listBindings(places)
    .filter((binding) => binding.brief !== undefined && binding.command !== "app.palette")
    .map(
      (binding): MenuItem => ({
        label: `${keysOf(binding).padEnd(14)}${binding.label[locale]}`,
        note: binding.command,
        heading: t("palette.do"),
        keywords: `${binding.label["zh-CN"]} ${binding.label.en} ${binding.command}`.toLowerCase(),
        run: () => does(binding.command),
      }),
    );
  const now = names.filter((item) => item.heading === t("palette.go"));
  const later = names.filter((item) => item.heading === t("palette.notYet"));
  return { title: t("palette.title"), searchable: true, items: [...now, ...acts, ...later] };
}

/** The items whose words hold every word of the text. */
export function filterItems(items: readonly MenuItem[], text: string): readonly MenuItem[] {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return items.filter((item) =>
    words.every((word) => `${item.label} ${item.keywords ?? ""}`.toLowerCase().includes(word)),
  );
}
