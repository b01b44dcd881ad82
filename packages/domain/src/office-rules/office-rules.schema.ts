// The rules of the office that decide who is graded, visited and alarmed how: what a change of one of them says.
// Source: rules §2 (levels for grades), §3 (alert threshold), §4 (frequency per grade, dated); F1-14…F1-21, F1-24…F1-29.
import * as z from "zod";
import type { GradeLetter } from "../grading/grade.schema.js";
import { Level } from "../territory/territory.schema.js";
import { windowKinds } from "../visit/period.js";

const ofGrades = <T extends z.ZodType>(value: T) =>
  z.strictObject({ A: value, B: value, C: value, D: value });

/** How many visits are due in which kind of window. */
export const Frequency = z.strictObject({ window: z.enum(windowKinds), visits: z.int().min(1).max(31) });
export type Frequency = z.infer<typeof Frequency>;

/** Alert threshold of each level: the largest load that raises no alarm. */
export const OverloadThresholds = z.strictObject({
  city: z.int().min(1).max(100_000),
  county: z.int().min(1).max(100_000),
  township: z.int().min(1).max(100_000),
  village: z.int().min(1).max(100_000),
});
export type OverloadThresholds = z.infer<typeof OverloadThresholds>;

/** Minutes that a visit takes, the way there included, for each grade. No source was found: a demonstration value. */
export const VisitMinutes = ofGrades(z.int().min(1).max(1440));
export type VisitMinutes = z.infer<typeof VisitMinutes>;

/** What an office starts with until it sets its own; demonstration, to be checked. */
export const defaultVisitMinutes: VisitMinutes = { A: 120, B: 90, C: 60, D: 40 };

/** A change of one of the rules, whole. */
export const RuleChange = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("scheme"), scheme: z.string().max(60).describe("id of a version") }),
  z.strictObject({ kind: z.literal("frequency"), frequency: ofGrades(Frequency) }),
  z.strictObject({ kind: z.literal("levels"), levels: ofGrades(Level) }),
  z.strictObject({ kind: z.literal("overload"), overload: OverloadThresholds }),
  z.strictObject({ kind: z.literal("minutes"), minutes: VisitMinutes }),
]);
export type RuleChange = z.infer<typeof RuleChange>;

/** The rules as they stand on one day. */
export type RulesOfDay = {
  readonly frequency: { readonly [G in GradeLetter]: Frequency | null };
  readonly levels: { readonly [G in GradeLetter]: Level } | null;
  readonly overload: { readonly [L in Level]?: number | undefined };
  readonly minutes: VisitMinutes;
};
