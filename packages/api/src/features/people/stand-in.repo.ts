import type { StandIn } from "@shian/domain";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { officialTable } from "../chain/chain.table.js";
import { establishmentTable } from "../registry/registry.table.js";
import { toStandIn } from "./find-grants.repo.js";
import { standInTable } from "./people.table.js";

/** A stand-in as stored, with why and by whom. */
export type StoredStandIn = StandIn & {
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly version: number;
  readonly updatedAt: string | null;
  readonly updatedBy: string;
};

const toStored = (row: typeof standInTable.$inferSelect): StoredStandIn => ({
  ...toStandIn(row),
  reason: row.reason,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
  version: row.version,
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});

/** Stand-ins of any day that the asker may see, the earliest first. */
export const listAllStandIns = async (db: Db): Promise<readonly StoredStandIn[]> =>
  (await db.select().from(standInTable).orderBy(asc(standInTable.validFrom), asc(standInTable.id))).map(
    toStored,
  );

export async function findStandIn(db: Db, id: string): Promise<StoredStandIn | undefined> {
  const [row] = await db.select().from(standInTable).where(eq(standInTable.id, id));
  return row === undefined ? undefined : toStored(row);
}

/** Enters a stand-in; version 1. */
export async function insertStandIn(
  db: Db,
  standIn: StandIn,
  by: { readonly at: string; readonly name: string; readonly reason: string },
): Promise<void> {
  await db.insert(standInTable).values({
    id: standIn.id,
    officialId: standIn.official,
    standsInFor: standIn.standsInFor,
    establishments: standIn.establishments === null ? null : [...standIn.establishments],
    reason: by.reason,
    validFrom: standIn.from,
    validTo: standIn.to,
    recordedBy: by.name,
    recordedAt: by.at,
    version: 1,
  });
}

/** Ends a stand-in on the day (null: no end), over the version that was seen; false when somebody was faster. */
export async function setStandInEnd(
  db: Db,
  seen: { readonly id: string; readonly version: number },
  to: string | null,
  by: { readonly at: string; readonly name: string },
): Promise<boolean> {
  const rows = await db
    .update(standInTable)
    .set({ validTo: to, version: sql`${standInTable.version} + 1`, updatedAt: by.at, updatedBy: by.name })
    .where(and(eq(standInTable.id, seen.id), eq(standInTable.version, seen.version)))
    .returning({ id: standInTable.id });
  return rows.length === 1;
}

/** Jurisdictions of officials by their ids, of those whom the asker may see. */
export async function listJurisdictions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: officialTable.id, jurisdictions: officialTable.jurisdictions })
    .from(officialTable)
    .where(inArray(officialTable.id, [...ids]));
  return new Map(rows.map(({ id, jurisdictions }) => [id, jurisdictions]));
}

/** Places of establishments by their ids, of those whom the asker may see. */
export async function listPlaces(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: establishmentTable.id, place: establishmentTable.place })
    .from(establishmentTable)
    .where(inArray(establishmentTable.id, [...ids]));
  return new Map(rows.map(({ id, place }) => [id, place]));
}
