// The texts of responsibility and task lists, by level: data of the office.
// Source: F1-09, F1-10 (names of the lists, N), F1-11 (the four blocks of the task list, N).
import * as z from "zod";
import type { levels } from "../territory/territory.schema.js";

/** The four blocks of the task list, in their order (F1-11). */
export const taskBlocks = ["system", "prevention", "emergency", "training"] as const;
export const TaskBlock = z.enum(taskBlocks);
export type TaskBlock = z.infer<typeof TaskBlock>;

const Lines = z.array(z.string().trim().min(1).max(300)).max(20);

/** What an official of one level answers for, and is to do. */
export const LevelDuties = z.strictObject({
  responsibilities: Lines,
  system: Lines,
  prevention: Lines,
  emergency: Lines,
  training: Lines,
});
export type LevelDuties = z.infer<typeof LevelDuties>;

/** The texts of every level. */
export const DutyTexts = z.strictObject({
  demonstration: z.boolean().describe("true: made up by us, to be checked by the office before use"),
  levels: z.strictObject({
    city: LevelDuties,
    county: LevelDuties,
    township: LevelDuties,
    village: LevelDuties,
  } satisfies { [L in (typeof levels)[number]]: typeof LevelDuties }),
});
export type DutyTexts = z.infer<typeof DutyTexts>;
