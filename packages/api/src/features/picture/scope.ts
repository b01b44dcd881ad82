// What a question is about: a territory inside the office's own, or the whole of it.
import { isKnownPlace, ok, type Problem, type RequestProblemCode, type Result, refuse } from "@shian/domain";
import { type Picture, type PictureEstablishment, rememberPlaces } from "./picture.js";

/** Whether the place holds, or lies in, a territory that who asks reaches; single establishments may lie anywhere. */
const meetsReach = ({ tree, reach }: Picture, territory: string): boolean =>
  reach.establishments.length > 0 ||
  reach.territories.some((code) => tree.contains(code, territory) || tree.contains(territory, code));

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
  const { tree } = picture;
  const isKnown = isKnownPlace({ tree, code: territory });
  if (!isKnown || !tree.contains(whole, territory) || !meetsReach(picture, territory))
    return refuse("request/not-found", { id: territory });
  const isInside = rememberPlaces((place) => place !== null && tree.contains(territory, place));
  const inside = picture.establishments.filter(({ facts }) => isInside(facts.place));
  return ok({ code: territory, establishments: inside });
}
