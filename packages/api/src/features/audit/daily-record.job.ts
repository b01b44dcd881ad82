// Every night: yesterday's root of the record, and what the rule of retention lets go.
import * as z from "zod";
import type { JobKind } from "../job/job-kind.js";
import { defineSchedule } from "../job/schedule.js";
import { pruneRecord, writeDailyRoot } from "./daily-root.service.js";

const Input = z.strictObject({});

/** Both parts are safe to do again, so an attempt that died in the middle needs no care. */
export const dailyRecordJob: JobKind<z.infer<typeof Input>> = {
  name: "daily-record",
  input: Input,
  async run({ deps }) {
    const root = await writeDailyRoot(deps);
    return { size: root?.size ?? 0, removed: await pruneRecord(deps) };
  },
};

/** Every night at 00:10. */
export const dailyRecordSchedule = defineSchedule(dailyRecordJob, {
  name: "daily-record",
  pattern: "10 0 * * *",
  input: {},
});
