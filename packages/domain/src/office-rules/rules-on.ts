// The office's dated rules as they stand on one day. Source: rules §1 (dates), §4 (frequency per grade and dated).
import { findGradeLevels, type GradeLevels } from "../chain/level-for-grade.js";
import { type GradeLetter, pairingGrades } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { FrequencyRule } from "../visit/frequency-rule.schema.js";
import type { WindowKind } from "../visit/period.js";
import type { Frequency, RulesOfDay, VisitMinutes } from "./office-rules.schema.js";

const windowsInYear: { readonly [K in WindowKind]: number } = {
  month: 12,
  quarter: 4,
  "half-year": 2,
  year: 1,
};

/**
 * Visits due in a year by a frequency; 0 where there is none.
 *
 * @example
 * countVisitsInYear({ window: "month", visits: 2 }); // => 24
 */
export const countVisitsInYear = (frequency: Frequency | null): number =>
  frequency === null ? 0 : frequency.visits * windowsInYear[frequency.window];

/** The frequency of each grade for windows that begin on or after the day: the entry that began last by then. */
export function findFrequencies(rules: readonly FrequencyRule[], on: PlainDate): RulesOfDay["frequency"] {
  const found: { [G in GradeLetter]: FrequencyRule | null } = { A: null, B: null, C: null, D: null };
  for (const rule of rules) {
    const present = found[rule.grade as GradeLetter];
    if (rule.from <= on && (present === null || rule.from >= present.from))
      found[rule.grade as GradeLetter] = rule;
  }
  const toFrequency = (grade: GradeLetter): Frequency | null => {
    const rule = found[grade];
    return rule === null ? null : { window: rule.window, visits: rule.visits };
  };
  return { A: toFrequency("A"), B: toFrequency("B"), C: toFrequency("C"), D: toFrequency("D") };
}

/**
 * All rules as they stand on the day.
 *
 * @example
 * findRulesOn({ frequency: defaultFrequencyRules, levels: defaultGradeLevels, overload: {}, minutes: defaultVisitMinutes, on: "2026-11-24" }).levels?.B;
 * // => "county"
 */
export function findRulesOn(input: {
  readonly frequency: readonly FrequencyRule[];
  readonly levels: readonly GradeLevels[];
  readonly overload: RulesOfDay["overload"];
  readonly minutes: VisitMinutes;
  readonly on: PlainDate;
}): RulesOfDay {
  const entry = findGradeLevels(input.levels, input.on);
  const levels = entry === undefined ? null : { A: entry.A, B: entry.B, C: entry.C, D: entry.D };
  return {
    frequency: findFrequencies(input.frequency, input.on),
    levels,
    overload: input.overload,
    minutes: input.minutes,
  };
}

/** The entries that set a frequency for every grade from a day on. */
export const toFrequencyRules = (
  frequency: { readonly [G in GradeLetter]: Frequency },
  from: PlainDate,
): readonly FrequencyRule[] =>
  pairingGrades.map((grade) => ({ grade, ...frequency[grade as GradeLetter], from }));
