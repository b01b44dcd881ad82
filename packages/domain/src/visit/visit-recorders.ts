// Whose visits somebody may record, and whom a form names first.
// Source: rules §4 "Valid visit"; that officials record their own visits alone is ours (see checkVisitRecord).
import type { Role } from "../kernel/operation.js";

/** Roles that record visits. */
export const recordingRoles = ["office", "official"] as const satisfies readonly Role[];

/**
 * The officials whose visits alone somebody may record: an official's own; null is anybody's.
 *
 * @example
 * listRecorders({ roles: ["official", "leader"], officials: ["o1"] }); // => ["o1"]
 * listRecorders({ roles: ["official", "office"], officials: ["o1"] }); // => null
 */
export function listRecorders({
  roles,
  officials,
}: {
  /** All that the person holds; those that record no visits do not matter. */
  readonly roles: readonly Role[];
  readonly officials: readonly string[];
}): readonly string[] | null {
  const recording = recordingRoles.filter((role) => roles.includes(role));
  return recording.every((role) => role === "official") ? officials : null;
}

/**
 * Who made the visit, as long as nobody says otherwise: for officials they themselves, in the pairing official's place
 * where they stand in there; for everybody else the pairing official.
 *
 * @example
 * proposeVisitMaker({ pairing: "o1", recorders: null, standsInFor: [] }); // => { official: "o1", standInFor: null }
 * proposeVisitMaker({ pairing: "o1", recorders: ["o2"], standsInFor: ["o1"] }); // => { official: "o2", standInFor: "o1" }
 */
export function proposeVisitMaker({
  pairing,
  recorders,
  standsInFor,
}: {
  /** Who answers for the establishment; null: nobody. */
  readonly pairing: string | null;
  readonly recorders: readonly string[] | null;
  /** The officials in whose place who records stands now. */
  readonly standsInFor: readonly string[];
}): { readonly official: string | null; readonly standInFor: string | null } {
  if (recorders === null || (pairing !== null && recorders.includes(pairing)))
    return { official: pairing, standInFor: null };
  const isStandIn = pairing !== null && standsInFor.includes(pairing);
  return { official: recorders[0] ?? null, standInFor: isStandIn ? pairing : null };
}
