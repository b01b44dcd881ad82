const parts = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  dateStyle: "short",
  timeStyle: "medium",
});

/** An instant as the record shows it: office time to the second, `2026-11-24 09:05:31`. */
export const formatMoment = (instant: string): string => parts.format(new Date(instant));
