import type { PlainDate } from "@shian/domain";
import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/** Whether a dated row held on the day: its first day is in, `validTo` is the first day no longer. */
export const isInForce = (
  table: { readonly validFrom: AnyColumn; readonly validTo: AnyColumn },
  on: PlainDate,
): SQL => sql`(${table.validFrom} <= ${on} and (${table.validTo} is null or ${table.validTo} > ${on}))`;

/** Whether a recorded row was what the office knew at an instant; without one: what it knows now. */
export const isKnown = (
  table: { readonly recordedAt: AnyColumn; readonly supersededAt: AnyColumn },
  at: string | undefined,
): SQL =>
  at === undefined
    ? sql`${table.supersededAt} is null`
    : sql`(${table.recordedAt} <= ${at} and (${table.supersededAt} is null or ${table.supersededAt} > ${at}))`;
