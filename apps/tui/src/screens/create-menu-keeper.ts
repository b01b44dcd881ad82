// The one window of choices that can be open over the page.
import { createField, editField, type Field, fieldText, insertText } from "../components/field.js";
import { findCommandOf, screenPlaces } from "../keys/key-table.js";
import type { KeyPress } from "../keys/to-key-press.js";
import { filterItems } from "./build-menus.js";
import type { Menu, MenuItem } from "./screen.js";

export type OpenMenu = {
  readonly menu: Menu;
  readonly items: readonly MenuItem[];
  readonly field: Field;
  readonly chosen: number;
};

export type MenuKeeper = {
  readonly current: () => OpenMenu | undefined;
  readonly open: (menu: Menu) => void;
  readonly close: () => void;
  readonly press: (press: KeyPress) => void;
};

const LEAP = 8;

/** A keeper with no menu open. */
export function createMenuKeeper(changed: () => void): MenuKeeper {
  let open: OpenMenu | undefined;
  const close = (): void => {
    open = undefined;
    changed();
  };
  const move = (shown: OpenMenu, by: number): void => {
    open = {
      ...shown,
      chosen: Math.min(Math.max(0, shown.items.length - 1), Math.max(0, shown.chosen + by)),
    };
    changed();
  };
  const press = ({ key, text }: KeyPress): void => {
    const shown = open;
    if (shown === undefined) return;
    const command = findCommandOf(key, screenPlaces.menu);
    const letters = !shown.menu.searchable;
    if (command === "app.back" || command === "app.interrupt" || (letters && key === "q")) close();
    else if (command === "list.down" || (letters && key === "j")) move(shown, 1);
    else if (command === "list.up" || (letters && key === "k")) move(shown, -1);
    else if (key === "PgDn") move(shown, LEAP);
    else if (key === "PgUp") move(shown, -LEAP);
    else if (command === "list.open") {
      close();
      shown.items[shown.chosen]?.run();
    } else if (shown.menu.searchable) {
      const field =
        editField(shown.field, key) ?? (text === "" ? shown.field : insertText(shown.field, text));
      open = { ...shown, field, chosen: 0, items: filterItems(shown.menu.items, fieldText(field)) };
      changed();
    }
  };
  return {
    current: () => open,
    open: (menu) => {
      open = { menu, items: menu.items, field: createField(), chosen: 0 };
      changed();
    },
    close,
    press,
  };
}
