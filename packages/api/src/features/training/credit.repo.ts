// What officials have taken part in: credits, tries of tests, documents read.
import { GivenAnswer, type PlainDate, TrainingQuestion, toOfficeDay } from "@shian/domain";
import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import * as z from "zod";
import { bulkInsert } from "../../storage/bulk-write.js";
import type { Db } from "../../storage/database.js";
import { findOfficialCounties } from "../chain/official-counties.repo.js";
import { documentReadingTable, trainingCreditTable, trainingTestTable } from "./training.table.js";

export type CreditWay = "scanned" | "entered" | "passed";

/** A credit in two times: it holds from its day on. */
export type StoredCredit = {
  readonly id: string;
  readonly session: string;
  readonly official: string;
  readonly way: CreditWay;
  readonly on: PlainDate;
  readonly at: string;
  readonly by: string;
  readonly from: PlainDate;
  readonly recordedFrom: PlainDate;
  readonly recordedTo: PlainDate | null;
};

const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

const toCredit = (row: typeof trainingCreditTable.$inferSelect): StoredCredit => ({
  id: row.id,
  session: row.sessionId,
  official: row.officialId,
  way: row.way as CreditWay,
  on: row.creditedOn as PlainDate,
  at: row.recordedAt,
  by: row.recordedBy,
  from: row.creditedOn as PlainDate,
  recordedFrom: toDay(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : toDay(row.supersededAt),
});

/** All credits of the sessions, those taken back too, the earliest first. */
export async function listCredits(db: Db, sessions: readonly string[]): Promise<readonly StoredCredit[]> {
  if (sessions.length === 0) return [];
  const { sessionId, recordedAt, id } = trainingCreditTable;
  const rows = await db
    .select()
    .from(trainingCreditTable)
    .where(inArray(sessionId, [...sessions]))
    .orderBy(asc(recordedAt), asc(id));
  return rows.map(toCredit);
}

/** Credits of one official that stand. */
export async function listCreditsOf(db: Db, official: string): Promise<readonly StoredCredit[]> {
  const { officialId, supersededAt, creditedOn } = trainingCreditTable;
  const rows = await db
    .select()
    .from(trainingCreditTable)
    .where(and(eq(officialId, official), isNull(supersededAt)))
    .orderBy(asc(creditedOn));
  return rows.map(toCredit);
}

export async function insertCredits(
  db: Db,
  credits: readonly Pick<StoredCredit, "id" | "session" | "official" | "way" | "on" | "by">[],
  at: string,
): Promise<void> {
  const countyOf = await findOfficialCounties(
    db,
    credits.map(({ official }) => official),
  );
  await bulkInsert(
    db,
    trainingCreditTable,
    credits.map(({ id, session, official, way, on, by }) => ({
      countyCode: countyOf(official),
      id,
      sessionId: session,
      officialId: official,
      way,
      creditedOn: on,
      recordedAt: at,
      recordedBy: by,
      supersededAt: null,
    })),
  );
}

/** Takes a credit back; what was known of it stays. */
export const supersedeCredit = (db: Db, id: string, at: string) =>
  db.update(trainingCreditTable).set({ supersededAt: at }).where(eq(trainingCreditTable.id, id));

const Asked = z.array(z.strictObject({ id: z.string(), ...TrainingQuestion.shape }));
export type Asked = z.infer<typeof Asked>;

/** One try of a test. */
export type StoredTest = {
  readonly id: string;
  readonly session: string;
  readonly official: string;
  readonly asked: Asked;
  readonly passMark: number;
  readonly begunAt: string;
  readonly answers: readonly GivenAnswer[] | null;
  readonly right: number | null;
  readonly passed: boolean | null;
  readonly submittedAt: string | null;
};

const toTest = (row: typeof trainingTestTable.$inferSelect): StoredTest => ({
  id: row.id,
  session: row.sessionId,
  official: row.officialId,
  asked: Asked.parse(row.asked),
  passMark: row.passMark,
  begunAt: row.begunAt,
  answers: row.answers === null ? null : z.array(GivenAnswer).parse(row.answers),
  right: row.rightCount,
  passed: row.passed,
  submittedAt: row.submittedAt,
});

/** Tries of the sessions, of one official or of all that the database shows, the earliest first. */
export async function listTests(
  db: Db,
  sessions: readonly string[],
  official?: string,
): Promise<readonly StoredTest[]> {
  if (sessions.length === 0) return [];
  const { sessionId, officialId, begunAt } = trainingTestTable;
  const rows = await db
    .select()
    .from(trainingTestTable)
    .where(
      and(inArray(sessionId, [...sessions]), official === undefined ? undefined : eq(officialId, official)),
    )
    .orderBy(asc(begunAt), asc(trainingTestTable.id));
  return rows.map(toTest);
}

export async function findTest(db: Db, id: string): Promise<StoredTest | undefined> {
  const [row] = await db.select().from(trainingTestTable).where(eq(trainingTestTable.id, id));
  return row === undefined ? undefined : toTest(row);
}

export async function insertTest(
  db: Db,
  test: Pick<StoredTest, "id" | "session" | "official" | "asked" | "passMark" | "begunAt">,
): Promise<void> {
  const countyOf = await findOfficialCounties(db, [test.official]);
  await db.insert(trainingTestTable).values({
    countyCode: countyOf(test.official),
    id: test.id,
    sessionId: test.session,
    officialId: test.official,
    asked: test.asked,
    passMark: test.passMark,
    begunAt: test.begunAt,
  });
}

/** Hands a try in; false when that was done already. */
export async function submitStoredTest(
  db: Db,
  id: string,
  outcome: { readonly answers: readonly GivenAnswer[]; readonly right: number; readonly passed: boolean },
  at: string,
): Promise<boolean> {
  const rows = await db
    .update(trainingTestTable)
    .set({ answers: outcome.answers, rightCount: outcome.right, passed: outcome.passed, submittedAt: at })
    .where(and(eq(trainingTestTable.id, id), isNull(trainingTestTable.submittedAt)))
    .returning({ id: trainingTestTable.id });
  return rows.length > 0;
}

export type StoredReading = {
  readonly document: string;
  readonly official: string;
  readonly hash: string;
  readonly on: PlainDate;
  readonly recordedFrom: PlainDate;
};

/** Readings of the documents, by everybody or by the officials named. */
export async function listReadings(
  db: Db,
  documents: readonly string[],
  officials?: readonly string[],
): Promise<readonly StoredReading[]> {
  if (documents.length === 0) return [];
  const { documentId, officialId, readOn, id } = documentReadingTable;
  const rows = await db
    .select()
    .from(documentReadingTable)
    .where(
      and(
        inArray(documentId, [...documents]),
        officials === undefined ? undefined : inArray(officialId, [...officials]),
      ),
    )
    .orderBy(asc(readOn), asc(id));
  return rows.map((row) => ({
    document: row.documentId,
    official: row.officialId,
    hash: row.contentHash,
    on: row.readOn as PlainDate,
    recordedFrom: toDay(row.recordedAt),
  }));
}

export async function insertReadings(
  db: Db,
  readings: readonly (Omit<StoredReading, "recordedFrom"> & { readonly id: string })[],
  at: string,
): Promise<void> {
  const countyOf = await findOfficialCounties(
    db,
    readings.map(({ official }) => official),
  );
  await bulkInsert(
    db,
    documentReadingTable,
    readings.map(({ id, document, official, hash, on }) => ({
      countyCode: countyOf(official),
      id,
      documentId: document,
      officialId: official,
      contentHash: hash,
      readOn: on,
      recordedAt: at,
    })),
  );
}

/** How many have taken part in a session or taken its test, whoever asks. */
export async function countResults(db: Db, session: string): Promise<number> {
  const { supersededAt, sessionId, officialId } = trainingCreditTable;
  const credited = await db
    .select({ official: officialId })
    .from(trainingCreditTable)
    .where(and(eq(sessionId, session), isNull(supersededAt)));
  const tried = await db
    .select({ official: trainingTestTable.officialId })
    .from(trainingTestTable)
    .where(eq(trainingTestTable.sessionId, session));
  return new Set([...credited, ...tried].map(({ official }) => official)).size;
}
