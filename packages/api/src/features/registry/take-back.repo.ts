import type { EstablishmentState, PlainDate } from "@shian/domain";
import { and, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { type Reverting, revertRecorded } from "../../storage/revert-recorded.js";
import { establishmentStateTable, establishmentTable } from "./registry.table.js";

/** The versions of establishments as they are now. */
export async function findVersions(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (const batch of listBatches(ids, 5000)) {
    const rows = await db
      .select({ id: establishmentTable.id, version: establishmentTable.version })
      .from(establishmentTable)
      .where(inArray(establishmentTable.id, [...batch]));
    for (const { id, version } of rows) versions.set(id, version);
  }
  return versions;
}

/**
 * All state spells that stood are superseded and none takes their place, so that no picture of later knowledge has the
 * establishments; the rows themselves stay, as closed.
 */
export async function forgetStates(db: Db, ids: readonly string[], at: string): Promise<void> {
  for (const batch of listBatches(ids, 5000)) {
    await db
      .update(establishmentStateTable)
      .set({ supersededAt: at })
      .where(
        and(
          inArray(establishmentStateTable.establishmentId, [...batch]),
          isNull(establishmentStateTable.supersededAt),
        ),
      );
    await db
      .update(establishmentTable)
      .set({ state: "closed", updatedAt: at, version: sql`${establishmentTable.version} + 1` })
      .where(inArray(establishmentTable.id, [...batch]));
  }
}

/** Takes back the spells that a transaction recorded. */
export const revertStates = (db: Db, reverting: Reverting) =>
  revertRecorded(db, establishmentStateTable, reverting);

/** A present state as it is shown and counted without asking for a day. */
export type PresentState = {
  readonly id: string;
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
};

/** Writes present states; the spells stand for themselves. */
export async function setStates(db: Db, states: readonly PresentState[], at: string): Promise<void> {
  for (const batch of listBatches(states)) {
    const rows = JSON.stringify(batch.map(({ id, state, stateSince }) => ({ id, state, since: stateSince })));
    await db.execute(sql`update ${establishmentTable} as stored
      set state = given.state, state_since = given.since, updated_at = ${at}
      from json_to_recordset(${rows}::json) as given(id text, state text, since date)
      where stored.id = given.id and (stored.state, stored.state_since) is distinct from (given.state, given.since)`);
  }
}
