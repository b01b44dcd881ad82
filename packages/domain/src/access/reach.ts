// How far an actor reaches in one operation: the stated union of what their grants give.

import { countryCode } from "../territory/territory.schema.js";
import { isInJurisdiction, type TerritoryTree } from "../territory/territory-tree.js";

/** Establishments of an official that a stand-in reaches; null is all of them. */
export type StandInReach = {
  readonly official: string;
  readonly establishments: readonly string[] | null;
};

/** A union of territories, of establishments by their official, and of single establishments. */
export type Reach = {
  readonly territories: readonly string[];
  /** Ids of officials whose establishments on the day are reached. */
  readonly officials: readonly string[];
  readonly standIns: readonly StandInReach[];
  /** Ids of single establishments, a business's own. */
  readonly establishments: readonly string[];
  /** Whether establishments whose place is not known are theirs to mend. */
  readonly unplaced: boolean;
};

/** A reach that holds nothing. */
export const noReach: Reach = {
  territories: [],
  officials: [],
  standIns: [],
  establishments: [],
  unplaced: false,
};

/** An establishment as access sees it. */
export type ReachedObject = {
  readonly id: string;
  readonly place: string | null;
  /** The official who answers for it on the day. */
  readonly official: string | null;
};

/**
 * Whether the reach holds the place on the day of the tree. A place that is not known (`null`) lies in no territory:
 * only who mends unplaced establishments, or reaches the whole country, holds it.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * reachesPlace({ reach: { ...noReach, territories: ["990106"] }, tree, place: "990106001003" }); // => true
 * reachesPlace({ reach: { ...noReach, territories: ["990106"] }, tree, place: null }); // => false
 * reachesPlace({ reach: { ...noReach, territories: ["CN"] }, tree, place: null }); // => true
 */
export const reachesPlace = ({
  reach,
  tree,
  place,
}: {
  readonly reach: Reach;
  readonly tree: TerritoryTree;
  readonly place: string | null;
}): boolean =>
  reach.territories.includes(countryCode) ||
  (place === null
    ? reach.unplaced
    : isInJurisdiction({ tree, jurisdiction: reach.territories, code: place }));

/**
 * Whether the reach holds the establishment: by its place, as a business's own, or through the official who answers.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * const shop = { id: "e-1", place: "990106001003", official: "o-1" };
 * reachesEstablishment({ reach: { ...noReach, officials: ["o-1"] }, tree, establishment: shop }); // => true
 * reachesEstablishment({ reach: { ...noReach, establishments: ["e-2"] }, tree, establishment: shop }); // => false
 */
export const reachesEstablishment = ({
  reach,
  tree,
  establishment: { id, place, official },
}: {
  readonly reach: Reach;
  readonly tree: TerritoryTree;
  readonly establishment: ReachedObject;
}): boolean =>
  reach.establishments.includes(id) ||
  (official !== null &&
    (reach.officials.includes(official) ||
      reach.standIns.some(
        (standIn) =>
          standIn.official === official &&
          (standIn.establishments === null || standIn.establishments.includes(id)),
      ))) ||
  reachesPlace({ reach, tree, place });
