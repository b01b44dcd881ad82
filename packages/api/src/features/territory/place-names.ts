// Names of a place and of all above it.
import { findPlaceOfKind, formatPlace, type TerritoryTree, type UpperKind } from "@shian/domain";

const nameOf = (tree: TerritoryTree, code: string): string =>
  tree.find(code)?.name ?? formatPlace({ code, tree, within: tree.findParent(code) });

/** The name of the place of each kind that holds a place on the tree's day; null where none does. */
export function createNamesByKind<K extends UpperKind>(
  tree: TerritoryTree,
  kinds: readonly K[],
): (place: string | null) => { readonly [kind in K]: string | null } {
  const known = new Map<string | null, { readonly [kind in K]: string | null }>();
  return (place) => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const names = Object.fromEntries(
      kinds.map((kind) => {
        const code = place === null ? undefined : findPlaceOfKind(tree, place, kind);
        return [kind, code === undefined ? null : nameOf(tree, code)];
      }),
    ) as { [kind in K]: string | null };
    known.set(place, names);
    return names;
  };
}

/** All of them from the place upwards, as an address or a business name may begin with them. Asks once for each place: a register has a hundred times as many establishments as places. */
export function createPlaceNames(tree: TerritoryTree): (place: string | null) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (place) => {
    if (place === null) return [];
    const names = known.get(place) ?? [place, ...tree.ancestorsOf(place)].map((code) => nameOf(tree, code));
    known.set(place, names);
    return names;
  };
}
