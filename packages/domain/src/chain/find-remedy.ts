// What closes a gap of the chain, so that a list of gaps is also a list of what to do.
// Source: rules §3 "Gaps"; issue "Third", "Chain" (each gap with its one-click remedy).
import type { GapKind } from "./official.schema.js";

/**
 * Each remedy with the operation that carries it out, which is also what it takes to be shown it: allocate the
 * establishment, even out the loads of the official's level and place, complete the facts that its grade needs, have a
 * commitment signed or the list acknowledged, appoint people of the business.
 */
export const gapRemedies = {
  allocate: "allocation.plan",
  "even-out": "allocation.plan",
  complete: "registry.correct",
  sign: "commitment.recordScan",
  acknowledge: "commitment.get",
  appoint: "arm.appoint",
} as const;
export type GapRemedy = keyof typeof gapRemedies;

/** Kinds whose remedy does not hang on the reason. */
const byKind: Readonly<Record<GapKind, GapRemedy>> = {
  nobody: "allocate",
  "wrong-level": "allocate",
  "outside-jurisdiction": "allocate",
  "no-commitment": "sign",
  "annex-unacknowledged": "acknowledge",
  overload: "even-out",
  "no-work": "even-out",
  "business-arm": "appoint",
};

/**
 * The remedy of a gap. Whoever has no grade cannot be allocated before the facts are there; one whose place is not
 * known has nobody's jurisdiction.
 *
 * @example
 * findGapRemedy({ kind: "nobody", code: "chain/official-left" }); // => "allocate"
 * findGapRemedy({ kind: "nobody", code: "chain/no-official-not-graded" }); // => "complete"
 */
export const findGapRemedy = ({
  kind,
  code,
}: {
  readonly kind: GapKind;
  readonly code: string;
}): GapRemedy => (code === "chain/no-official-not-graded" ? "complete" : byKind[kind]);
