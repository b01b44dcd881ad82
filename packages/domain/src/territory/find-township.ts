// Decides in which township, or zone that stands for one, a place lies on the tree's day.
// Source: rules §1 "Territory": a village belongs to one township-level node at a time (certain).
import { findPlaceOfKind } from "./find-place-of-kind.js";
import type { TerritoryTree } from "./territory-tree.js";

/**
 * The code of the township-level node that is the place or holds it, the nearest; undefined for a place above townships
 * and for one that is not known.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * findTownship(tree, "990106001003"); // => "990106001"
 * findTownship(tree, "990106"); // => undefined
 */
export const findTownship = (tree: TerritoryTree, place: string | null): string | undefined =>
  place === null ? undefined : findPlaceOfKind(tree, place, "township");
