// What makes a control report acceptable. Source: F2-08, F2-10; "no report for closed or suspended days" (issue "Third").
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type Result, refuse } from "../kernel/result.js";
import type { BusinessArmProblemCode } from "./business-arm.problem.js";
import type { ControlKind, ControlResult } from "./business-arm.schema.js";
import { type ControlWindow, parseControlPeriod } from "./control-window.js";

/**
 * The period of the report, or the first reason why it cannot be kept: a period that has not begun, one on no day of which
 * the business was active, findings without words, words where nothing was found.
 *
 * @example
 * checkControlReport({ kind: "daily", period: "2026-11-25", result: "no-risk", text: "", today: "2026-11-24", isActiveOn: () => true });
 * // => { ok: false, problems: [{ code: "business-arm/period-not-begun", params: { period: "2026-11-25" } }] }
 */
export function checkControlReport(input: {
  readonly kind: ControlKind;
  readonly period: string;
  readonly result: ControlResult;
  readonly text: string;
  readonly today: PlainDate;
  readonly isActiveOn: (day: PlainDate) => boolean;
}): Result<ControlWindow, Problem<BusinessArmProblemCode>> {
  const parsed = parseControlPeriod(input.kind, input.period);
  if (!parsed.ok) return parsed;
  const { period, first, last } = parsed.value;
  if (first > input.today) return refuse("business-arm/period-not-begun", { period });
  let day = first;
  while (day < last && day < input.today && !input.isActiveOn(day)) day = addDays(day, 1);
  if (!input.isActiveOn(day)) return refuse("business-arm/period-not-active", { period });
  const hasText = input.text.trim() !== "";
  if (input.result === "findings" && !hasText) return refuse("business-arm/findings-missing");
  if (input.result !== "findings" && hasText) return refuse("business-arm/text-without-findings");
  return ok(parsed.value);
}
