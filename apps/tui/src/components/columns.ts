// Columns of a table on the screen. Each has a rank and a least width; on a narrow screen the column with the lowest
// rank goes first, and what room is left goes to the one that grows.
import { type Alignment, fitText } from "../output/text-width.js";
import { fitLine, join, type Line, type Span, span } from "./line.js";

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  readonly least: number;
  /** The share of spare room; 0 keeps the least width. */
  readonly grow?: number;
  readonly most?: number;
  /** The lowest goes first. */
  readonly rank: number;
  readonly align?: Alignment;
  readonly cell: (row: Row, width: number) => string | Span | Line;
};

export type PlacedColumn<Row> = Column<Row> & { readonly width: number };

const GAP = 2;

/** The columns that fit into `width` cells, in their order, with their widths. */
export function placeColumns<Row>(columns: readonly Column<Row>[], width: number): PlacedColumn<Row>[] {
  let shown = [...columns];
  const needed = () => shown.reduce((sum, column) => sum + column.least + GAP, -GAP);
  while (shown.length > 1 && needed() > width) {
    const lowest = shown.reduce((low, column) => (column.rank < low.rank ? column : low));
    shown = shown.filter((column) => column !== lowest);
  }
  const spare = Math.max(0, width - needed());
  const shares = shown.reduce((sum, column) => sum + (column.grow ?? 0), 0);
  return shown.map((column) => {
    const more = shares === 0 ? 0 : Math.floor((spare * (column.grow ?? 0)) / shares);
    return { ...column, width: Math.min(column.least + more, column.most ?? Number.MAX_SAFE_INTEGER, width) };
  });
}

/** The titles over their columns. */
export const titleLine = <Row>(columns: readonly PlacedColumn<Row>[], more: string): Line =>
  join(
    span(
      columns.map((column) => fitText(column.title, column.width, column.align, more)).join(" ".repeat(GAP)),
      "quiet",
    ),
  );

/** One row in its columns. */
export function rowLine<Row>(columns: readonly PlacedColumn<Row>[], row: Row, more: string): Line {
  return columns.flatMap((column, index) => {
    const gap = index === 0 ? [] : [span(" ".repeat(GAP))];
    const cell = column.cell(row, column.width);
    if (typeof cell === "string") return [...gap, span(fitText(cell, column.width, column.align, more))];
    if ("text" in cell)
      return [...gap, { text: fitText(cell.text, column.width, column.align, more), style: cell.style }];
    return [...gap, ...fitLine(cell, column.width, more)];
  });
}

/** A column in one line: what it is called, its least width, its rank, its cell; further traits where it has some. */
export const column = <Row>(
  id: string,
  title: string,
  least: number,
  rank: number,
  cell: Column<Row>["cell"],
  more: Partial<Pick<Column<Row>, "grow" | "most" | "align">> = {},
): Column<Row> => ({ id, title, least, rank, cell, ...more });
