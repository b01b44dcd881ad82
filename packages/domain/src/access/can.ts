// Decides whether someone may ask an operation on a day, how far they reach in it, and why not.
// Source: issue "Second" (can() decides with a reason; several grants: a stated union), quality S1, S2.

import type { Permission, Role } from "../kernel/operation.js";
import { isWithin, type PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { AccessProblemCode } from "./access.problem.js";
import type { Grant, StandIn } from "./grant.schema.js";
import { noReach, type Reach } from "./reach.js";

/** Who asks: their grants and stand-ins of any day; undefined is somebody without an account. */
export type Asker = { readonly grants: readonly Grant[]; readonly standIns: readonly StandIn[] };

/** May: with the roles that opened the door and how far they reach together. May not: with the reason. */
export type Decision =
  | { readonly allowed: true; readonly roles: readonly Role[]; readonly reach: Reach }
  | { readonly allowed: false; readonly problem: Problem<AccessProblemCode> };

const unique = (values: readonly (string | null)[]): readonly string[] => [
  ...new Set(values.filter((value): value is string => value !== null)),
];

/** Whether the grant is of an office whose territory holds all of what the installation answers for. */
const mendsUnplaced = (grant: Grant, tree: TerritoryTree, officeTerritory: string): boolean =>
  grant.role === "office" && grant.territory !== null && tree.contains(grant.territory, officeTerritory);

/**
 * Whether the asker may, on the day `on`, do what the permission guards. Only grants in force on the day count; of
 * several that fit, the reach is their union. Which object lies inside the reach is asked of `reachesEstablishment` and
 * `reachesPlace`. Two separate grants never lend each other their role: an official's establishments come with the
 * role `official` alone.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * const grant = { id: "g", person: "p", role: "liaison", territory: "990106001", official: null, establishment: null, leading: false, from: "2026-01-01", to: null };
 * const asked = { asker: { grants: [grant], standIns: [] }, on: "2026-11-24", tree, officeTerritory: "990106" };
 * can({ ...asked, permission: { may: ["liaison"], territory: "rows" } }).allowed; // => true
 * can({ ...asked, permission: { may: ["audit"], territory: "none" } }); // => { allowed: false, problem: { code: "access/no-role", params: {} } }
 * can({ ...asked, asker: undefined, permission: { may: ["public"], territory: "none" } }).allowed; // => true
 */
export function can({
  asker,
  permission,
  on,
  tree,
  officeTerritory,
}: {
  readonly asker: Asker | undefined;
  readonly permission: Permission;
  readonly on: PlainDate;
  /** The tree of the day. */
  readonly tree: TerritoryTree;
  /** The place that the installation answers for. */
  readonly officeTerritory: string;
}): Decision {
  const { may } = permission;
  const isPublic = may.includes("public");
  if (asker === undefined)
    return isPublic
      ? { allowed: true, roles: ["public"], reach: noReach }
      : { allowed: false, problem: problem("access/signed-out") };
  const inForce = asker.grants.filter((grant) => isWithin(grant, on));
  const opening = may === "everyone" ? inForce : inForce.filter(({ role }) => may.includes(role));
  if (opening.length === 0) {
    if (may === "everyone" || isPublic) return { allowed: true, roles: [], reach: noReach };
    const ended = asker.grants.some(({ role }) => may.includes(role));
    return { allowed: false, problem: problem(ended ? "access/grant-ended" : "access/no-role") };
  }
  const unplaced = opening.some((grant) => mendsUnplaced(grant, tree, officeTerritory));
  if (permission.whole === true && !unplaced) return { allowed: false, problem: problem("access/part-only") };
  const placed = opening.filter(({ role }) => role !== "official" && role !== "business");
  const officials = unique(opening.filter(({ role }) => role === "official").map(({ official }) => official));
  return {
    allowed: true,
    roles: [...new Set(opening.map(({ role }) => role))].sort(),
    reach: {
      territories: unique(placed.map(({ territory }) => territory)),
      officials,
      standIns: asker.standIns
        .filter((standIn) => officials.includes(standIn.official) && isWithin(standIn, on))
        .map(({ standsInFor, establishments }) => ({ official: standsInFor, establishments })),
      establishments: unique(
        opening.filter(({ role }) => role === "business").map(({ establishment }) => establishment),
      ),
      unplaced,
    },
  };
}
