// A line of text being typed: what it holds and where its caret stands, counted in graphemes, so that a Chinese
// character is one step. Every change gives a new field.
import { listGraphemes, textWidth } from "../output/text-width.js";

export type Field = { readonly letters: readonly string[]; readonly caret: number };

const split = (text: string): string[] => [...listGraphemes(text)].map((one) => one.text);

/** A field with the text, its caret at the end. */
export const createField = (text = ""): Field => {
  const letters = split(text);
  return { letters, caret: letters.length };
};

export const fieldText = (field: Field): string => field.letters.join("");

/** Cells before the caret. */
export const caretCells = (field: Field): number => textWidth(field.letters.slice(0, field.caret).join(""));

/** The text put in at the caret; line breaks of a pasted text become blanks. */
export function insertText(field: Field, text: string): Field {
  const put = split(text.replace(/[\r\n\t]+/g, " ").replace(/\p{Cc}/gu, ""));
  return {
    letters: [...field.letters.slice(0, field.caret), ...put, ...field.letters.slice(field.caret)],
    caret: field.caret + put.length,
  };
}

const cut = (field: Field, from: number, to: number): Field => ({
  letters: [...field.letters.slice(0, from), ...field.letters.slice(to)],
  caret: from,
});

const isBlank = (letter: string | undefined): boolean => letter !== undefined && /^\s$/.test(letter);

/** The field after an editing key; undefined when the key edits nothing. */
export function editField(field: Field, key: string): Field | undefined {
  const { letters, caret } = field;
  switch (key) {
    case "Backspace":
      return caret === 0 ? field : cut(field, caret - 1, caret);
    case "Left":
      return { letters, caret: Math.max(0, caret - 1) };
    case "Right":
      return { letters, caret: Math.min(letters.length, caret + 1) };
    case "Home":
    case "Ctrl-A":
      return { letters, caret: 0 };
    case "End":
    case "Ctrl-E":
      return { letters, caret: letters.length };
    case "Ctrl-K":
      return cut(field, caret, letters.length);
    case "Ctrl-U":
      return cut(field, 0, caret);
    case "Ctrl-W": {
      let from = caret;
      while (from > 0 && isBlank(letters[from - 1])) from--;
      while (from > 0 && !isBlank(letters[from - 1])) from--;
      return cut(field, from, caret);
    }
    default:
      return undefined;
  }
}
