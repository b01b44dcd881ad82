/** Minutes as hours, with quarters where there are some. */
export const formatHours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);
