// Which level of official answers for which pairing grade, on a date; data of the office, since a district may give
// grade A to its own leaders. Source: rules §2; F1-03…F1-08 (N, several second-hand sources agree).
import * as z from "zod";
import { type GradeLetter, type PairingGrade, pairingGrades } from "../grading/grade.schema.js";
import { PlainDate } from "../kernel/plain-date.js";
import { Level } from "./official.schema.js";

/** The level for each grade from a day on. */
export const GradeLevels = z.strictObject({
  from: PlainDate,
  A: Level,
  B: Level,
  C: Level,
  D: Level,
});
export type GradeLevels = z.infer<typeof GradeLevels>;

/** A city, B county, C township, D village, in force since the mechanism began (September 2022, F1-01). */
export const defaultGradeLevels: readonly GradeLevels[] = [
  { from: "2022-09-01" as PlainDate, A: "city", B: "county", C: "township", D: "village" },
];

/**
 * The level that answers for the grade on the day: the entry that began last on or before it.
 *
 * Undefined when no entry had begun. Of two entries with one first day the later in the list counts.
 *
 * @example
 * findLevelForGrade({ levels: defaultGradeLevels, grade: pairingGrades[1], on: "2026-11-24" }); // => "county"
 */
export function findLevelForGrade(input: {
  readonly levels: readonly GradeLevels[];
  readonly grade: PairingGrade;
  readonly on: PlainDate;
}): Level | undefined {
  const letter: GradeLetter = input.grade;
  return findGradeLevels(input.levels, input.on)?.[letter];
}

/** The whole entry in force on the day, undefined when none had begun. */
export function findGradeLevels(levels: readonly GradeLevels[], on: PlainDate): GradeLevels | undefined {
  let found: GradeLevels | undefined;
  for (const entry of levels) {
    if (entry.from <= on && (found === undefined || entry.from >= found.from)) found = entry;
  }
  return found;
}

/** The grades that a level answers for on the day, A first; empty when it answers for none. */
export const listGradesOfLevel = (
  levels: readonly GradeLevels[],
  level: Level,
  on: PlainDate,
): PairingGrade[] => {
  const entry = findGradeLevels(levels, on);
  return entry === undefined ? [] : pairingGrades.filter((grade) => entry[grade as GradeLetter] === level);
};
