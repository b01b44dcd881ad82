// Records in two times that several features keep alike: when each held and was known, by whom it was recorded, and how
// what stands is replaced. Nothing is deleted.
import { type PlainDate, toOfficeDay, toPlainDate } from "@shian/domain";
import { and, inArray, isNull } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "./database.js";
import { listBatches } from "./list-batches.js";

/** When a record held and when it was known; the days are the office's. */
export type Recorded = {
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly version: number;
  readonly recordedFrom: PlainDate;
  readonly recordedTo: PlainDate | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
  /** Null while nothing has replaced it. */
  readonly supersededAt: string | null;
};

/** Who records, and when. */
export type RecordedBy = { readonly at: string; readonly name: string };

const dayOf = (instant: string): PlainDate => toOfficeDay(Date.parse(instant));

/** The two times of a row as they are read. */
export const toRecorded = (row: {
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly version: number;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
}): Recorded => ({
  from: toPlainDate(row.validFrom),
  to: row.validTo === null ? null : toPlainDate(row.validTo),
  version: row.version,
  recordedFrom: dayOf(row.recordedAt),
  recordedTo: row.supersededAt === null ? null : dayOf(row.supersededAt),
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt,
  supersededAt: row.supersededAt,
});

/** The two times of a record that is to be written. */
export const toTwoTimes = (
  { from, to, version }: Pick<Recorded, "from" | "to" | "version">,
  { at, name }: RecordedBy,
) => ({ validFrom: from, validTo: to, recordedAt: at, supersededAt: null, version, recordedBy: name });

/** Replaces standing records; whether all that are named still stood, which they do unless somebody was faster. */
export async function supersedeStanding(
  db: Db,
  table: PgTable & { readonly id: PgColumn; readonly supersededAt: PgColumn },
  ids: readonly string[],
  at: string,
): Promise<boolean> {
  let replaced = 0;
  for (const batch of listBatches(ids, 5000)) {
    const rows = await db
      .update(table as PgTable)
      .set({ supersededAt: at })
      .where(and(inArray(table.id, [...batch]), isNull(table.supersededAt)))
      .returning();
    replaced += rows.length;
  }
  return replaced === ids.length;
}
