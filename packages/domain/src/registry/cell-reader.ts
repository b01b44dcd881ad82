// Reads the cells of one register row and keeps every reason. Made for a hundred thousand rows: what is not there costs
// nothing, and an ordinary cell is taken as it stands without a pattern run over it.
// Source: ours; which words stand for a blank and how lists are parted too.
import type { PlainDate } from "../kernel/plain-date.js";
import { parseCellDate } from "./parse-cell-date.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RowProblem } from "./row-facts.js";

// What people write where they know nothing.
const BLANK_WORDS = new Set([
  "N/A",
  "NA",
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "无",
  "暂无",
  "未知",
  "不详",
  "NULL",
  "null",
  "#N/A",
  "n/a",
]);
const LONGEST_BLANK_WORD = 4;
// A licence without an end; no day is known, so none is kept.
const FOREVER = new Set(["长期", "永久", "长期有效", "无期限"]);
const LIST_SEPARATOR = /[、,，;；/|\n]+/;
const NO_REASONS: readonly RowProblem[] = [];

/** Blanks that a plain trim leaves: they come along from chats and web pages. */
const isInvisible = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060;

const trimOddly = (text: string): string =>
  text.replace(/^[\s\u00ad\u200b-\u200f\u2060]+|[\s\u00ad\u200b-\u200f\u2060]+$/g, "");

/** The cell without outer blanks; empty for a word that stands for nothing. */
function trimCell(text: string): string {
  const trimmed = text.trim();
  const isOdd = isInvisible(trimmed.charCodeAt(0)) || isInvisible(trimmed.charCodeAt(trimmed.length - 1));
  const bare = isOdd ? trimOddly(trimmed) : trimmed;
  return bare.length <= LONGEST_BLANK_WORD && BLANK_WORDS.has(bare) ? "" : bare;
}

/** 张三、李四 and 张三 李四 are two; Li Lei is one: blanks part only names that are Chinese throughout. */
export function splitList(text: string): string[] {
  const parts = text.split(LIST_SEPARATOR);
  const names = parts.flatMap((part) =>
    /^[\u4e00-\u9fff·\s]+$/.test(part) ? part.split(/\s+/) : [part.trim()],
  );
  return names.filter((name) => name !== "");
}

/** The cells of one row by column (-1 where the file has none), and the reasons found so far. */
export class CellReader {
  holds = NO_REASONS;
  refusals = NO_REASONS;
  notices = NO_REASONS;

  constructor(
    readonly headers: readonly string[],
    readonly cells: readonly string[],
  ) {}

  /** The cell's text without outer blanks, empty where there is nothing. */
  cell(column: number): string {
    const text = column < 0 ? undefined : this.cells[column];
    return text === undefined || text === "" ? "" : trimCell(text);
  }

  hold(column: number, reason: Omit<RowProblem, "column">): undefined {
    this.holds = this.add(this.holds, column, reason);
  }

  refuse(column: number, reason: Omit<RowProblem, "column">): undefined {
    this.refusals = this.add(this.refusals, column, reason);
  }

  notice(column: number, reason: Omit<RowProblem, "column">): void {
    this.notices = this.add(this.notices, column, reason);
  }

  private add(
    reasons: readonly RowProblem[],
    column: number,
    { code, params }: Omit<RowProblem, "column">,
  ): readonly RowProblem[] {
    return [...reasons, { code, params, column: this.headers[column] ?? "" }];
  }

  /** A text of at most so many characters. */
  text(column: number, limit: number): string | undefined {
    const text = this.cell(column);
    if (text.length > limit) {
      return this.refuse(column, { code: "registry/too-long", params: { length: text.length, limit } });
    }
    return text === "" ? undefined : text;
  }

  /** A day; words for "without an end" give none. */
  date(column: number): PlainDate | undefined {
    const text = this.cell(column);
    if (text === "") return undefined;
    const day = parseCellDate(text);
    if (day !== undefined || FOREVER.has(text)) return day;
    return this.refuse(column, { code: "registry/date", params: { text } });
  }

  /** The key that a word means. */
  label<K>(
    column: number,
    find: (text: string) => K | undefined,
    unknown: RegistryProblemCode,
  ): K | undefined {
    const text = this.cell(column);
    if (text === "") return undefined;
    const key = find(text);
    return key === undefined ? this.refuse(column, { code: unknown, params: { text } }) : key;
  }
}
