// When failed work is tried again: later and later, and never all at the same moment.

const FIRST_MS = 5000;
const LONGEST_MS = 600_000;

/**
 * Milliseconds from a failed attempt (1 is the first) to the next: 5 s, doubled each time, ten minutes at most; `chance`
 * from 0 to 1 takes up to half of it away, so that what failed together does not come back together.
 */
export const toBackOff = (attempt: number, chance: number): number =>
  Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1)) * (1 - chance / 2));
