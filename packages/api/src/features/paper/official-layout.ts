// Sheets in the layout of official documents: A4 with the customary margins, title in 小标宋, body in 仿宋 of size 三号 with
// lines of 28 points, headings in 黑体 and 楷体.
// Source: GB/T 9704-2012, 5.1–5.2 and 7.3 (margins 37 mm above and 28 mm left, type area 156 × 225 mm; certain). Fonts
// that a machine lacks are replaced by its own word processor, so the common ones stand behind them.
import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";

/** Half points of the customary sizes: 二号 22, 三号 16, 四号 14, 小四 12, 五号 10.5. */
export const sizes = { title: 44, body: 32, fourth: 28, smallFourth: 24, fifth: 21 } as const;

const TITLE = "方正小标宋简体";
const BODY = "仿宋_GB2312";
const HEADING = "黑体";
const MIDDLE = "楷体_GB2312";
const fonts = { title: TITLE, body: BODY, heading: HEADING, middle: MIDDLE } as const;
type Face = keyof typeof fonts;

const fontOf = (face: Face) => ({
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: fonts[face],
});

/** Width of the type area in twentieths of a point: 156 mm. */
export const textWidth = 8845;

export const run = (
  text: string,
  { face = "body", size = sizes.body, bold = false }: { face?: Face; size?: number; bold?: boolean } = {},
): TextRun => new TextRun({ text, font: fontOf(face), size, bold });

const lines = { line: 560, lineRule: LineRuleType.EXACT } as const;

/** A paragraph of the body: first line two characters in. */
export const body = (
  children: string | readonly ParagraphChild[],
  options: Partial<IParagraphOptions> = {},
) =>
  new Paragraph({
    children: typeof children === "string" ? [run(children)] : [...children],
    spacing: lines,
    indent: { firstLine: 640 },
    ...options,
  });

export const title = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text, { face: "title", size: sizes.title })],
    alignment: AlignmentType.CENTER,
    spacing: { ...lines, line: 640, after: 200 },
  });

/** The line under a title: a number, a period. */
export const underTitle = (text: string): Paragraph =>
  new Paragraph({
    children: [run(text)],
    alignment: AlignmentType.CENTER,
    spacing: { ...lines, after: 280 },
  });

export const heading = (text: string): Paragraph =>
  body([run(text, { face: "heading" })], { keepNext: true });

/** Whom a paper is for: at the margin, with a colon. */
export const recipients = (text: string): Paragraph => body(`${text}：`, { indent: {} });

/** 2026年11月24日, as official papers write a day. */
export const toLongDate = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
};

/** Room for a day that is written by hand. */
export const openDate = "　　　　年　　月　　日";

/** Who signs and when, at the right. */
export const closing = (texts: readonly string[]): Paragraph[] =>
  texts.map((text, at) =>
    body(text, {
      alignment: AlignmentType.RIGHT,
      // Behind a colon somebody signs by hand.
      indent: { right: text.endsWith("：") ? 3200 : 640 },
      keepNext: at < texts.length - 1,
      spacing: at === 0 ? { ...lines, before: 560 } : lines,
    }),
  );

export const newPage = (): Paragraph =>
  new Paragraph({ pageBreakBefore: true, children: [], spacing: { line: 240 } });

const cell = (text: string, width: number, options: { head?: boolean; center?: boolean } = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: [
      new Paragraph({
        alignment:
          options.head === true || options.center === true ? AlignmentType.CENTER : AlignmentType.LEFT,
        spacing: { line: 320, lineRule: LineRuleType.AT_LEAST },
        children: [run(text, { face: options.head === true ? "heading" : "body", size: sizes.fifth })],
      }),
    ],
  });

export type Column = { readonly title: string; readonly share: number; readonly center?: boolean };

/** A table over the whole width (or a given one), its heads on every page. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number = textWidth,
): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((width * share) / shares));
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => cell(column.title, widths[at] ?? 0, { head: true })),
  });
  const body = rows.map(
    (texts) =>
      new TableRow({
        cantSplit: true,
        children: columns.map(({ center = false }, at) => cell(texts[at] ?? "", widths[at] ?? 0, { center })),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [head, ...body],
  });
}

/** The foot of every page: its number, and below it which data and texts the paper is of. */
const pageFoot = (note: string | undefined): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            children: ["— ", PageNumber.CURRENT, " —"],
            font: { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" },
            size: sizes.fourth,
          }),
        ],
      }),
      ...(note === undefined
        ? []
        : [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(note, { size: 18 })] })]),
    ],
  });

/** Width of the type area of a sheet that lies on its side. */
export const landscapeWidth = 13_438;

/** The document as the bytes of a .docx. */
export async function pack(
  children: readonly (Paragraph | Table)[],
  {
    titled,
    landscape = false,
    note,
  }: { readonly titled: string; readonly landscape?: boolean; readonly note?: string },
): Promise<Uint8Array> {
  const document = new Document({
    title: titled,
    creator: "食安",
    styles: { default: { document: { run: { font: fontOf("body"), size: sizes.body } } } },
    sections: [
      {
        properties: {
          page: {
            // docx itself turns the sheet when it is told that it lies on its side.
            size: {
              width: 11_906,
              height: 16_838,
              ...(landscape ? { orientation: "landscape" as const } : {}),
            },
            margin: landscape
              ? { top: 1474, bottom: 1474, left: 1700, right: 1700, footer: 900 }
              : { top: 2098, bottom: 1984, left: 1588, right: 1474, footer: 1400 },
          },
        },
        footers: { default: pageFoot(note) },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
