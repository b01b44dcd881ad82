// A report of a daily, weekly or monthly control as a row of a sheet gives it. What may be reported is decided by the rule
// that reports by hand pass too.
// Source: F2-08, F2-10 (daily, weekly, monthly; a day without a risk is reported too); words and spellings of periods are
// ours, from what businesses write. A number of problems only says whether any were found: what is kept are the words.
import type { ControlKind, ControlResult } from "../business-arm/business-arm.schema.js";
import { checkControlReport } from "../business-arm/check-control-report.js";
import { controlWindowOf, parseControlPeriod } from "../business-arm/control-window.js";
import { foldCode } from "../kernel/fold-code.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Result, refuseAll } from "../kernel/result.js";
import { parseCellDate } from "../registry/parse-cell-date.js";
import { createFactReasons, type FactReasons } from "./fact-cells.js";
import type { FactCells } from "./fact-columns.js";
import type { FactProblem } from "./find-meant.js";
import type { SettledFact } from "./plan-fact-sheet.js";

/** A report of one period; `text` says what was found, empty where nothing was. */
export type ControlFact = {
  readonly kind: ControlKind;
  readonly period: string;
  readonly result: ControlResult;
  readonly text: string;
};
/** A report with the last day of its period. */
export type EndedControlFact = ControlFact & { readonly last: PlainDate };

const kindWords: { readonly [K in ControlKind]: readonly string[] } = {
  daily: ["日管控", "日", "每日", "日检", "DAILY"],
  weekly: ["周排查", "周", "每周", "周检", "WEEKLY"],
  monthly: ["月调度", "月", "每月", "月检", "MONTHLY"],
};
const resultWords: { readonly [R in ControlResult | "not-done"]: readonly string[] } = {
  "no-risk": [
    "已完成,未发现风险",
    "未发现风险",
    "未发现问题",
    "无风险",
    "无问题",
    "没有问题",
    "正常",
    "合格",
    "已完成",
    "完成",
    "否",
    "NO-RISK",
    "DONE",
  ],
  findings: ["发现问题", "发现风险", "有风险", "有问题", "存在问题", "不合格", "是", "FINDINGS"],
  "not-open": ["未营业", "停业", "歇业", "休息", "未开业", "NOT-OPEN", "CLOSED"],
  "not-done": ["未完成", "未报告", "未报", "未开展", "NOT DONE"],
};

function findWord<K extends string>(
  words: { readonly [key in K]: readonly string[] },
  text: string,
): K | undefined {
  const folded = foldCode(text).value;
  return (Object.keys(words) as K[]).find((key) => words[key].includes(folded));
}

const WEEK = /^(\d{4})(?:-W|年第?|第|-)(\d{1,2})周?$/;
const WEEK_MARK = /W|周/;
const MONTH = /^(\d{4})(?:年|[-/.])?(\d{1,2})月?$/;
const RANGE = /^(.+?)(?:至|到|~|—+)(.+)$/;

const pad = (text: string | undefined): string => (text ?? "").padStart(2, "0");

/** The period that a text spells, in the product's own form: of the kind that is said, else of the kind that it looks like. */
function readPeriod(
  kind: ControlKind | undefined,
  written: string,
): Pick<ControlFact, "kind" | "period"> | undefined {
  const text = foldCode(written).value.replace(/\s/g, "");
  const week = WEEK_MARK.test(text) ? WEEK.exec(text) : null;
  if (week !== null) return { kind: kind ?? "weekly", period: `${week[1]}-W${pad(week[2])}` };
  const day = parseCellDate(written);
  if (day !== undefined) {
    const own = kind ?? "daily";
    return { kind: own, period: controlWindowOf(own, day).period };
  }
  const range = RANGE.exec(text);
  if (range !== null) {
    const [first, last] = [parseCellDate(range[1] ?? ""), parseCellDate(range[2] ?? "")];
    const own = kind ?? "weekly";
    if (first === undefined || last === undefined || first > last) return undefined;
    const window = controlWindowOf(own, first);
    return last <= window.last ? { kind: own, period: window.period } : undefined;
  }
  const month = MONTH.exec(text);
  return month === null ? undefined : { kind: kind ?? "monthly", period: `${month[1]}-${pad(month[2])}` };
}

function readResult(cells: FactCells<"control">, against: FactReasons["against"]): ControlResult | undefined {
  const word = cells.result === undefined ? undefined : findWord(resultWords, cells.result);
  if (cells.result !== undefined && word === undefined)
    return against("result", "fact-sheet/result-unknown", { text: cells.result });
  if (word === "not-done") return against("result", "fact-sheet/not-done");
  const counted = cells.count === undefined ? undefined : foldCode(cells.count).value.replace(/个$/, "");
  if (counted !== undefined && !/^\d{1,6}$/.test(counted))
    return against("count", "fact-sheet/count-shape", { text: cells.count ?? "" });
  const count = counted === undefined ? undefined : Number(counted);
  const byCount = count === undefined ? undefined : count > 0 ? "findings" : "no-risk";
  if (word === undefined)
    return (
      byCount ?? (cells.text === undefined ? against("result", "fact-sheet/result-missing") : "findings")
    );
  // A place that is not open finds nothing; everything else says the same as the number.
  const isAtOdds = byCount !== undefined && byCount !== (word === "not-open" ? "no-risk" : word);
  return isAtOdds ? against("count", "fact-sheet/count-conflict", { count: count ?? 0 }) : word;
}

/**
 * The report that the cells give, or every reason against them. The kind may be left out where the period shows it: a day,
 * a week (2026-W48, 2026年第48周, first to last day) or a month; a day beside 周排查 or 月调度 means its week or month. The
 * result may follow from the number of problems.
 *
 * @example
 * readControlFact({ period: "2026年第48周", count: "0" }).value; // => { kind: "weekly", period: "2026-W48", result: "no-risk", text: "" }
 * readControlFact({ control: "日管控", period: "2026-11", result: "正常" }).problems[0].code; // => "fact-sheet/period-shape"
 */
export function readControlFact(cells: FactCells<"control">): Result<ControlFact, FactProblem> {
  const { problems, against, text: readText } = createFactReasons();
  const kind = cells.control === undefined ? undefined : findWord(kindWords, cells.control);
  if (cells.control !== undefined && kind === undefined)
    against("control", "fact-sheet/control-unknown", { text: cells.control });
  const spelled = cells.period === undefined ? undefined : readPeriod(kind, cells.period);
  if (cells.period === undefined) against("period", "fact-sheet/period-missing");
  else if (spelled === undefined || !parseControlPeriod(spelled.kind, spelled.period).ok)
    against("period", "fact-sheet/period-shape", { text: cells.period });
  const result = readResult(cells, against);
  const text = readText("text", cells.text, 1000) ?? "";
  if (problems.length > 0 || spelled === undefined || result === undefined) return refuseAll(problems);
  return ok({ ...spelled, result, text });
}

/** The cell that a reason of the rule is about, where it is not the period. */
const fieldOf: { readonly [code: string]: "text" | undefined } = {
  "business-arm/findings-missing": "text",
  "business-arm/text-without-findings": "text",
};

/**
 * The report held against the rule of reports by hand, in the place of what stands for its period.
 *
 * @example
 * const read = { kind: "daily", period: "2026-11-25", result: "no-risk", text: "" };
 * settleControlFact({ read, today: "2026-11-24", isActiveOn: () => true, findStanding: () => null }).problems[0].code; // => "business-arm/period-not-begun"
 */
export function settleControlFact({
  read,
  today,
  isActiveOn,
  findStanding,
}: {
  readonly read: ControlFact;
  readonly today: PlainDate;
  readonly isActiveOn: (day: PlainDate) => boolean;
  readonly findStanding: (kind: ControlKind, period: string) => EndedControlFact | null;
}): Result<SettledFact<EndedControlFact>, FactProblem> {
  const checked = checkControlReport({ ...read, today, isActiveOn });
  if (!checked.ok)
    return refuseAll(
      checked.problems.map((reason) => ({ ...reason, field: fieldOf[reason.code] ?? "period" })),
    );
  const { kind, period } = read;
  const fact = { ...read, last: checked.value.last };
  return ok({ subject: `${kind} ${period}`, fact, standing: findStanding(kind, period) });
}

/** Two reports of one period are the same when result and words are. */
export const isSameControl = (a: ControlFact, b: ControlFact): boolean =>
  a.result === b.result && a.text === b.text;
