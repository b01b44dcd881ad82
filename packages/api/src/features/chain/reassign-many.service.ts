// Giving many establishments to one official, or taking that back: the same rules as for one.
import { findLevelForGrade, isInJurisdiction, ok, type PlainDate, type Result, refuse } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { countLoads, endAssignments, lockAssignments, recordAssignments } from "./chain.repo.js";

/** Whether the official may answer for an establishment: true to give it, false where it is theirs already. */
export type Pairing = (one: PictureEstablishment) => Result<boolean>;

/**
 * Judges establishments one after the other for the official; each that is given takes of the capacity. Until the
 * transaction ends nobody else assigns where this is a change.
 */
export async function createPairing(call: Call, picture: Picture, id: string): Promise<Result<Pairing>> {
  if (call.isChange) await lockAssignments(call.db);
  const official = picture.officials.get(id);
  if (official === undefined || !picture.inPost.has(id)) return refuse("request/not-found", { id });
  let load = (await countLoads(call.db, [id], picture.asOf)).get(id) ?? 0;
  const { levels } = picture.rules;
  return ok((one) => {
    const names = { establishment: one.facts.name, official: official.name };
    const { place } = one.facts;
    if (one.official?.id === id) return ok(false);
    if (one.grade === null) return refuse("chain/not-graded", names);
    const expected = findLevelForGrade({ levels, grade: one.grade.value, on: picture.asOf });
    if (expected !== official.level) return refuse("chain/wrong-level", { ...names, level: official.level });
    if (place === null) return refuse("chain/place-unknown", names);
    if (!isInJurisdiction({ tree: picture.tree, jurisdiction: official.jurisdictions, code: place }))
      return refuse("chain/outside-jurisdiction", names);
    if (official.capacity !== null && load >= official.capacity)
      return refuse("chain/capacity-exhausted", names);
    load += 1;
    return ok(true);
  });
}

/** Until the transaction ends nobody else assigns. */
export const lockPairings = (call: ChangeCall): Promise<void> => lockAssignments(call.db);

/** Who answered for an establishment, and who does from the day on; nobody where `official` is null. */
export type ManyMove = {
  readonly establishment: string;
  readonly before: string | null;
  readonly official: string | null;
};

/** Writes the moves and notes them for the record. */
export async function reassignMany(
  call: ChangeCall,
  moves: readonly ManyMove[],
  from: PlainDate,
): Promise<void> {
  await lockAssignments(call.db);
  const recording = { from, at: call.now, newId: call.deps.newId };
  const given = moves.flatMap(({ establishment, official }) =>
    official === null ? [] : [{ establishment, official }],
  );
  if (given.length > 0) await recordAssignments(call.db, given, recording);
  const ended = moves.filter(({ official }) => official === null).map(({ establishment }) => establishment);
  if (ended.length > 0) await endAssignments(call.db, ended, recording);
  recordMoves(call, moves);
}

/** Notes moves for the record. */
export function recordMoves(call: ChangeCall, moves: readonly ManyMove[]): void {
  recordChanges(
    call,
    moves.map(({ establishment, before, official }) => ({
      objectKind: "establishment",
      objectId: establishment,
      what: before === null ? "assigned" : "reassigned",
      fields: [{ field: "official", before, after: official }],
    })),
  );
}
