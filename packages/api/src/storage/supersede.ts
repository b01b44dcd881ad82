// A correction in two times: records of some establishments that reach beyond a day are superseded, and what of them
// had begun before that day is told back, to be recorded again with its end. Nothing is deleted.
import type { PlainDate } from "@shian/domain";
import { and, gt, inArray, isNull, or } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./database.js";
import { listBatches } from "./list-batches.js";

type DatedTable = PgTable & {
  readonly establishmentId: PgColumn;
  readonly validTo: PgColumn;
  readonly supersededAt: PgColumn;
};

/** A superseded record and the day its replacement ends. */
export type Remainder<Row> = { readonly row: Row; readonly validTo: PlainDate };

/** Supersedes the establishments' records in force on or after the day; gives those that had begun before it. */
export async function supersedeFrom<T extends DatedTable>(
  db: Db,
  table: T,
  {
    establishments,
    from,
    at,
  }: { readonly establishments: readonly string[]; readonly from: PlainDate; readonly at: string },
): Promise<readonly Remainder<T["$inferSelect"]>[]> {
  const remainders: Remainder<T["$inferSelect"]>[] = [];
  for (const batch of listBatches([...new Set(establishments)], 5000)) {
    const superseded = await db
      .update(table as PgTable)
      .set({ supersededAt: at })
      .where(
        and(
          inArray(table.establishmentId, [...batch]),
          isNull(table.supersededAt),
          or(isNull(table.validTo), gt(table.validTo, from)),
        ),
      )
      .returning();
    for (const row of superseded as unknown as readonly (T["$inferSelect"] & {
      readonly validFrom: string;
    })[])
      if (row.validFrom < from) remainders.push({ row, validTo: from });
  }
  return remainders;
}
