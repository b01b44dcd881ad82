// The three steps of an allocation as jobs: planning writes nothing of the register; applying and undoing are each one
// dated change, whose transaction also ends the job, so that a server that dies in the middle has written nothing.
// Others are served meanwhile: what can be read and written before that transaction is.
import { checkAllocationUndo, operations, type Problem, problem } from "@shian/domain";
import * as z from "zod";
import { type ChangeCall, createCall, nameOf, type RecordedChange } from "../../deps.js";
import { Refusal } from "../../refusal.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { refreshStatistics } from "../../storage/refresh-statistics.js";
import { toDraft } from "../../trpc/to-draft.js";
import { appendEntry } from "../audit/append-entry.service.js";
import { Asker } from "../job/asker.js";
import type { JobContext, JobKind } from "../job/job-kind.js";
import { findPresentStanding } from "../people/present-standing.service.js";
import { countRegisterChanges, noteRegisterChange } from "../picture/picture.service.js";
import { createTouchedRegister } from "../picture/touched-register.js";
import {
  countTouched,
  findAllocation,
  insertMoves,
  listMoves,
  removeMoves,
  type StoredAllocation,
  type StoredMove,
  updateAllocation,
} from "./allocation.repo.js";
import { lockAssignments } from "./chain.repo.js";
import type { AllocationGround } from "./describe-allocation.js";
import { revertAssignments } from "./end-assignments.repo.js";
import { findThoseInPost } from "./official-post.repo.js";
import { planAllocation, readGround } from "./plan-allocation.js";
import { reassignMany, recordMoves } from "./reassign-many.service.js";

const AllocationJob = z.strictObject({ runId: z.string(), asker: Asker });
type AllocationJob = z.infer<typeof AllocationJob>;

/** How often the register is looked at again because it changed meanwhile. */
const MOST_LOOKS = 3;

type Step = "plan" | "apply" | "undo";
const operationOf = { plan: "allocation.plan", apply: "allocation.make", undo: "allocation.undo" } as const;
const stateWhile = { plan: "planning", apply: "applying", undo: "undoing" } as const;
/** Where a step that did not come about leaves the allocation, and from where its job may be tried again. */
const stateAfter = { plan: "failed", apply: "planned", undo: "applied" } as const;

const makeKind = (
  step: Step,
  work: (context: JobContext, job: AllocationJob) => Promise<null>,
): JobKind<AllocationJob> => ({
  name: `allocation-${step}`,
  input: AllocationJob,
  mostAttempts: 3,
  run: work,
  async ended({ db, now }, { runId }, failure) {
    const run = await findAllocation(db, runId, { lock: true });
    if (run?.state !== stateWhile[step]) return;
    await updateAllocation(db, runId, { ...toEnd(step, failure), updatedAt: now });
  },
});

function toEnd(step: Step, failure: Problem): Pick<StoredAllocation, "state" | "failure"> {
  if (failure.code === "job/cancelled")
    return { state: step === "plan" ? "cancelled" : stateAfter[step], failure: null };
  // The plan is of a register that is no longer so.
  const isOver = failure.code === "chain/plan-changed";
  return { state: isOver ? "failed" : stateAfter[step], failure };
}

/** The allocation, where the step is still to be done; a job that is tried again finds it as the last attempt left it. */
async function takeUp(
  { deps: { database } }: JobContext,
  step: Step,
  runId: string,
): Promise<StoredAllocation | undefined> {
  const run = await findAllocation(database.db, runId);
  if (run === undefined || run.state === stateWhile[step]) return run;
  const isAgain = run.state === stateAfter[step] || (step === "plan" && run.state === "cancelled");
  // What has a preview was planned; it can have failed only later.
  if (!isAgain || (step === "plan" && run.preview !== null)) return undefined;
  await updateAllocation(database.db, runId, { state: stateWhile[step], failure: null });
  return { ...run, state: stateWhile[step], failure: null };
}

/** Roles and reach of today, which may be less than when it was asked for. */
async function findStanding({ deps }: JobContext, db: Db, { locale, actor }: Asker, step: Step) {
  if (actor === undefined) return {};
  const call = createCall(deps, db, locale);
  const found = await findPresentStanding(call, actor.personId, operations[operationOf[step]]);
  if (!found.ok) throw new Refusal(found.problems);
  return found.value;
}

/** What the allocation is made from, as others may read it too: nobody waits for it. */
async function lookAt(context: JobContext, run: StoredAllocation, asker: Asker, step: "plan" | "apply") {
  const { db } = context.deps.database;
  const { locale, actor, ...standing } = {
    ...asker,
    ...(await findStanding(context, db, asker, step)),
  };
  const call = createCall(context.deps, db, locale, { ...standing, actor });
  const changes = await countRegisterChanges(call);
  const ground = await readGround(call, run.question, run.from);
  if (!ground.ok) throw new Refusal(ground.problems);
  return { ground: ground.value, changes, reach: call.reach };
}

async function plan(context: JobContext, { runId, asker }: AllocationJob): Promise<null> {
  const run = await takeUp(context, "plan", runId);
  if (run === undefined) return null;
  const { deps, signal } = context;
  const { db } = deps.database;
  const { ground } = await lookAt(context, run, asker, "plan");
  const onTurn = async ({ done, of }: { readonly done: number; readonly of: number }) => {
    signal.throwIfAborted();
    if (await context.progress(done, of)) await updateAllocation(db, runId, { progress: { done, of } });
  };
  const planned = await planAllocation(ground, run.question, onTurn);
  if (!planned.ok) throw new Refusal(planned.problems);
  const { preview, moves } = planned.value;
  const of = ground.input.establishments.length;
  await context.progress(of, of);
  // Moves of a plan without a preview are shown to nobody, so they need not wait for the transaction that ends it.
  await removeMoves(db, [runId]);
  for (const batch of listBatches(moves)) {
    signal.throwIfAborted();
    await insertMoves(db, runId, batch);
  }
  signal.throwIfAborted();
  return context.commit(async (tx) => {
    const locked = await findAllocation(tx, runId, { lock: true });
    if (locked?.state !== "planning") return null;
    await updateAllocation(tx, runId, {
      state: "planned",
      progress: { done: of, of },
      preview,
      fingerprint: preview.fingerprint,
      ground: ground.mark,
      added: preview.added,
      moved: preview.moved,
      failure: null,
      updatedAt: deps.clock().toISOString(),
    });
    return null;
  });
}

type Change = (call: ChangeCall, run: StoredAllocation) => Promise<void>;

/** Does the step as one change of who asked for it, recorded under its operation, together with the end of the job. */
async function makeChange(
  context: JobContext,
  { runId, asker }: AllocationJob,
  step: "apply" | "undo",
  change: Change,
): Promise<null> {
  if ((await takeUp(context, step, runId)) === undefined) return null;
  const { deps, jobId } = context;
  await context.commit(async (db) => {
    const run = await findAllocation(db, runId, { lock: true });
    if (run?.state !== stateWhile[step]) return null;
    await lockAssignments(db);
    const { locale, actor, ...standing } = {
      ...asker,
      ...(await findStanding(context, db, asker, step)),
    };
    const changes: RecordedChange[] = [];
    const register = createTouchedRegister();
    const call: ChangeCall = {
      ...createCall(deps, db, locale, { ...standing, actor }, true),
      txId: jobId,
      record: (done) => changes.push(done),
      touchRegister: register.touch,
      afterCommit: () => undefined,
    };
    await change(call, run);
    await appendEntry(db, toDraft(call, { operation: operationOf[step], txId: jobId, changes }), {
      beside: register.toStatements(db, call.now),
    });
    return null;
  });
  await refreshStatistics(deps.database).catch((error: unknown) =>
    deps.log.error("statistics are out of date", error),
  );
  return null;
}

/** The register changed between the look at it and the transaction. */
class RegisterMoved extends Error {
  override readonly name = "RegisterMoved";
}

type Look = Awaited<ReturnType<typeof lookAt>>;

/** Refuses where the ground is no longer the one of the plan: from the same ground the same plan follows. */
function refuseChanged(run: StoredAllocation, { mark }: AllocationGround): void {
  if (mark !== run.ground) throw new Refusal([problem("chain/plan-changed")]);
}

/** Whether nothing that was looked at has changed since, asked inside the transaction. */
async function isAsLookedAt(call: ChangeCall, { changes, reach }: Look): Promise<boolean> {
  return (
    (await countRegisterChanges(call)) === changes && JSON.stringify(call.reach) === JSON.stringify(reach)
  );
}

/** Looked at before the transaction; inside it only where the register never rests. */
async function apply(context: JobContext, job: AllocationJob): Promise<null> {
  const run = await takeUp(context, "apply", job.runId);
  if (run === undefined) return null;
  const moves = await listMoves(context.deps.database.db, run.id);
  // An attempt that was taken for dead may have written over the moves of the one that planned.
  if (moves.length !== run.added + run.moved) throw new Refusal([problem("chain/plan-changed")]);
  for (let turn = 1; turn <= MOST_LOOKS; turn += 1) {
    const look = await lookAt(context, run, job.asker, "apply");
    refuseChanged(run, look.ground);
    try {
      return await makeChange(context, job, "apply", async (call, locked) => {
        if (!(await isAsLookedAt(call, look))) throw new RegisterMoved();
        await write(call, locked, moves);
      });
    } catch (error) {
      if (!(error instanceof RegisterMoved)) throw error;
    }
  }
  return makeChange(context, job, "apply", async (call, locked) => {
    const ground = await readGround(call, locked.question, locked.from);
    if (!ground.ok) throw new Refusal(ground.problems);
    refuseChanged(locked, ground.value);
    await write(call, locked, moves);
  });
}

async function write(call: ChangeCall, run: StoredAllocation, moves: readonly StoredMove[]): Promise<void> {
  await reassignMany(
    call,
    moves.map(({ establishmentId, officialBefore, officialId }) => ({
      establishment: establishmentId,
      before: officialBefore,
      official: officialId,
    })),
    run.from,
  );
  await noteRegisterChange(call);
  await updateAllocation(call.db, run.id, {
    state: "applied",
    failure: null,
    appliedAt: call.now,
    appliedBy: nameOf(call),
    updatedAt: call.now,
  });
}

/**
 * The moves that are taken back: not those from an official who has left by then, for nobody would answer for what they
 * had; it stays with whom the allocation gave it to.
 */
async function findReversible(
  { db, today }: ChangeCall,
  from: string,
  moves: readonly StoredMove[],
): Promise<readonly StoredMove[]> {
  const former = [...new Set(moves.flatMap(({ officialBefore }) => officialBefore ?? []))];
  const inPost = await findThoseInPost(db, former, from > today ? from : today);
  return moves.filter(({ officialBefore }) => officialBefore === null || inPost.has(officialBefore));
}

const undo: Change = async (call, run) => {
  const { id, state, from, appliedAt } = run;
  const touched = appliedAt === null ? 0 : await countTouched(call.db, id, { appliedAt, from });
  const checked = checkAllocationUndo({ state, appliedAt, touched, now: call.now });
  if (!checked.ok) throw new Refusal(checked.problems);
  const all = await listMoves(call.db, id);
  const moves = await findReversible(call, from, all);
  await revertAssignments(call.db, {
    establishments: moves.map(({ establishmentId }) => establishmentId),
    recordedAt: appliedAt ?? "",
    at: call.now,
    newId: call.deps.newId,
  });
  recordMoves(
    call,
    moves.map(({ establishmentId, officialBefore, officialId }) => ({
      establishment: establishmentId,
      before: officialId,
      official: officialBefore,
    })),
  );
  await noteRegisterChange(call);
  await updateAllocation(call.db, id, {
    state: "undone",
    failure: null,
    undoneAt: call.now,
    undoneBy: nameOf(call),
    kept: all.length - moves.length,
    updatedAt: call.now,
  });
};

export const allocationJobs: { readonly [S in Step]: JobKind<AllocationJob> } = {
  plan: makeKind("plan", plan),
  apply: makeKind("apply", apply),
  undo: makeKind("undo", (context, job) => makeChange(context, job, "undo", undo)),
};
