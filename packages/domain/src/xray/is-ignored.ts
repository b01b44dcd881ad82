// Decides whether a finding was set aside: with a reason, until a day, after which it is told again.
// Source: issue "Third", "ignore with reason and expiry" (certain).
import type { PlainDate } from "../kernel/plain-date.js";

/** A finding set aside; `until` is the last day on which it is. */
export type XrayIgnore = {
  readonly rule: string;
  readonly id: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
};

/** The longest time for which a finding may be set aside, in days. */
export const longestIgnoreDays = 366;

/**
 * The findings that are set aside on the day, by rule and id.
 *
 * @example
 * const ignores = [{ rule: "address-missing", id: "e1", from: "2026-11-01", until: "2026-11-30" }];
 * const isIgnored = (asOf) => createIgnoreCheck({ ignores, asOf })({ rule: "address-missing", id: "e1" });
 * [isIgnored("2026-10-31"), isIgnored("2026-11-30"), isIgnored("2026-12-01")]; // => [false, true, false]
 */
export function createIgnoreCheck({
  ignores,
  asOf,
}: {
  readonly ignores: readonly XrayIgnore[];
  readonly asOf: PlainDate;
}): (finding: { readonly rule: string; readonly id: string }) => boolean {
  const aside = new Set(
    ignores
      .filter(({ from, until }) => from <= asOf && asOf <= until)
      .map(({ rule, id }) => `${rule}\n${id}`),
  );
  return ({ rule, id }) => aside.has(`${rule}\n${id}`);
}
