// Decides in which place of a kind another one lies on the tree's day; a zone stands for a township.
// Source: rules §1 "Territory": containment is containment in the tree of the date asked, and a village belongs to one
// township-level node at a time (certain).
import { findPlaceKind } from "./place-kind.js";
import type { TerritoryKind } from "./territory.schema.js";
import type { TerritoryTree } from "./territory-tree.js";

/** Kinds of which every place has at most one above it. */
export type UpperKind = Exclude<TerritoryKind, "country" | "zone" | "grid">;

/**
 * The code of the place of the kind that is the place or holds it, the nearest; undefined for a place above that kind.
 * What merged away has no node any more and lies below what took it over, so that nodes go before mere codes.
 *
 * @example
 * const zone = { code: "Z1", name: "澜港平台", kind: "zone", parent: "990106", from: "2026-07-01", takesOver: ["990106001003"] };
 * const tree = createTerritoryTree({ nodes: [zone], asOf: "2026-11-24" });
 * findPlaceOfKind(tree, "990106001003", "township"); // => "Z1"
 * findPlaceOfKind(tree, "990106001003", "county"); // => "990106"
 * findPlaceOfKind(tree, "990106", "village"); // => undefined
 */
export function findPlaceOfKind(tree: TerritoryTree, place: string, kind: UpperKind): string | undefined {
  const line = [place, ...tree.ancestorsOf(place)];
  const isOfKind = (one: TerritoryKind | undefined): boolean =>
    one === kind || (kind === "township" && one === "zone");
  return (
    line.find((code) => isOfKind(tree.find(code)?.kind)) ?? line.find((code) => isOfKind(findPlaceKind(code)))
  );
}
