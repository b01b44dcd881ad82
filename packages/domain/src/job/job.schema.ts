// Long and scheduled work that goes on after its request was answered.
// Source: issue "Second" (one job runner: progress, cancel, retry with back-off, visible in Settings).
import * as z from "zod";

/** What kinds of work there are. */
export const jobKinds = [
  "import-preview",
  "import-apply",
  "find-duplicates",
  "compare",
  "x-ray",
  "tidy",
  "backup",
  "daily-record",
  "regrade",
  "allocation-plan",
  "allocation-apply",
  "allocation-undo",
] as const;
export type JobKindName = (typeof jobKinds)[number];

/** A job waits for its time, runs, and ends in one of three ways. */
export const jobStates = ["waiting", "running", "done", "failed", "cancelled"] as const;
export const JobState = z.enum(jobStates);
export type JobState = z.infer<typeof JobState>;
