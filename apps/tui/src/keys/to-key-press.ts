// What the terminal library reports, as a key's name in the key table. A Chinese layout types full-width signs; they
// count as the plain ones.
import type { Key } from "ink";

/** A key as the tables name it, and the text it types, if it types any. */
export type KeyPress = { readonly key: string; readonly text: string };

const halfWidth: Readonly<Record<string, string>> = {
  "：": ":",
  "；": ";",
  "？": "?",
  "！": "!",
  "、": "/",
  "／": "/",
  "【": "[",
  "】": "]",
  "《": "<",
  "》": ">",
  "｛": "{",
  "｝": "}",
  "－": "-",
  "\u3000": "Space",
};

const named: readonly (readonly [keyof Key, string])[] = [
  ["upArrow", "Up"],
  ["downArrow", "Down"],
  ["leftArrow", "Left"],
  ["rightArrow", "Right"],
  ["pageDown", "PgDn"],
  ["pageUp", "PgUp"],
  ["home", "Home"],
  ["end", "End"],
  ["return", "Enter"],
  ["escape", "Esc"],
  ["backspace", "Backspace"],
  ["delete", "Backspace"],
];

/** The key press of one report; several characters at once are a paste or a committed input method text. */
export function toKeyPress(input: string, key: Key): KeyPress {
  if (key.tab) return { key: key.shift ? "Shift-Tab" : "Tab", text: "" };
  const name = named.find(([flag]) => key[flag] === true)?.[1];
  if (name !== undefined) return { key: name, text: "" };
  if (key.ctrl) return { key: `Ctrl-${input.toUpperCase()}`, text: "" };
  if (input === " ") return { key: "Space", text: " " };
  return { key: halfWidth[input] ?? input, text: input };
}
