// The days that the city's history hangs on, all counted from the anchor day: the running quarter up to the anchor, the
// three closed quarters before it, and the day on which records begin, a quarter earlier still.
import { addDays, daysBetween, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { isWorkingDay } from "../kernel/working-days.js";

/** One quarter of the history. */
export type CityQuarter = {
  /** `2026Q4`. */
  readonly period: string;
  readonly start: PlainDate;
  /** The last day of the quarter, beyond the anchor in the running one. */
  readonly end: PlainDate;
  /** The last day that has happened: the end, or the anchor. */
  readonly until: PlainDate;
  readonly closed: boolean;
  /** Days of the quarter passed ÷ its days, today's line; 1 when closed. */
  readonly line: number;
  /** The days on which visits are made: working days up to `until`, or every day when there was none yet. */
  readonly visitDays: readonly PlainDate[];
};

/** The quarters oldest first, the running one last; records begin on `recordsFrom`. */
export type CityCalendar = {
  readonly anchor: PlainDate;
  readonly recordsFrom: PlainDate;
  readonly quarters: readonly CityQuarter[];
};

const CLOSED_QUARTERS = 3;

/** First day of the quarter that lies `back` quarters before the one of the day. */
function toQuarterStart(day: PlainDate, back: number): PlainDate {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const first = Math.floor(months / 3) * 3 - back * 3;
  const month = String((first % 12) + 1).padStart(2, "0");
  return toPlainDate(`${Math.floor(first / 12)}-${month}-01`);
}

/** The date, or the last day where it lies beyond. */
export function limitToDay(date: PlainDate, last: PlainDate): PlainDate {
  if (date > last) return last;
  return date;
}

function toQuarter(anchor: PlainDate, back: number): CityQuarter {
  const start = toQuarterStart(anchor, back);
  const end = addDays(toQuarterStart(anchor, back - 1), -1);
  const until = limitToDay(end, anchor);
  const days = Array.from({ length: daysBetween(start, until) + 1 }, (_, index) => addDays(start, index));
  const working = days.filter((date) => isWorkingDay({ date }));
  return {
    period: `${start.slice(0, 4)}Q${Math.ceil(Number(start.slice(5, 7)) / 3)}`,
    start,
    end,
    until,
    closed: end < anchor,
    line: days.length / (daysBetween(start, end) + 1),
    visitDays: working.length === 0 ? days : working,
  };
}

/**
 * The calendar of the city for an anchor day. On the last day of a quarter that quarter is still the running one. A
 * year without a holiday notice has visits Monday to Friday.
 */
export const createCityCalendar = (anchor: PlainDate): CityCalendar => ({
  anchor,
  recordsFrom: toQuarterStart(anchor, CLOSED_QUARTERS + 1),
  quarters: Array.from({ length: CLOSED_QUARTERS + 1 }, (_, index) =>
    toQuarter(anchor, CLOSED_QUARTERS - index),
  ),
});
