import {
  ImportAnswer,
  ImportKind,
  ImportMapping,
  ImportOptions,
  ImportRun,
  ImportUndone,
  ProblemShape,
} from "@shian/domain";
import { desc, eq, inArray } from "drizzle-orm";
import * as z from "zod";
import type { Db } from "../../storage/database.js";
import { importRunTable } from "./import.table.js";

/** A run as stored: what the contract shows, and where it came from. */
export const StoredRun = z.strictObject({
  id: z.string(),
  kind: ImportKind,
  fileId: z.string(),
  fileName: z.string(),
  status: ImportRun.shape.status,
  progress: ImportRun.shape.progress,
  mapping: ImportMapping,
  answer: ImportAnswer.nullable(),
  failure: ProblemShape.nullable(),
  graded: ImportRun.shape.graded,
  source: z.string().nullable(),
  options: ImportOptions,
  appliedAt: z.string().nullable(),
  undone: ImportUndone.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type StoredRun = z.infer<typeof StoredRun>;

// Runs of an earlier version have no options.
const toRun = ({ done, total, options, ...row }: typeof importRunTable.$inferSelect): StoredRun =>
  StoredRun.parse({ ...row, options: options ?? {}, progress: { done, of: total } });

/** Begins a run. */
export async function insertRun(db: Db, { progress, ...run }: StoredRun): Promise<void> {
  await db.insert(importRunTable).values({ ...run, done: progress.done, total: progress.of });
}

/** Writes what has changed in a run. */
export async function updateRun(
  db: Db,
  id: string,
  { progress, ...changes }: Partial<Omit<StoredRun, "id">>,
): Promise<void> {
  const columns = progress === undefined ? changes : { ...changes, done: progress.done, total: progress.of };
  await db.update(importRunTable).set(columns).where(eq(importRunTable.id, id));
}

/** The run with that id; `lock` makes others who want to change it wait for this transaction. */
export async function findRun(db: Db, id: string, { lock = false } = {}): Promise<StoredRun | undefined> {
  const question = db.select().from(importRunTable).where(eq(importRunTable.id, id));
  const [row] = await (lock ? question.for("update") : question);
  return row === undefined ? undefined : toRun(row);
}

/** The latest runs, the newest first. */
export async function listRuns(db: Db, limit: number): Promise<readonly StoredRun[]> {
  const rows = await db
    .select()
    .from(importRunTable)
    .orderBy(desc(importRunTable.createdAt), desc(importRunTable.id))
    .limit(limit);
  return rows.map(toRun);
}

/** Runs that were being worked on, such as after a crash. */
export async function listUnfinishedRuns(db: Db): Promise<readonly StoredRun[]> {
  const rows = await db
    .select()
    .from(importRunTable)
    .where(inArray(importRunTable.status, ["reading", "applying"]));
  return rows.map(toRun);
}
