// Decides which day a date cell of a register means: a cell that the spreadsheet holds as a date, a text in one of the
// usual spellings, or the bare serial number that is left when a date cell loses its format.
// Source: ours, from what registers hold; rules §1 "Dates"; ECMA-376 18.17.4 for serial numbers (1900 system).
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import { fromEpochDay, type PlainDate } from "../kernel/plain-date.js";

const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const SERIAL = /^\d{5}(?:\.\d+)?$/;
// Days from the serial system's day 0 to 1970-01-01; five digits reach from 1927 to 2173.
const SERIAL_SHIFT = 25_569;

const digit = (text: string, at: number): number => text.charCodeAt(at) - 48;

/** Whether the text is exactly a real day `YYYY-MM-DD` from 1900 on; without a pattern, since every row asks. */
function isWrittenPlainly(text: string): text is PlainDate {
  if (text.length !== 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return false;
  for (let at = 0; at < 10; at += 1) {
    const value = digit(text, at);
    if (at !== 4 && at !== 7 && (value < 0 || value > 9)) return false;
  }
  const year = digit(text, 0) * 1000 + digit(text, 1) * 100 + digit(text, 2) * 10 + digit(text, 3);
  const month = digit(text, 5) * 10 + digit(text, 6);
  const day = digit(text, 8) * 10 + digit(text, 9);
  if (year < 1900 || day < 1 || day > (DAYS_IN_MONTH[month - 1] ?? 0)) return false;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month !== 2 || day <= 28 || isLeap;
}

/**
 * The day that the cell's text means; `undefined` when it means none. Read are the spellings of `parsePlainDate` and
 * serial numbers of five digits (1927 to 2173; a time of day behind the point is left out).
 *
 * @example
 * parseCellDate("2024/1/5"); // => "2024-01-05"
 * parseCellDate("45296"); // => "2024-01-05"
 * parseCellDate("2027-02-30"); // => undefined
 */
export function parseCellDate(text: string): PlainDate | undefined {
  if (isWrittenPlainly(text)) return text;
  if (SERIAL.test(text)) return fromEpochDay(Math.floor(Number(text)) - SERIAL_SHIFT);
  const parsed = parsePlainDate({ input: text });
  return parsed.ok ? parsed.value : undefined;
}
