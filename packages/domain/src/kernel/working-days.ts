// Decides on which day a deadline of n working days ends: the n-th working day after the day it runs from, with the
// holidays and make-up days of the State Council's yearly notices. A year without a notice is counted Monday to Friday
// and the result says so, for the deadline is recomputed once the notice is loaded.
// Source: rules §1 "Working days" (certain). Covered years: the data of package chinese-days, copied by a script because
// its functions answer in the machine's own time zone; later years: notices loaded as data.
import * as z from "zod";
import { fromEpochDay, PlainDate, toEpochDay, toWeekday } from "./plain-date.js";
import { workingDayExceptions } from "./working-day-exceptions.data.js";

const FIRST_COVERED = 2007;
const LAST_COVERED = 2026;
const MOST_DAYS = 10_000;

/** Years whose notices the kept library has, declared here because the library answers wrongly beyond them. */
export const coveredYears: readonly number[] = Array.from(
  { length: LAST_COVERED - FIRST_COVERED + 1 },
  (_, index) => FIRST_COVERED + index,
);

/**
 * The notice of one year, loaded as data: every day off that the notice names and every day of a weekend worked
 * instead. It may name days of the years beside its own; it replaces what the library has for its year.
 */
export const HolidayNotice = z.strictObject({
  year: z.int().min(1949).max(2200),
  daysOff: z.array(PlainDate),
  makeUpDays: z.array(PlainDate),
});
export type HolidayNotice = z.infer<typeof HolidayNotice>;

/** Notices that an office loaded, besides those of the library; of two for one year the later in the list counts. */
export const WorkingDayCalendar = z.strictObject({ notices: z.array(HolidayNotice) });
export type WorkingDayCalendar = z.infer<typeof WorkingDayCalendar>;

/** A deadline: `provisional` when it counts through a year without a notice, which `missingYears` names, ascending. */
export type WorkingDayDeadline = {
  readonly date: PlainDate;
  readonly provisional: boolean;
  readonly missingYears: readonly number[];
};

const isCovered = (year: number): boolean => year >= FIRST_COVERED && year <= LAST_COVERED;
const toYear = (date: PlainDate): number => Number(date.slice(0, 4));
const isMondayToFriday = (date: PlainDate): boolean => toWeekday(date) <= 5;

/** What the notices of the covered years say of days that differ from Monday to Friday. */
function unpackExceptions(): ReadonlyMap<string, boolean> {
  const exceptions = new Map<string, boolean>();
  for (const [year, [off, worked]] of Object.entries(workingDayExceptions)) {
    const add = (days: string, isWorked: boolean) => {
      for (const day of days.split(" "))
        exceptions.set(`${year}-${day.slice(0, 2)}-${day.slice(2)}`, isWorked);
    };
    add(off, false);
    add(worked, true);
  }
  return exceptions;
}

let unpacked: ReadonlyMap<string, boolean> | undefined;

function isWorkingByLibrary(date: PlainDate): boolean {
  unpacked ??= unpackExceptions();
  return unpacked.get(date) ?? isMondayToFriday(date);
}

/** One question's view of the calendar: what loaded notices say, the years they cover, then the library. */
function openCalendar(calendar: WorkingDayCalendar | undefined) {
  const latest = new Map((calendar?.notices ?? []).map((notice) => [notice.year, notice]));
  const named = new Map<PlainDate, boolean>();
  for (const notice of latest.values()) {
    for (const day of notice.daysOff) named.set(day, false);
    for (const day of notice.makeUpDays) named.set(day, true);
  }
  return {
    isMissing: (year: number): boolean => !isCovered(year) && !latest.has(year),
    isWorking: (date: PlainDate): boolean => {
      const said = named.get(date);
      if (said !== undefined) return said;
      const year = toYear(date);
      return isCovered(year) && !latest.has(year) ? isWorkingByLibrary(date) : isMondayToFriday(date);
    },
  };
}

/**
 * Whether the day is a working day; in a year without a notice, whether it is Monday to Friday.
 *
 * @example
 * isWorkingDay({ date: "2026-02-14" }); // => true
 * isWorkingDay({ date: "2026-10-01" }); // => false
 */
export const isWorkingDay = ({
  date,
  calendar,
}: {
  readonly date: PlainDate;
  readonly calendar?: WorkingDayCalendar | undefined;
}): boolean => openCalendar(calendar).isWorking(date);

/**
 * The n-th working day after `from`, which itself is never counted and may be a day off. 0 days is `from` itself.
 * `missingYears` are the years without a notice among the days after `from` up to the result; where there is one the
 * result is `provisional`. Throws a RangeError unless `days` is a whole number from 0 to 10,000.
 *
 * @example
 * addWorkingDays({ from: "2026-09-30", days: 1 }); // => { date: "2026-10-08", provisional: false, missingYears: [] }
 * addWorkingDays({ from: "2026-12-31", days: 1 }); // => { date: "2027-01-01", provisional: true, missingYears: [2027] }
 */
export function addWorkingDays({
  from,
  days,
  calendar,
}: {
  readonly from: PlainDate;
  readonly days: number;
  readonly calendar?: WorkingDayCalendar | undefined;
}): WorkingDayDeadline {
  if (!Number.isInteger(days) || days < 0 || days > MOST_DAYS) {
    throw new RangeError(`not a number of working days from 0 to ${MOST_DAYS}: ${days}`);
  }
  const { isMissing, isWorking } = openCalendar(calendar);
  const missing = new Set<number>();
  let date = from;
  let epochDay = toEpochDay(from);
  for (let left = days; left > 0; ) {
    epochDay += 1;
    date = fromEpochDay(epochDay);
    const year = toYear(date);
    if (isMissing(year)) missing.add(year);
    if (isWorking(date)) left -= 1;
  }
  return { date, provisional: missing.size > 0, missingYears: [...missing] };
}
