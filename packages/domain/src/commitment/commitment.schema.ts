// Commitments (承诺书) of supervising officials, and the acknowledgement of the list that is their annex.
// Source: rules §3 "commitment"; F1-07, F1-09…F1-11 (N).
import * as z from "zod";
import { PlainDate } from "../kernel/plain-date.js";
import { defaultSoleTraderRule, SoleTraderRule } from "../privacy/sole-trader.js";
import { Level } from "../territory/territory.schema.js";

/** How a commitment was signed: drawn by the official in the product, or on paper of which the office keeps a scan. */
export const signingWays = ["drawn", "scan"] as const;
export const SigningWay = z.enum(signingWays);
export type SigningWay = z.infer<typeof SigningWay>;

/** Why a commitment ended before its term did. */
export const endReasons = ["handover", "withdrawn"] as const;
export const EndReason = z.enum(endReasons);
export type EndReason = z.infer<typeof EndReason>;

/** Whether an official stands bound on a day: rules §3. */
export const signingStandings = ["valid", "outdated", "none"] as const;
export const SigningStanding = z.enum(signingStandings);
export type SigningStanding = z.infer<typeof SigningStanding>;

/** SHA-256 as lower-case hexadecimal digits. */
export const ContentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The year of a commitment. */
export const CommitmentYear = z.int().min(2022).max(2999);

/** A commitment as it was signed; post, level and jurisdictions are those of the signing. */
export const Commitment = z.strictObject({
  id: z.string(),
  official: z.string(),
  year: CommitmentYear,
  name: z.string(),
  unit: z.string(),
  post: z.string(),
  level: Level,
  jurisdictions: z.array(z.string()),
  way: SigningWay,
  from: PlainDate.describe("first day on which it binds"),
  to: PlainDate.describe("first day no longer"),
  signedOn: PlainDate,
  endedBecause: EndReason.nullable(),
  annexHash: ContentHash.describe("of the list of establishments that it was signed with"),
  documentHash: ContentHash.describe("of the whole text that was signed"),
});
export type Commitment = z.infer<typeof Commitment>;

/** The office's own choices about commitments. */
export const CommitmentOptions = z.strictObject({
  strict: z.boolean().describe("sign again on every change of the list"),
  soleTraders: SoleTraderRule.describe("how sole traders (codes beginning 92) stand on public boards"),
});
export type CommitmentOptions = z.infer<typeof CommitmentOptions>;

/** What holds until the office chooses: one tap for a changed list, a sole trader's name masked in public. */
export const defaultCommitmentOptions: CommitmentOptions = {
  strict: false,
  soleTraders: defaultSoleTraderRule,
};
