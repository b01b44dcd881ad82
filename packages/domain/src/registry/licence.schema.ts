// A licence or registration (证照) that an establishment holds besides the first one of its row, and what its standing is
// on a day.
// Source: G1; glossary 76 (食品许可证 SC / JY). Kinds of registrations of small operators are those that provinces use for
// workshops, small catering, groceries and vendors (background, to be checked against the province's own rules). How many
// days before its end a licence is called ending is ours (demonstration).
import * as z from "zod";
import { PlainDate, toEpochDay } from "../kernel/plain-date.js";

/** What a licence is: production (SC), operation (JY), and registrations or filings of small operators. */
export const licenceKinds = [
  "production",
  "operation",
  "prepackaged-filing",
  "small-workshop-registration",
  "small-catering-registration",
  "grocery-registration",
  "vendor-registration",
  "other",
] as const;
export const LicenceKind = z.enum(licenceKinds);
export type LicenceKind = z.infer<typeof LicenceKind>;

/** What the authority has decided about a licence; that it has expired follows from its days. */
export const licenceStates = ["valid", "suspended", "revoked", "cancelled"] as const;
export const LicenceState = z.enum(licenceStates);
export type LicenceState = z.infer<typeof LicenceState>;

/** Most licences of one establishment besides its first. */
export const mostFurtherLicences = 20;

/**
 * A further licence. The properties stand in the order in which a database keeps those of a JSON object (by length, then
 * by letters), so that what was read back compares equal to what was written.
 */
export const Licence = z.strictObject({
  kind: LicenceKind,
  scope: z.string().trim().min(1).max(500).nullable().describe("what it permits, as written on it"),
  state: LicenceState,
  number: z.string().trim().min(1).max(40).describe("number as written on it; SC and JY numbers folded"),
  issuedOn: PlainDate.nullable(),
  expiresOn: PlainDate.nullable().describe("last day of validity"),
});
export type Licence = z.infer<typeof Licence>;

/** How a licence stands on a day. */
export const licenceStandings = [
  "valid",
  "ending",
  "expired",
  "unknown",
  "suspended",
  "revoked",
  "cancelled",
] as const;
export type LicenceStanding = (typeof licenceStandings)[number];

/** A licence is called ending so many days before its last one (ours). */
export const endingDays = 60;

/**
 * How the licence stands on the day: what the authority decided comes first; one without a last day is `unknown`. The
 * last day itself is still valid; `ending` from 60 days before it.
 *
 * @example
 * const of = (expiresOn, state = "valid") => findLicenceStanding({ licence: { expiresOn, state }, asOf: "2026-11-24" });
 * of("2026-11-24"); // => "ending"
 * of("2026-11-23"); // => "expired"
 * of("2027-11-23"); // => "valid"
 * of("2020-01-01", "revoked"); // => "revoked"
 */
export function findLicenceStanding({
  licence,
  asOf,
}: {
  readonly licence: Pick<Licence, "expiresOn" | "state">;
  readonly asOf: PlainDate;
}): LicenceStanding {
  if (licence.state !== "valid") return licence.state;
  if (licence.expiresOn === null) return "unknown";
  const left = toEpochDay(licence.expiresOn) - toEpochDay(asOf);
  if (left < 0) return "expired";
  return left <= endingDays ? "ending" : "valid";
}
