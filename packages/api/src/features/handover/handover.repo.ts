import type { HandoverParty, HandoverRow, Official } from "@shian/domain";
import { asc, count, desc, eq, inArray } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { markUndoneIn, type Undone } from "../../storage/mark-undone.js";
import { NO_COUNTY } from "../../storage/to-county-code.js";
import { officialTable } from "../chain/chain.table.js";
import type { Outdated } from "../commitment/outdate.service.js";
import type { EndedStandIn } from "../people/handed-stand-ins.service.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { handoverPartyTable, handoverRowTable, handoverTable } from "./handover.table.js";

/** A handover as it is kept; what jsonb holds was checked when it was written. */
export type StoredHandover = Omit<
  typeof handoverTable.$inferSelect,
  "countyCode" | "commitments" | "standIns"
> & {
  readonly commitments: Outdated["ended"];
  readonly standIns: readonly EndedStandIn[];
};

/** One official of it; `before` is the directory's row of one whose post changed. */
export type StoredParty = {
  readonly handover: string;
  readonly told: HandoverParty;
  readonly before: Official | null;
};

const toStored = ({
  countyCode,
  commitments,
  standIns,
  ...facts
}: typeof handoverTable.$inferSelect): StoredHandover => ({
  ...facts,
  commitments: commitments as Outdated["ended"],
  standIns: standIns as readonly EndedStandIn[],
});

/** Writes a handover with the officials and establishments it touched. */
export async function insertHandover(
  db: Db,
  handover: Omit<StoredHandover, "undoneAt" | "undoneBy" | "parties">,
  parties: readonly Omit<StoredParty, "handover">[],
  rows: readonly HandoverRow[],
): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    rows.map(({ establishment }) => establishment.id),
  );
  const officials = await db
    .select({ id: officialTable.id, county: officialTable.countyCode })
    .from(officialTable)
    .where(
      inArray(
        officialTable.id,
        parties.map(({ told }) => told.id),
      ),
    );
  const counties = new Map(officials.map(({ id, county }) => [id, county]));
  // A handover lies in no county; its officials and establishments lie where they do.
  await db.insert(handoverTable).values({ ...handover, parties: parties.length, countyCode: NO_COUNTY });
  await bulkInsert(
    db,
    handoverPartyTable,
    parties.map(({ told, before }, position) => ({
      countyCode: counties.get(told.id) ?? NO_COUNTY,
      handoverId: handover.id,
      officialId: told.id,
      position,
      told,
      before,
    })),
  );
  await bulkInsert(
    db,
    handoverRowTable,
    rows.map((told) => ({
      countyCode: countyOf(told.establishment.id),
      handoverId: handover.id,
      establishmentId: told.establishment.id,
      officialBefore: told.from.id,
      official: told.to?.id ?? null,
      told,
    })),
  );
}

/** The handovers that who asks may see, or those of one official, the latest first; at most 500. */
export async function listHandovers(
  db: Db,
  official: string | undefined,
): Promise<readonly StoredHandover[]> {
  const { handoverId, officialId } = handoverPartyTable;
  const theirs =
    official === undefined
      ? undefined
      : inArray(
          handoverTable.id,
          db.select({ id: handoverId }).from(handoverPartyTable).where(eq(officialId, official)),
        );
  const rows = await db
    .select()
    .from(handoverTable)
    .where(theirs)
    .orderBy(desc(handoverTable.createdAt), desc(handoverTable.id))
    .limit(500);
  return rows.map(toStored);
}

export async function findHandover(db: Db, id: string): Promise<StoredHandover | undefined> {
  const [row] = await db.select().from(handoverTable).where(eq(handoverTable.id, id));
  return row === undefined ? undefined : toStored(row);
}

/** The handover, locked until the transaction ends, so that it is undone once. */
export async function lockHandover(db: Db, id: string): Promise<StoredHandover | undefined> {
  await lockUntilCommit(db, `handover ${id}`);
  return findHandover(db, id);
}

/** The officials of the handovers whom who asks may see, in the order of each. */
export async function listParties(db: Db, handovers: readonly string[]): Promise<readonly StoredParty[]> {
  const rows = await db
    .select()
    .from(handoverPartyTable)
    .where(inArray(handoverPartyTable.handoverId, [...handovers]))
    .orderBy(asc(handoverPartyTable.handoverId), asc(handoverPartyTable.position));
  return rows.map(({ handoverId, told, before }) => ({
    handover: handoverId,
    told: told as HandoverParty,
    before: before as Official | null,
  }));
}

/** The establishments of a handover that who asks may see. */
export async function listRows(db: Db, handover: string): Promise<readonly HandoverRow[]> {
  const rows = await db
    .select({ told: handoverRowTable.told })
    .from(handoverRowTable)
    .where(eq(handoverRowTable.handoverId, handover))
    .orderBy(asc(handoverRowTable.officialBefore), asc(handoverRowTable.establishmentId));
  return rows.map(({ told }) => told as HandoverRow);
}

/** How many establishments of each handover who asks may see, with and without somebody who took over. */
export async function countRows(
  db: Db,
  handovers: readonly string[],
): Promise<ReadonlyMap<string, { readonly moved: number; readonly unassigned: number }>> {
  const { handoverId, official } = handoverRowTable;
  const rows = await db
    .select({ id: handoverId, all: count(), moved: count(official) })
    .from(handoverRowTable)
    .where(inArray(handoverId, [...handovers]))
    .groupBy(handoverId);
  return new Map(rows.map(({ id, all, moved }) => [id, { moved, unassigned: all - moved }]));
}

export const markUndone = (db: Db, id: string, undone: Undone): Promise<void> =>
  markUndoneIn(db, handoverTable, id, undone);
