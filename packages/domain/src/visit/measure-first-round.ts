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
  const count = new FirstRoundCount(input);
  for (const duty of input.duties) count.add(duty);
  return count.toFirstRound();
}

/**
 * A first round counted duty by duty, so that one changed duty does not mean counting all of them again.
 *
 * @example
 * new FirstRoundCount({ start: "2026-03-01", asOf: "2026-12-18" }).toFirstRound().total; // => { done: 0, of: 0 }
 */
export class FirstRoundCount {
  private readonly total = empty();
  private readonly grades: { readonly [G in GradeLetter | "none"]: { done: number; of: number } } = {
    A: empty(),
    B: empty(),
    C: empty(),
    D: empty(),
    none: empty(),
  };

  constructor(private readonly round: { readonly start: PlainDate; readonly asOf: PlainDate }) {}

  add(duty: Duty): void {
    this.count(duty, 1);
  }

  /** Takes out a duty that was added, just as it was then. */
  remove(duty: Duty): void {
    this.count(duty, -1);
  }

  toFirstRound(): FirstRound {
    const { A, B, C, D, none } = this.grades;
    const { start, asOf } = this.round;
    const grades = { A: { ...A }, B: { ...B }, C: { ...C }, D: { ...D }, none: { ...none } };
    return { start, asOf, total: { ...this.total }, grades };
  }

  private count(duty: Duty, by: 1 | -1): void {
    if (!duty.registered) return;
    const isVisited = duty.lastVisit !== null && duty.lastVisit >= this.round.start;
    const letter: GradeLetter | "none" = duty.grade ?? "none";
    for (const rate of [this.total, this.grades[letter]]) {
      rate.of += by;
      if (isVisited) rate.done += by;
    }
  }
}

const empty = () => ({ done: 0, of: 0 });
