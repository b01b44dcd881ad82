// The one way to change a fact that is dated in two times: what the office knew stays, marked as superseded; what it
// knows now is written beside it.
import { and, gt, inArray, isNull, or } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./database.js";
import { listBatches } from "./list-batches.js";

type TwoTimesTable = PgTable & {
  readonly establishmentId: AnyPgColumn;
  readonly validTo: AnyPgColumn;
  readonly supersededAt: AnyPgColumn;
};

/** The part of a superseded record that still holds. */
export type Remainder<Row> = { readonly row: Row; readonly validTo: string };

/**
 * Supersedes every known record of the establishments that holds on the day `from` or later, and gives those that had
 * begun before it: they were true until that day, so the caller writes them again ending there.
 */
export async function supersedeFrom<T extends TwoTimesTable>(
  db: Db,
  table: T,
  { establishments, from, at }: { establishments: readonly string[]; from: string; at: string },
): Promise<readonly Remainder<T["$inferSelect"]>[]> {
  const remainders: Remainder<T["$inferSelect"]>[] = [];
  for (const batch of listBatches(establishments, 5000)) {
    const condition = and(
      inArray(table.establishmentId, [...batch]),
      isNull(table.supersededAt),
      or(isNull(table.validTo), gt(table.validTo, from)),
    );
    const update = db.update(table as PgTable).set({ supersededAt: at });
    const rows = (await update.where(condition).returning()) as T["$inferSelect"][];
    for (const row of rows) {
      const { validFrom } = row as { validFrom: string };
      if (validFrom < from) remainders.push({ row, validTo: from });
    }
  }
  return remainders;
}
