import * as z from "zod";
import { mutation, PageInput, ProblemShape, pageOf, query, subscription, TxId } from "../kernel/operation.js";
import { JobState } from "./job.schema.js";

/** A job as a person sees it. Of somebody else's there is no result, and no reason beyond the general one. */
export const JobRow = z.strictObject({
  id: z.string(),
  kind: z.string(),
  state: JobState,
  own: z.boolean(),
  personName: z.string().describe("who began it; empty: the product itself"),
  progress: z.strictObject({ done: z.int(), of: z.int().nullable() }),
  attempts: z.int(),
  mostAttempts: z.int(),
  cancelRequested: z.boolean(),
  createdAt: z.string(),
  runAt: z.string().describe("not before this instant; after a failed attempt that of the next"),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  problem: ProblemShape.nullable(),
  result: z.json().nullable(),
});
export type JobRow = z.infer<typeof JobRow>;

/** Scheduled work: when it ran last and runs next. */
export const JobSchedule = z.strictObject({
  name: z.string(),
  kind: z.string(),
  pattern: z.string().describe("cron, in the office's time zone"),
  lastRunAt: z.string().nullable(),
  nextRunAt: z.string(),
});
export type JobSchedule = z.infer<typeof JobSchedule>;

const oneJob = z.strictObject({ id: z.string().max(64) });
const changeOfOne = z.strictObject({ txId: TxId, id: z.string().max(64) });
/** One's own jobs; the system administrator reaches those of everyone. */
const own = { may: "everyone", territory: "none" } as const;

export const jobOperations = {
  "job.list": query(
    z.strictObject({
      everyone: z.boolean().default(false).describe("all jobs; for the system administrator"),
      states: z.array(JobState).max(5).optional(),
      ...PageInput.shape,
    }),
    pageOf(JobRow),
    own,
  ),
  "job.get": query(oneJob, JobRow, own),
  "job.watch": subscription(oneJob, JobRow, own),
  "job.cancel": mutation(changeOfOne, JobRow, own),
  "job.retry": mutation(changeOfOne, JobRow, own),
  "job.schedules": query(z.strictObject({}), z.strictObject({ rows: z.array(JobSchedule) }), {
    may: ["system"],
    territory: "none",
  }),
} as const;
