/** Minutes as hours with at most two decimals: 90 is `1.5`. */
export const formatHours = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100);
