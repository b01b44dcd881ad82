// Bars of cells. A share is drawn by whole cells, and what exists is never drawn as nothing.
import type { Glyphs } from "../theme/glyphs.js";
import type { Line, Span } from "./line.js";

/**
 * How many of `width` cells each part of `whole` takes; largest remainders get the cells that rounding leaves over. A
 * part above 0 gets at least one cell where there is room.
 */
export function shareCells(parts: readonly number[], whole: number, width: number): number[] {
  if (whole <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (Math.max(0, part) * width) / whole);
  const cells = exact.map(Math.floor);
  const total = Math.min(width, Math.round(exact.reduce((sum, part) => sum + part, 0)));
  const order = exact
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest);
  let left = total - cells.reduce((sum, part) => sum + part, 0);
  for (const { index } of order) {
    if (left <= 0) break;
    cells[index] = (cells[index] ?? 0) + 1;
    left--;
  }
  for (const [index, part] of parts.entries()) {
    const largest = cells.indexOf(Math.max(...cells));
    if (part > 0 && cells[index] === 0 && (cells[largest] ?? 0) > 1) {
      cells[index] = 1;
      cells[largest] = (cells[largest] ?? 0) - 1;
    }
  }
  return cells;
}

/** A bar of secured, open and lost points with the pass line as a stroke between two cells. */
export function scoreBar(
  score: {
    readonly secured: number;
    readonly open: number;
    readonly lost: number;
    readonly line: number;
    readonly whole: number;
  },
  width: number,
  glyphs: Glyphs,
): Line {
  const room = width - 1;
  const [secured = 0, open = 0, lost = 0] = shareCells(
    [score.secured, score.open, score.lost],
    score.whole,
    room,
  );
  const cells: Span[] = [
    ...Array.from({ length: secured }, (): Span => ({ text: glyphs.full, style: "secured" })),
    ...Array.from({ length: open }, (): Span => ({ text: glyphs.half, style: "open" })),
    ...Array.from({ length: lost }, (): Span => ({ text: glyphs.faint, style: "lost" })),
  ];
  while (cells.length < room) cells.push({ text: " ", style: "plain" });
  const at = Math.min(room, Math.max(0, Math.round((score.line * room) / Math.max(1, score.whole))));
  cells.splice(at, 0, { text: glyphs.line, style: "strong" });
  return mergeSpans(cells.slice(0, width));
}

/** A bar of done against due, with today's line as a stroke. */
export function progressBar(
  share: { readonly done: number; readonly due: number; readonly passed: number; readonly days: number },
  width: number,
  glyphs: Glyphs,
): Line {
  const room = width - 1;
  const [done = 0] = share.due === 0 ? [0] : shareCells([share.done], share.due, room);
  const cells: Span[] = Array.from(
    { length: room },
    (_, index): Span =>
      index < done ? { text: glyphs.full, style: "secured" } : { text: glyphs.faint, style: "quiet" },
  );
  const at = Math.min(room, Math.max(0, Math.round((share.passed * room) / Math.max(1, share.days))));
  cells.splice(at, 0, { text: glyphs.line, style: "strong" });
  return mergeSpans(cells.slice(0, width));
}

function mergeSpans(cells: readonly Span[]): Line {
  const merged: Span[] = [];
  for (const cell of cells) {
    const last = merged.at(-1);
    if (last && last.style === cell.style)
      merged[merged.length - 1] = { text: last.text + cell.text, style: cell.style };
    else merged.push(cell);
  }
  return merged;
}
