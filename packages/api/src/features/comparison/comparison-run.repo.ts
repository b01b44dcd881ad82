import { ComparisonRun, ProblemShape } from "@shian/domain";
import { desc, eq } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "../../storage/database.js";
import { comparisonRunTable } from "./comparison.table.js";

/** A comparison as stored: what the contract shows, without what is counted from its rows. */
export const StoredComparison = z.strictObject({
  id: z.string(),
  fileId: z.string(),
  fileName: z.string(),
  source: z.string(),
  takenOn: ComparisonRun.shape.takenOn,
  territory: z.string(),
  status: ComparisonRun.shape.status,
  progress: ComparisonRun.shape.progress,
  mapping: ComparisonRun.shape.mapping,
  counts: ComparisonRun.shape.counts,
  failure: ProblemShape.nullable(),
  begunBy: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StoredComparison = z.infer<typeof StoredComparison>;

const toRun = ({ done, total, ...row }: typeof comparisonRunTable.$inferSelect): StoredComparison =>
  StoredComparison.parse({ ...row, progress: { done, of: total } });

/** Begins a comparison. */
export async function insertComparison(db: Db, { progress, ...run }: StoredComparison): Promise<void> {
  await db.insert(comparisonRunTable).values({ ...run, done: progress.done, total: progress.of });
}

/** Writes what has changed in a comparison. */
export async function updateComparison(
  db: Db,
  id: string,
  { progress, ...changes }: Partial<Omit<StoredComparison, "id">>,
): Promise<void> {
  const columns = progress === undefined ? changes : { ...changes, done: progress.done, total: progress.of };
  await db.update(comparisonRunTable).set(columns).where(eq(comparisonRunTable.id, id));
}

/** The comparison with that id; `lock` makes others who want to change it wait for this transaction. */
export async function findComparison(
  db: Db,
  id: string,
  { lock = false } = {},
): Promise<StoredComparison | undefined> {
  const question = db.select().from(comparisonRunTable).where(eq(comparisonRunTable.id, id));
  const [row] = await (lock ? question.for("update") : question);
  return row === undefined ? undefined : toRun(row);
}

/** The latest comparisons, the newest first. */
export async function listComparisons(db: Db, limit: number): Promise<readonly StoredComparison[]> {
  const rows = await db
    .select()
    .from(comparisonRunTable)
    .orderBy(desc(comparisonRunTable.createdAt), desc(comparisonRunTable.id))
    .limit(limit);
  return rows.map(toRun);
}
