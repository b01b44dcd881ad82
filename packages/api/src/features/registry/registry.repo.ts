import {
  Establishment,
  type EstablishmentFacts,
  type EstablishmentState,
  type PlainDate,
} from "@shian/domain";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { findCountyCodes } from "./county-codes.repo.js";
import { establishmentStateTable, establishmentTable } from "./registry.table.js";

type Row = typeof establishmentTable.$inferSelect;

/** An establishment that is to be entered into the register. */
export type NewEstablishment = {
  readonly id: string;
  readonly facts: EstablishmentFacts;
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
};

// For bulk reads unchecked: rows were checked when they were written.
const toEstablishment = (row: Row): Establishment =>
  ({
    id: row.id,
    name: row.name,
    creditCode: row.creditCode,
    licenceNumber: row.licenceNumber,
    form: row.form,
    size: row.size,
    diners: row.diners,
    attention: row.attention,
    place: row.place,
    placeText: row.placeText,
    address: row.address,
    openedOn: row.openedOn,
    licenceIssuedOn: row.licenceIssuedOn,
    licenceExpiresOn: row.licenceExpiresOn,
    personInCharge: row.personInCharge,
    foodSafetyDirector: row.foodSafetyDirector,
    foodSafetyOfficers: row.foodSafetyOfficers,
    state: row.state,
    stateSince: row.stateSince,
    version: row.version,
  }) as Establishment;

const toColumns = (facts: EstablishmentFacts) => ({
  name: facts.name,
  creditCode: facts.creditCode,
  licenceNumber: facts.licenceNumber,
  form: facts.form,
  size: facts.size,
  diners: facts.diners,
  attention: [...facts.attention],
  place: facts.place,
  placeText: facts.placeText,
  address: facts.address,
  openedOn: facts.openedOn,
  licenceIssuedOn: facts.licenceIssuedOn,
  licenceExpiresOn: facts.licenceExpiresOn,
  personInCharge: facts.personInCharge,
  foodSafetyDirector: facts.foodSafetyDirector,
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
  for (const batch of listBatches(establishments)) {
    const rows = batch.map(({ id, facts, state, stateSince }) => ({
      ...toColumns(facts),
      id,
      state,
      stateSince,
      version: 1,
      createdAt: at,
      updatedAt: at,
    }));
    await db.insert(establishmentTable).values(rows);
    await db.insert(establishmentStateTable).values(
      rows.map(({ countyCode, id, state, stateSince }) => ({
        countyCode,
        establishmentId: id,
        state,
        validFrom: stateSince,
        recordedAt: at,
      })),
    );
  }
}

/** The establishment with that id. */
export async function findEstablishment(db: Db, id: string): Promise<Establishment | undefined> {
  const [row] = await db.select().from(establishmentTable).where(eq(establishmentTable.id, id));
  return row === undefined ? undefined : Establishment.parse(toEstablishment(row));
}

/** Those of the ids that are in the register, in the order of ids. */
export async function findEstablishments(db: Db, ids: readonly string[]): Promise<readonly Establishment[]> {
  const found: Establishment[] = [];
  for (const batch of listBatches([...new Set(ids)].sort(), 5000)) {
    const rows = await db
      .select()
      .from(establishmentTable)
      .where(inArray(establishmentTable.id, [...batch]))
      .orderBy(asc(establishmentTable.id));
    found.push(...rows.map(toEstablishment));
  }
  return found;
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
 * Writes new facts and raises each version by one. Gives the ids whose version was not the one named: somebody else
 * changed them, and they were left alone.
 */
export async function updateEstablishments(
  db: Db,
  changes: readonly FactsChange[],
  at: string,
): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { id, version, facts } of changes) {
    const written = await db
      .update(establishmentTable)
      .set({ ...toColumns(facts), version: version + 1, updatedAt: at })
      .where(and(eq(establishmentTable.id, id), eq(establishmentTable.version, version)))
      .returning({ id: establishmentTable.id });
    if (written.length === 0) stale.push(id);
  }
  return stale;
}

/** A state that begins on a day. */
export type StateChange = {
  readonly id: string;
  readonly state: EstablishmentState;
  readonly from: PlainDate;
};

/**
 * Records that establishments are in a state from a day on. A spell that had begun before ends there; later ones are
 * superseded. `stateSince` is the first day of the unbroken spell, so a state that goes on keeps its day. Raises each
 * version by one.
 */
export async function recordStates(db: Db, changes: readonly StateChange[], at: string): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    changes.map(({ id }) => id),
  );
  for (const { id, state, from } of changes) {
    const remainders = await supersedeFrom(db, establishmentStateTable, { establishments: [id], from, at });
    const goesOn = remainders.find(({ row }) => row.state === state);
    const since = goesOn?.row.validFrom ?? from;
    const ended = remainders.filter((remainder) => remainder !== goesOn);
    await db
      .insert(establishmentStateTable)
      .values(
        [
          ...ended.map(({ row, validTo }) => ({ state: row.state, validFrom: row.validFrom, validTo })),
          { state, validFrom: since, validTo: null },
        ].map((spell) => ({ ...spell, countyCode: countyOf(id), establishmentId: id, recordedAt: at })),
      );
    await db
      .update(establishmentTable)
      .set({ state, stateSince: since, updatedAt: at, version: sql`${establishmentTable.version} + 1` })
      .where(eq(establishmentTable.id, id));
  }
}
