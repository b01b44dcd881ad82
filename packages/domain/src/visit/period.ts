// Calendar windows in which visits are due: month, quarter, half-year and year, in the office's calendar.
// Source: rules §4 (calendar windows; reference day; today's line); quarterly visits F1-14, F1-15 (N).
import { addDays, daysBetween, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { VisitProblemCode } from "./visit.problem.js";
import { Period } from "./visit.schema.js";

/** Kinds of window, shortest first; each lies wholly inside one of the next kind. */
export const windowKinds = ["month", "quarter", "half-year", "year"] as const;
export type WindowKind = (typeof windowKinds)[number];

const monthsIn: { readonly [K in WindowKind]: number } = { month: 1, quarter: 3, "half-year": 6, year: 12 };

/** One window; `first` and `last` both belong to it. */
export type VisitWindow = {
  readonly period: Period;
  readonly kind: WindowKind;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
};

/**
 * The window of the kind that contains the day.
 *
 * @example
 * windowOf({ date: "2026-12-18", window: "quarter" });
 * // => { period: "2026Q4", kind: "quarter", first: "2026-10-01", last: "2026-12-31", days: 92 }
 */
export function windowOf(input: { readonly date: PlainDate; readonly window: WindowKind }): VisitWindow {
  const year = Number(input.date.slice(0, 4));
  const month = Number(input.date.slice(5, 7));
  return windowAt(year, Math.ceil(month / monthsIn[input.window]), input.window);
}

/** The `index`-th window (from 1) of the kind in the year. */
function windowAt(year: number, index: number, kind: WindowKind): VisitWindow {
  const months = monthsIn[kind];
  const firstOf = (monthsOn: number): PlainDate => {
    const count = year * 12 + monthsOn;
    const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
    return toPlainDate(`${String(y).padStart(4, "0")}-${String(m).padStart(2, "0")}-01`);
  };
  const first = firstOf((index - 1) * months);
  const next = firstOf(index * months);
  return {
    period: nameOf(year, index, kind),
    kind,
    first,
    last: addDays(next, -1),
    days: daysBetween(first, next),
  };
}

const nameOf = (year: number, index: number, kind: WindowKind): Period =>
  Period.parse(
    kind === "year"
      ? `${year}`
      : kind === "half-year"
        ? `${year}H${index}`
        : kind === "quarter"
          ? `${year}Q${index}`
          : `${year}-${String(index).padStart(2, "0")}`,
  );

/**
 * The window that a period's name stands for.
 *
 * @example
 * toWindow("2026H2").first; // => "2026-07-01"
 */
export function toWindow(period: Period): VisitWindow {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return windowAt(year, 1, "year");
  const index = Number(period.slice(5));
  return windowAt(year, index, period[4] === "Q" ? "quarter" : period[4] === "H" ? "half-year" : "month");
}

/**
 * The period written in the text, as `2026`, `2026H2`, `2026Q4` or `2026-12`, years from 1900 on; else a refusal.
 *
 * @example
 * parsePeriod("2026Q5"); // => { ok: false, problems: [{ code: "visit/period-shape", params: { text: "2026Q5" } }] }
 */
export function parsePeriod(text: string): Result<Period, Problem<VisitProblemCode>> {
  const parsed = Period.safeParse(text);
  return parsed.success && Number(text.slice(0, 4)) >= 1900
    ? ok(parsed.data)
    : refuse("visit/period-shape", { text });
}

/**
 * The window of the same kind that ended the day before this one began.
 *
 * @example
 * findPreviousWindow(toWindow("2026Q1")).period; // => "2025Q4"
 */
export const findPreviousWindow = (window: VisitWindow): VisitWindow =>
  windowOf({ date: addDays(window.first, -1), window: window.kind });

/**
 * The reference day of a window: its last day, or `asOf` if earlier.
 *
 * @example
 * findReferenceDay({ window: toWindow("2026Q3"), asOf: "2026-12-18" }); // => "2026-09-30"
 */
export const findReferenceDay = ({
  window,
  asOf,
}: {
  readonly window: Pick<VisitWindow, "last">;
  readonly asOf: PlainDate;
}): PlainDate => {
  const isRunning = asOf < window.last;
  return isRunning ? asOf : window.last;
};

/**
 * Today's line of a window: days passed, `asOf` included, and all its days; 0 passed before it begins, all after it.
 *
 * @example
 * measureLine({ window: toWindow("2026Q4"), asOf: "2026-12-18" }); // => { passed: 79, days: 92 }
 */
export const measureLine = (input: {
  readonly window: Pick<VisitWindow, "first" | "days">;
  readonly asOf: PlainDate;
}): { readonly passed: number; readonly days: number } => {
  const passed = daysBetween(input.window.first, input.asOf) + 1;
  return { passed: Math.min(Math.max(passed, 0), input.window.days), days: input.window.days };
};
