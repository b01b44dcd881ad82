// A deliberately dirty register file: every way that files are wrong which we could think of, each planted so often, with
// what must become of each row by the rules alone.
import { composeCreditCode, composeLicenceNumber, type ImportOutcome } from "@shian/domain";
import { demonstrationVillages } from "@shian/domain/fixture-city";

/** Columns of the file. */
export const dirtyHeaders = [
  "主体名称",
  "统一社会信用代码",
  "许可证编号",
  "业态",
  "规模",
  "就餐人数",
  "所在地代码",
  "社区（村）",
  "地址",
  "开业日期",
  "有效期至",
  "负责人",
  "联系电话",
  "状态",
] as const;
type Header = (typeof dirtyHeaders)[number];
type Cells = { readonly [H in Header]: string };

/** A row of the file: what was planted, and what must become of it. */
export type DirtyRow = { readonly kind: string; readonly expected: ImportOutcome; readonly cells: Cells };

const pad = (value: number, width: number) => String(value).padStart(width, "0");
// No letter may look like a digit: 32 signs, of which these three places are enough for 32,000 codes.
const signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const toSerial = (value: number) =>
  [4, 3, 2, 1, 0].map((power) => signs[Math.floor(value / signs.length ** power) % signs.length]).join("");
const villages = demonstrationVillages.map(({ code }) => code);

/** A row without any fault; the same for the same number. */
function makeClean(number: number): Cells {
  return {
    主体名称: `澜记${pad(number, 5)}号饭店`,
    统一社会信用代码: composeCreditCode(`92990106MA${toSerial(number)}M1`),
    许可证编号: composeLicenceNumber(`JY2990106${pad(number, 6)}`),
    业态: "餐饮服务",
    规模: "小型",
    就餐人数: "",
    所在地代码: villages[number % villages.length] ?? "",
    "社区（村）": "",
    地址: `槐荫路${number + 1}号`,
    开业日期: "2019-05-01",
    有效期至: "2028-12-31",
    负责人: "陈河",
    联系电话: "",
    状态: "在营",
  };
}

const wrongCheck = (code: string) => `${code.slice(0, -1)}${code.endsWith("1") ? "2" : "1"}`;
const widen = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** What is planted into a row that is new to the register. */
const intoNew: readonly (readonly [
  kind: string,
  expected: ImportOutcome,
  plant: (cells: Cells) => Partial<Cells>,
])[] = [
  ["name empty", "refused", () => ({ 主体名称: "" })],
  ["name of blanks", "refused", () => ({ 主体名称: " \u3000 " })],
  ["name of 201 signs", "refused", () => ({ 主体名称: "长".repeat(201) })],
  ["address of 301 signs", "refused", () => ({ 地址: "远".repeat(301) })],
  [
    "code with the letter O",
    "refused",
    (row) => ({ 统一社会信用代码: `${row.统一社会信用代码.slice(0, 10)}O${row.统一社会信用代码.slice(11)}` }),
  ],
  ["code one sign short", "refused", (row) => ({ 统一社会信用代码: row.统一社会信用代码.slice(0, 17) })],
  ["code's check character wrong", "held", (row) => ({ 统一社会信用代码: wrongCheck(row.统一社会信用代码) })],
  ["code as 9.2990106E+17", "held", () => ({ 统一社会信用代码: "9.2990106E+17" })],
  ["licence too short", "refused", () => ({ 许可证编号: "JY1" })],
  ["licence's check digit wrong", "held", (row) => ({ 许可证编号: wrongCheck(row.许可证编号) })],
  ["place of another county", "refused", () => ({ 所在地代码: "320106001001" })],
  ["30 February", "refused", () => ({ 有效期至: "2027-02-30" })],
  ["a date in words", "refused", () => ({ 开业日期: "去年春天" })],
  ["form nobody knows", "refused", () => ({ 业态: "饭" })],
  ["size nobody knows", "refused", () => ({ 规模: "巨" })],
  ["state nobody knows", "refused", () => ({ 状态: "还行" })],
  ["diners in words", "refused", () => ({ 就餐人数: "很多" })],
  ["diners below zero", "refused", () => ({ 就餐人数: "-3" })],
  [
    "name alone",
    "refused",
    () => ({ 统一社会信用代码: "", 许可证编号: "", 地址: "", 所在地代码: "", "社区（村）": "" }),
  ],
  ["village nobody knows", "created", () => ({ 所在地代码: "", "社区（村）": "没有这个社区" })],
  ["formula in the name", "created", (row) => ({ 主体名称: `=1+1${row.主体名称}` })],
  ["line break in the address", "created", (row) => ({ 地址: `${row.地址}\n后门` })],
  ["code in full width", "created", (row) => ({ 统一社会信用代码: widen(row.统一社会信用代码) })],
  [
    "code in small letters, with blanks",
    "created",
    (row) => ({ 统一社会信用代码: ` ${row.统一社会信用代码.toLowerCase()} ` }),
  ],
  ["dates with strokes and dots", "created", () => ({ 开业日期: "2019/5/1", 有效期至: "2028.12.31" })],
  ["date as a spreadsheet's number", "created", () => ({ 开业日期: "43586" })],
  ["no code, but a licence", "created", () => ({ 统一社会信用代码: "" })],
  ["markup in the name", "created", (row) => ({ 主体名称: `<b>${row.主体名称}</b>` })],
];

/** What is planted into a row of an establishment that the register has. */
const intoKnown: readonly (readonly [
  kind: string,
  expected: ImportOutcome,
  plant: (cells: Cells, other: Cells) => Partial<Cells>,
])[] = [
  ["known, nothing new", "unchanged", () => ({})],
  ["known, blank cells", "unchanged", () => ({ 负责人: "", 地址: "", 业态: "", 状态: "" })],
  ["known, name in full width and blanks", "unchanged", (row) => ({ 主体名称: ` ${widen(row.主体名称)} ` })],
  ["known, coarser place", "unchanged", () => ({ 所在地代码: "990106" })],
  ["known, another person in charge", "updated", () => ({ 负责人: "周岚" })],
  ["known, closed", "updated", () => ({ 状态: "注销" })],
  [
    "known by its licence, renamed",
    "updated",
    (row) => ({ 主体名称: `新${row.主体名称}`, 统一社会信用代码: "" }),
  ],
  ["known by its code, moved", "updated", (row) => ({ 许可证编号: "", 地址: `渡口街${row.地址.slice(3)}` })],
  [
    "code of one, name and address of none",
    "held",
    (row) => ({ 许可证编号: "", 主体名称: `别${row.主体名称}`, 地址: "别处1号" }),
  ],
  ["licence of one, code of another", "held", (_, other) => ({ 统一社会信用代码: other.统一社会信用代码 })],
];

/** How many establishments the register must hold before, so that no two kinds mean the same one. */
export const countKnown = (each: number): number => (intoKnown.length + 1) * each;

/** The rows that the register holds before the dirty file comes in. */
export const makeKnownRows = (each: number): readonly Cells[] =>
  Array.from({ length: countKnown(each) }, (_, number) => makeClean(number));

/** The dirty file: each kind `each` times, rows that repeat one another as often, and clean new ones up to `count`. */
export function makeDirtyRows({
  count,
  each,
}: {
  readonly count: number;
  readonly each: number;
}): readonly DirtyRow[] {
  const rows: DirtyRow[] = [];
  const spare = intoKnown.length * each;
  let next = countKnown(each);
  intoKnown.forEach(([kind, expected, plant], at) => {
    for (let turn = 0; turn < each; turn += 1) {
      const row = makeClean(at * each + turn);
      rows.push({ kind, expected, cells: { ...row, ...plant(row, makeClean(spare + turn)) } });
    }
  });
  for (const [kind, expected, plant] of intoNew)
    for (let turn = 0; turn < each; turn += 1) {
      const row = makeClean(next++);
      rows.push({ kind, expected, cells: { ...row, ...plant(row) } });
    }
  for (let turn = 0; turn < each; turn += 1) {
    const row = makeClean(next++);
    rows.push({ kind: "one row twice", expected: "held", cells: row });
    rows.push({ kind: "one row twice", expected: "held", cells: { ...row, 负责人: "周岚" } });
  }
  while (rows.length < count)
    rows.push({ kind: "clean and new", expected: "created", cells: makeClean(next++) });
  // Mixed, always in the same way, so that kinds do not stand in blocks.
  return rows
    .map((row, at) => ({ row, key: (at * 7919) % 104_729 }))
    .sort((a, b) => a.key - b.key)
    .map(({ row }) => row);
}

/** A file's rows as a spreadsheet takes them. */
export const toCells = (cells: Cells): string[] => dirtyHeaders.map((header) => cells[header]);

/** What is wrong with an account of the rows: a row that is lost, told twice, invented, or went the wrong way. */
export function judgeAccount(
  planted: readonly DirtyRow[],
  account: readonly { readonly row: number; readonly outcome: ImportOutcome }[],
): readonly string[] {
  const FIRST = 2;
  const told = new Map<number, ImportOutcome>();
  const faults: string[] = [];
  for (const { row, outcome } of account) {
    if (told.has(row)) faults.push(`row ${row} is told twice`);
    if (planted[row - FIRST] === undefined) faults.push(`row ${row} was never in the file`);
    told.set(row, outcome);
  }
  planted.forEach(({ kind, expected }, at) => {
    const outcome = told.get(at + FIRST);
    if (outcome === undefined) faults.push(`row ${at + FIRST} (${kind}) is lost`);
    else if (outcome !== expected) faults.push(`row ${at + FIRST} (${kind}): ${outcome}, not ${expected}`);
  });
  return faults;
}
