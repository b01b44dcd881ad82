// The days, ISO weeks and months that a business reports its own controls for. Source: F2-08 (N); rules §1 (dates).
import { addDays, daysBetween, isPlainDate, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { BusinessArmProblemCode } from "./business-arm.problem.js";
import type { ControlKind } from "./business-arm.schema.js";

/** One such period; `first` and `last` both belong to it. */
export type ControlWindow = {
  readonly kind: ControlKind;
  readonly period: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
};

const monday = toPlainDate("2018-01-01");
const pad = (n: number): string => String(n).padStart(2, "0");

/**
 * The period of the kind that contains the day. Weeks run from Monday to Sunday and belong to the year of their Thursday
 * (ISO 8601).
 *
 * @example
 * controlWindowOf("weekly", "2026-12-31"); // => { kind: "weekly", period: "2026-W53", first: "2026-12-28", last: "2027-01-03" }
 */
export function controlWindowOf(kind: ControlKind, day: PlainDate): ControlWindow {
  if (kind === "daily") return { kind, period: day, first: day, last: day };
  if (kind === "monthly") {
    const first = toPlainDate(`${day.slice(0, 7)}-01`);
    const next = toPlainDate(
      day.slice(5, 7) === "12"
        ? `${Number(day.slice(0, 4)) + 1}-01-01`
        : `${day.slice(0, 5)}${pad(Number(day.slice(5, 7)) + 1)}-01`,
    );
    return { kind, period: day.slice(0, 7), first, last: addDays(next, -1) };
  }
  const weekday = ((daysBetween(monday, day) % 7) + 7) % 7;
  const first = addDays(day, -weekday);
  const thursday = addDays(first, 3);
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(toPlainDate(`${year}-01-01`), thursday) / 7) + 1;
  return { kind, period: `${year}-W${pad(week)}`, first, last: addDays(first, 6) };
}

/**
 * The period that a text names, of the kind given.
 *
 * @example
 * parseControlPeriod("weekly", "2026-W48"); // => { ok: true, value: { kind: "weekly", period: "2026-W48", first: "2026-11-23", last: "2026-11-29" } }
 * parseControlPeriod("daily", "2026-11"); // => { ok: false, problems: [{ code: "business-arm/period-shape", params: { kind: "daily", period: "2026-11" } }] }
 */
export function parseControlPeriod(
  kind: ControlKind,
  period: string,
): Result<ControlWindow, Problem<BusinessArmProblemCode>> {
  const day = toDay(kind, period);
  const window = day === undefined ? undefined : controlWindowOf(kind, day);
  return window?.period === period ? ok(window) : refuse("business-arm/period-shape", { kind, period });
}

function toDay(kind: ControlKind, period: string): PlainDate | undefined {
  const week = /^(\d{4})-W(\d{2})$/.exec(period);
  const text =
    kind === "daily" ? period : kind === "monthly" ? `${period}-01` : week === null ? "" : `${week[1]}-01-04`;
  if (!isPlainDate(text)) return undefined;
  // The 4th of January always lies in the first week.
  return kind === "weekly" ? addDays(toPlainDate(text), (Number(week?.[2]) - 1) * 7) : toPlainDate(text);
}

/** The periods of the kind whose last day lies from `first` to `last`, in their order. */
export function listControlWindows(
  kind: ControlKind,
  first: PlainDate,
  last: PlainDate,
): readonly ControlWindow[] {
  const windows: ControlWindow[] = [];
  for (let day = first; day <= last; ) {
    const window = controlWindowOf(kind, day);
    if (window.last > last) break;
    windows.push(window);
    day = addDays(window.last, 1);
  }
  return windows;
}
