// A fact in two times (rules §1): when it held in the world, and when the office knew it. Nothing is deleted; a
// correction ends one recorded interval and begins another.
import type { PlainDate } from "../kernel/plain-date.js";

/** The two times of a record; `to` and `recordedTo` are the first day no longer, absent or null while open. */
export type TwoTimes = {
  readonly from: PlainDate;
  readonly to?: PlainDate | null | undefined;
  /** Office day on which it was recorded; absent means that it was always known. */
  readonly recordedFrom?: PlainDate | undefined;
  /** Office day on which a later record replaced it. */
  readonly recordedTo?: PlainDate | null | undefined;
};

/** A value from a day to a day, as known from a day to a day. */
export type DatedFact<T> = TwoTimes & { readonly value: T };

/**
 * Whether the record was known at the end of the day: recorded on or before it and not yet replaced.
 *
 * @example
 * isKnownOn({ from: "2026-01-01", recordedFrom: "2026-02-01" }, "2026-01-31"); // => false
 */
export const isKnownOn = (record: TwoTimes, knownOn: PlainDate): boolean =>
  (record.recordedFrom === undefined || record.recordedFrom <= knownOn) &&
  (record.recordedTo === undefined || record.recordedTo === null || knownOn < record.recordedTo);

/**
 * Whether the record held on the day: `from` is in, `to` is out.
 *
 * @example
 * isInForceOn({ from: "2026-01-01", to: "2026-02-01" }, "2026-02-01"); // => false
 */
export const isInForceOn = (record: TwoTimes, on: PlainDate): boolean =>
  record.from <= on && (record.to === undefined || record.to === null || on < record.to);

/**
 * The record in force on the day as known on another; where several are, the one that began last, then the one
 * recorded last, then the later in the list. Undefined when none is.
 *
 * @example
 * findRecordOn([{ from: "2026-01-01", value: "C" }, { from: "2026-07-01", value: "B" }], "2026-07-01", "2026-07-01");
 * // => { from: "2026-07-01", value: "B" }
 */
export function findRecordOn<R extends TwoTimes>(
  records: readonly R[],
  on: PlainDate,
  knownOn: PlainDate,
): R | undefined {
  let found: R | undefined;
  for (const record of records) {
    if (!isInForceOn(record, on) || !isKnownOn(record, knownOn)) continue;
    if (found === undefined || record.from > found.from) found = record;
    else if (record.from === found.from && (record.recordedFrom ?? "") >= (found.recordedFrom ?? ""))
      found = record;
  }
  return found;
}
