// What a question is about: a territory inside the office's own, or the whole of it.
import {
  isKnownPlace,
  ok,
  type Problem,
  type Reach,
  type RequestProblemCode,
  type Result,
  refuse,
  type TerritoryTree,
} from "@shian/domain";
import { type Picture, type PictureEstablishment, rememberPlaces } from "./picture.js";

/** What decides whether a territory may be asked about; `whole` is the office's own. */
type Grounds = { readonly tree: TerritoryTree; readonly reach: Reach; readonly whole: string };

/** Whether the place holds, or lies in, a territory that who asks reaches; single establishments may lie anywhere. */
export const meetsReach = ({ tree, reach }: Pick<Grounds, "tree" | "reach">, territory: string): boolean =>
  reach.establishments.length > 0 ||
  reach.territories.some((code) => tree.contains(code, territory) || tree.contains(territory, code));

/** Whether the territory is the office's own or lies in it, and is within who asks' reach. */
export function isAskable(grounds: Grounds, territory: string | undefined): boolean {
  const { tree, whole } = grounds;
  if (territory === undefined || territory === whole) return true;
  return (
    isKnownPlace({ tree, code: territory }) &&
    tree.contains(whole, territory) &&
    meetsReach(grounds, territory)
  );
}

export type Scope = { readonly code: string; readonly establishments: readonly PictureEstablishment[] };

/**
 * The establishments of the picture that lie in the territory; the office's own territory also holds those whose place
 * is not known. A territory outside the office's own is not found.
 */
export function findScope(
  picture: Picture,
  territory: string | undefined,
): Result<Scope, Problem<RequestProblemCode>> {
  const whole = picture.rules.territory;
  if (territory === undefined || territory === whole)
    return ok({ code: whole, establishments: picture.establishments });
  const { tree, reach } = picture;
  if (!isAskable({ tree, reach, whole }, territory)) return refuse("request/not-found", { id: territory });
  const isInside = rememberPlaces((place) => place !== null && tree.contains(territory, place));
  const inside = picture.establishments.filter(({ facts }) => isInside(facts.place));
  return ok({ code: territory, establishments: inside });
}
