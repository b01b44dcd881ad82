/** An instant as office time: `2026-11-24 09:05`. */
export function formatInstant(instant: string): string {
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  });
  return parts.format(new Date(instant));
}
