import { Commitment, type CommitmentRecord, type PlainDate, toOfficeDay } from "@shian/domain";
import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import { bulkInsert } from "../../storage/bulk-write.js";
import { type Db, executeRows } from "../../storage/database.js";
import { findOfficialCounties } from "../chain/official-counties.repo.js";
import {
  acknowledgementTable,
  commitmentPaperTable,
  commitmentTable,
  type StoredAnnexLine,
} from "./commitment.table.js";

const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

/** A commitment as recorded, with what only its views need. */
export type StoredCommitment = CommitmentRecord &
  Commitment & {
    readonly signedAt: string;
    readonly recordedBy: string;
    readonly paper: string | null;
    readonly superseded: boolean;
  };

type Row = typeof commitmentTable.$inferSelect;

const toCommitment = (row: Row): StoredCommitment => ({
  ...Commitment.parse({
    id: row.id,
    official: row.officialId,
    year: row.year,
    name: row.name,
    unit: row.unit,
    post: row.post,
    level: row.level,
    jurisdictions: row.jurisdictions,
    way: row.way,
    from: row.validFrom,
    to: row.validTo ?? row.validFrom,
    signedOn: row.signedOn,
    endedBecause: row.endedBecause,
    annexHash: row.annexHash,
    documentHash: row.documentHash,
  }),
  recordedFrom: toDay(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : toDay(row.supersededAt),
  signedAt: row.signedAt,
  recordedBy: row.recordedBy,
  paper: row.paperId,
  superseded: row.supersededAt !== null,
});

/** Commitments of the officials, of all without names; the latest first. */
export async function listCommitments(
  db: Db,
  officials?: readonly string[],
): Promise<readonly StoredCommitment[]> {
  const rows = await db
    .select()
    .from(commitmentTable)
    .where(officials === undefined ? undefined : inArray(commitmentTable.officialId, [...officials]))
    .orderBy(desc(commitmentTable.validFrom), desc(commitmentTable.recordedAt), asc(commitmentTable.id));
  return rows.map(toCommitment);
}

/** One commitment; undefined where none is to be seen. */
export async function findCommitment(db: Db, id: string): Promise<StoredCommitment | undefined> {
  const [row] = await db.select().from(commitmentTable).where(eq(commitmentTable.id, id));
  return row === undefined ? undefined : toCommitment(row);
}

export type StoredAcknowledgement = {
  readonly official: string;
  readonly version: number;
  readonly hash: string;
  readonly lines: readonly StoredAnnexLine[];
  readonly on: PlainDate;
  readonly at: string;
};

/** Acknowledgements of the officials, of all without names; the latest first. */
export async function listAcknowledgements(
  db: Db,
  officials?: readonly string[],
): Promise<readonly StoredAcknowledgement[]> {
  const rows = await db
    .select()
    .from(acknowledgementTable)
    .where(officials === undefined ? undefined : inArray(acknowledgementTable.officialId, [...officials]))
    .orderBy(desc(acknowledgementTable.recordedAt), desc(acknowledgementTable.id));
  return rows.map((row) => ({
    official: row.officialId,
    version: row.annexVersion,
    hash: row.contentHash,
    lines: row.lines,
    on: row.acknowledgedOn as PlainDate,
    at: row.recordedAt,
  }));
}

/** The hashes alone of what was acknowledged, for counts over everybody: lists are long and seldom looked at. */
export async function listAcknowledgedHashes(
  db: Db,
  officials?: readonly string[],
): Promise<readonly Pick<StoredAcknowledgement, "official" | "hash" | "on">[]> {
  const { officialId, contentHash, acknowledgedOn } = acknowledgementTable;
  const rows = await db
    .select({ official: officialId, hash: contentHash, on: acknowledgedOn })
    .from(acknowledgementTable)
    .where(officials === undefined ? undefined : inArray(officialId, [...officials]));
  return rows.map(({ on, ...row }) => ({ ...row, on: on as PlainDate }));
}

/** Tells whether anything of either kind was added or ended since: the same text while nothing was. */
export async function readCommitmentStamp(db: Db): Promise<string> {
  const [row] = await executeRows(
    db,
    sql`select (select concat_ws(' ', count(*), max(${commitmentTable.recordedAt}), count(${commitmentTable.supersededAt}))
        from ${commitmentTable}) as signed,
      (select count(*) from ${acknowledgementTable}) as acknowledged`,
  );
  return `${row?.signed} ${row?.acknowledged}`;
}

export type NewCommitment = Commitment & {
  readonly signedAt: string;
  readonly recordedBy: string;
  readonly paper: string | null;
};

/** Adds commitments, recorded now. */
export async function insertCommitments(
  db: Db,
  commitments: readonly NewCommitment[],
  recordedAt: string,
): Promise<void> {
  const countyOf = await findOfficialCounties(
    db,
    commitments.map(({ official }) => official),
  );
  const rows = commitments.map(({ official, from, to, paper, jurisdictions, ...facts }) => ({
    ...facts,
    countyCode: countyOf(official),
    officialId: official,
    jurisdictions: [...jurisdictions],
    validFrom: from,
    validTo: to,
    paperId: paper,
    recordedAt,
    supersededAt: null,
  }));
  await bulkInsert(db, commitmentTable, rows);
}

/** Ends the recorded interval of these commitments, whose successors the caller adds. */
export const supersedeCommitments = async (db: Db, ids: readonly string[], at: string): Promise<void> => {
  await db
    .update(commitmentTable)
    .set({ supersededAt: at })
    .where(and(inArray(commitmentTable.id, [...ids]), isNull(commitmentTable.supersededAt)));
};

/** Which of the officials had a commitment recorded or superseded after the instant. */
export async function findCommittedSince(
  db: Db,
  officials: readonly string[],
  at: string,
): Promise<readonly string[]> {
  const { officialId, recordedAt, supersededAt } = commitmentTable;
  const rows = await db
    .selectDistinct({ official: officialId })
    .from(commitmentTable)
    .where(and(inArray(officialId, [...officials]), or(gt(recordedAt, at), gt(supersededAt, at))))
    .orderBy(asc(officialId));
  return rows.map(({ official }) => official);
}

export type NewAcknowledgement = Omit<StoredAcknowledgement, "at"> & {
  readonly id: string;
  readonly recordedBy: string;
};

/** Adds acknowledgements, recorded now. */
export async function insertAcknowledgements(
  db: Db,
  acknowledgements: readonly NewAcknowledgement[],
  recordedAt: string,
): Promise<void> {
  const countyOf = await findOfficialCounties(
    db,
    acknowledgements.map(({ official }) => official),
  );
  const rows = acknowledgements.map((one) => ({
    id: one.id,
    countyCode: countyOf(one.official),
    officialId: one.official,
    annexVersion: one.version,
    contentHash: one.hash,
    lines: one.lines,
    acknowledgedOn: one.on,
    recordedAt,
    recordedBy: one.recordedBy,
  }));
  await bulkInsert(db, acknowledgementTable, rows);
}

/** A signed paper as it is kept, sealed. */
export type StoredPaper = Omit<typeof commitmentPaperTable.$inferSelect, "countyCode" | "recordedAt">;

export async function insertPaper(db: Db, paper: StoredPaper, recordedAt: string): Promise<void> {
  const countyOf = await findOfficialCounties(db, [paper.officialId]);
  await db
    .insert(commitmentPaperTable)
    .values({ ...paper, countyCode: countyOf(paper.officialId), recordedAt });
}

/** The paper; undefined where none is to be seen. */
export async function findPaper(db: Db, id: string): Promise<StoredPaper | undefined> {
  const [row] = await db.select().from(commitmentPaperTable).where(eq(commitmentPaperTable.id, id));
  return row;
}
