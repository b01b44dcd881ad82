// Counts the findings of the x-ray every night, so that their trend can be seen.
import * as z from "zod";
import type { JobKind } from "../job/job-kind.js";
import { defineSchedule } from "../job/schedule.js";
import { countToday } from "./xray.service.js";

const Input = z.strictObject({});

export const xrayJob: JobKind<z.infer<typeof Input>> = {
  name: "x-ray",
  input: Input,
  mostAttempts: 3,
  run: async ({ deps }) => ({ ...(await countToday(deps)) }),
};

/** Every night at 04:10. */
export const xraySchedule = defineSchedule(xrayJob, { name: "x-ray", pattern: "10 4 * * *", input: {} });
