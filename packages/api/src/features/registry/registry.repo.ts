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
  readStandingFacts,
  readSupersededFacts,
  reviseStanding,
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
  const rows = planned.map(({ id, version, revision: { last } }) => ({
    ...toColumns(last.facts),
    factsFrom: last.from,
    factsAt: at,
    id,
    version,
    updatedAt: at,
  }));
  const written = await bulkUpdate(db, establishmentTable, rows);
  await writePastFacts(
    db,
    planned
      .filter(({ id }) => written.has(id))
      .map((one) => ({ ...one, countyCode: toCountyCode(one.revision.last.facts.place) })),
    at,
  );
  await followNames(
    db,
    rows.filter(({ id }) => written.has(id)),
    from,
    at,
  );
  return changes.map(({ id }) => id).filter((id) => !written.has(id));
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
  const rows = planned.map(({ id, version, revision: { last } }) => ({
    ...toColumns(last.facts),
    factsFrom: last.from,
    factsAt: at,
    id,
    version,
    updatedAt: at,
  }));
  const written = await bulkUpdate(db, establishmentTable, rows);
  await writePastFacts(
    db,
    planned
      .filter(({ id }) => written.has(id))
      .map((one) => ({ ...one, countyCode: toCountyCode(one.revision.last.facts.place) })),
    at,
  );
  return planned.map(({ id }) => id).filter((id) => !written.has(id));
}

/** A state that begins on a day. */
export type StateChange = {
  readonly id: string;
  readonly state: EstablishmentState;
  readonly from: PlainDate;
};

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
      { state, validFrom: since, validTo: null },
    ].map((spell) => ({
      countyCode: countyOf(id),
      establishmentId: id,
      state: spell.state,
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
