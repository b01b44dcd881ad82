// Rows that applied files left for a person: the queue across runs.
import { HeldRow, type ImportKind, ImportRowNumber, ok, type Result } from "@shian/domain";
import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { CursorInstant, parseCursor, toCursor } from "../../storage/cursor.js";
import type { Db } from "../../storage/database.js";
import { importRowTable, importRunTable } from "./import.table.js";
import { toShownRow } from "./import-row.repo.js";

/** The code of the reason that a row is held for first. */
const doubt = sql<string>`${importRowTable.problems} -> 0 ->> 'code'`;

// Runs that were undone are over; a row that stands again in a later file waits there.
const waiting: SQL | undefined = and(
  eq(importRunTable.status, "applied"),
  eq(importRowTable.outcome, "held"),
  isNull(importRowTable.heldAgainIn),
);

export type HeldFilter = {
  readonly doubt?: string | undefined;
  readonly kind?: ImportKind | undefined;
  readonly runId?: string | undefined;
};

export type HeldPage = { readonly rows: HeldRow[]; readonly next: string | null; readonly total: number };

/** One page of the queue: the latest file first, within it in the order of the file. */
export async function pageHeld(
  db: Db,
  page: HeldFilter & { readonly cursor?: string | undefined; readonly limit: number },
): Promise<Result<HeldPage>> {
  const after = parseCursor(page.cursor, z.tuple([CursorInstant, z.string(), ImportRowNumber]));
  if (!after.ok) return after;
  const condition = and(
    waiting,
    page.doubt === undefined ? undefined : sql`${doubt} = ${page.doubt}`,
    page.kind === undefined ? undefined : eq(importRunTable.kind, page.kind),
    page.runId === undefined ? undefined : eq(importRowTable.runId, page.runId),
  );
  const { appliedAt } = importRunTable;
  const { runId, row } = importRowTable;
  const [at = "", run = "", number = 0] = after.value ?? [];
  const beyond =
    after.value === undefined
      ? undefined
      : or(
          lt(appliedAt, at),
          and(eq(appliedAt, at), or(lt(runId, run), and(eq(runId, run), sql`${row} > ${number}`))),
        );
  const rows = await db
    .select({ row: importRowTable, run: importRunTable })
    .from(importRowTable)
    .innerJoin(importRunTable, eq(importRunTable.id, runId))
    .where(and(condition, beyond))
    .orderBy(desc(appliedAt), desc(runId), row)
    .limit(page.limit + 1);
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(importRowTable)
    .innerJoin(importRunTable, eq(importRunTable.id, runId))
    .where(condition);
  const shown = rows.slice(0, page.limit).map(({ row: held, run: ofRun }) => {
    const { decidedBy, decidedAt, reason } = held;
    return HeldRow.parse({
      ...toShownRow(held),
      runId: held.runId,
      kind: ofRun.kind,
      fileName: ofRun.fileName,
      source: ofRun.source,
      heldAt: ofRun.appliedAt ?? ofRun.updatedAt,
      later: decidedBy === null || decidedAt === null ? null : { by: decidedBy, at: decidedAt, reason },
    });
  });
  const last = shown.at(-1);
  return ok({
    rows: shown,
    next:
      rows.length > page.limit && last !== undefined ? toCursor([last.heldAt, last.runId, last.row]) : null,
    total: counted?.count ?? 0,
  });
}

/** How many rows wait for each reason, the most first. */
export async function countDoubts(db: Db): Promise<{ code: string; count: number }[]> {
  const rows = await db
    .select({ code: doubt, count: sql<number>`count(*)::int` })
    .from(importRowTable)
    .innerJoin(importRunTable, eq(importRunTable.id, importRowTable.runId))
    .where(waiting)
    .groupBy(doubt)
    .orderBy(desc(sql`count(*)`), doubt);
  return rows.map(({ code, count }) => ({ code: code ?? "", count }));
}

/**
 * Rows of former files that stand again, held, in the file of this run wait here alone; so nobody is asked twice about
 * one row that comes every month.
 */
export async function noteHeldAgain(db: Db, runId: string): Promise<void> {
  await db.execute(sql`update ${importRowTable} as former set held_again_in = ${runId}
    from ${importRunTable} as run, ${importRunTable} as latest
    where former.outcome = 'held' and former.held_again_in is null and former.run_id <> ${runId}
      and run.id = former.run_id and run.status = 'applied' and latest.id = ${runId} and latest.kind = run.kind
      and former.fingerprint in (
        select again.fingerprint from ${importRowTable} as again
        where again.run_id = ${runId} and again.outcome = 'held' and again.fingerprint is not null)`);
}

/** Rows that this run took over wait again where they stood: the run was undone. */
export async function returnHeld(db: Db, runId: string): Promise<void> {
  await db.update(importRowTable).set({ heldAgainIn: null }).where(eq(importRowTable.heldAgainIn, runId));
}

/** Puts rows off: they stay in the queue, with who, when and why. */
export async function putOff(
  db: Db,
  runId: string,
  rows: readonly number[],
  by: { readonly decidedBy: string; readonly decidedAt: string; readonly reason: string },
): Promise<void> {
  await db
    .update(importRowTable)
    .set(by)
    .where(and(eq(importRowTable.runId, runId), inArray(importRowTable.row, [...rows])));
}
