// Takes back what one transaction recorded in two times: its records are superseded, and those that it superseded are
// recorded again. Nothing is deleted: what was known in between stays known. What somebody recorded over them since stays.
import { and, eq, getTableColumns, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import { bulkInsert } from "./bulk-write.js";
import type { Db } from "./database.js";
import { listBatches } from "./list-batches.js";

type DatedTable = PgTable & {
  readonly recordedAt: PgColumn;
  readonly supersededAt: PgColumn;
};

/** Which records, of what instant, and when they are taken back. */
export type Reverting = {
  readonly establishments: readonly string[];
  /** The instant that the transaction recorded under. */
  readonly recordedAt: string;
  readonly at: string;
  readonly newId: () => string;
};

type Reverted = {
  readonly superseded: number;
  readonly restored: number;
  /** Whose records somebody has written over since: all of theirs were left as they are. */
  readonly left: readonly string[];
};

/**
 * Whether a record came or went after the instant, or one of the instant itself no longer stands: a server whose clock is
 * behind writes earlier instants later.
 */
export const isChangedSince = ({ recordedAt, supersededAt }: DatedTable, at: string): SQL | undefined =>
  or(gt(recordedAt, at), gt(supersededAt, at), and(eq(recordedAt, at), isNotNull(supersededAt)));

/** Reverts the records of the establishments; gives how many were superseded and recorded again, and whose were left. */
export const revertRecorded = (
  db: Db,
  table: DatedTable & { readonly establishmentId: PgColumn },
  { establishments, ...reverting }: Reverting,
): Promise<Reverted> =>
  revertRecordedOf(db, table, table.establishmentId, { ids: establishments, ...reverting });

/** Reverts the records whose column holds one of the ids. */
export async function revertRecordedOf(
  db: Db,
  table: DatedTable,
  column: PgColumn,
  { ids, recordedAt, at, newId }: Omit<Reverting, "establishments"> & { readonly ids: readonly string[] },
): Promise<Reverted> {
  const hasOwnId = getTableColumns(table as PgTable).id?.generatedIdentity === undefined;
  let [superseded, restored] = [0, 0];
  const left = new Set<string>();
  for (const batch of listBatches([...new Set(ids)], 5000)) {
    // A transaction may write over its own records; those were superseded at its own instant.
    const overwritten = await db
      .selectDistinct({ id: column })
      .from(table as PgTable)
      .where(
        and(
          inArray(column, [...batch]),
          eq(table.recordedAt, recordedAt),
          ne(table.supersededAt, recordedAt),
        ),
      );
    for (const { id } of overwritten) left.add(String(id));
    const ofThem = inArray(
      column,
      batch.filter((id) => !left.has(id)),
    );
    const former = (await db
      .select()
      .from(table as PgTable)
      .where(and(ofThem, eq(table.supersededAt, recordedAt), lt(table.recordedAt, recordedAt)))) as Record<
      string,
      unknown
    >[];
    const taken = await db
      .update(table as PgTable)
      .set({ supersededAt: at })
      .where(and(ofThem, eq(table.recordedAt, recordedAt), isNull(table.supersededAt)))
      .returning();
    await bulkInsert(
      db,
      table as PgTable,
      former.map(({ id, ...row }) => ({
        ...row,
        ...(hasOwnId ? { id: newId() } : {}),
        recordedAt: at,
        supersededAt: null,
      })),
    );
    superseded += taken.length;
    restored += former.length;
  }
  return { superseded, restored, left: [...left] };
}
