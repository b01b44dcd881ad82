import { AccountState, PersonKind } from "@shian/domain";
import { and, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { credentialTable, sessionTable } from "../session/session.table.js";
import { personTable, unitTable } from "./people.table.js";

/** A person as stored, with the name of their unit; phones as they are kept. */
export type StoredPerson = {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly username: string;
  readonly state: AccountState;
  readonly officePhone: string | null;
  /** Sealed. */
  readonly mobile: string | null;
  readonly sortKey: string;
  /** What a search looks in. */
  readonly searchText: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
};

type Row = { readonly person: typeof personTable.$inferSelect; readonly unit: string | null };

const toPerson = ({ person, unit }: Row): StoredPerson => ({
  id: person.id,
  kind: PersonKind.parse(person.kind),
  name: person.name,
  unit: person.unitId === null ? null : { id: person.unitId, name: unit ?? "" },
  username: person.username,
  state: AccountState.parse(person.state),
  officePhone: person.officePhone,
  mobile: person.mobile,
  sortKey: person.sortKey,
  searchText: [person.nameKey, person.namePinyin, person.nameInitials, unit ?? ""].join(" ").toLowerCase(),
  version: person.version,
  updatedAt: person.updatedAt,
  updatedBy: person.updatedBy,
});

const selectPeople = (db: Db) =>
  db
    .select({ person: personTable, unit: unitTable.name })
    .from(personTable)
    .leftJoin(unitTable, eq(unitTable.id, personTable.unitId));

/** Everyone whom the asker may see; offices have hundreds of people, not hundreds of thousands. */
export const listAllPeople = async (db: Db): Promise<readonly StoredPerson[]> =>
  (await selectPeople(db)).map(toPerson);

/** The person with the id; undefined when there is none that the asker may see. */
export async function findPerson(db: Db, id: string): Promise<StoredPerson | undefined> {
  const [row] = await selectPeople(db).where(eq(personTable.id, id));
  return row === undefined ? undefined : toPerson(row);
}

/** Whether somebody already signs in by the name. */
export const isUsernameTaken = async (db: Db, username: string): Promise<boolean> =>
  (await db.select({ id: personTable.id }).from(personTable).where(eq(personTable.username, username)))
    .length > 0;

/** What is written of a new person. */
export type NewPerson = {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly unitId: string | null;
  readonly username: string;
  readonly officePhone: string | null;
  /** Sealed. */
  readonly mobile: string | null;
};

/** Opens an account, enabled; version 1. */
export async function insertPerson(
  db: Db,
  person: NewPerson,
  by: { readonly at: string; readonly name: string },
): Promise<void> {
  await db.insert(personTable).values({
    ...person,
    ...toNameKeys(person.name),
    state: "enabled",
    version: 1,
    createdAt: by.at,
    updatedAt: by.at,
    updatedBy: by.name,
  });
}

/** Columns of a person that may change. */
export type PersonChange = {
  readonly name?: string;
  readonly unitId?: string | null;
  readonly officePhone?: string | null;
  readonly mobile?: string | null;
  readonly state?: AccountState;
};

/** Writes over the version that was seen; false when somebody was faster. */
export async function updatePerson(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  change: PersonChange,
  by: { readonly at: string; readonly name: string },
): Promise<boolean> {
  const rows = await db
    .update(personTable)
    .set({
      ...change,
      ...(change.name === undefined ? {} : toNameKeys(change.name)),
      version: sql`${personTable.version} + 1`,
      updatedAt: by.at,
      updatedBy: by.name,
    })
    .where(and(eq(personTable.id, seen.id), eq(personTable.version, seen.version)))
    .returning({ id: personTable.id });
  return rows.length === 1;
}

/** When each person was last seen in any session. */
export async function listLastSeen(db: Db, people: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([sessionTable.personId], { id: sessionTable.personId, seenAt: sessionTable.seenAt })
    .from(sessionTable)
    .where(inArray(sessionTable.personId, [...people]))
    .orderBy(sessionTable.personId, desc(sessionTable.seenAt));
  return new Map(rows.map(({ id, seenAt }) => [id, seenAt]));
}

/** How a person proves who they are, without any of the proofs. */
export async function findAccountFacts(
  db: Db,
  personId: string,
  now: string,
): Promise<{ readonly passwordChosen: boolean; readonly secondFactor: boolean; readonly sessions: number }> {
  const [credential] = await db
    .select({ password: credentialTable.passwordChangedAt, totp: credentialTable.totpConfirmedAt })
    .from(credentialTable)
    .where(eq(credentialTable.personId, personId));
  const [open] = await db
    .select({ sessions: count() })
    .from(sessionTable)
    .where(
      and(eq(sessionTable.personId, personId), isNull(sessionTable.revokedAt), gt(sessionTable.endsAt, now)),
    );
  return {
    passwordChosen: credential !== undefined && credential.password !== null,
    secondFactor: credential !== undefined && credential.totp !== null,
    sessions: open?.sessions ?? 0,
  };
}
