// What a person was granted and the stand-ins of the officials they are, as access decides by them.
import type { Asker, Grant, StandIn } from "@shian/domain";
import { asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { grantTable, standInTable } from "./people.table.js";

type GrantRow = typeof grantTable.$inferSelect;
type StandInRow = typeof standInTable.$inferSelect;

// Unchecked: rows were checked when they were written, and every request reads these.
export const toGrant = (row: GrantRow): Grant =>
  ({
    id: row.id,
    person: row.personId,
    role: row.role,
    territory: row.territory,
    official: row.officialId,
    establishment: row.establishmentId,
    leading: row.leading,
    from: row.validFrom,
    to: row.validTo,
  }) as Grant;

export const toStandIn = (row: StandInRow): StandIn =>
  ({
    id: row.id,
    official: row.officialId,
    standsInFor: row.standsInFor,
    establishments: row.establishments,
    from: row.validFrom,
    to: row.validTo,
  }) as StandIn;

/** The officials that grants make of their person, whenever they are in force. */
export const listOfficialsOf = (grants: readonly Grant[]): readonly string[] => [
  ...new Set(
    grants.flatMap(({ role, official }) => (role === "official" && official !== null ? [official] : [])),
  ),
];

/** Stand-ins of any day in which one of the officials stands in for another. */
export async function listStandInsBy(db: Db, officials: readonly string[]): Promise<readonly StandIn[]> {
  if (officials.length === 0) return [];
  const rows = await db
    .select()
    .from(standInTable)
    .where(inArray(standInTable.officialId, [...officials]))
    .orderBy(asc(standInTable.validFrom), asc(standInTable.id));
  return rows.map(toStandIn);
}

/** Grants of any day of one person, the earliest first. */
export async function listGrantsOf(db: Db, personId: string): Promise<readonly Grant[]> {
  const rows = await db
    .select()
    .from(grantTable)
    .where(eq(grantTable.personId, personId))
    .orderBy(asc(grantTable.validFrom), asc(grantTable.id));
  return rows.map(toGrant);
}

/** The grants of the person that a greater statement is about, as one value of it. */
export const grantsOf = (personId: PgColumn): SQL<GrantJson[]> =>
  sql`(select coalesce(json_agg(held order by held.valid_from, held.id), '[]'::json)
    from ${grantTable} as held where held.person_id = ${personId})`;

/** The stand-ins of the officials whom those grants make of the person, likewise. */
export const standInsOf = (personId: PgColumn): SQL<StandInJson[]> =>
  sql`(select coalesce(json_agg(entry order by entry.valid_from, entry.id), '[]'::json)
    from ${standInTable} as entry where entry.official_id in (select held.official_id from ${grantTable} as held
      where held.person_id = ${personId} and held.role = 'official'))`;

/** A grant as the database writes it into JSON. */
export type GrantJson = {
  readonly id: string;
  readonly person_id: string;
  readonly role: string;
  readonly territory: string | null;
  readonly official_id: string | null;
  readonly establishment_id: string | null;
  readonly leading: boolean;
  readonly valid_from: string;
  readonly valid_to: string | null;
};

/** A stand-in as the database writes it into JSON. */
export type StandInJson = {
  readonly id: string;
  readonly official_id: string;
  readonly stands_in_for: string;
  readonly establishments: readonly string[] | null;
  readonly valid_from: string;
  readonly valid_to: string | null;
};

/** What access decides by, out of what was read with something else. */
export const toAsker = (grants: readonly GrantJson[], standIns: readonly StandInJson[]): Asker => ({
  // Unchecked, as in `toGrant` and `toStandIn`.
  grants: grants.map(
    (row) =>
      ({
        id: row.id,
        person: row.person_id,
        role: row.role,
        territory: row.territory,
        official: row.official_id,
        establishment: row.establishment_id,
        leading: row.leading,
        from: row.valid_from,
        to: row.valid_to,
      }) as Grant,
  ),
  standIns: standIns.map(
    (row) =>
      ({
        id: row.id,
        official: row.official_id,
        standsInFor: row.stands_in_for,
        establishments: row.establishments,
        from: row.valid_from,
        to: row.valid_to,
      }) as StandIn,
  ),
});

/** Grants and stand-ins of any day of the person, and the ids of the officials that their grants name. */
export async function findAsker(
  db: Db,
  personId: string,
): Promise<Asker & { readonly officialIds: readonly string[] }> {
  const grants = await listGrantsOf(db, personId);
  const officialIds = listOfficialsOf(grants);
  return { grants, officialIds, standIns: await listStandInsBy(db, officialIds) };
}
