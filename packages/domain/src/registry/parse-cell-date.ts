// Decides which day a date cell of a register means: a cell that the spreadsheet holds as a date, a text in one of the
// usual spellings, or the bare serial number that is left when a date cell loses its format.
// Source: ours, from what registers hold; rules §1 "Dates"; ECMA-376 18.17.4 for serial numbers (1900 system).
import { parsePlainDate } from "../kernel/parse-plain-date.js";
import { fromEpochDay, type PlainDate } from "../kernel/plain-date.js";

const SERIAL = /^\d{5}(?:\.\d+)?$/;
// Days from the serial system's day 0 to 1970-01-01; five digits reach from 1927 to 2173.
const SERIAL_SHIFT = 25_569;
// Files repeat few days many times: an answer is kept for the next row, so many at most.
const MOST_KNOWN = 50_000;
const known = new Map<string, PlainDate>();

function readDay(text: string): PlainDate | undefined {
  if (SERIAL.test(text)) return fromEpochDay(Math.floor(Number(text)) - SERIAL_SHIFT);
  const parsed = parsePlainDate({ input: text });
  return parsed.ok ? parsed.value : undefined;
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
  const before = known.get(text);
  if (before !== undefined) return before;
  const day = readDay(text);
  if (day !== undefined && known.size < MOST_KNOWN) known.set(text, day);
  return day;
}
