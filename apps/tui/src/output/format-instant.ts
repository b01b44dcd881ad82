/** Date and minute in the office's time zone; Swedish writes both as ISO does. */
const officeTime = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "short",
});

/** An instant as office time: `2026-11-24 09:05`; none as `-`. */
export const formatInstant = (instant: string | null): string =>
  instant === null ? "-" : officeTime.format(new Date(instant));

/** The office's day of an instant: its first hours are still yesterday by the world's clock. */
export const formatDayOf = (instant: string): string => formatInstant(instant).slice(0, 10);
