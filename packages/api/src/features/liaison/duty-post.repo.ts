import { type DutyFacts, DutyPost, type PlainDate } from "@shian/domain";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import {
  type Recorded,
  type RecordedBy,
  supersedeStanding,
  toRecorded,
  toTwoTimes,
} from "../../storage/two-times.js";
import { dutyMobileTable, dutyPostTable } from "./duty-post.table.js";

/** A record of a duty post as stored, with the days on which it was known. */
export type StoredDuty = DutyPost &
  Recorded & {
    readonly id: string;
    readonly sortKey: string;
    readonly searchText: string;
  };

function toDuty(row: typeof dutyPostTable.$inferSelect): StoredDuty {
  const recorded = toRecorded(row);
  return {
    ...recorded,
    ...DutyPost.parse({
      post: row.postId,
      kind: row.kind,
      name: row.name,
      unit: row.unit,
      title: row.title,
      territories: row.territories,
      officePhone: row.officePhone,
      person: row.personId,
      from: recorded.from,
      to: recorded.to,
    }),
    id: row.id,
    sortKey: row.sortKey,
    searchText: `${row.nameKey} ${row.namePinyin} ${row.nameInitials} ${row.unit} ${row.title}`.toLowerCase(),
  };
}

/** Every record of every post, those that were replaced among them. */
export const listDutyRecords = async (db: Db): Promise<readonly StoredDuty[]> =>
  (await db.select().from(dutyPostTable)).map(toDuty);

/** The records of every post that nothing has replaced. */
export const listStandingDuties = async (db: Db): Promise<readonly StoredDuty[]> =>
  (await db.select().from(dutyPostTable).where(isNull(dutyPostTable.supersededAt))).map(toDuty);

/** The records of one post that nothing has replaced. */
export const listStandingDuty = async (db: Db, post: string): Promise<readonly StoredDuty[]> =>
  (
    await db
      .select()
      .from(dutyPostTable)
      .where(and(eq(dutyPostTable.postId, post), isNull(dutyPostTable.supersededAt)))
  ).map(toDuty);

/** A record to be written; the mobile is sealed. */
export type NewDuty = {
  readonly id: string;
  readonly post: string;
  readonly kind: DutyPost["kind"];
  readonly facts: DutyFacts;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly version: number;
  readonly mobile: string | null;
};

export async function insertDuties(db: Db, duties: readonly NewDuty[], by: RecordedBy): Promise<void> {
  await bulkInsert(
    db,
    dutyPostTable,
    duties.map(({ id, post, kind, facts, from, to, version }) => ({
      countyCode: toCountyCode(facts.territories[0] ?? null),
      id,
      postId: post,
      kind,
      name: facts.name,
      unit: facts.unit,
      title: facts.title,
      territories: [...facts.territories],
      officePhone: facts.officePhone,
      personId: facts.person,
      ...toNameKeys(facts.name),
      ...toTwoTimes({ from, to, version }, by),
    })),
  );
  await bulkInsert(
    db,
    dutyMobileTable,
    duties.flatMap(({ id, facts, mobile }) =>
      mobile === null
        ? []
        : [
            {
              countyCode: toCountyCode(facts.territories[0] ?? null),
              id,
              territories: [...facts.territories],
              mobile,
              recordedAt: by.at,
            },
          ],
    ),
  );
}

/** Replaces standing records; whether all of them still stood. */
export const supersedeDuties = (db: Db, ids: readonly string[], at: string): Promise<boolean> =>
  supersedeStanding(db, dutyPostTable, ids, at);

/** The sealed numbers of the records, where one is kept and may be read. */
export async function listDutyMobiles(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const mobiles = new Map<string, string>();
  for (const batch of listBatches(ids, 5000))
    for (const { id, mobile } of await db
      .select({ id: dutyMobileTable.id, mobile: dutyMobileTable.mobile })
      .from(dutyMobileTable)
      .where(inArray(dutyMobileTable.id, [...batch])))
      mobiles.set(id, mobile);
  return mobiles;
}
