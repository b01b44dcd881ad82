// Cells, not characters: a Chinese character takes two cells of a terminal. Every padding, cutting and caret position
// of the program goes through here, and text is only ever cut between graphemes.
import stringWidth from "string-width";

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const PLAIN = /^[\x20-\x7e]*$/;

/** How many cells the text takes; control characters and joined marks take none. */
export const textWidth = (text: string): number => (PLAIN.test(text) ? text.length : stringWidth(text));

/** The text as the units that a person sees as one character, each with its cells. */
export function* listGraphemes(text: string): Generator<{ readonly text: string; readonly width: number }> {
  for (const { segment } of graphemes.segment(text)) yield { text: segment, width: textWidth(segment) };
}

/**
 * The text in at most `width` cells: what does not fit is replaced by `ellipsis`. Where a wide character would be
 * halved, the result is one cell short, never one too long.
 */
export function cutText(text: string, width: number, ellipsis = "…"): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(ellipsis);
  if (room < 0) return "";
  let kept = "";
  let used = 0;
  for (const grapheme of listGraphemes(text)) {
    if (used + grapheme.width > room) break;
    kept += grapheme.text;
    used += grapheme.width;
  }
  return kept + ellipsis;
}

export type Alignment = "left" | "right" | "centre";

/** The text in exactly `width` cells: cut when too long, filled with spaces when too short. */
export function fitText(text: string, width: number, align: Alignment = "left", ellipsis = "…"): string {
  const cut = cutText(text, width, ellipsis);
  const gap = Math.max(0, width - textWidth(cut));
  if (align === "right") return " ".repeat(gap) + cut;
  if (align === "centre") return " ".repeat(gap >> 1) + cut + " ".repeat(gap - (gap >> 1));
  return cut + " ".repeat(gap);
}

/** The text without control and invisible characters, so that data can never move the cursor or change the colours. */
export const toPrintable = (text: string): string => text.replace(/\p{Cc}+/gu, " ").replace(/\p{Cf}/gu, "");

/** The text broken into lines of at most `width` cells: at spaces where there are some, else between characters. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    let used = 0;
    for (const grapheme of listGraphemes(paragraph)) {
      if (used + grapheme.width > width && used > 0) {
        const space = line.lastIndexOf(" ");
        const tail =
          space > 0 && /[!-~]$/.test(line) && /^[!-~]/.test(grapheme.text) ? line.slice(space + 1) : "";
        lines.push((tail === "" ? line : line.slice(0, space)).trimEnd());
        line = tail;
        used = textWidth(tail);
        if (grapheme.text === " " && line === "") continue;
      }
      line += grapheme.text;
      used += grapheme.width;
    }
    lines.push(line.trimEnd());
  }
  return lines;
}
