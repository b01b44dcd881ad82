// A line of the screen: pieces of text, each with a meaning, that together take exactly the cells they are given.
import { cutText, listGraphemes, textWidth, toPrintable } from "../output/text-width.js";
import type { Style } from "../theme/style.js";

export type Span = { readonly text: string; readonly style: Style };
export type Line = readonly Span[];

/** What a line is made of: a text as it is, a text with a meaning, or nothing. */
export type Piece = string | Span | readonly Span[] | undefined;

/** A text with a meaning; control characters of data are taken out. */
export const span = (text: string, style: Style = "plain"): Span => ({ text: toPrintable(text), style });

/** The pieces in a row. */
export const join = (...pieces: readonly Piece[]): Line =>
  pieces.flatMap((piece) => {
    if (piece === undefined) return [];
    if (typeof piece === "string") return [span(piece)];
    return "text" in piece ? [piece] : piece;
  });

export const lineWidth = (line: Line): number => line.reduce((sum, piece) => sum + textWidth(piece.text), 0);

/** The text of a line without its meanings. */
export const lineText = (line: Line): string => line.map((piece) => piece.text).join("");

/** The line in exactly `width` cells: cut with `more` when too long, filled with spaces when too short. */
export function fitLine(line: Line, width: number, more = "…"): Line {
  const has = lineWidth(line);
  if (has <= width)
    return has === width ? line : [...line, { text: " ".repeat(width - has), style: "plain" }];
  const room = Math.max(0, width - textWidth(more));
  const kept = takeCells(line, room);
  const used = lineWidth(kept);
  const tail = more.slice(0, Math.max(0, width - used));
  return fitLine([...kept, { text: tail, style: "plain" }], width, "");
}

/** The beginning of the line in at most `cells` cells, never half a character. */
export function takeCells(line: Line, cells: number): Line {
  const kept: Span[] = [];
  let left = cells;
  for (const piece of line) {
    if (left <= 0) break;
    const text = cutText(piece.text, left, "");
    if (text !== "") kept.push({ text, style: piece.style });
    left -= textWidth(piece.text);
  }
  return kept;
}

/** The line from the cell `cells` on; half a wide character gives a space. */
export function dropCells(line: Line, cells: number): Line {
  const kept: Span[] = [];
  let skip = cells;
  for (const piece of line) {
    const width = textWidth(piece.text);
    if (skip >= width) {
      skip -= width;
      continue;
    }
    if (skip <= 0) {
      kept.push(piece);
      continue;
    }
    let text = "";
    for (const grapheme of listGraphemes(piece.text)) {
      if (skip <= 0) text += grapheme.text;
      else if (grapheme.width > skip) text += " ".repeat(grapheme.width - skip);
      skip -= grapheme.width;
    }
    skip = 0;
    kept.push({ text, style: piece.style });
  }
  return kept;
}

/** The line with `over` laid on it from the cell `column` on. */
export function overlay(line: Line, column: number, over: Line): Line {
  const left = fitLine(takeCells(line, column), column, "");
  return [...left, ...over, ...dropCells(line, column + lineWidth(over))];
}

/** Left and right ends of a line of `width` cells with at least one blank between; the left one is cut first. */
export function spread(left: Line, right: Line, width: number, fill = " ", more = "…"): Line {
  const end = lineWidth(right);
  const start = Math.min(lineWidth(left), Math.max(0, width - end - (end === 0 ? 0 : 1)));
  const fitted = fitLine(left, start, more);
  return fitLine(
    [...fitted, { text: fill.repeat(Math.max(0, width - start - end)), style: "plain" }, ...right],
    width,
    more,
  );
}

/** The same line with every piece in one meaning, such as the cursor's. */
export const restyle = (line: Line, style: Style): Line => line.map((piece) => ({ text: piece.text, style }));
