// Keeps an exported text from becoming a formula when a spreadsheet program opens the file (bar S8). In xlsx a cell is
// declared to be text and stays it. CSV has no types, so there a text that could start a formula gets one apostrophe
// in front, and our own reader takes exactly that apostrophe off again: the way there and back loses nothing.
// Source: OWASP CSV injection; full-width signs because East Asian spreadsheet programs take them as signs.

const RISKY = /^'*[\s\p{Cc}\u200b-\u200f\ufeff]*[=+\-@\t\r\n＝＋－＠]/u;

/** Whether the text, with or without apostrophes and blanks before it, could start a formula. */
export const isRiskyText = (text: string): boolean => RISKY.test(text);

/** The text as CSV may carry it: one apostrophe before a text that could start a formula, else unchanged. */
export const neutraliseText = (text: string): string => (isRiskyText(text) ? `'${text}` : text);

/** The text that `neutraliseText` was given: undoes it exactly. */
export const restoreText = (text: string): string =>
  text.startsWith("'") && isRiskyText(text) ? text.slice(1) : text;
