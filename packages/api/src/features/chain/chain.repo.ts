import { Official } from "@shian/domain";
import { asc, eq, inArray, sql } from "drizzle-orm";
import { toNameKeys } from "../../name-keys.js";
import { bulkInsert } from "../../storage/bulk-write.js";
import { type Db, executeRows } from "../../storage/database.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { endFrom, type Recording, recordFrom } from "../registry/record-from.repo.js";
import { assignmentTable, officialTable } from "./chain.table.js";
import { type PostRecording, recordPosts } from "./official-post.repo.js";

type Row = typeof officialTable.$inferSelect;

// Unchecked in bulk: rows were checked when they were written.
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

/** All officials, also former ones, in the order of ids. */
export async function listAllOfficials(db: Db): Promise<readonly Official[]> {
  return (await db.select().from(officialTable).orderBy(asc(officialTable.id))).map(toOfficial);
}

const toColumns = ({ from, to, ...official }: Official, at: string) => ({
  ...official,
  ...toNameKeys(official.name),
  jurisdictions: [...official.jurisdictions],
  validFrom: from,
  validTo: to,
  updatedAt: at,
});

/** Enters officials; an official's county is that of the first jurisdiction when first entered and does not move. */
export async function insertOfficials(
  db: Db,
  officials: readonly Official[],
  recording: PostRecording,
): Promise<void> {
  const { at } = recording;
  const rows = officials.map((official) => ({
    ...toColumns(official, at),
    countyCode: toCountyCode(official.jurisdictions[0] ?? null),
    version: 1,
    recordedAt: at,
  }));
  await bulkInsert(db, officialTable, rows);
  await recordPosts(db, officials, recording);
}

/** Writes officials over what the directory held; a changed post is recorded from its first day on. */
export async function updateOfficials(
  db: Db,
  officials: readonly Official[],
  recording: PostRecording,
): Promise<void> {
  for (const official of officials)
    await db
      .update(officialTable)
      .set({
        ...toColumns(Official.parse(official), recording.at),
        version: sql`${officialTable.version} + 1`,
      })
      .where(eq(officialTable.id, official.id));
  await recordPosts(db, officials, recording);
}

/** The directory's rows of the officials as they stand, in the order of ids. */
export async function listDirectoryRows(db: Db, ids: readonly string[]): Promise<readonly Official[]> {
  const rows = await db
    .select()
    .from(officialTable)
    .where(inArray(officialTable.id, [...ids]))
    .orderBy(asc(officialTable.id));
  return rows.map(toOfficial);
}

/** Writes the directory's rows again as they stood; their posts are taken back apart. */
export async function restoreDirectoryRows(
  db: Db,
  officials: readonly Official[],
  at: string,
): Promise<void> {
  for (const { unit, post, level, jurisdictions, from, to, id } of officials)
    await db
      .update(officialTable)
      .set({
        unit,
        post,
        level,
        jurisdictions: [...jurisdictions],
        validFrom: from,
        validTo: to,
        updatedAt: at,
        version: sql`${officialTable.version} + 1`,
      })
      .where(eq(officialTable.id, id));
}

/** An official who begins to answer for an establishment. */
export type NewAssignment = { readonly establishment: string; readonly official: string };

/** Records who answers from a day on; an assignment that had begun before ends there, a later one is superseded. */
export const recordAssignments = (
  db: Db,
  assignments: readonly NewAssignment[],
  recording: Recording,
): Promise<void> =>
  recordFrom(
    db,
    assignmentTable,
    assignments.map(({ establishment, official }) => ({ establishment, columns: { officialId: official } })),
    recording,
  );

/** Nobody answers for the establishments from the day on. */
export const endAssignments = (
  db: Db,
  establishments: readonly string[],
  recording: Recording,
): Promise<void> => endFrom(db, assignmentTable, establishments, recording);

/** Until this transaction ends nobody else assigns, so that a capacity that was free is free when it is taken. */
export async function lockAssignments(db: Db): Promise<void> {
  await lockUntilCommit(db, "assignments");
}

/**
 * How many active establishments each of the officials answers for on the day, in the whole register: also those that
 * who asks does not reach. An official without any is left out.
 */
export async function countLoads(
  db: Db,
  officials: readonly string[],
  on: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await executeRows(
    db,
    sql`select official, load from shian_loads(${sql.param([...officials])}::text[], ${on}::date)`,
  );
  return new Map(rows.map(({ official, load }) => [String(official), Number(load)]));
}
