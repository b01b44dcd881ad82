// Names of a place and of all above it, as an address or a business name may begin with them.
import { formatPlace, type TerritoryTree } from "@shian/domain";

/** Asks once for each place: a register has a hundred times as many establishments as places. */
export function createPlaceNames(tree: TerritoryTree): (place: string | null) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (place) => {
    if (place === null) return [];
    const names =
      known.get(place) ??
      [place, ...tree.ancestorsOf(place)].map(
        (code) => tree.find(code)?.name ?? formatPlace({ code, tree, within: tree.findParent(code) }),
      );
    known.set(place, names);
    return names;
  };
}
