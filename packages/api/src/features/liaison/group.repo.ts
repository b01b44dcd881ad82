import { type GroupFacts, type PlainDate, toOfficeDay } from "@shian/domain";
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { liaisonGroupTable } from "./group.table.js";

/** A record of a group as stored, with the days on which it was known. */
export type StoredGroup = GroupFacts & {
  readonly id: string;
  readonly group: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly version: number;
  readonly recordedFrom: PlainDate;
  readonly recordedTo: PlainDate | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
};

const dayOf = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

const toGroup = (row: typeof liaisonGroupTable.$inferSelect): StoredGroup => ({
  id: row.id,
  group: row.groupId,
  name: row.name,
  territory: row.territory,
  one: row.onePost,
  members: row.members,
  from: row.validFrom as PlainDate,
  to: row.validTo as PlainDate | null,
  version: row.version,
  recordedFrom: dayOf(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : dayOf(row.supersededAt),
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
});

/** Every record of every group, those that were replaced among them. */
export const listGroupRecords = async (db: Db): Promise<readonly StoredGroup[]> =>
  (await db.select().from(liaisonGroupTable)).map(toGroup);

/** The records of one group that nothing has replaced. */
export const listStandingGroup = async (db: Db, group: string): Promise<readonly StoredGroup[]> =>
  (
    await db
      .select()
      .from(liaisonGroupTable)
      .where(and(eq(liaisonGroupTable.groupId, group), isNull(liaisonGroupTable.supersededAt)))
  ).map(toGroup);

/** A record to be written. */
export type NewGroup = Pick<StoredGroup, "id" | "group" | "from" | "to" | "version"> & {
  readonly facts: GroupFacts;
};

export async function insertGroupRecords(
  db: Db,
  groups: readonly NewGroup[],
  by: { readonly at: string; readonly name: string },
): Promise<void> {
  for (const { id, group, facts, from, to, version } of groups)
    await db.insert(liaisonGroupTable).values({
      ...{ countyCode: toCountyCode(facts.territory), id, groupId: group, version },
      ...{ name: facts.name, territory: facts.territory, onePost: facts.one, members: [...facts.members] },
      ...{ validFrom: from, validTo: to, recordedAt: by.at, supersededAt: null, recordedBy: by.name },
    });
}

/** Replaces standing records; gives how many there were, fewer than named when somebody was faster. */
export async function supersedeGroups(db: Db, ids: readonly string[], at: string): Promise<number> {
  const rows = await db
    .update(liaisonGroupTable)
    .set({ supersededAt: at })
    .where(and(inArray(liaisonGroupTable.id, [...ids]), isNull(liaisonGroupTable.supersededAt)))
    .returning({ id: liaisonGroupTable.id });
  return rows.length;
}
