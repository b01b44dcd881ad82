// Which window an establishment's visits are counted in on a day, and how many are required in it.
// Source: rules §4 "Visits and coverage": the rule in force on the window's first day governs the window.
import type { PairingGrade } from "../grading/grade.schema.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { FrequencyRule } from "./frequency-rule.schema.js";
import { type VisitWindow, windowKinds, windowOf } from "./period.js";

/** A window with the number of visits that its rule requires. */
export type DutyWindow = { readonly window: VisitWindow; readonly required: number };

const longestFirst = [...windowKinds].reverse();

/**
 * The window that contains the day and is governed by a rule for the grade, with the visits required; undefined when
 * no rule governs any.
 *
 * A window is governed by the rule in force on its first day, so a change never touches a window that has begun: a
 * new rule begins with the first window of its kind that starts on or after its `from`, and until then the one before
 * it goes on. Where a running window of one rule and a new one of another both hold the day, the running one counts.
 *
 * @example
 * findDutyWindow({ rules: defaultFrequencyRules, grade: pairingGrades[3], day: "2026-12-18" })?.window.period;
 * // => "2026Q4"
 */
export function findDutyWindow(input: {
  readonly rules: readonly FrequencyRule[];
  readonly grade: PairingGrade;
  readonly day: PlainDate;
}): DutyWindow | undefined {
  const rules = input.rules.filter((rule) => rule.grade === input.grade);
  for (const kind of longestFirst) {
    const window = windowOf({ date: input.day, window: kind });
    const rule = findGoverning(rules, window.first);
    if (rule?.window === kind) return { window, required: rule.visits };
  }
  return undefined;
}

/** The rule that began last among those that have reached a first window of their kind by the day. */
function findGoverning(rules: readonly FrequencyRule[], day: PlainDate): FrequencyRule | undefined {
  let found: FrequencyRule | undefined;
  for (const rule of rules) {
    if (firstWindowFrom(rule) <= day && (found === undefined || rule.from >= found.from)) found = rule;
  }
  return found;
}

const firstWindowFrom = (rule: FrequencyRule): PlainDate => {
  const window = windowOf({ date: rule.from, window: rule.window });
  return window.first >= rule.from ? window.first : addDays(window.last, 1);
};
