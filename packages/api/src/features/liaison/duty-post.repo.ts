import { type DutyFacts, DutyPost, type PlainDate, toOfficeDay, toPlainDate } from "@shian/domain";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { dutyMobileTable, dutyPostTable } from "./duty-post.table.js";

/** A record of a duty post as stored, with the days on which it was known. */
export type StoredDuty = DutyPost & {
  readonly id: string;
  readonly sortKey: string;
  readonly searchText: string;
  readonly version: number;
  readonly recordedFrom: PlainDate;
  readonly recordedTo: PlainDate | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
};

const dayOf = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

const toDuty = (row: typeof dutyPostTable.$inferSelect): StoredDuty => ({
  ...DutyPost.parse({
    post: row.postId,
    kind: row.kind,
    name: row.name,
    unit: row.unit,
    title: row.title,
    territories: row.territories,
    officePhone: row.officePhone,
    person: row.personId,
    from: toPlainDate(row.validFrom),
    to: row.validTo === null ? null : toPlainDate(row.validTo),
  }),
  id: row.id,
  sortKey: row.sortKey,
  searchText: `${row.nameKey} ${row.namePinyin} ${row.nameInitials} ${row.unit} ${row.title}`.toLowerCase(),
  version: row.version,
  recordedFrom: dayOf(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : dayOf(row.supersededAt),
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
});

/** Every record of every post, those that were replaced among them. */
export const listDutyRecords = async (db: Db): Promise<readonly StoredDuty[]> =>
  (await db.select().from(dutyPostTable)).map(toDuty);

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

export async function insertDuties(
  db: Db,
  duties: readonly NewDuty[],
  by: { readonly at: string; readonly name: string },
): Promise<void> {
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
      validFrom: from,
      validTo: to,
      recordedAt: by.at,
      supersededAt: null,
      version,
      recordedBy: by.name,
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

/** Replaces standing records; gives how many there were, fewer than named when somebody was faster. */
export async function supersedeDuties(db: Db, ids: readonly string[], at: string): Promise<number> {
  const rows = await db
    .update(dutyPostTable)
    .set({ supersededAt: at })
    .where(and(inArray(dutyPostTable.id, [...ids]), isNull(dutyPostTable.supersededAt)))
    .returning({ id: dutyPostTable.id });
  return rows.length;
}

/** The sealed numbers of the records, where one is kept and may be read. */
export async function listDutyMobiles(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: dutyMobileTable.id, mobile: dutyMobileTable.mobile })
    .from(dutyMobileTable)
    .where(inArray(dutyMobileTable.id, [...ids]));
  return new Map(rows.map(({ id, mobile }) => [id, mobile]));
}
