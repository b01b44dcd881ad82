// What the terminal library reports, as key presses one by one. Keys typed faster than they are read come in one
// report and are taken apart; what is pasted, between the terminal's marks, is one text and never runs as keys.
import type { Key } from "ink";
import { listGraphemes } from "../output/text-width.js";
import { type KeyPress, toKeyPress } from "./to-key-press.js";

const PASTE_BEGINS = "[200~";
const PASTE_ENDS = "[201~";

const controls: Readonly<Record<string, string>> = {
  "\r": "Enter",
  "\n": "Enter",
  "\r\n": "Enter",
  "\t": "Tab",
  "\u007f": "Backspace",
  "\b": "Backspace",
  "\u001b": "Esc",
};

const noKey: Key = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

function readOne(letter: string): KeyPress {
  const control = controls[letter];
  if (control !== undefined) return { key: control, text: "" };
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 1 && code <= 26)
    return { key: `Ctrl-${String.fromCharCode(code + 64)}`, text: "" };
  return toKeyPress(letter, noKey);
}

/** A reader of one terminal; a pasted text is a press without a key. */
export function createKeyReader(): (input: string, key: Key) => readonly KeyPress[] {
  let pasted: string | undefined;
  return (input, key) => {
    if (input === PASTE_BEGINS) {
      pasted = "";
      return [];
    }
    if (input === PASTE_ENDS && pasted !== undefined) {
      const text = pasted;
      pasted = undefined;
      return [{ key: "", text }];
    }
    if (pasted !== undefined) {
      pasted += key.return ? "\n" : key.tab ? "\t" : input;
      return [];
    }
    const letters = [...listGraphemes(input)].map((one) => one.text);
    return letters.length > 1 ? letters.map(readOne) : [toKeyPress(input, key)];
  };
}
