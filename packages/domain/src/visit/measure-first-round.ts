// How far the first round of visits has come, for the office that began a round on a day of its own.
// Source: rules §4 "First-round coverage"; first rounds F1-19, F1-23 (N).
import type { GradeLetter } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { Rate } from "../kernel/rate.js";
import { type Duty, type DutyQuestion, deriveDuties } from "./derive-duties.js";
import { windowOf } from "./period.js";

/** Visited and active establishments, in all and by pairing grade of the day; ungraded ones stand under `none`. */
export type FirstRound = {
  readonly start: PlainDate;
  readonly asOf: PlainDate;
  readonly total: Rate;
  readonly grades: { readonly [G in GradeLetter | "none"]: Rate };
};

/**
 * Establishments active on `asOf` with a valid visit on or after the round's first day, out of all that are active.
 *
 * Nothing need be due: one opened yesterday is in the count, and waivers do not matter. `of` 0 means that nothing is
 * active.
 *
 * @example
 * measureFirstRound({
 *   establishments: [{ id: "e1", states: [{ value: "active", from: "2026-01-01" }], grades: [], riskGrades: [], places: [], officials: [] }],
 *   visits: [], rules: defaultFrequencyRules, start: "2026-03-01", asOf: "2026-12-18", knownOn: "2026-12-18",
 * }).total; // => { done: 0, of: 1 }
 */
export function measureFirstRound(
  input: Omit<DutyQuestion, "period" | "waivers" | "graceDays" | "warningDays" | "levels"> & {
    readonly start: PlainDate;
  },
): FirstRound {
  const { period } = windowOf({ date: input.asOf, window: "year" });
  return composeFirstRound({
    duties: deriveDuties({ ...input, period }),
    start: input.start,
    asOf: input.asOf,
  });
}

/**
 * The first round from duties that are already derived as of the same day, for a window that is still running then.
 *
 * @example
 * composeFirstRound({ duties: [], start: "2026-03-01", asOf: "2026-12-18" }).total; // => { done: 0, of: 0 }
 */
export function composeFirstRound(input: {
  readonly duties: readonly Duty[];
  readonly start: PlainDate;
  readonly asOf: PlainDate;
}): FirstRound {
  const empty = () => ({ done: 0, of: 0 });
  const total = empty();
  const grades = { A: empty(), B: empty(), C: empty(), D: empty(), none: empty() };
  for (const duty of input.duties) {
    if (!duty.registered) continue;
    const letter: GradeLetter | "none" = duty.grade ?? "none";
    const visited = duty.lastVisit !== null && duty.lastVisit >= input.start ? 1 : 0;
    for (const rate of [total, grades[letter]]) {
      rate.of += 1;
      rate.done += visited;
    }
  }
  return { start: input.start, asOf: input.asOf, total, grades };
}
