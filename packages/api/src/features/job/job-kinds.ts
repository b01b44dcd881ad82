// The kinds of job that the product has, and the work that it does by the clock.
import type { JobKindName } from "@shian/domain";
import { dailyRecordJob, dailyRecordSchedule } from "../audit/daily-record.job.js";
import { backupJob, backupSchedule } from "../backup/backup.job.js";
import { allocationJobs } from "../chain/allocation.job.js";
import { compareJob } from "../comparison/comparison.job.js";
import { duplicatesJob, duplicatesSchedule } from "../duplicate/find-duplicates.job.js";
import { regradeJob } from "../grading/regrade.job.js";
import { importJobs } from "../import/import.job.js";
import { xrayJob, xraySchedule } from "../xray/xray.job.js";
import { type AnyJobKind, toAnyKind } from "./job-kind.js";
import type { Schedule } from "./schedule.js";
import { tidyJob, tidySchedule } from "./tidy.job.js";

/** Name → kind; the domain's list of names is the measure. */
export const kindsOfJobs: { readonly [Name in JobKindName]: AnyJobKind } = {
  "import-preview": toAnyKind(importJobs.preview),
  "import-apply": toAnyKind(importJobs.apply),
  "find-duplicates": toAnyKind(duplicatesJob),
  compare: toAnyKind(compareJob),
  "x-ray": toAnyKind(xrayJob),
  tidy: toAnyKind(tidyJob),
  "daily-record": toAnyKind(dailyRecordJob),
  backup: toAnyKind(backupJob),
  regrade: toAnyKind(regradeJob),
  "allocation-plan": toAnyKind(allocationJobs.plan),
  "allocation-apply": toAnyKind(allocationJobs.apply),
  "allocation-undo": toAnyKind(allocationJobs.undo),
};

export const schedules: readonly Schedule[] = [
  duplicatesSchedule,
  tidySchedule,
  backupSchedule,
  dailyRecordSchedule,
  xraySchedule,
];
