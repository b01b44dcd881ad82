// Supervision visits (督导), their checklists and what a coverage question counts, rules §4.
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";

/** How a visit was made; only `on-site` is valid at a high-risk establishment (F1-15, F1-16). */
export const visitModes = ["on-site", "joint", "briefing", "video"] as const;
export const VisitMode = z.enum(visitModes);
export type VisitMode = z.infer<typeof VisitMode>;

/** Answer to one line of a checklist. */
export const checklistAnswers = ["yes", "no", "not-applicable"] as const;
export const ChecklistAnswer = z.strictObject({
  item: z.string(),
  answer: z.enum(checklistAnswers),
  note: z.string().max(500).optional(),
});
export type ChecklistAnswer = z.infer<typeof ChecklistAnswer>;

/** A visit as recorded. `madeOn` decides the window, `recordedOn` decides what was known. */
export const Visit = z.strictObject({
  id: z.string(),
  establishment: z.string(),
  official: z.string().describe("who made it"),
  standInFor: z.string().nullable().describe("the pairing official a named stand-in acted for"),
  jointWith: z.array(z.string()).describe("officials present besides the one who recorded"),
  madeOn: PlainDate,
  recordedOn: PlainDate,
  mode: VisitMode,
  checklist: z.string(),
  answers: z.array(ChecklistAnswer),
  complete: z.boolean().describe("every line of the checklist answered"),
  note: z.string().max(2000).nullable(),
});
export type Visit = z.infer<typeof Visit>;

/** What one establishment's duty in a window has come to, rules §4. */
export const dutyStates = ["done", "on-track", "at-risk", "overdue", "waived", "not-due"] as const;
export const DutyState = z.enum(dutyStates);
export type DutyState = z.infer<typeof DutyState>;

/** A calendar window written `2026`, `2026H2`, `2026Q4` or `2026-12`; of 1901 to 2999, so that its neighbours exist. */
export const Period = z
  .string()
  .regex(/^(?:190[1-9]|19[1-9]\d|2\d{3})(?:H[12]|Q[1-4]|-(?:0[1-9]|1[0-2]))?$/)
  .brand<"Period">();
export type Period = z.infer<typeof Period>;
