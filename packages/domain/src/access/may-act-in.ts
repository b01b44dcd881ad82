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
  /** Whether establishments whose place is not known are theirs to mend; true for an office that keeps the register. */
  readonly unplaced: boolean;
};

/**
 * Whether the actor may act at the place on the day of the tree. A place that is not known (`null`) lies in no
 * territory: only who mends unplaced establishments, or acts in the whole country, may act there.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["990106"], unplaced: true }, tree, place: "990106001003" }); // => true
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["990106"], unplaced: false }, tree, place: null }); // => false
 * mayActIn({ actor: { name: "晏清禾", unit: "区食安办", territories: ["CN"], unplaced: false }, tree, place: null }); // => true
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
  (place === null
    ? actor.unplaced
    : isInJurisdiction({ tree, jurisdiction: actor.territories, code: place }));
