// Plain dates of the office's calendar (Asia/Shanghai), rules §1. A date is a branded `YYYY-MM-DD` string: it is
// the same bytes in storage, on the wire and in a fixture, and it sorts as text. No clock is read here.
import * as z from "zod";

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Milliseconds of a well-formed real calendar day at UTC midnight; `undefined` for 2026-02-30 and other non-days. */
function toEpochMs(text: string): number | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  return year >= 1900 && back.getUTCMonth() === month - 1 && back.getUTCDate() === day ? ms : undefined;
}

/** A calendar day `YYYY-MM-DD` from 1900 on, checked to exist. */
export const PlainDate = z
  .string()
  .refine((text) => toEpochMs(text) !== undefined, {
    error: "not a calendar day YYYY-MM-DD",
    params: { reason: "not-a-day" },
  })
  .brand<"PlainDate">();
export type PlainDate = z.infer<typeof PlainDate>;

/** Whether the text is a real calendar day written `YYYY-MM-DD`. */
export const isPlainDate = (text: string): text is PlainDate => toEpochMs(text) !== undefined;

/**
 * The date written in `text`; throws on anything but a real calendar day, so it is for constants and tests.
 * Unknown input goes through `PlainDate.safeParse`.
 *
 * @example
 * toPlainDate("2026-11-24"); // => "2026-11-24"
 */
export function toPlainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`not a calendar day YYYY-MM-DD: ${text}`);
  return text;
}

const fromEpochMs = (ms: number): PlainDate => new Date(ms).toISOString().slice(0, 10) as PlainDate;

/** Days since 1970-01-01: differences of two are calendar days between. */
export const toEpochDay = (date: PlainDate): number => Math.round((toEpochMs(date) as number) / DAY_MS);

/** The day with the given number of days since 1970-01-01. */
export const fromEpochDay = (day: number): PlainDate => fromEpochMs(day * DAY_MS);

/**
 * The day `days` calendar days after `date` (before it when negative).
 *
 * @example
 * addDays("2026-12-31", 1); // => "2027-01-01"
 */
export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(toEpochDay(date) + days);

/**
 * Calendar days from `from` to `to`; negative when `to` is earlier.
 *
 * @example
 * daysBetween("2026-12-18", "2026-12-31"); // => 13
 */
export const daysBetween = (from: PlainDate, to: PlainDate): number => toEpochDay(to) - toEpochDay(from);

/** 1 = Monday … 7 = Sunday. */
export const toWeekday = (date: PlainDate): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The office's calendar day of an instant: Asia/Shanghai, UTC+8 without summer time since 1992. */
export const toOfficeDay = (instantMs: number): PlainDate => fromEpochMs(instantMs + 8 * 3_600_000);

/** A dated interval holds `from` and not `to`; an absent or null `to` is open (rules §1). */
export type DateInterval = { readonly from: PlainDate; readonly to?: PlainDate | null | undefined };

/** Whether the interval holds the day: `from` is in, `to` is out. */
export const isWithin = (interval: DateInterval, day: PlainDate): boolean =>
  interval.from <= day && (interval.to === undefined || interval.to === null || day < interval.to);
