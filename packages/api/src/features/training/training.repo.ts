// Plans, sessions and documents: kept as the domain's shapes under the place of the office that keeps them.
import { type PlainDate, SuperiorDocument, TrainingPlan, TrainingSession, toOfficeDay } from "@shian/domain";
import { and, asc, eq, inArray } from "drizzle-orm";
import type * as z from "zod";
import type { Db } from "../../storage/database.js";
import { toCountyCode } from "../../storage/to-county-code.js";
import { superiorDocumentTable, trainingPlanTable, trainingSessionTable } from "./training.table.js";

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

/** Plans, withdrawn ones too, in the order in which they were made. */
export async function listPlans(db: Db): Promise<readonly StoredPlan[]> {
  const { createdAt, id } = trainingPlanTable;
  const rows = await db.select().from(trainingPlanTable).orderBy(asc(createdAt), asc(id));
  return rows.map((row) => toKept(row, TrainingPlan));
}

export async function findPlan(db: Db, id: string): Promise<StoredPlan | undefined> {
  const [row] = await db.select().from(trainingPlanTable).where(eq(trainingPlanTable.id, id));
  return row === undefined ? undefined : toKept(row, TrainingPlan);
}

/** Sessions of the plans, withdrawn ones too. */
export async function listSessions(db: Db, plans: readonly string[]): Promise<readonly StoredSession[]> {
  if (plans.length === 0) return [];
  const { planId, createdAt, id } = trainingSessionTable;
  const rows = await db
    .select()
    .from(trainingSessionTable)
    .where(inArray(planId, [...plans]))
    .orderBy(asc(createdAt), asc(id));
  return rows.map(toSession);
}

export async function findSession(db: Db, id: string): Promise<StoredSession | undefined> {
  const [row] = await db.select().from(trainingSessionTable).where(eq(trainingSessionTable.id, id));
  return row === undefined ? undefined : toSession(row);
}

export async function listDocuments(db: Db): Promise<readonly StoredDocument[]> {
  const { createdAt, id } = superiorDocumentTable;
  const rows = await db.select().from(superiorDocumentTable).orderBy(asc(createdAt), asc(id));
  return rows.map(toDocument);
}

export async function findDocument(db: Db, id: string): Promise<StoredDocument | undefined> {
  const [row] = await db.select().from(superiorDocumentTable).where(eq(superiorDocumentTable.id, id));
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

/** Writes the next version over the one seen; false when somebody else was first. */
export async function updateKept(
  db: Db,
  kind: KeptKind,
  seen: { readonly id: string; readonly version: number },
  change: Partial<Pick<Written, "content" | "fileId" | "contentHash">> & { readonly withdrawnAt?: string },
  { at, by }: { readonly at: string; readonly by: string },
): Promise<boolean> {
  const table = tables[kind];
  const rows = await db
    .update(table)
    .set({ ...change, version: seen.version + 1, updatedAt: at, updatedBy: by })
    .where(and(eq(table.id, seen.id), eq(table.version, seen.version)))
    .returning({ id: table.id });
  return rows.length > 0;
}
