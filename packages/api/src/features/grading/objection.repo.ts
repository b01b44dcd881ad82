// Entries of objections to grades.
import type { GradeMark, GradeScale, ObjectionEntry, PlainDate } from "@shian/domain";
import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../storage/database.js";
import { findCountyCodes } from "../registry/county-codes.repo.js";
import { objectionEntryTable } from "./grading.table.js";

/** An objection with its entries in their order. */
export type StoredObjection = {
  readonly id: string;
  readonly establishment: string;
  readonly scale: GradeScale;
  /** The grade that stood when it was raised. */
  readonly present: GradeMark | null;
  readonly entries: readonly ObjectionEntry[];
};

type Row = typeof objectionEntryTable.$inferSelect;

function toObjections(rows: readonly Row[]): readonly StoredObjection[] {
  const byId = new Map<string, { first: Row; entries: ObjectionEntry[] }>();
  for (const row of rows) {
    const found = byId.get(row.objectionId) ?? { first: row, entries: [] };
    byId.set(row.objectionId, found);
    found.entries.push({
      seq: row.seq,
      act: row.act as ObjectionEntry["act"],
      on: row.enteredOn as PlainDate,
      by: row.byName,
      role: row.byRole as ObjectionEntry["role"],
      text: row.body,
      grade: row.grade as GradeMark | null,
      from: row.validFrom as PlainDate | null,
      to: row.validTo as PlainDate | null,
    });
  }
  return [...byId.values()].map(({ first, entries }) => ({
    id: first.objectionId,
    establishment: first.establishmentId,
    scale: first.scale as GradeScale,
    present: first.present as GradeMark | null,
    entries,
  }));
}

/** All objections that the database shows, or those about some establishments. */
export async function listObjections(
  db: Db,
  establishments?: readonly string[],
): Promise<readonly StoredObjection[]> {
  const { establishmentId, objectionId, seq } = objectionEntryTable;
  const isAsked = establishments === undefined ? undefined : inArray(establishmentId, [...establishments]);
  return toObjections(
    await db.select().from(objectionEntryTable).where(isAsked).orderBy(asc(objectionId), asc(seq)),
  );
}

export async function findObjection(db: Db, id: string): Promise<StoredObjection | undefined> {
  const { objectionId, seq } = objectionEntryTable;
  return toObjections(
    await db.select().from(objectionEntryTable).where(eq(objectionId, id)).orderBy(asc(seq)),
  )[0];
}

/** Adds an entry; the number of one that somebody else has just added is refused by the database. */
export async function insertObjectionEntry(
  db: Db,
  objection: Omit<StoredObjection, "entries">,
  entry: ObjectionEntry,
  { id, personId, at }: { readonly id: string; readonly personId: string | null; readonly at: string },
): Promise<void> {
  const countyOf = await findCountyCodes(db, [objection.establishment]);
  await db.insert(objectionEntryTable).values({
    countyCode: countyOf(objection.establishment),
    id,
    objectionId: objection.id,
    establishmentId: objection.establishment,
    scale: objection.scale,
    present: objection.present,
    seq: entry.seq,
    act: entry.act,
    enteredOn: entry.on,
    body: entry.text,
    grade: entry.grade,
    validFrom: entry.from,
    validTo: entry.to,
    personId,
    byName: entry.by,
    byRole: entry.role,
    recordedAt: at,
  });
}
