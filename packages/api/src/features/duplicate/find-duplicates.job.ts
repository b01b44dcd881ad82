// Searches the register for establishments that may be one, in steps, so that requests are answered in between.

import { setImmediate } from "node:timers/promises";
import { type DuplicatePair, type DuplicateSubject, searchDuplicates } from "@shian/domain";
import * as z from "zod";
import { createCall } from "../../deps.js";
import { measureDistance } from "../../documents/measure-distance.js";
import type { JobContext, JobKind } from "../job/job-kind.js";
import { defineSchedule } from "../job/schedule.js";
import { type SettingKind, saveSetting } from "../office/office-setting.service.js";
import { getPicture } from "../picture/picture.service.js";
import { listLeft } from "../registry/take-back.service.js";
import { createPlaceNames } from "../territory/place-names.js";
import { replaceOpenPairs } from "./duplicate.repo.js";

const Input = z.strictObject({});

/** When the register was last searched, how many establishments, and how long it took. */
export const searchedSetting: SettingKind<{ at: string; establishments: number; milliseconds: number }> = {
  key: "duplicates-searched",
  schema: z.strictObject({ at: z.string(), establishments: z.int(), milliseconds: z.int() }),
};

/** The longest that a step may keep others waiting. */
const STEP_MS = 20;

async function search(
  context: JobContext,
  subjects: readonly DuplicateSubject[],
): Promise<readonly DuplicatePair[]> {
  const steps = searchDuplicates({ subjects, measure: measureDistance });
  let since = performance.now();
  let step = steps.next();
  while (step.done !== true) {
    if (performance.now() - since > STEP_MS) {
      context.signal.throwIfAborted();
      await context.progress(step.value.done, step.value.of === 0 ? null : step.value.of);
      await setImmediate();
      since = performance.now();
    }
    step = steps.next();
  }
  return step.value;
}

export const duplicatesJob: JobKind<z.infer<typeof Input>> = {
  name: "find-duplicates",
  input: Input,
  mostAttempts: 3,
  run: async (context) => {
    const call = createCall(context.deps, context.deps.database.db, "zh-CN");
    const picture = await getPicture(call);
    const left = new Set((await listLeft(call)).map(({ establishment }) => establishment));
    const names = createPlaceNames(picture.tree);
    const present = picture.establishments.filter(
      ({ state, facts }) => state !== "closed" && !left.has(facts.id),
    );
    const started = performance.now();
    const pairs = await search(
      context,
      present.map(({ facts }) => ({ ...facts, places: names(facts.place) })),
    );
    const milliseconds = Math.round(performance.now() - started);
    return context.commit(async (db) => {
      const at = context.deps.clock().toISOString();
      const found = await replaceOpenPairs(
        db,
        pairs.map((pair) => ({ ...pair, place: picture.byId.get(pair.first)?.facts.place ?? null })),
        at,
      );
      await saveSetting(db, searchedSetting, { at, establishments: present.length, milliseconds }, at);
      return { establishments: present.length, pairs: found, milliseconds };
    });
  },
};

/** Every night at 02:50. */
export const duplicatesSchedule = defineSchedule(duplicatesJob, {
  name: "find-duplicates",
  pattern: "50 2 * * *",
  input: {},
});
