import { toOfficeDay } from "@shian/domain";

const parts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant as office time: `2026-11-24 09:05`. */
export const formatInstant = (instant: string): string => parts.format(new Date(instant));

/** The office's day of an instant: `2026-11-24`; its first hours are still yesterday by the world's clock. */
export const formatDayOf = (instant: string): string => toOfficeDay(Date.parse(instant));
