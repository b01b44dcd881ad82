// Grades the whole register anew after a scheme was put in force or taken back, a part at a time: each part is a
// transaction with its own entry in the record, and what is right already is left alone, so that work broken off anywhere
// is simply done again.
import { operations, PlainDate } from "@shian/domain";
import * as z from "zod";
import { type ChangeCall, createCall, type RecordedChange } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import { listBatches } from "../../storage/list-batches.js";
import { toDraft } from "../../trpc/to-draft.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { Asker } from "../job/asker.js";
import type { JobContext, JobKind } from "../job/job-kind.js";
import { findPresentStanding } from "../people/present-standing.service.js";
import { createTouchedRegister } from "../picture/touched-register.js";
import { listRegister } from "../registry/write-register.service.js";
import { type Gradable, gradeEstablishments } from "./grading.service.js";

const RegradeJob = z.strictObject({ from: PlainDate, asker: Asker });
type RegradeJob = z.infer<typeof RegradeJob>;

/** Some seconds' work on the embedded database, so that progress is seen and others get their turn. */
const PART = 2000;

export const regradeJob: JobKind<RegradeJob> = {
  name: "regrade",
  input: RegradeJob,
  mostAttempts: 5,
  async run(context, job) {
    const { deps } = context;
    const { register } = await listRegister(createCall(deps, deps.database.db, job.asker.locale));
    const all = register.map((facts) => ({ id: facts.id, facts }));
    const sum = { changed: 0, unchanged: 0, refused: 0, excepted: 0 };
    let done = 0;
    for (const part of listBatches(all, PART)) {
      context.signal.throwIfAborted();
      const graded = await gradePart(context, job, part);
      sum.changed += graded.changed.length;
      sum.unchanged += graded.unchanged;
      sum.refused += graded.refused;
      sum.excepted += graded.excepted;
      done += part.length;
      await context.progress(done, all.length);
    }
    return sum;
  },
};

async function gradePart(
  { deps, jobId }: JobContext,
  { from, asker }: RegradeJob,
  part: readonly Gradable[],
) {
  return deps.database.transaction(async (db) => {
    const changes: RecordedChange[] = [];
    const register = createTouchedRegister();
    const { locale, actor, ...standing } = asker;
    const present =
      actor === undefined
        ? undefined
        : await findPresentStanding(
            createCall(deps, db, locale),
            actor.personId,
            operations["grading.putInForce"],
          );
    if (present?.ok === false) throw new Refusal(present.problems);
    const call: ChangeCall = {
      ...createCall(deps, db, locale, { ...standing, ...present?.value, actor }, true),
      txId: jobId,
      record: (change) => changes.push(change),
      touchRegister: register.touch,
      afterCommit: () => undefined,
    };
    const graded = await gradeEstablishments(call, part, from);
    if (graded.changed.length > 0) {
      register.touch(graded.changed.map(({ establishment }) => establishment));
      await appendEntry(db, toDraft(call, { operation: "grading.putInForce", txId: jobId, changes }), {
        beside: register.toStatements(db, call.now),
      });
    }
    return graded;
  });
}
