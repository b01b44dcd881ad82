/**
 * How far the clocks of several servers of one database may lie apart. What lies further in the future than that was
 * written by a clock that has been set back since, and is not trusted.
 */
export const CLOCK_SLACK_MS = 5 * 60_000;

/** The latest instant that may have been written by now. */
export const latestBy = (now: string): string => new Date(Date.parse(now) + CLOCK_SLACK_MS).toISOString();
