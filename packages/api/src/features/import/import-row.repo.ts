import { type ImportOutcome, ImportRow, ImportRowNumber, ok, type Result } from "@shian/domain";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import * as z from "zod";
import { bulkInsert } from "../../storage/bulk-write.js";
import { parseCursor, toCursor } from "../../storage/cursor.js";
import type { Db } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { importRowTable } from "./import.table.js";

/** A row of a run: what the contract shows, and `plan`, what applying it will write. */
export type StoredRow = ImportRow & {
  readonly plan: unknown;
  readonly applied: boolean;
  /** By which a held row is known again in a later file; null for rows that are not held. */
  readonly fingerprint: string | null;
  readonly heldAgainIn: string | null;
  /** What applying it wrote; see `StoredWriting`. */
  readonly written: unknown;
  readonly undoneAt: string | null;
};

// Unchecked in bulk: rows are written by the same code and checked by the contract when they are shown.
const toStored = ({ runId: _runId, ...row }: typeof importRowTable.$inferSelect): StoredRow =>
  row as StoredRow;

/** A row as the contract shows it. */
export const toShownRow = (row: typeof importRowTable.$inferSelect): ImportRow => {
  const {
    runId: _runId,
    plan: _plan,
    applied: _applied,
    fingerprint: _fingerprint,
    heldAgainIn: _heldAgainIn,
    written: _written,
    undoneAt: _undoneAt,
    ...shown
  } = row;
  return ImportRow.parse(shown);
};

/** Writes rows of a run. */
export async function insertRows(db: Db, runId: string, rows: readonly StoredRow[]): Promise<void> {
  const whole = rows.map((row) => ({ ...row, runId, decisions: [...row.decisions] }));
  await bulkInsert(db, importRowTable, whole);
}

/** Replaces rows of a run by others with their numbers. */
export async function replaceRows(db: Db, runId: string, rows: readonly StoredRow[]): Promise<void> {
  for (const batch of listBatches(rows)) {
    const numbers = batch.map(({ row }) => row);
    await db
      .delete(importRowTable)
      .where(and(eq(importRowTable.runId, runId), inArray(importRowTable.row, numbers)));
  }
  await insertRows(db, runId, rows);
}

/** Rows of a run by their numbers, in that order. */
export async function findRows(
  db: Db,
  runId: string,
  numbers: readonly number[],
): Promise<readonly StoredRow[]> {
  const rows = await db
    .select()
    .from(importRowTable)
    .where(and(eq(importRowTable.runId, runId), inArray(importRowTable.row, [...numbers])))
    .orderBy(asc(importRowTable.row));
  return rows.map(toStored);
}

/** All rows of a run with one of the outcomes, in the order of the file. */
export async function listRows(
  db: Db,
  runId: string,
  outcomes: readonly ImportOutcome[],
): Promise<readonly StoredRow[]> {
  const rows = await db
    .select()
    .from(importRowTable)
    .where(and(eq(importRowTable.runId, runId), inArray(importRowTable.outcome, [...outcomes])))
    .orderBy(asc(importRowTable.row));
  return rows.map(toStored);
}

export type ImportRowPage = {
  readonly rows: ImportRow[];
  readonly next: string | null;
  readonly total: number;
};

/** One page of a run's rows with an outcome, in the order of the file. */
export async function pageRows(
  db: Db,
  page: { runId: string; outcome: ImportOutcome; cursor?: string | undefined; limit: number },
): Promise<Result<ImportRowPage>> {
  const after = parseCursor(page.cursor, z.tuple([ImportRowNumber]));
  if (!after.ok) return after;
  const condition = and(eq(importRowTable.runId, page.runId), eq(importRowTable.outcome, page.outcome));
  const rows = await db
    .select()
    .from(importRowTable)
    .where(and(condition, gt(importRowTable.row, after.value?.[0] ?? 0)))
    .orderBy(asc(importRowTable.row))
    .limit(page.limit + 1);
  const shown = rows.slice(0, page.limit).map(toShownRow);
  const last = shown.at(-1);
  return ok({
    rows: shown,
    next: rows.length > page.limit && last !== undefined ? toCursor([last.row]) : null,
    total: await db.$count(importRowTable, condition),
  });
}

/** Takes away the rows of a run, before those of a new plan are written. */
export const clearRows = async (db: Db, runId: string): Promise<void> => {
  await db.delete(importRowTable).where(eq(importRowTable.runId, runId));
};

/** Rows that a person has decided about. */
export async function listDecided(db: Db, runId: string): Promise<readonly StoredRow[]> {
  const rows = await db
    .select()
    .from(importRowTable)
    .where(and(eq(importRowTable.runId, runId), isNotNull(importRowTable.decided)))
    .orderBy(asc(importRowTable.row));
  return rows.map(toStored);
}

/** How many rows of a run went each way. */
export async function countOutcomes(db: Db, runId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ outcome: importRowTable.outcome, count: sql<number>`count(*)::int` })
    .from(importRowTable)
    .where(eq(importRowTable.runId, runId))
    .groupBy(importRowTable.outcome);
  return new Map(rows.map(({ outcome, count }) => [outcome, count]));
}

/** Rows with a reason or a notice, in the order of the file. */
export async function listRowsWithReasons(
  db: Db,
  runId: string,
  limit: number,
): Promise<readonly Pick<StoredRow, "row" | "problems" | "notices">[]> {
  return db
    .select({ row: importRowTable.row, problems: importRowTable.problems, notices: importRowTable.notices })
    .from(importRowTable)
    .where(
      and(
        eq(importRowTable.runId, runId),
        sql`(${importRowTable.problems} <> '[]'::jsonb or ${importRowTable.notices} <> '[]'::jsonb)`,
      ),
    )
    .orderBy(asc(importRowTable.row))
    .limit(limit) as Promise<Pick<StoredRow, "row" | "problems" | "notices">[]>;
}
