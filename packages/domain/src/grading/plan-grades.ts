// Which dated pairing grades an establishment must have from a day on, against those it has.
// Source: rules §2 (a grade is dated, re-grading adds one, a refusal keeps none back silently), §1 (two times).
import type { PlainDate } from "../kernel/plain-date.js";
import type { Problem } from "../kernel/result.js";
import { exceptionSchemeId, findSchemeOn, type SchemeInForce } from "./find-scheme-on.js";
import type { PairingGrade } from "./grade.schema.js";
import { type GradingFacts, gradeEstablishment } from "./grade-establishment.js";
import type { GradingProblemCode } from "./grading.problem.js";

/** A grade that stands (was not corrected since); `to` null is open. */
export type StandingGrade = {
  readonly grade: PairingGrade;
  readonly ruleId: string;
  readonly schemeId: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** A grade to record from a day on, until the next one. */
export type PlannedGrade = Omit<StandingGrade, "to">;

export type GradePlan = {
  /** The grades to record, earliest first; empty when nothing changes. */
  readonly grades: readonly PlannedGrade[];
  /** The grade that stood on the first day that is graded. */
  readonly before: PairingGrade | null;
  /** Why the scheme of that day gives no grade; what it had then stays. */
  readonly refused: readonly Problem<GradingProblemCode>[];
  /** A decided objection holds without an end, so that no scheme is asked. */
  readonly excepted: boolean;
};

/**
 * The grades to record from the day `from` on, by the scheme of each day on which another begins.
 *
 * A grade of a decided objection is left alone until its end. What has the same grade by the same rule stays as it is; what
 * the scheme refuses keeps the grade it had. Carried out, the same plan asked again changes nothing.
 *
 * @example
 * planGrades({ facts: { form: "grocery" }, standing: [], schemes: [], from: "2026-11-24" }).grades;
 * // => [{ grade: "D", ruleId: "Y-01", schemeId: "demonstration", from: "2026-11-24" }]
 */
export function planGrades(input: {
  readonly facts: GradingFacts;
  readonly standing: readonly StandingGrade[];
  /** In force from their days on, in any order. */
  readonly schemes: readonly SchemeInForce[];
  readonly from: PlainDate;
}): GradePlan {
  const { facts, standing, schemes, from } = input;
  const exception = standing.find(
    ({ schemeId, to }) => schemeId === exceptionSchemeId && (to === null || to > from),
  );
  const begin = exception === undefined ? from : exception.to;
  const findOn = (day: PlainDate) =>
    standing.find((one) => one.from <= day && (one.to === null || day < one.to));
  if (begin === null) return { grades: [], before: exception?.grade ?? null, refused: [], excepted: true };
  const later = [...schemes, ...standing].map((entry) => entry.from).filter((day) => day > begin);
  const grades: PlannedGrade[] = [];
  let refused: GradePlan["refused"] = [];
  for (const day of [begin, ...[...new Set(later)].sort()]) {
    const scheme = findSchemeOn({ schemes, on: day });
    const given = gradeEstablishment({ scheme, facts });
    if (!given.ok) {
      if (day === begin) refused = given.problems;
      continue;
    }
    const present = grades.at(-1) ?? findOn(day);
    const isSame = present?.grade === given.value.grade && present.ruleId === given.value.ruleId;
    if (!isSame) grades.push({ ...given.value, schemeId: scheme.id, from: day });
  }
  return { grades, before: findOn(begin)?.grade ?? null, refused, excepted: false };
}

/**
 * The standing grades once the planned ones are recorded: each takes the place of whatever stood from its day on.
 *
 * @example
 * applyGrades([], [{ grade: pairingGrades[3], ruleId: "Y-01", schemeId: "s", from: "2026-11-24" }])[0]?.to; // => null
 */
export const applyGrades = (
  standing: readonly StandingGrade[],
  planned: readonly PlannedGrade[],
): readonly StandingGrade[] =>
  planned.reduce<StandingGrade[]>(
    (grades, next) => {
      const kept = grades
        .filter(({ from }) => from < next.from)
        .map((grade) => (grade.to === null || grade.to > next.from ? { ...grade, to: next.from } : grade));
      kept.push({ ...next, to: null });
      return kept;
    },
    [...standing],
  );
