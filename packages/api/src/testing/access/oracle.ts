// What an asker may come to know and may change, worked out from the domain's rules and the world alone: the server is
// not asked.
import {
  can,
  type Permission,
  type Reach,
  type Role,
  reachesEstablishment,
  reachesPlace,
  toPlainDate,
} from "@shian/domain";
import { type Group, listMarks, type WordKind, wordKinds } from "./groups.js";
import { type Asker, officeTerritory, type World } from "./world.js";

const on = toPlainDate("2026-11-24");

/** What stands behind one question: whether it may be asked, and how far whoever asks reaches. */
export type Standing = {
  readonly allowed: boolean;
  readonly roles: readonly Role[];
  readonly reach: Reach | undefined;
  /** Whether the question is about the record. */
  readonly ofRecord: boolean;
};

/** By the permission; or by all that the asker holds, where the application's own checks are off. */
export function findStanding(
  { tree }: World,
  { role, grants, standIns }: Asker,
  { id, permission }: { readonly id: string; readonly permission: Permission },
): Standing {
  const ofRecord = /^(audit\.|download\.(record|proof)$)/.test(id);
  const decision = can({
    asker: role === "public" ? undefined : { grants, standIns },
    permission,
    on,
    tree,
    officeTerritory,
  });
  return decision.allowed
    ? { allowed: true, roles: decision.roles, reach: decision.reach, ofRecord }
    : { allowed: false, roles: [], reach: undefined, ofRecord };
}

/** Whether the reach holds the group's establishment. */
export const reachesGroup = (
  { tree }: World,
  { reach }: Standing,
  { establishment, place, official }: Group,
): boolean =>
  reach !== undefined &&
  reachesEstablishment({ reach, tree, establishment: { id: establishment, place, official } });

/** Whether the reach holds a place. */
export const reaches = ({ tree }: World, { reach }: Standing, place: string | null): boolean =>
  reach !== undefined && reachesPlace({ reach, tree, place });

const isAmong = (roles: readonly Role[], wanted: readonly Role[]) =>
  roles.some((role) => wanted.includes(role));
const peopleReaders: readonly Role[] = ["office", "leader"];
const standInReaders: readonly Role[] = ["office", "regulator", "unit", "liaison", "official", "leader"];

/** Whether what is of this kind in the group may be known to who stands so. */
export function mayKnow(world: World, standing: Standing, group: Group, kind: WordKind): boolean {
  const { roles } = standing;
  // Units are known to everyone; the record is the audit administrator's whole, and nothing else is.
  if (roles.includes("audit")) return standing.ofRecord || kind === "unit";
  // Grants and stand-ins name what they are for to those who keep them.
  const isKeeper = isAmong(roles, ["system", "security"]);
  const isReached = !isKeeper && reachesGroup(world, standing, group);
  switch (kind) {
    case "named":
      return isReached || isKeeper;
    case "business":
      return isReached;
    case "people":
      return isKeeper || (isReached && isAmong(roles, peopleReaders));
    case "standIn":
      return isKeeper || (isReached && isAmong(roles, standInReaders));
    case "unit":
      return true;
    case "job":
      return roles.includes("system");
    case "account":
      return false;
  }
}

/** Marks of what the text holds and must not. */
export const findForeignMarks = (world: World, standing: Standing, text: string): readonly string[] =>
  world.groups.flatMap((group) =>
    wordKinds
      .filter((kind) => !mayKnow(world, standing, group, kind))
      .flatMap((kind) => listMarks(group, kind).filter((mark) => text.includes(mark))),
  );
