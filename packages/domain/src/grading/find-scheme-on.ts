// Which version of the office's grading scheme holds on a day. Source: rules §2 (the scheme is data of the office,
// dated and replaced as a whole); facts §1.4 (localities draw up their own).
import type { PlainDate } from "../kernel/plain-date.js";
import { demonstrationScheme } from "./demonstration-scheme.data.js";
import type { GradingScheme } from "./grading-scheme.schema.js";

/** A scheme in force from a day on, until a later one replaces it. */
export type SchemeInForce = { readonly from: PlainDate; readonly scheme: GradingScheme };

/** The scheme's id of a grade that a decided objection gave: no scheme gives it, and none takes it away. */
export const exceptionSchemeId = "exception";

/**
 * The scheme in force on the day: the one that began last on or before it; before the first, and where the office has
 * set none, the demonstration scheme. Of two that begin on one day the later in the list counts.
 *
 * @example
 * findSchemeOn({ schemes: [], on: "2026-11-24" }).id; // => "demonstration"
 */
export function findSchemeOn({
  schemes,
  on,
}: {
  readonly schemes: readonly SchemeInForce[];
  readonly on: PlainDate;
}): GradingScheme {
  let found: SchemeInForce | undefined;
  for (const entry of schemes)
    if (entry.from <= on && (found === undefined || entry.from >= found.from)) found = entry;
  return found?.scheme ?? demonstrationScheme;
}
