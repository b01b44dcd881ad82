// Decides how a typed or pasted code is folded before it is read: what people and spreadsheets add without meaning
// to (spaces, full-width forms, lower case) goes, and what was changed is told. Nothing inside the code is removed.
// Source: rules §1 "Identifiers" (certain).

/** What folding changed, in the order it is reported. */
export const codeChanges = ["trimmed", "half-width", "upper-case"] as const;
export type CodeChange = (typeof codeChanges)[number];

/** A code after folding and what that changed; `changes` is empty when the text was already in its plain form. */
export type FoldedCode = { readonly value: string; readonly changes: readonly CodeChange[] };

// Blanks that `String.trim` leaves: zero-width and direction marks that come along from chats and web pages.
const INVISIBLE = "\\u00AD\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF";
const EDGES = new RegExp(`^[\\s${INVISIBLE}]+|[\\s${INVISIBLE}]+$`, "g");
const FULL_WIDTH = /[\uFF01-\uFF5E\u3000]/g;
const FULL_WIDTH_OFFSET = 0xfee0;

const toHalfWidth = (letter: string): string =>
  letter === "\u3000" ? " " : String.fromCharCode(letter.charCodeAt(0) - FULL_WIDTH_OFFSET);

/**
 * The code without outer blanks (ordinary, full-width, non-breaking and zero-width), in half-width and upper case.
 * Only ASCII letters are raised; blanks and hyphens inside stay, so that a wrong code is never mended into another.
 * Folding twice changes nothing more. Empty text stays empty.
 *
 * @example
 * foldCode("\u3000ｊｙ13202020009651 "); // => { value: "JY13202020009651", changes: ["trimmed", "half-width", "upper-case"] }
 * foldCode("320106"); // => { value: "320106", changes: [] }
 */
export function foldCode(text: string): FoldedCode {
  const trimmed = text.replace(EDGES, "");
  const half = trimmed.replace(FULL_WIDTH, toHalfWidth);
  const value = half.replace(/[a-z]/g, (letter) => letter.toUpperCase());
  const changed = [trimmed !== text, half !== trimmed, value !== half];
  return { value, changes: codeChanges.filter((_, index) => changed[index]) };
}
