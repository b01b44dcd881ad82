import type { Establishment, EstablishmentFacts, EstablishmentState, PlainDate } from "@shian/domain";
import { asc, eq, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import { bulkInsert, bulkUpdate } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { followNames, insertArmNames } from "./arm-person.repo.js";
import { findCountyCodes } from "./county-codes.repo.js";
import {
  type Revision,
  readStandingFacts,
  readSupersededFacts,
  reviseStanding,
  type StandingFacts,
  writePastFacts,
} from "./facts-versions.repo.js";
import { establishmentStateTable, establishmentTable } from "./registry.table.js";

type Row = typeof establishmentTable.$inferSelect;

/** An establishment that is to be entered into the register. */
export type NewEstablishment = {
  readonly id: string;
  readonly facts: EstablishmentFacts;
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
};

// Unchecked in bulk: rows were checked when they were written.
const toEstablishment = (row: Row): Establishment => {
  const {
    countyCode,
    nameKey,
    namePinyin,
    nameInitials,
    sortKey,
    contactMobile,
    factsFrom,
    factsAt,
    createdAt,
    updatedAt,
    ...establishment
  } = row;
  return establishment as Establishment;
};

const toColumns = (facts: EstablishmentFacts) => ({
  ...facts,
  attention: [...facts.attention],
  foodSafetyOfficers: [...facts.foodSafetyOfficers],
  furtherLicences: [...facts.furtherLicences],
  ...toNameKeys(facts.name),
  countyCode: toCountyCode(facts.place),
});

/** Enters establishments with their first state; version 1. */
export async function insertEstablishments(
  db: Db,
  establishments: readonly NewEstablishment[],
  at: string,
): Promise<void> {
  const rows = establishments.map(({ id, facts, state, stateSince }) => ({
    ...toColumns(facts),
    id,
    state,
    stateSince,
    version: 1,
    factsAt: at,
    createdAt: at,
    updatedAt: at,
  }));
  await bulkInsert(db, establishmentTable, rows);
  await bulkInsert(
    db,
    establishmentStateTable,
    rows.map((row) => ({
      countyCode: row.countyCode,
      establishmentId: row.id,
      state: row.state,
      validFrom: row.stateSince,
      recordedAt: at,
    })),
  );
  await insertArmNames(db, rows, at);
}

/** The whole register in the order of ids, as a merge with an import needs it. */
export async function listAllEstablishments(db: Db): Promise<readonly Establishment[]> {
  return (await db.select().from(establishmentTable).orderBy(asc(establishmentTable.id))).map(
    toEstablishment,
  );
}

/** New facts for an establishment, with the version that its editor saw. */
export type FactsChange = {
  readonly id: string;
  readonly version: number;
  readonly facts: EstablishmentFacts;
};

/**
 * Writes new facts that hold from the day on, null: that always held, and raises each version by one; what was taken to
 * hold before is kept. Gives the ids whose version was not the one named: somebody else changed them, and they were left
 * alone.
 */
export async function updateEstablishments(
  db: Db,
  changes: readonly FactsChange[],
  { at, from }: { readonly at: string; readonly from: PlainDate | null },
): Promise<readonly string[]> {
  const standing = await readStandingFacts(
    db,
    changes.map(({ id }) => id),
  );
  const planned = changes.flatMap(({ id, version, facts }) => {
    const known = standing.get(id);
    return known === undefined
      ? []
      : [{ id, version, standing: known, revision: reviseStanding(known, facts, from) }];
  });
  const written = await writeRevisions(db, planned, at);
  await followNames(
    db,
    planned
      .filter(({ id }) => written.has(id))
      .map(({ id, revision: { last } }) => ({ ...toColumns(last.facts), id })),
    from,
    at,
  );
  return changes.map(({ id }) => id).filter((id) => !written.has(id));
}

type PlannedRevision = {
  readonly id: string;
  readonly version: number;
  readonly standing: StandingFacts;
  readonly revision: Revision;
};

/** Writes versions of facts in place of those that stood; gives the ids whose version was the one named. */
async function writeRevisions(
  db: Db,
  planned: readonly PlannedRevision[],
  at: string,
): Promise<ReadonlySet<string>> {
  const written = await bulkUpdate(
    db,
    establishmentTable,
    planned.map(({ id, version, revision: { last } }) => ({
      ...toColumns(last.facts),
      factsFrom: last.from,
      factsAt: at,
      id,
      version,
      updatedAt: at,
    })),
  );
  await writePastFacts(
    db,
    planned
      .filter(({ id }) => written.has(id))
      .map((one) => ({ ...one, countyCode: toCountyCode(one.revision.last.facts.place) })),
    at,
  );
  return written;
}

/**
 * Makes versions of facts stand again that stood before. Gives the facts of those that were restored; one with another
 * version than named is left alone.
 */
export async function restoreFacts(
  db: Db,
  rows: readonly { readonly id: string; readonly version: number; readonly revision: Revision }[],
  at: string,
): Promise<ReadonlyMap<string, EstablishmentFacts>> {
  const standing = await readStandingFacts(
    db,
    rows.map(({ id }) => id),
  );
  const planned = rows.flatMap((row): PlannedRevision[] => {
    const now = standing.get(row.id);
    return now === undefined ? [] : [{ ...row, standing: now }];
  });
  const restored = await writeRevisions(db, planned, at);
  return new Map(
    planned.filter(({ id }) => restored.has(id)).map(({ id, revision }) => [id, revision.last.facts]),
  );
}

/**
 * The facts that stood before a transaction of the instant stand again, with the versions that they had; what was known
 * in between is kept. Gives the ids whose version was not the one named.
 */
export async function revertFacts(
  db: Db,
  former: readonly { readonly id: string; readonly version: number }[],
  { recordedAt, at }: { readonly recordedAt: string; readonly at: string },
): Promise<readonly string[]> {
  const ids = former.map(({ id }) => id);
  const standing = await readStandingFacts(db, ids);
  const revisions = await readSupersededFacts(db, ids, recordedAt);
  const planned = former.flatMap(({ id, version }) => {
    const [known, revision] = [standing.get(id), revisions.get(id)];
    return known === undefined || revision === undefined ? [] : [{ id, version, standing: known, revision }];
  });
  const written = await writeRevisions(db, planned, at);
  return planned.map(({ id }) => id).filter((id) => !written.has(id));
}

/** A state that begins on a day. */
export type StateChange = {
  readonly id: string;
  readonly state: EstablishmentState;
  readonly from: PlainDate;
};

/** A state that only an import or a correction knows: no reason, no source, no clocks. */
const nobodyTold = { reason: null, source: null, reportedOn: null, adjustedOn: null };

/**
 * Records that establishments are in a state from a day on. A spell that had begun before ends there; later ones are
 * superseded. `stateSince` is the first day of the unbroken spell, so a state that goes on keeps its day.
 */
export async function recordStates(db: Db, changes: readonly StateChange[], at: string): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    changes.map(({ id }) => id),
  );
  for (const { id, state, from } of changes) {
    const remainders = await supersedeFrom(db, establishmentStateTable, { establishments: [id], from, at });
    const open = remainders.find(({ row }) => row.state === state);
    const since = open?.row.validFrom ?? from;
    const spells = [
      ...remainders
        .filter((remainder) => remainder !== open)
        .map(({ row, validTo }) => ({ ...row, validTo })),
      { ...(open?.row ?? nobodyTold), state, validFrom: since, validTo: null },
    ].map(({ reason, source, reportedOn, adjustedOn, ...spell }) => ({
      countyCode: countyOf(id),
      establishmentId: id,
      state: spell.state,
      reason,
      source,
      reportedOn,
      adjustedOn,
      validFrom: spell.validFrom,
      validTo: spell.validTo,
      recordedAt: at,
    }));
    await db.insert(establishmentStateTable).values(spells);
    await db
      .update(establishmentTable)
      .set({ state, stateSince: since, updatedAt: at, version: sql`${establishmentTable.version} + 1` })
      .where(eq(establishmentTable.id, id));
  }
}
