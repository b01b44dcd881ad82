// How often establishments of a pairing grade are visited; data of the office, per grade and dated.
// Source: rules §4; at least once a quarter F1-14, F1-15, F1-17, F1-18 (N). From 2025 some places changed it, to what
// was not found (F1-19, ✗), so the default is a demonstration to be checked; a national rule by grade does not exist
// (F1-21, ✗).
import * as z from "zod";
import { PairingGrade, pairingGrades } from "../grading/grade.schema.js";
import { PlainDate } from "../kernel/plain-date.js";
import { windowKinds } from "./period.js";

/** How many visits are due in which kind of window, for one grade from a day on until a later rule replaces it. */
export const FrequencyRule = z.strictObject({
  grade: PairingGrade,
  window: z.enum(windowKinds),
  visits: z.int().min(1).max(31),
  from: PlainDate,
});
export type FrequencyRule = z.infer<typeof FrequencyRule>;

/** One visit a quarter for every grade, since the mechanism began (September 2022, F1-01). */
export const defaultFrequencyRules: readonly FrequencyRule[] = pairingGrades.map((grade) => ({
  grade,
  window: "quarter",
  visits: 1,
  from: "2022-07-01" as PlainDate,
}));
