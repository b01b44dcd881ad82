// Who may act where. Until sign-in exists there is one person, the local administrator of the office, whose territory
// is the office's own; the whole country until the office chooses one.
// Source: issue "First" ("an office started empty has the whole country as its territory until it chooses one").
import { countryCode } from "../territory/territory.schema.js";
import { isInJurisdiction, type TerritoryTree } from "../territory/territory-tree.js";

/** Someone who acts: where they may, and what they are called in the record. */
export type Actor = {
  readonly name: string;
  readonly unit: string;
  readonly territories: readonly string[];
};

/**
 * Whether the actor may act at the place on the day of the tree. A place that is not known (`null`) lies inside the
 * whole country only, so that a district's clerk cannot reach rows that might be anyone's.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["990106"] }, tree, place: "990106001003" }); // => true
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["990106"] }, tree, place: null }); // => false
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["CN"] }, tree, place: null }); // => true
 */
export const mayActIn = ({
  actor,
  tree,
  place,
}: {
  readonly actor: Actor;
  readonly tree: TerritoryTree;
  readonly place: string | null;
}): boolean =>
  actor.territories.includes(countryCode) ||
  (place !== null && isInJurisdiction({ tree, jurisdiction: actor.territories, code: place }));
