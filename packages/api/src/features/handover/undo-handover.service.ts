// Taking a handover back as a whole: within its hours, while nothing later touched it. What was known in between stays
// known.
import {
  findUndoFault,
  type HandoverProblemCode,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { takeBackAssignments } from "../chain/end-assignments.service.js";
import { findMovesOvertaken, takeBackMoves } from "../chain/official-move.service.js";
import { lockPairings } from "../chain/reassign-many.service.js";
import { findSignedSince, restoreCommitments } from "../commitment/outdate.service.js";
import { findChangedStandIns, restoreStandIns } from "../people/handed-stand-ins.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import {
  listParties,
  listRows,
  lockHandover,
  markUndone,
  type StoredHandover,
  type StoredParty,
} from "./handover.repo.js";

type Rows = Awaited<ReturnType<typeof listRows>>;

const isGoing = ({ told }: StoredParty): boolean => told.role !== "receives";

/** Later changes of what the handover changed, in the order in which they are told. */
async function listLaterChanges(
  call: ChangeCall,
  handover: StoredHandover,
  parties: readonly StoredParty[],
  rows: Rows,
): Promise<readonly Problem<HandoverProblemCode>[]> {
  const names = new Map([
    ...parties.map(({ told }) => [told.id, told.name] as const),
    ...rows.map(({ establishment }) => [establishment.id, establishment.name] as const),
  ]);
  const going = parties.filter(isGoing).map(({ told }) => told.id);
  const at = handover.createdAt;
  const later = await findMovesOvertaken(call, {
    establishments: rows.map(({ establishment }) => establishment.id),
    officials: going,
    at,
  });
  const ofOfficial = (code: HandoverProblemCode) => (id: string) =>
    problem(code, { official: names.get(id) ?? "" });
  return [
    ...later.pairings.map((id) =>
      problem<HandoverProblemCode>("handover/undo-pairing", { establishment: names.get(id) ?? "" }),
    ),
    ...later.given.map(ofOfficial("handover/undo-given")),
    ...later.posts.map(ofOfficial("handover/undo-post")),
    ...(await findSignedSince(call, going, at)).map(ofOfficial("handover/undo-commitment")),
    ...(await findChangedStandIns(call, handover.standIns)),
  ];
}

export async function undoHandover(
  call: ChangeCall,
  { id }: OperationArguments<"handover.undo">,
): Promise<Result<OperationOutput<"handover.undo">>> {
  const handover = await lockHandover(call.db, id);
  if (handover === undefined) return refuse("request/not-found", { id });
  const parties = await listParties(call.db, [id]);
  const rows = await listRows(call.db, id);
  // Whoever reaches only a part of it would leave it half undone.
  if (parties.length !== handover.parties || rows.length !== handover.moved + handover.unassigned)
    return refuse("request/not-found", { id });
  await lockPairings(call);
  const fault = findUndoFault({
    at: handover.createdAt,
    now: call.now,
    undoneAt: handover.undoneAt,
    changed: await listLaterChanges(call, handover, parties, rows),
  });
  if (fault !== undefined) return refuseAll([fault]);
  const recordedAt = handover.createdAt;
  await takeBackMoves(
    call,
    parties.flatMap(({ before }) => (before === null ? [] : [before])),
    recordedAt,
  );
  await takeBackAssignments(
    call,
    rows.map(({ establishment }) => establishment.id),
    recordedAt,
  );
  await restoreCommitments(call, { ended: handover.commitments });
  await restoreStandIns(call, handover.standIns);
  await markUndone(call.db, id, { at: call.now, by: call.actor?.personId ?? "" });
  recordChanges(call, [
    ...rows.map(({ establishment, from, to }) => ({
      objectKind: "establishment",
      objectId: establishment.id,
      what: "reassigned",
      fields: [{ field: "official", before: to?.id ?? null, after: from.id }],
    })),
    { objectKind: "handover", objectId: id, what: "undone", fields: [] },
  ]);
  await noteRegisterChange(call);
  return ok({ restored: rows.length });
}
