// Column kinds that behave alike on both engines, and the columns that every dated record has.
import { customType, date } from "drizzle-orm/pg-core";

/**
 * A code, id or sort key: text that sorts and compares by code point on every server, whatever its locale; a prefix
 * (`990106%`) can use its index.
 */
export const key = customType<{ data: string; driverData: string }>({ dataType: () => 'text collate "C"' });

/** An instant as ISO text in UTC with milliseconds. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp (3) with time zone",
  fromDriver: (value) => new Date(value).toISOString(),
});

/** Bytes of a file. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/**
 * The two times of a dated fact: when it held in the world (`validTo` is the first day no longer), and when the office
 * knew it. A correction supersedes a record and adds another; nothing is deleted.
 */
export const twoTimes = () => ({
  validFrom: date("valid_from").notNull(),
  validTo: date("valid_to"),
  recordedAt: instant("recorded_at").notNull(),
  supersededAt: instant("superseded_at"),
});
