// Decides whether a place code names a place, as far as the places of the day tell. An office brings in its own places
// step by step; below a place whose own are not listed yet, none can be said not to exist.
// Source: rules §1 "Territory" (certain); what may stand unlisted is ours.
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import type { TerritoryTree } from "./territory-tree.js";

/**
 * Whether the place is listed, holds places that are, was merged into or taken over by another, or lies where the tree
 * lists no places of its kind. Of listed neighbours one that is missing does not exist.
 *
 * @example
 * const street = { code: "990106001", name: "望澜街道", kind: "township", parent: "990106", from: "2026-01-01" };
 * const tree = createTerritoryTree({ nodes: [...listShippedTerritories(), street], asOf: "2026-11-24" });
 * isKnownPlace({ tree, code: "990106001" }); // => true
 * isKnownPlace({ tree, code: "990106999" }); // => false
 * isKnownPlace({ tree, code: "990106001003" }); // => true
 */
export function isKnownPlace({
  tree,
  code,
}: {
  /** Of the day, with the shipped places among its nodes. */
  readonly tree: TerritoryTree;
  readonly code: string;
}): boolean {
  // 4290 and 1101 stand in no table, and counties lie under them.
  if (tree.find(code) !== undefined || tree.childrenOf(code).length > 0) return true;
  if (isTakenOver(tree, code)) return true;
  let step = code;
  for (const above of tree.ancestorsOf(code)) {
    const kind = findPlaceKind(step);
    if (tree.find(above) !== undefined) return tree.childrenOf(above).every((child) => child.kind !== kind);
    // What lay below a place that merged away lies directly below what took it over.
    if (!isTakenOver(tree, above)) step = above;
  }
  return false;
}

const isTakenOver = (tree: TerritoryTree, code: string): boolean =>
  tree.findParent(code) !== findPrefixParent(code);
