// Allocation: the domain plans who answers for what, this writes what it planned, dated.
import {
  type AllocationPreview,
  findLevelForGrade,
  isInJurisdiction,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { countLoads, lockAssignments, recordAssignments } from "./chain.repo.js";
import { type Move, planFor, refuseTooEarly } from "./plan-allocation.js";

export async function planAllocation(
  call: Call,
  input: OperationArguments<"chain.planAllocation">,
): Promise<Result<AllocationPreview>> {
  const planned = await planFor(call, input);
  return planned.ok ? ok(planned.value.preview) : planned;
}

/**
 * Carries out the plan: ends what changes on the day and begins what is new on it. The plan is made again inside the
 * transaction (decision 0005); with a fingerprint it must be the one that was looked at.
 */
export async function allocate(
  call: ChangeCall,
  { fingerprint, ...question }: OperationArguments<"chain.allocate">,
): Promise<Result<AllocationPreview>> {
  await lockAssignments(call.db);
  const planned = await planFor(call, question);
  if (!planned.ok) return planned;
  const { moves, preview } = planned.value;
  if (fingerprint !== undefined && fingerprint !== preview.fingerprint) return refuse("chain/plan-changed");
  await write(call, moves, preview.from);
  return ok(preview);
}

async function write(call: ChangeCall, moves: readonly Move[], from: PlainDate): Promise<void> {
  if (moves.length === 0) return;
  await recordAssignments(call.db, moves, { from, at: call.now, newId: call.deps.newId });
  recordChanges(
    call,
    moves.map((move) => ({
      objectKind: "establishment",
      objectId: move.establishment,
      what: move.before === null ? "assigned" : "reassigned",
      fields: [{ field: "official", before: move.before, after: move.official }],
    })),
  );
  await noteRegisterChange(call);
}

/** Gives one establishment to a named official; level, jurisdiction and capacity must fit. */
export async function reassign(
  call: ChangeCall,
  input: OperationArguments<"chain.reassign">,
): Promise<Result<OperationOutput<"chain.reassign">>> {
  const from = input.from ?? call.today;
  await lockAssignments(call.db);
  const picture = await getPicture(call, { asOf: from });
  const one = picture.byId.get(input.establishment);
  const official = picture.officials.get(input.official);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  if (official === undefined || !picture.inPost.has(official.id))
    return refuse("request/not-found", { id: input.official });
  const names = { establishment: one.facts.name, official: official.name };
  if (one.grade === null) return refuse("chain/not-graded", names);
  const expected = findLevelForGrade({ levels: picture.rules.levels, grade: one.grade.value, on: from });
  if (expected === undefined) return refuseTooEarly(picture, from);
  if (expected !== official.level) return refuse("chain/wrong-level", { ...names, level: official.level });
  if (one.facts.place === null) return refuse("chain/place-unknown", names);
  if (!isInJurisdiction({ tree: picture.tree, jurisdiction: official.jurisdictions, code: one.facts.place }))
    return refuse("chain/outside-jurisdiction", names);
  if (one.official?.id !== official.id) {
    const load = (await countLoads(call.db, [official.id], from)).get(official.id) ?? 0;
    if (official.capacity !== null && load >= official.capacity)
      return refuse("chain/capacity-exhausted", names);
    await write(
      call,
      [{ establishment: one.facts.id, before: one.official?.id ?? null, official: official.id }],
      from,
    );
  }
  return ok({ establishment: one.facts.id, official: official.id, from });
}
