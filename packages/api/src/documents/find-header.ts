// Finds the row of column names in a table as offices send it: below a title, a note, a merged group row. Names are
// recognised by the caller, since a register and a list of officials have different ones.
import type { SheetRow } from "@shian/domain";

/** Whether a cell's text is the name of a known column. */
export type RecogniseHeader = (text: string) => boolean;

/** The last row of the header block and one unique name for each column. */
export type Header = { readonly headerRow: number; readonly headers: readonly string[] };

/** The letter or letters of a column as a spreadsheet shows them: 0 is A, 26 is AA. */
function toColumnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const tidy = (text: string | undefined): string => (text ?? "").replace(/\s+/g, " ").trim();

const countKnown = (row: SheetRow, recognise: RecogniseHeader): number =>
  new Set(row.cells.map(tidy).filter((text) => text !== "" && recognise(text))).size;

const countFilled = (row: SheetRow): number =>
  new Set(row.cells.map(tidy).filter((text) => text !== "")).size;

/** Where no name is known, the first row as wide as the widest holds the names; a title is always narrower. */
function guessWidest(rows: readonly SheetRow[]): number {
  const widest = Math.max(...rows.map(countFilled));
  return rows.findIndex((row) => countFilled(row) === widest);
}

function findHeaderIndex(rows: readonly SheetRow[], recognise: RecogniseHeader): number {
  let best = -1;
  let most = 0;
  rows.forEach((row, index) => {
    const known = countKnown(row, recognise);
    if (known > most) {
      most = known;
      best = index;
    }
  });
  return best;
}

/** A second header row stands right below and holds more known names than anything else. */
function hasSubHeader(rows: readonly SheetRow[], index: number, recognise: RecogniseHeader): boolean {
  const [upper, lower] = [rows[index], rows[index + 1]];
  if (!upper || !lower || lower.row !== upper.row + 1) return false;
  const known = countKnown(lower, recognise);
  return known > 0 && known * 2 >= countFilled(lower);
}

/**
 * The header of the table whose first rows are given; `undefined` when there is no row at all. Names that repeat get
 * a number, a column without a name its letter: `（C 列）`. `known` tells how many names were recognised.
 */
export function findHeader(
  rows: readonly SheetRow[],
  recognise: RecogniseHeader,
): (Header & { readonly known: number }) | undefined {
  if (rows.length === 0) return undefined;
  const found = findHeaderIndex(rows, recognise);
  const index = found < 0 ? guessWidest(rows) : found;
  const last = found >= 0 && hasSubHeader(rows, index, recognise) ? index + 1 : index;
  const bottom = rows[last];
  if (!bottom) return undefined;
  // Deepest name first: a group's name above counts only where the rows below leave the column blank.
  const block = rows.slice(Math.max(0, index - 1), last + 1).reverse();
  const width = Math.max(...rows.map((row) => row.cells.length));
  const names = Array.from({ length: width }, (_, column) => {
    for (const row of block) {
      const text = tidy(row.cells[column]);
      const isAboveHeader = row.row < (rows[index]?.row ?? 0);
      if (text !== "" && !(isAboveHeader && !recognise(text))) return text;
    }
    return "";
  });
  const seen = new Map<string, number>();
  const headers = names.map((name, column) => {
    if (name === "") return `（${toColumnLetters(column)} 列）`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}（${count}）`;
  });
  return {
    headerRow: bottom.row,
    headers,
    known: new Set(names.filter((name) => name !== "" && recognise(name))).size,
  };
}
