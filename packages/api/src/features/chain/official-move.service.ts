// Officials who leave their post or take up another one on a day, and taking that back.
import type { NextPost, Official, PlainDate } from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges, toLogText } from "../audit/record-changes.js";
import { countLoads, listDirectoryRows, restoreDirectoryRows, updateOfficials } from "./chain.repo.js";
import { findGivenSince, findPairingsChangedSince } from "./end-assignments.repo.js";
import { findPostsChangedSince, revertPosts } from "./official-post.repo.js";

/** One who goes: the post held on the day, and the one taken up that day (null: none). */
export type OfficialMove = { readonly held: Official; readonly next: NextPost | null };

/** How many active establishments each of the officials answers for on the day, in the whole register. */
export const readLoads = (call: Call, officials: readonly string[], on: PlainDate) =>
  countLoads(call.db, officials, on);

/** Writes the posts from the day on; gives the directory's rows as they stood. */
export async function moveOfficials(
  call: ChangeCall,
  moves: readonly OfficialMove[],
  day: PlainDate,
): Promise<readonly Official[]> {
  const before = await listDirectoryRows(
    call.db,
    moves.map(({ held }) => held.id),
  );
  const after = moves.map(
    ({ held, next }): Official =>
      next === null
        ? { ...held, to: day }
        : { ...held, ...next, jurisdictions: [...next.jurisdictions], from: day, to: null },
  );
  await updateOfficials(call.db, after, { at: call.now, newId: call.deps.newId });
  const then = new Map(after.map((one) => [one.id, one]));
  recordChanges(
    call,
    moves.map(({ held, next }) => ({
      objectKind: "official",
      objectId: held.id,
      what: next === null ? "left" : "moved",
      fields: listDifferences(held, then.get(held.id) ?? held),
    })),
  );
  return before;
}

const listDifferences = (before: Official, after: Official) =>
  (["unit", "post", "level", "jurisdictions", "from", "to"] as const).flatMap((field) => {
    const [old, now] = [toLogText(before[field]), toLogText(after[field])];
    return old === now ? [] : [{ field, before: old, after: now }];
  });

/** The posts that a change of the instant wrote are taken back; the directory reads as `before`. */
export async function takeBackMoves(
  call: ChangeCall,
  before: readonly Official[],
  recordedAt: string,
): Promise<void> {
  const officials = before.map(({ id }) => id);
  const present = new Map((await listDirectoryRows(call.db, officials)).map((one) => [one.id, one]));
  await revertPosts(call.db, { officials, recordedAt, at: call.now, newId: call.deps.newId });
  await restoreDirectoryRows(call.db, before, call.now);
  recordChanges(
    call,
    before.map((one) => ({
      objectKind: "official",
      objectId: one.id,
      what: "changed",
      fields: listDifferences(present.get(one.id) ?? one, one),
    })),
  );
}

/** Which establishments and officials changed after the instant, of those that a change then touched. */
export async function findMovesOvertaken(
  call: Call,
  {
    establishments,
    officials,
    at,
  }: {
    readonly establishments: readonly string[];
    readonly officials: readonly string[];
    readonly at: string;
  },
) {
  return {
    pairings: await findPairingsChangedSince(call.db, establishments, at),
    given: await findGivenSince(call.db, officials, at, establishments),
    posts: await findPostsChangedSince(call.db, officials, at),
  };
}
