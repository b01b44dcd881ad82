// Queues long work in the transaction of the change that asks for it: committed together, or neither.
import type { ChangeCall } from "../../deps.js";
import { insertJob } from "./job.repo.js";
import { type JobKind, toMostAttempts } from "./job-kind.js";

export type QueuedJob<Input> = {
  readonly kind: JobKind<Input>;
  readonly input: Input;
  /** Work under this key is not queued again while it waits or runs. */
  readonly uniqueKey?: string;
};

/** Queues a job in the name of who asks; null when the same work already waits or runs. */
export async function queueJob<Input>(
  call: Pick<ChangeCall, "deps" | "db" | "now" | "actor" | "afterCommit">,
  { kind, input, uniqueKey }: QueuedJob<Input>,
): Promise<string | null> {
  const { deps, db, now, actor } = call;
  const id = deps.newId();
  const isNew = await insertJob(db, {
    id,
    kind: kind.name,
    input: kind.input.parse(input),
    uniqueKey: uniqueKey ?? null,
    mostAttempts: toMostAttempts(kind),
    runAt: now,
    personId: actor?.personId ?? null,
    personName: actor?.name ?? "",
    createdAt: now,
  });
  call.afterCommit("wake the job runner", async () => deps.jobs.wake());
  return isNew ? id : null;
}
