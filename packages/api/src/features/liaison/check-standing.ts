// What keeping a post or a group one by one asks of its standing records before anything is written.
import { ok, type PlainDate, type Result, refuse } from "@shian/domain";
import type { Recorded } from "../../storage/two-times.js";

/** Refuses a version that is no longer the latest, with who was faster. */
export function checkVersion(standing: readonly [Recorded, ...Recorded[]], version: number): Result<null> {
  const latest = standing.reduce((a, b) => (b.version > a.version ? b : a));
  return latest.version === version
    ? ok(null)
    : refuse("request/stale", { who: latest.recordedBy, at: latest.recordedAt });
}

/** Refuses an end before the beginning, and one of what has ended by then. */
export function checkEnd(standing: readonly [Recorded, ...Recorded[]], end: PlainDate): Result<null> {
  const { from } = standing.reduce((a, b) => (b.from < a.from ? b : a));
  if (end <= from) return refuse("duty/dates-order", { from, to: end });
  return standing.every(({ to }) => to !== null && to <= end) ? refuse("duty/ended-already") : ok(null);
}

/** The version of what replaces them. */
export const nextVersion = (standing: readonly Recorded[]): number =>
  Math.max(0, ...standing.map(({ version }) => version)) + 1;

/**
 * The version that a change must name, whichever day's record is shown: a change of later days raises it although the
 * record of today stays as it was.
 */
export const latestVersion = (records: readonly Recorded[], shown: Recorded): number => {
  const standing = records.filter(({ supersededAt }) => supersededAt === null);
  return standing.length === 0 ? shown.version : Math.max(...standing.map(({ version }) => version));
};
