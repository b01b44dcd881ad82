import { Official, type PlainDate } from "@shian/domain";
import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { supersedeFrom } from "../../storage/supersede.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { assignmentTable, officialTable } from "./chain.table.js";

type Row = typeof officialTable.$inferSelect;

const toOfficial = (row: Row): Official =>
  ({
    id: row.id,
    name: row.name,
    unit: row.unit,
    post: row.post,
    level: row.level,
    jurisdictions: row.jurisdictions,
    capacity: row.capacity,
    homeGrid: row.homeGrid,
    from: row.validFrom,
    to: row.validTo,
  }) as Official;

/** The official with that id. */
export async function findOfficial(db: Db, id: string): Promise<Official | undefined> {
  const [row] = await db.select().from(officialTable).where(eq(officialTable.id, id));
  return row === undefined ? undefined : Official.parse(toOfficial(row));
}

/** All officials, also former ones, in the order of ids. */
export async function listOfficials(db: Db): Promise<readonly Official[]> {
  return (await db.select().from(officialTable).orderBy(asc(officialTable.id))).map(toOfficial);
}

/**
 * Enters officials and replaces those whose ids are known. An official's county is that of the first jurisdiction when
 * first entered and does not move.
 */
export async function saveOfficials(db: Db, officials: readonly Official[], at: string): Promise<void> {
  const stored = await db
    .select({ id: officialTable.id, countyCode: officialTable.countyCode })
    .from(officialTable);
  const countyOf = new Map(stored.map(({ id, countyCode }) => [id, countyCode]));
  for (const batch of listBatches(officials)) {
    const rows = batch.map((official) => ({
      id: official.id,
      name: official.name,
      unit: official.unit,
      post: official.post,
      level: official.level,
      jurisdictions: [...official.jurisdictions],
      capacity: official.capacity,
      homeGrid: official.homeGrid,
      validFrom: official.from,
      validTo: official.to,
      ...toNameKeys(official.name),
      countyCode: countyOf.get(official.id) ?? toCountyCode(official.jurisdictions[0] ?? null),
      version: 1,
      recordedAt: at,
      updatedAt: at,
    }));
    await db
      .insert(officialTable)
      .values(rows)
      .onConflictDoUpdate({
        target: [officialTable.countyCode, officialTable.id],
        set: {
          name: sql`excluded.name`,
          unit: sql`excluded.unit`,
          post: sql`excluded.post`,
          level: sql`excluded.level`,
          jurisdictions: sql`excluded.jurisdictions`,
          capacity: sql`excluded.capacity`,
          homeGrid: sql`excluded.home_grid`,
          validFrom: sql`excluded.valid_from`,
          validTo: sql`excluded.valid_to`,
          nameKey: sql`excluded.name_key`,
          namePinyin: sql`excluded.name_pinyin`,
          nameInitials: sql`excluded.name_initials`,
          sortKey: sql`excluded.sort_key`,
          version: sql`${officialTable.version} + 1`,
          updatedAt: at,
        },
      });
  }
}

/** An official who begins to answer for an establishment. */
export type NewAssignment = { readonly establishment: string; readonly official: string };
/** From which day on, recorded when, and where new ids come from. */
export type AssignmentRecording = {
  readonly from: PlainDate;
  readonly at: string;
  readonly newId: () => string;
};

async function replaceFrom(
  db: Db,
  establishments: readonly string[],
  { from, at, newId }: AssignmentRecording,
  added: readonly (typeof assignmentTable.$inferInsert)[],
): Promise<void> {
  const remainders = await supersedeFrom(db, assignmentTable, { establishments, from, at });
  const rows = [
    ...remainders.map(({ row, validTo }) => ({
      ...row,
      id: newId(),
      validTo,
      recordedAt: at,
      supersededAt: null,
    })),
    ...added,
  ];
  for (const batch of listBatches(rows)) await db.insert(assignmentTable).values([...batch]);
}

/** Records who answers from a day on; an assignment that had begun before ends there, a later one is superseded. */
export async function recordAssignments(
  db: Db,
  assignments: readonly NewAssignment[],
  recording: AssignmentRecording,
): Promise<void> {
  const establishments = assignments.map(({ establishment }) => establishment);
  const countyOf = await findCountyCodes(db, establishments);
  const added = assignments.map(({ establishment, official }) => ({
    countyCode: countyOf(establishment),
    id: recording.newId(),
    establishmentId: establishment,
    officialId: official,
    validFrom: recording.from,
    validTo: null,
    recordedAt: recording.at,
    supersededAt: null,
  }));
  await replaceFrom(db, establishments, recording, added);
}

/** Records that nobody answers for the establishments from a day on. */
export const endAssignments = (
  db: Db,
  establishments: readonly string[],
  recording: AssignmentRecording,
): Promise<void> => replaceFrom(db, establishments, recording, []);

/** An assignment as known now. */
export type KnownAssignment = {
  readonly id: string;
  readonly establishment: string;
  readonly official: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly recordedAt: string;
};

/** The assignments of an establishment as known now, the latest first. */
export async function listAssignmentsOf(db: Db, establishment: string): Promise<readonly KnownAssignment[]> {
  const rows = await db
    .select()
    .from(assignmentTable)
    .where(and(eq(assignmentTable.establishmentId, establishment), isNull(assignmentTable.supersededAt)))
    .orderBy(desc(assignmentTable.validFrom), desc(assignmentTable.id));
  return rows.map((row) => ({
    id: row.id,
    establishment: row.establishmentId,
    official: row.officialId,
    from: row.validFrom as PlainDate,
    to: row.validTo as PlainDate | null,
    recordedAt: row.recordedAt,
  }));
}
