import {
  type ComparisonOutcome,
  type ComparisonResolution,
  type ComparisonRow,
  comparisonOutcomes,
  ok,
  type Result,
} from "@shian/domain";
import { and, asc, eq, exists, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { bulkInsert } from "../../storage/bulk-write.js";
import { parseCursor, toCursor } from "../../storage/cursor.js";
import { type Db, executeRows } from "../../storage/database.js";
import { listBatches } from "../../storage/list-batches.js";
import { comparisonRowTable, comparisonRunTable } from "./comparison.table.js";

type Stored = typeof comparisonRowTable.$inferSelect;
/** A row of a comparison as stored; JSON columns hold what the contract shows. */
export type StoredComparedRow = Omit<
  Stored,
  "differences" | "problems" | "candidates" | "outcome" | "resolution"
> & {
  readonly outcome: ComparisonOutcome;
  readonly resolution: ComparisonResolution | null;
  readonly differences: ComparisonRow["differences"];
  readonly problems: ComparisonRow["problems"];
  readonly candidates: ComparisonRow["candidates"];
};

// Unchecked in bulk: rows are written by the same code and checked by the contract when they are shown.
const toStored = (row: Stored): StoredComparedRow => row as StoredComparedRow;

/** Takes out the rows that an attempt before left; a process that comes late takes nothing of one that is done. */
export async function clearRows(db: Db, runId: string): Promise<void> {
  const reading = db
    .select({ id: comparisonRunTable.id })
    .from(comparisonRunTable)
    .where(and(eq(comparisonRunTable.id, runId), eq(comparisonRunTable.status, "reading")));
  await db.delete(comparisonRowTable).where(and(eq(comparisonRowTable.runId, runId), exists(reading)));
}

/** Adds rows of a comparison. */
export const addRows = (db: Db, rows: readonly StoredComparedRow[]): Promise<void> =>
  bulkInsert(db, comparisonRowTable, rows);

/** Which rows of a comparison. */
export type RowFilter = {
  readonly runId: string;
  readonly outcome?: ComparisonOutcome | undefined;
  readonly settled?: boolean | undefined;
  readonly resolution?: ComparisonResolution | undefined;
  /** Null: in no township that is known. */
  readonly township?: string | null | undefined;
  readonly field?: string | undefined;
};

function toCondition({ runId, outcome, settled, resolution, township, field }: RowFilter): SQL | undefined {
  const table = comparisonRowTable;
  return and(
    eq(table.runId, runId),
    outcome === undefined ? undefined : eq(table.outcome, outcome),
    resolution === undefined ? undefined : eq(table.resolution, resolution),
    settled === undefined
      ? undefined
      : settled
        ? isNotNull(table.resolution)
        : and(isNull(table.resolution), ne(table.outcome, "same")),
    township === undefined ? undefined : eq(table.township, township ?? ""),
    field === undefined ? undefined : sql`${field} = any(${table.fields})`,
  );
}

export type RowPage = {
  readonly rows: readonly StoredComparedRow[];
  readonly next: string | null;
  readonly total: number;
};

/** One page of the rows that the filter keeps, in the order of the file, then of ours. */
export async function pageRows(
  db: Db,
  filter: RowFilter,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Result<RowPage>> {
  const after = parseCursor(cursor, z.tuple([z.int().min(0).max(2_147_483_647)]));
  if (!after.ok) return after;
  const condition = toCondition(filter);
  const rows = await db
    .select()
    .from(comparisonRowTable)
    .where(and(condition, gt(comparisonRowTable.no, after.value?.[0] ?? 0)))
    .orderBy(asc(comparisonRowTable.no))
    .limit(limit + 1);
  const shown = rows.slice(0, limit).map(toStored);
  const last = shown.at(-1);
  return ok({
    rows: shown,
    next: rows.length > limit && last !== undefined ? toCursor([last.no]) : null,
    total: await db.$count(comparisonRowTable, condition),
  });
}

/** Rows by their numbers, in that order. */
export async function findRows(
  db: Db,
  runId: string,
  numbers: readonly number[],
): Promise<readonly StoredComparedRow[]> {
  const rows = await db
    .select()
    .from(comparisonRowTable)
    .where(and(eq(comparisonRowTable.runId, runId), inArray(comparisonRowTable.no, [...numbers])))
    .orderBy(asc(comparisonRowTable.no));
  return rows.map(toStored);
}

/** How many rows the filter keeps. */
export const countRows = (db: Db, filter: RowFilter): Promise<number> =>
  db.$count(comparisonRowTable, toCondition(filter));

/** All rows that the filter keeps. */
export async function listRows(db: Db, filter: RowFilter): Promise<readonly StoredComparedRow[]> {
  const rows = await db
    .select()
    .from(comparisonRowTable)
    .where(toCondition(filter))
    .orderBy(asc(comparisonRowTable.no));
  return rows.map(toStored);
}

/** The rows that one write settled. */
export async function listBatch(db: Db, runId: string, batch: string): Promise<readonly StoredComparedRow[]> {
  const rows = await db
    .select()
    .from(comparisonRowTable)
    .where(and(eq(comparisonRowTable.runId, runId), eq(comparisonRowTable.batch, batch)))
    .orderBy(asc(comparisonRowTable.no));
  return rows.map(toStored);
}

/** What settling writes to a row. */
export type Settlement = Pick<Stored, "resolution" | "reason" | "settledBy" | "settledAt" | "batch">;

/** Settles rows alike; each with what undoing it needs. */
export async function settleRows(
  db: Db,
  runId: string,
  rows: readonly { readonly no: number; readonly undo: string | null }[],
  settlement: Settlement,
): Promise<void> {
  for (const batch of listBatches(rows)) {
    const given = JSON.stringify(batch);
    await db.execute(sql`update ${comparisonRowTable} as stored set
        resolution = ${settlement.resolution}, reason = ${settlement.reason}, settled_by = ${settlement.settledBy},
        settled_at = ${settlement.settledAt}::timestamptz, batch = ${settlement.batch}, undo = given.undo
      from json_to_recordset(${given}::json) as given(no integer, undo text)
      where stored.run_id = ${runId} and stored.no = given.no`);
  }
}

const SETTLEABLE = comparisonOutcomes.filter((outcome) => outcome !== "same");

/** How the rows of a comparison that do not agree stand, counted by the database: nearly all agree, and are not looked at. */
export async function countStanding(db: Db, runId: string) {
  const rows = await db
    .select({
      outcome: comparisonRowTable.outcome,
      resolution: comparisonRowTable.resolution,
      township: comparisonRowTable.township,
      count: sql<number>`count(*)::int`,
    })
    .from(comparisonRowTable)
    .where(and(eq(comparisonRowTable.runId, runId), inArray(comparisonRowTable.outcome, SETTLEABLE)))
    .groupBy(comparisonRowTable.outcome, comparisonRowTable.resolution, comparisonRowTable.township);
  const fields = await executeRows(
    db,
    sql`select field, count(*)::int as count from ${comparisonRowTable} as stored, unnest(stored.fields) as field
      where stored.run_id = ${runId} and stored.resolution is null and stored.outcome = 'differing'
      group by field order by 2 desc, 1`,
  );
  return {
    rows,
    fields: fields.map(({ field, count }) => ({ field: String(field), count: Number(count) })),
  };
}
