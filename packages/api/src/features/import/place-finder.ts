// How the cells of a file name places: the codes that a text can mean, and where the importing person may act. Asked
// once for each text, however many rows have it.
import { findPlacesByText, type TerritoryTree } from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { getTree } from "../territory/territory.service.js";

export type PlaceFinder = {
  readonly tree: TerritoryTree;
  /** The office's own territory. */
  readonly office: string;
  readonly findPlaces: (text: string) => readonly string[];
  readonly mayActIn: (place: string) => boolean;
};

export async function createPlaceFinder(call: Call): Promise<PlaceFinder> {
  const tree = await getTree(call);
  const office = await findTerritoryCode(call);
  const places = new Map<string, readonly string[]>();
  return {
    tree,
    office,
    mayActIn: await createPlaceCheck(call, tree),
    findPlaces: (text) => {
      const known = places.get(text) ?? findPlacesByText({ tree, text, within: office });
      places.set(text, known);
      return known;
    },
  };
}
