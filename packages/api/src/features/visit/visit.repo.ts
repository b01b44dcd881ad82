import { ChecklistAnswer, type PlainDate, type StandIn, Visit, type Waiver } from "@shian/domain";
import { and, desc, eq, gte, lt, lte, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { toStandIn } from "../people/find-grants.repo.js";
import { standInTable } from "../people/people.table.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { visitTable, waiverTable } from "./visit.table.js";

const Answers = z.array(ChecklistAnswer);

const toVisit = (row: typeof visitTable.$inferSelect): Visit =>
  Visit.parse({
    id: row.id,
    establishment: row.establishmentId,
    official: row.officialId,
    standInFor: row.standInFor,
    jointWith: row.jointWith,
    madeOn: row.madeOn,
    recordedOn: row.recordedOn,
    mode: row.mode,
    checklist: row.checklistId,
    answers: Answers.parse(row.answers),
    complete: row.complete,
    note: row.note,
  });

/** Adds visits; an establishment that is not in the register is our bug. */
export async function insertVisits(db: Db, visits: readonly Visit[], recordedAt: string): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    visits.map(({ establishment }) => establishment),
  );
  const rows = visits.map((visit) => ({
    countyCode: countyOf(visit.establishment),
    id: visit.id,
    establishmentId: visit.establishment,
    officialId: visit.official,
    standInFor: visit.standInFor,
    jointWith: visit.jointWith,
    madeOn: visit.madeOn,
    recordedOn: visit.recordedOn,
    recordedAt,
    mode: visit.mode,
    checklistId: visit.checklist,
    answers: visit.answers,
    complete: visit.complete,
    note: visit.note,
  }));
  await bulkInsert(db, visitTable, rows);
}

/** Adds approved waivers. */
export async function insertWaivers(db: Db, waivers: readonly Waiver[]): Promise<void> {
  const countyOf = await findCountyCodes(
    db,
    waivers.map(({ establishment }) => establishment),
  );
  for (const batch of listBatches(waivers)) {
    await db.insert(waiverTable).values(
      batch.map((waiver) => ({
        countyCode: countyOf(waiver.establishment),
        id: waiver.id,
        establishmentId: waiver.establishment,
        period: waiver.period,
        reason: waiver.reason,
        approvedBy: waiver.approvedBy,
        approverLevel: waiver.approverLevel,
        approvedOn: waiver.recordedOn,
        recordedAt: `${waiver.recordedOn}T04:00:00.000Z`,
        supersededAt: null,
      })),
    );
  }
}

export type VisitFilter = {
  readonly establishment?: string | undefined;
  /** Only visits to these; undefined: to any. */
  readonly establishments?: readonly string[] | undefined;
  readonly official?: string | undefined;
  readonly from?: PlainDate | undefined;
  readonly to?: PlainDate | undefined;
  /** Those recorded later are left out. */
  readonly knownOn?: PlainDate | undefined;
  readonly before?: { readonly madeOn: string; readonly id: string } | undefined;
};

const toCondition = (filter: VisitFilter): SQL | undefined => {
  const { establishment, establishments, official, from, to, knownOn, before } = filter;
  return and(
    establishment === undefined ? undefined : eq(visitTable.establishmentId, establishment),
    establishments === undefined
      ? undefined
      : sql`${visitTable.establishmentId} = any(${sql.param([...establishments])}::text[])`,
    official === undefined ? undefined : eq(visitTable.officialId, official),
    from === undefined ? undefined : gte(visitTable.madeOn, from),
    to === undefined ? undefined : lte(visitTable.madeOn, to),
    knownOn === undefined ? undefined : lte(visitTable.recordedOn, knownOn),
    before === undefined
      ? undefined
      : or(
          lt(visitTable.madeOn, before.madeOn),
          and(eq(visitTable.madeOn, before.madeOn), lt(visitTable.id, before.id)),
        ),
  );
};

/** Visits that the filter keeps, the latest first, after the cursor. */
export async function listVisits(db: Db, filter: VisitFilter, limit: number): Promise<readonly Visit[]> {
  const rows = await db
    .select()
    .from(visitTable)
    .where(toCondition(filter))
    .orderBy(desc(visitTable.madeOn), desc(visitTable.id))
    .limit(limit);
  return rows.map(toVisit);
}

/** One visit by id. */
export async function findVisit(db: Db, id: string): Promise<Visit | undefined> {
  const [row] = await db.select().from(visitTable).where(eq(visitTable.id, id));
  return row === undefined ? undefined : toVisit(row);
}

/** Stand-ins of any day in the place of the official. */
export async function listStandInsFor(db: Db, official: string): Promise<readonly StandIn[]> {
  const rows = await db.select().from(standInTable).where(eq(standInTable.standsInFor, official));
  return rows.map(toStandIn);
}
