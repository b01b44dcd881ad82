// Takes back what was written to establishments: founded ones leave the register, changed ones are as they were before.
// Every step is a new dated record; what was known in between stays known.
import type { EstablishmentState, PlainDate } from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { type Exit, insertExits, listExits, supersedeExits } from "./exit.repo.js";
import { findLastChange } from "./last-change.repo.js";
import { type FactsChange, recordStates, revertFacts, updateEstablishments } from "./registry.repo.js";
import { findVersions, forgetStates, revertStates, setStates } from "./take-back.repo.js";

export type { Exit };

/** Establishments that left the register other than by closing. */
export const listLeft = (call: Pick<ChangeCall, "db">): Promise<readonly Exit[]> => listExits(call.db);

/** The versions of establishments as they are now; one that is not to be seen is left out. */
export const listVersions = (
  call: Pick<ChangeCall, "db">,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> => findVersions(call.db, ids);

/** Takes founded establishments out: as is known from now on, they never were in any state. */
export async function takeOut(call: ChangeCall, ids: readonly string[]): Promise<void> {
  const { db, now: at, deps, today } = call;
  await forgetStates(db, ids, at);
  await insertExits(
    db,
    ids.map((establishment) => ({ establishment, kind: "taken-out", leadsTo: null, leftOn: today })),
    { at, newId: deps.newId },
  );
}

/** An establishment as its change left it, and the state that it had before. */
export type Former = {
  readonly id: string;
  /** The version that stands now. */
  readonly version: number;
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
};

/**
 * Facts and state spells stand again as they did before a transaction of the instant. Gives the ids that somebody else
 * changed meanwhile; they were left alone.
 */
export async function restore(
  call: ChangeCall,
  former: readonly Former[],
  recordedAt: string,
): Promise<readonly string[]> {
  const { db, now: at } = call;
  const stale = new Set(await revertFacts(db, former, { recordedAt, at }));
  const written = former.filter(({ id }) => !stale.has(id));
  const ids = written.map(({ id }) => id);
  await revertStates(db, { establishments: ids, recordedAt, at, newId: call.deps.newId });
  await setStates(db, written, at);
  return [...stale];
}

/** Notes that one was absorbed by another from a day on. */
export const noteAbsorbed = (
  call: ChangeCall,
  {
    absorbed,
    survivor,
    on,
  }: { readonly absorbed: string; readonly survivor: string; readonly on: PlainDate },
): Promise<void> =>
  insertExits(call.db, [{ establishment: absorbed, kind: "merged", leadsTo: survivor, leftOn: on }], {
    at: call.now,
    newId: call.deps.newId,
  });

/** Notes that an absorbed one is back. */
export const noteBack = (call: ChangeCall, id: string): Promise<void> =>
  supersedeExits(call.db, [id], call.now);

/** Who changed an establishment last, for whoever comes second. */
export const findStale = (call: ChangeCall, id: string) => findLastChange(call.db, id);

/** Facts that hold from today on, over the version that was seen; its caller has compared versions in this very transaction. */
export async function changeFacts(call: ChangeCall, change: FactsChange): Promise<void> {
  const stale = await updateEstablishments(call.db, [change], { at: call.now, from: call.today });
  if (stale.length > 0) throw new Error(`establishment ${change.id} changed under its own change`);
}

/** The establishment is closed from the day on. */
export const closeOn = (call: ChangeCall, id: string, from: PlainDate): Promise<void> =>
  recordStates(call.db, [{ id, state: "closed", from }], call.now);
