import type { AdministratorRole, Grant } from "@shian/domain";
import { administratorRoles } from "@shian/domain";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { type Db, executeRows } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { toGrant } from "./find-grants.repo.js";
import { grantTable, personTable } from "./people.table.js";

/** A grant as stored, with why and by whom. */
export type StoredGrant = Grant & {
  readonly personName: string;
  readonly personSortKey: string;
  readonly reason: string;
  readonly grantedBy: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string;
};

const selectGrants = (db: Db) =>
  db
    .select({ grant: grantTable, name: personTable.name, sortKey: personTable.sortKey })
    .from(grantTable)
    .innerJoin(personTable, eq(personTable.id, grantTable.personId));

type Row = Awaited<ReturnType<typeof selectGrants>>[number];

const toStored = ({ grant, name, sortKey }: Row): StoredGrant => ({
  ...toGrant(grant),
  personName: name,
  personSortKey: sortKey,
  reason: grant.reason,
  grantedBy: grant.grantedBy,
  recordedAt: grant.recordedAt,
  version: grant.version,
  updatedAt: grant.updatedAt,
  updatedBy: grant.updatedBy,
});

/** Grants of any day that the asker may see; of some people alone when they are named. */
export async function listGrants(db: Db, people?: readonly string[]): Promise<readonly StoredGrant[]> {
  if (people?.length === 0) return [];
  const rows = await selectGrants(db)
    .where(people === undefined ? undefined : inArray(grantTable.personId, [...people]))
    .orderBy(asc(grantTable.validFrom), asc(grantTable.id));
  return rows.map(toStored);
}

export async function findGrant(db: Db, id: string): Promise<StoredGrant | undefined> {
  const [row] = await selectGrants(db).where(eq(grantTable.id, id));
  return row === undefined ? undefined : toStored(row);
}

/** Grants of administrators whose accounts are enabled, of one role or of all three. */
export async function listAdministratorGrants(db: Db, role?: AdministratorRole): Promise<readonly Grant[]> {
  const rows = await db
    .select({ grant: grantTable })
    .from(grantTable)
    .innerJoin(personTable, eq(personTable.id, grantTable.personId))
    .where(
      and(
        eq(personTable.state, "enabled"),
        inArray(grantTable.role, role === undefined ? [...administratorRoles] : [role]),
      ),
    );
  return rows.map(({ grant }) => toGrant(grant));
}

/** Changes of grants and of who may use them are decided one after the other until the transaction ends. */
export async function lockGrants(db: Db): Promise<void> {
  await lockUntilCommit(db, "grants");
}

/** Enters a grant; version 1. */
export async function insertGrant(
  db: Db,
  grant: Grant & { readonly personKind: string },
  by: { readonly at: string; readonly name: string; readonly reason: string },
): Promise<void> {
  await db.insert(grantTable).values({
    id: grant.id,
    personId: grant.person,
    personKind: grant.personKind,
    role: grant.role,
    territory: grant.territory,
    officialId: grant.official,
    establishmentId: grant.establishment,
    leading: grant.leading,
    reason: by.reason,
    validFrom: grant.from,
    validTo: grant.to,
    grantedBy: by.name,
    recordedAt: by.at,
    version: 1,
  });
}

/** Ends a grant on the day, over the version that was seen; false when somebody was faster. */
export async function endGrantOn(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  to: string,
  by: { readonly at: string; readonly name: string },
): Promise<boolean> {
  const rows = await db
    .update(grantTable)
    .set({ validTo: to, version: sql`${grantTable.version} + 1`, updatedAt: by.at, updatedBy: by.name })
    .where(and(eq(grantTable.id, seen.id), eq(grantTable.version, seen.version)))
    .returning({ id: grantTable.id });
  return rows.length === 1;
}

export type TargetKind = "official" | "establishment";

/** Names of officials and establishments by their ids, as the asker may know them; see `shian_find_target`. */
export async function listTargetNames(
  db: Db,
  kind: TargetKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await executeRows(
    db,
    sql`select wanted.id, shian_target_name(${kind}, wanted.id) as name
      from json_array_elements_text(${JSON.stringify(wanted)}::json) as wanted(id)`,
  );
  return new Map(
    rows.flatMap(({ id, name }) => (name === null ? [] : [[String(id), String(name)] as const])),
  );
}

/** Officials by a part of their name, or establishments by their whole credit code. */
export async function findTargetsByText(
  db: Db,
  kind: TargetKind,
  text: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const rows = await executeRows(db, sql`select id, name from shian_find_target(${kind}, null, ${text})`);
  return rows.map(({ id, name }) => ({ id: String(id), name: String(name) }));
}
