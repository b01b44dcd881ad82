import type { GroupFacts } from "@shian/domain";
import { and, eq, isNull } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import {
  type Recorded,
  type RecordedBy,
  supersedeStanding,
  toRecorded,
  toTwoTimes,
} from "../../storage/two-times.js";
import { liaisonGroupTable } from "./group.table.js";

/** A record of a group as stored, with the days on which it was known. */
export type StoredGroup = GroupFacts & Recorded & { readonly id: string; readonly group: string };

const toGroup = (row: typeof liaisonGroupTable.$inferSelect): StoredGroup => ({
  ...toRecorded(row),
  id: row.id,
  group: row.groupId,
  name: row.name,
  territory: row.territory,
  one: row.onePost,
  members: row.members,
});

/** Every record of every group, those that were replaced among them. */
export const listGroupRecords = async (db: Db): Promise<readonly StoredGroup[]> =>
  (await db.select().from(liaisonGroupTable)).map(toGroup);

/** The records of every group that nothing has replaced. */
export const listStandingGroups = async (db: Db): Promise<readonly StoredGroup[]> =>
  (await db.select().from(liaisonGroupTable).where(isNull(liaisonGroupTable.supersededAt))).map(toGroup);

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

export const insertGroupRecords = (db: Db, groups: readonly NewGroup[], by: RecordedBy): Promise<void> =>
  bulkInsert(
    db,
    liaisonGroupTable,
    groups.map(({ id, group, facts, from, to, version }) => ({
      ...{ countyCode: toCountyCode(facts.territory), id, groupId: group },
      ...{ name: facts.name, territory: facts.territory, onePost: facts.one, members: [...facts.members] },
      ...toTwoTimes({ from, to, version }, by),
    })),
  );

/** Replaces standing records; whether all of them still stood. */
export const supersedeGroups = (db: Db, ids: readonly string[], at: string): Promise<boolean> =>
  supersedeStanding(db, liaisonGroupTable, ids, at);
