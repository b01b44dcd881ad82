// Where who asks may enter and change things: inside the office's territory and inside their own reach.
import { countryCode, reachesPlace, type TerritoryTree } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "./office-territory.service.js";

/** Whether the caller may act at a place; a place that is not known is for those who mend such establishments. */
export async function createPlaceCheck(
  call: Call,
  tree: TerritoryTree,
): Promise<(place: string | null) => boolean> {
  const office = await findTerritoryCode(call);
  return (place) =>
    reachesPlace({ reach: call.reach, tree, place }) &&
    (place === null || office === countryCode || tree.contains(office, place));
}
