// Plans, sessions and documents: kept as the domain's shapes under the place of the office that keeps them.
import { type PlainDate, SuperiorDocument, TrainingPlan, TrainingSession, toOfficeDay } from "@shian/domain";
import { and, asc, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import {
  superiorDocumentTable,
  trainingPastTable,
  trainingPlanTable,
  trainingSessionTable,
} from "./training.table.js";

/** One of them with what is kept beside it. */
export type Kept<T> = {
  readonly id: string;
  readonly territory: string;
  readonly content: T;
  readonly version: number;
  readonly createdOn: PlainDate;
  readonly withdrawnOn: PlainDate | null;
  readonly updatedAt: string;
  readonly updatedBy: string;
};
export type StoredPlan = Kept<TrainingPlan>;
export type StoredSession = Kept<TrainingSession> & {
  readonly plan: string;
  readonly file: string | null;
  readonly secret: string;
};
export type StoredDocument = Kept<SuperiorDocument> & { readonly file: string | null; readonly hash: string };

type Row = typeof trainingPlanTable.$inferSelect;

const toDay = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

const toKept = <T>(row: Row, schema: z.ZodType<T>): Kept<T> => ({
  id: row.id,
  territory: row.territory,
  content: schema.parse(row.content),
  version: row.version,
  createdOn: toDay(row.createdAt),
  withdrawnOn: row.withdrawnAt === null ? null : toDay(row.withdrawnAt),
  updatedAt: row.updatedAt,
  updatedBy: row.updatedBy,
});

const toSession = (row: typeof trainingSessionTable.$inferSelect): StoredSession => ({
  ...toKept(row, TrainingSession),
  plan: row.planId,
  file: row.fileId,
  secret: row.secret,
});

const toDocument = (row: typeof superiorDocumentTable.$inferSelect): StoredDocument => ({
  ...toKept(row, SuperiorDocument),
  file: row.fileId,
  hash: row.contentHash,
});

/** The rows as they were known at the end of the day, now without one; those made later stand as they were made first. */
async function asKnown<R extends Row>(
  db: Db,
  rows: readonly R[],
  knownOn: PlainDate | undefined,
): Promise<readonly R[]> {
  if (knownOn === undefined) return rows;
  const later = rows.filter(({ updatedAt }) => toDay(updatedAt) > knownOn).map(({ id }) => id);
  if (later.length === 0) return rows;
  const past = await db
    .select()
    .from(trainingPastTable)
    .where(inArray(trainingPastTable.id, later))
    .orderBy(asc(trainingPastTable.version));
  const known = new Map<string, typeof trainingPastTable.$inferSelect>();
  for (const version of past)
    if (version.version === 1 || toDay(version.recordedAt) <= knownOn) known.set(version.id, version);
  return rows.map((row) => {
    const before = known.get(row.id);
    if (before === undefined) return row;
    const { content, fileId, contentHash, version } = before;
    return { ...row, content, fileId, contentHash, version };
  });
}

/** Plans, withdrawn ones too, in the order in which they were made. */
export async function listPlans(db: Db, knownOn?: PlainDate): Promise<readonly StoredPlan[]> {
  const { createdAt, id } = trainingPlanTable;
  const rows = await db.select().from(trainingPlanTable).orderBy(asc(createdAt), asc(id));
  return (await asKnown(db, rows, knownOn)).map((row) => toKept(row, TrainingPlan));
}

export async function findPlan(db: Db, id: string, knownOn?: PlainDate): Promise<StoredPlan | undefined> {
  const rows = await db.select().from(trainingPlanTable).where(eq(trainingPlanTable.id, id));
  const [row] = await asKnown(db, rows, knownOn);
  return row === undefined ? undefined : toKept(row, TrainingPlan);
}

/** Sessions of the plans, withdrawn ones too. */
export async function listSessions(
  db: Db,
  plans: readonly string[],
  knownOn?: PlainDate,
): Promise<readonly StoredSession[]> {
  if (plans.length === 0) return [];
  const { planId, createdAt, id } = trainingSessionTable;
  const rows = await db
    .select()
    .from(trainingSessionTable)
    .where(inArray(planId, [...plans]))
    .orderBy(asc(createdAt), asc(id));
  return (await asKnown(db, rows, knownOn)).map(toSession);
}

export async function findSession(
  db: Db,
  id: string,
  knownOn?: PlainDate,
): Promise<StoredSession | undefined> {
  const rows = await db.select().from(trainingSessionTable).where(eq(trainingSessionTable.id, id));
  const [row] = await asKnown(db, rows, knownOn);
  return row === undefined ? undefined : toSession(row);
}

export async function listDocuments(db: Db, knownOn?: PlainDate): Promise<readonly StoredDocument[]> {
  const { createdAt, id } = superiorDocumentTable;
  const rows = await db.select().from(superiorDocumentTable).orderBy(asc(createdAt), asc(id));
  return (await asKnown(db, rows, knownOn)).map(toDocument);
}

export async function findDocument(
  db: Db,
  id: string,
  knownOn?: PlainDate,
): Promise<StoredDocument | undefined> {
  const rows = await db.select().from(superiorDocumentTable).where(eq(superiorDocumentTable.id, id));
  const [row] = await asKnown(db, rows, knownOn);
  return row === undefined ? undefined : toDocument(row);
}

/** What a file goes with: sessions and documents that have it now. */
export async function findHolders(
  db: Db,
  file: string,
): Promise<{ readonly sessions: readonly StoredSession[]; readonly documents: readonly StoredDocument[] }> {
  const sessions = await db.select().from(trainingSessionTable).where(eq(trainingSessionTable.fileId, file));
  const documents = await db
    .select()
    .from(superiorDocumentTable)
    .where(eq(superiorDocumentTable.fileId, file));
  return { sessions: sessions.map(toSession), documents: documents.map(toDocument) };
}

const tables = {
  plan: trainingPlanTable,
  session: trainingSessionTable,
  document: superiorDocumentTable,
} as const;
export type KeptKind = keyof typeof tables;

/** What is written of each kind beside its content. */
export type Written = { readonly id: string; readonly territory: string; readonly content: object } & {
  readonly planId?: string;
  readonly secret?: string;
  readonly fileId?: string | null;
  readonly contentHash?: string;
};

/** Adds one as its first version. */
export async function insertKept(
  db: Db,
  kind: KeptKind,
  { territory, ...written }: Written,
  { at, by }: { readonly at: string; readonly by: string },
): Promise<void> {
  const row = {
    ...written,
    territory,
    countyCode: toCountyCode(territory),
    version: 1,
    createdAt: at,
    updatedAt: at,
    updatedBy: by,
  };
  if (kind === "plan") await db.insert(trainingPlanTable).values(row);
  else if (kind === "session")
    await db
      .insert(trainingSessionTable)
      .values({ ...row, planId: written.planId ?? "", secret: written.secret ?? "" });
  else await db.insert(superiorDocumentTable).values({ ...row, contentHash: written.contentHash ?? "" });
}

/** Writes the next version over the one seen, which is kept as past; false when somebody else was first. */
export async function updateKept(
  db: Db,
  kind: KeptKind,
  seen: { readonly id: string; readonly version: number },
  change: Partial<Pick<Written, "content" | "fileId" | "contentHash">> & { readonly withdrawnAt?: string },
  { at, by }: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const table = tables[kind];
  const isSeen = and(eq(table.id, seen.id), eq(table.version, seen.version));
  const [before]: readonly (Row & { fileId?: string | null; contentHash?: string })[] = await db
    .select()
    .from(table)
    .where(isSeen);
  if (before === undefined) return false;
  const rows = await db
    .update(table)
    .set({ ...change, version: seen.version + 1, updatedAt: at, updatedBy: by })
    .where(isSeen)
    .returning({ id: table.id });
  if (rows.length === 0) return false;
  const {
    countyCode,
    id,
    territory,
    version,
    content,
    fileId = null,
    contentHash = null,
    updatedAt,
  } = before;
  await db.insert(trainingPastTable).values({
    ...{ countyCode, kind, id, territory, version, content, fileId, contentHash },
    recordedAt: updatedAt,
    supersededAt: at,
  });
  return true;
}
