// Reads, in bulk and without a check per row, everything that a picture is made of. The rows were checked when they
// were written; the picture's own tests and the contracts of every answer check them again.
import { type PlainDate, toOfficeDay, type Waiver } from "@shian/domain";
import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "../../storage/database.js";
import { assignmentTable, officialTable } from "../chain/chain.table.js";
import { pairingGradeTable, riskGradeTable } from "../grading/grading.table.js";
import { REVISION } from "../office/office.repo.js";
import { officeSettingTable } from "../office/office.table.js";
import { establishmentStateTable, establishmentTable } from "../registry/registry.table.js";
import { visitTable, waiverTable } from "../visit/visit.table.js";
import type { PictureRecords } from "./picture.js";

/** Changes whose establishments are named; a picture older than all of them is composed anew. */
const MOST_NAMED = 200;
/** A change of more than so many is a change of everything. */
const MOST_IDS = 500;

/** How often the register has changed, and which establishments its last changes touched, the latest last. */
export type Revision = { readonly version: number; readonly touched: readonly (readonly string[])[] };

/** 0 when the register was never changed. A change of everything empties the list. */
export async function readRevision(db: Db): Promise<Revision> {
  const [row] = await db
    .select({ version: officeSettingTable.version, value: officeSettingTable.value })
    .from(officeSettingTable)
    .where(eq(officeSettingTable.key, REVISION));
  const touched = Array.isArray(row?.value) ? (row.value as string[][]) : [];
  return { version: row?.version ?? 0, touched };
}

/**
 * Notes in the transaction of a change that pictures taken before it are out of date once it is committed: of the
 * establishments named, of everything without names. The row's lock keeps changes in the order of their numbers.
 */
export async function raiseRevision(db: Db, updatedAt: string, ids?: readonly string[]): Promise<void> {
  await db.execute(toRevision(db, updatedAt, ids));
}

/** The statement of `raiseRevision`. */
export function toRevision(db: Db, updatedAt: string, ids?: readonly string[]): SQL {
  const named = ids === undefined || ids.length > MOST_IDS ? undefined : JSON.stringify(ids);
  const { value, version } = officeSettingTable;
  const next =
    named === undefined
      ? sql`'[]'::jsonb`
      : sql`case when jsonb_typeof(${value}) <> 'array' then '[]'::jsonb
          when jsonb_array_length(${value}) >= ${MOST_NAMED} then ${value} - 0 else ${value} end
          || jsonb_build_array(${named}::jsonb)`;
  return db
    .insert(officeSettingTable)
    .values({ key: REVISION, value: [], version: 1, updatedAt })
    .onConflictDoUpdate({
      target: officeSettingTable.key,
      set: { updatedAt, value: next, version: sql`${version} + 1` },
    })
    .getSQL();
}

/** Ids of what the database shows to whoever the handle is bound to. */
export type Visible = {
  readonly establishments: Pick<ReadonlySet<string>, "has">;
  readonly officials: Pick<ReadonlySet<string>, "has">;
};

/** The ids as one value: fifty thousand rows of one column take the driver ten times as long to read. */
async function readIds(
  db: Db,
  table: PgTable,
  id: PgColumn,
  ids: readonly string[] | undefined,
): Promise<Set<string>> {
  const isAsked = ids === undefined ? undefined : sql`${id} = any(${sql.param([...ids])}::text[])`;
  const [row] = await db
    .select({ ids: sql<string[] | null>`json_agg(${id})` })
    .from(table)
    .where(isAsked);
  return new Set(row?.ids ?? []);
}

/** Of these, or of all, those that the database shows to whoever the handle is bound to; it looks at each one asked. */
export const readVisible = async (db: Db, among?: Part): Promise<Visible> => ({
  establishments: await readIds(db, establishmentTable, establishmentTable.id, among?.establishments),
  officials: await readIds(db, officialTable, officialTable.id, among?.officials),
});

const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

type StoredTimes = {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
};

const toTimes = (row: StoredTimes) => ({
  from: row.validFrom as PlainDate,
  to: row.validTo as PlainDate | null,
  recordedFrom: toDay(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : toDay(row.supersededAt),
});

/** Which establishments an official answers for as the records stand now. */
export async function listAnsweredBy(db: Db, officials: readonly string[]): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ id: assignmentTable.establishmentId })
    .from(assignmentTable)
    .where(and(inArray(assignmentTable.officialId, [...officials]), isNull(assignmentTable.supersededAt)));
  return rows.map(({ id }) => id);
}

/** What of the register is read; officials who answer for one of the establishments are read with them. */
export type Part = { readonly establishments: readonly string[]; readonly officials: readonly string[] };

/** All records, or those of a part, each kind in the order of establishments' ids. */
export async function readPictureRecords(db: Db, part?: Part): Promise<PictureRecords> {
  const within = (column: PgColumn): SQL | undefined =>
    part === undefined ? undefined : sql`${column} = any(${sql.param([...part.establishments])}::text[])`;
  const establishments = await db
    .select()
    .from(establishmentTable)
    .where(within(establishmentTable.id))
    .orderBy(establishmentTable.id);
  const states = await db
    .select()
    .from(establishmentStateTable)
    .where(within(establishmentStateTable.establishmentId))
    .orderBy(establishmentStateTable.id);
  const grades = await db
    .select()
    .from(pairingGradeTable)
    .where(within(pairingGradeTable.establishmentId))
    .orderBy(pairingGradeTable.recordedAt);
  const risks = await db
    .select()
    .from(riskGradeTable)
    .where(within(riskGradeTable.establishmentId))
    .orderBy(riskGradeTable.recordedAt);
  const assignments = await db
    .select()
    .from(assignmentTable)
    .where(within(assignmentTable.establishmentId))
    .orderBy(assignmentTable.recordedAt);
  const asked =
    part === undefined ? [] : [...part.officials, ...assignments.map(({ officialId }) => officialId)];
  const officials = await db
    .select()
    .from(officialTable)
    .where(
      part === undefined
        ? undefined
        : sql`${officialTable.id} = any(${sql.param([...new Set(asked)])}::text[])`,
    )
    .orderBy(officialTable.id);
  const visits = await db
    .select({
      establishment: visitTable.establishmentId,
      official: visitTable.officialId,
      standInFor: visitTable.standInFor,
      jointWith: visitTable.jointWith,
      madeOn: visitTable.madeOn,
      recordedOn: visitTable.recordedOn,
      mode: visitTable.mode,
      complete: visitTable.complete,
    })
    .from(visitTable)
    .where(within(visitTable.establishmentId));
  const waivers = await db.select().from(waiverTable).where(within(waiverTable.establishmentId));
  return {
    establishments: establishments.map(
      ({ countyCode, nameKey, namePinyin, nameInitials, contactMobile, createdAt, ...facts }) =>
        ({
          ...facts,
          searchText: [nameKey, namePinyin, nameInitials, facts.creditCode, facts.licenceNumber]
            .filter((part) => part !== null)
            .join("\n")
            .toLowerCase(),
        }) as PictureRecords["establishments"][number],
    ),
    states: states.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.state,
          ...toTimes(row),
        }) as PictureRecords["states"][number],
    ),
    grades: grades.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.grade,
          ruleId: row.ruleId,
          schemeId: row.schemeId,
          ...toTimes(row),
        }) as PictureRecords["grades"][number],
    ),
    riskGrades: risks.map(
      (row) =>
        ({
          establishment: row.establishmentId,
          value: row.grade,
          source: row.source,
          basis: row.basis,
          ...toTimes(row),
        }) as PictureRecords["riskGrades"][number],
    ),
    officials: officials.map(
      ({
        countyCode,
        nameKey,
        namePinyin,
        nameInitials,
        validFrom,
        validTo,
        officePhone,
        mobile,
        version,
        recordedAt,
        updatedAt,
        ...official
      }) =>
        ({
          ...official,
          from: validFrom,
          to: validTo,
          searchText: [nameKey, namePinyin, nameInitials, official.unit].join("\n").toLowerCase(),
        }) as PictureRecords["officials"][number],
    ),
    assignments: assignments.map((row) => ({
      establishment: row.establishmentId,
      official: row.officialId,
      ...toTimes(row),
    })),
    visits: visits as unknown as PictureRecords["visits"],
    waivers: waivers
      .filter((row) => row.supersededAt === null)
      .map(
        (row) =>
          ({
            id: row.id,
            establishment: row.establishmentId,
            period: row.period,
            reason: row.reason,
            approvedBy: row.approvedBy,
            approverLevel: row.approverLevel,
            recordedOn: toDay(row.recordedAt),
          }) as Waiver,
      ),
  };
}
