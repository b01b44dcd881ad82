// Allocations: asked for, planned in the background, looked at, applied as one dated change, undone for a day.
import {
  type AllocationMove,
  type AllocationQuestion,
  type AllocationRun,
  type AllocationState,
  checkAllocationUndo,
  findUndoLimit,
  formatPlace,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import * as z from "zod";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { CursorInstant, parseCursor, toCursor } from "../../storage/cursor.js";
import { toAsker } from "../job/asker.js";
import { queueJob } from "../job/queue-job.service.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { isAskable } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { getTree } from "../territory/territory.service.js";
import { allocationJobs } from "./allocation.job.js";
import {
  type AllocationHead,
  countAllocations,
  countMoves,
  countTouched,
  findAllocation,
  findStage,
  insertAllocation,
  listAllocations,
  listMoves,
  type StoredAllocation,
  type StoredMove,
  updateAllocation,
} from "./allocation.repo.js";

const WATCH_MS = 250;

const notFound = (id: string) => refuse("request/not-found", { id });

/** Queues a step in the name of who asks. */
const queueStep = (call: ChangeCall, step: keyof typeof allocationJobs, runId: string) =>
  queueJob(call, {
    kind: allocationJobs[step],
    input: { runId, asker: toAsker(call) },
    uniqueKey: `allocation:${runId}`,
  });

/** The first establishment or official that the question names and who asks does not reach, or that is none. */
async function findAbsent(
  call: Call,
  { establishments = [], pinned = [] }: AllocationQuestion,
): Promise<string | undefined> {
  const named = [...new Set([...establishments, ...pinned.map(({ establishment }) => establishment)])];
  const officials = [...new Set(pinned.map(({ official }) => official))];
  if (named.length === 0) return undefined;
  const part = await getPartOfPicture(call, { establishments: named, officials });
  return named.find((id) => !part.byId.has(id)) ?? officials.find((id) => !part.officials.has(id));
}

/** Begins to plan; nothing of the register is written, now or when it ends. */
export async function beginAllocation(
  call: ChangeCall,
  { txId, ...question }: OperationArguments<"allocation.plan">,
): Promise<Result<OperationOutput<"allocation.plan">>> {
  const from = question.from ?? call.today;
  const whole = await findTerritoryCode(call);
  const grounds = { tree: await getTree(call, from), reach: call.reach, whole };
  if (!isAskable(grounds, question.territory)) return notFound(question.territory ?? whole);
  const absent = await findAbsent(call, question);
  if (absent !== undefined) return notFound(absent);
  const id = call.deps.newId();
  const jobId = await queueStep(call, "plan", id);
  await insertAllocation(
    call.db,
    { id, personId: call.actor?.personId ?? "", personName: nameOf(call), jobId, question, from },
    call.now,
  );
  return ok({ id });
}

async function toSummary(call: Call, run: AllocationHead) {
  const { id, state, from, createdAt, appliedAt, appliedBy, undoneAt, undoneBy, kept, question } = run;
  const { territory } = question;
  const limit = state === "applied" && appliedAt !== null ? findUndoLimit(appliedAt) : null;
  return {
    id,
    state,
    who: run.personName,
    placeName:
      territory === undefined
        ? ""
        : formatPlace({
            code: territory,
            tree: await getTree(call, from),
            within: await findTerritoryCode(call),
          }),
    from,
    question,
    createdAt,
    appliedAt,
    appliedBy,
    undoUntil: limit !== null && limit >= call.now ? limit : null,
    undoneAt,
    undoneBy,
    kept,
  };
}

export async function getAllocation(
  call: Call,
  { id }: OperationArguments<"allocation.get">,
): Promise<Result<AllocationRun>> {
  const run = await findAllocation(call.db, id);
  if (run === undefined) return notFound(id);
  const { jobId, progress, preview, failure } = run;
  return ok({
    ...(await toSummary(call, run)),
    own: run.personId === (call.actor?.personId ?? ""),
    jobId,
    progress,
    preview,
    failure,
  });
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const isAtWork = (state: AllocationState): boolean =>
  state === "planning" || state === "applying" || state === "undoing";

/** The allocation whenever it has moved, until it rests; asked of the database, whichever process works on it. */
export async function* watchAllocation(
  call: Call,
  { id }: OperationArguments<"allocation.watch">,
  signal: AbortSignal,
): AsyncGenerator<Result<AllocationRun>> {
  let last: string | undefined = "";
  while (!signal.aborted) {
    const stage = await findStage(call.db, id);
    if (stage !== last || stage === undefined) {
      const run = await getAllocation(call, { id });
      yield run;
      if (!run.ok || !isAtWork(run.value.state)) return;
    }
    last = stage;
    await wait(WATCH_MS);
  }
}

export async function listAllocationMoves(
  call: Call,
  { id, place, cursor, limit }: OperationArguments<"allocation.moves">,
): Promise<Result<OperationOutput<"allocation.moves">>> {
  const after = parseCursor(cursor, z.tuple([z.int32()]));
  if (!after.ok) return after;
  const run = await findAllocation(call.db, id);
  if (run === undefined) return notFound(id);
  // What a plan has of moves before it is made whole is nobody's to see.
  if (run.preview === null) return ok({ rows: [], next: null, total: 0 });
  const moves = await listMoves(call.db, id, { place, after: after.value?.[0] ?? -1, limit });
  const last = moves.length < limit ? undefined : moves.at(-1);
  return ok({
    rows: await describeMoves(call, run, moves),
    next: last === undefined ? null : toCursor([last.rank]),
    total: await countMoves(call.db, id, place),
  });
}

async function describeMoves(
  call: Call,
  { from }: StoredAllocation,
  moves: readonly StoredMove[],
): Promise<AllocationMove[]> {
  const picture = await getPicture(call, { asOf: from });
  const nameOfOfficial = (official: string) => picture.officials.get(official)?.name ?? "";
  return moves.map(({ establishmentId, officialBefore, officialId, loadBefore, loadAfter }) => {
    const one = picture.byId.get(establishmentId);
    return {
      establishment: {
        id: establishmentId,
        name: one?.facts.name ?? "",
        placeName: one === undefined ? "" : formatPlaceOf(picture, one),
      },
      from:
        officialBefore === null
          ? null
          : { id: officialBefore, name: nameOfOfficial(officialBefore), load: loadBefore ?? 0 },
      to: { id: officialId, name: nameOfOfficial(officialId), load: loadAfter },
    };
  });
}

export async function listAllocationRuns(
  call: Call,
  { cursor, limit }: OperationArguments<"allocation.list">,
): Promise<Result<OperationOutput<"allocation.list">>> {
  const before = parseCursor(cursor, z.tuple([CursorInstant, z.string()]));
  if (!before.ok) return before;
  const runs = await listAllocations(call.db, before.value, limit);
  const rows: OperationOutput<"allocation.list">["rows"] = [];
  for (const run of runs) {
    const { added, moved } = run;
    rows.push({ ...(await toSummary(call, run)), added, moved });
  }
  const last = runs.length < limit ? undefined : runs.at(-1);
  return ok({
    rows,
    next: last === undefined ? null : toCursor([last.createdAt, last.id]),
    total: await countAllocations(call.db),
  });
}

/** Begins to apply the plan that was looked at. */
export async function applyAllocation(
  call: ChangeCall,
  { id, fingerprint }: OperationArguments<"allocation.make">,
): Promise<Result<OperationOutput<"allocation.make">>> {
  const run = await findAllocation(call.db, id, { lock: true });
  if (run === undefined) return notFound(id);
  if (run.state !== "planned") return refuse("chain/allocation-not-planned");
  // Another reaches other things, and so would be given another plan.
  if (run.personId !== (call.actor?.personId ?? "")) return refuse("chain/allocation-not-own");
  if (run.fingerprint !== fingerprint) return refuse("chain/plan-changed");
  return beginStep(call, "apply", run);
}

/** Begins to take an applied allocation back, whole or not at all. */
export async function undoAllocation(
  call: ChangeCall,
  { id }: OperationArguments<"allocation.undo">,
): Promise<Result<OperationOutput<"allocation.undo">>> {
  const run = await findAllocation(call.db, id, { lock: true });
  if (run === undefined) return notFound(id);
  // Whoever reaches only a part of it would leave it half undone.
  if (!call.reach.unplaced && (await countMoves(call.db, id)) !== run.added + run.moved) return notFound(id);
  const { state, appliedAt, from } = run;
  if (state === "undoing") return refuse("request/not-ready", { status: state });
  const touched = appliedAt === null ? 0 : await countTouched(call.db, id, { appliedAt, from });
  const checked = checkAllocationUndo({ state, appliedAt, touched, now: call.now });
  return checked.ok ? beginStep(call, "undo", run) : checked;
}

async function beginStep(
  call: ChangeCall,
  step: "apply" | "undo",
  { id, added, moved }: StoredAllocation,
): Promise<Result<{ readonly id: string }>> {
  const jobId = await queueStep(call, step, id);
  await updateAllocation(call.db, id, {
    state: step === "apply" ? "applying" : "undoing",
    progress: { done: 0, of: added + moved },
    jobId,
    failure: null,
    updatedAt: call.now,
  });
  return ok({ id });
}
