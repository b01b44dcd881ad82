// Removes what ended long ago, and keeps the embedded database in order: records of jobs and effects, sessions, wrong tries, links and codes, plans nobody applied.
import * as z from "zod";
import { refreshStatistics } from "../../storage/refresh-statistics.js";
import { forgetPlans } from "../chain/forget-plans.service.js";
import { forgetEnded } from "../session/unlock-account.service.js";
import { removeOldJobs } from "./job.repo.js";
import type { JobKind } from "./job-kind.js";
import { removeDoneEffects } from "./outbox.repo.js";
import { defineSchedule } from "./schedule.js";

/** Longer than the six months for which records must be kept at least. */
const KEPT_MS = 400 * 86_400_000;

const Input = z.strictObject({});

export const tidyJob: JobKind<z.infer<typeof Input>> = {
  name: "tidy",
  input: Input,
  run: async (context) => {
    await refreshStatistics(context.deps.database, { vacuum: true });
    return context.commit(async (db) => {
      const before = new Date(context.deps.clock().getTime() - KEPT_MS).toISOString();
      await removeDoneEffects(db, before);
      await forgetEnded(db, context.deps.clock().toISOString());
      await forgetPlans(db, context.deps.clock());
      return { jobs: await removeOldJobs(db, before) };
    });
  },
};

/** Every night at 03:40. */
export const tidySchedule = defineSchedule(tidyJob, { name: "tidy", pattern: "40 3 * * *", input: {} });
