// Finds establishments with nearly the same name at one address: most likely one shop entered twice.
// Source: issue "Third", "names that look alike at one address" (certain); the measure and its bound are ours.
import { foldName } from "../registry/fold-name.js";
import { type MeasuredName, measureLikeness, toMeasuredName } from "./name-likeness.js";

type Named = { readonly id: string; readonly name: string; readonly address: string | null };

// Seven tenths of the pairs: a branch or a sign put behind a name keeps it, another surname before a trade does too.
const ALIKE = 0.7;
// At the address of a whole market every name would be held against thousands; there the beginning must agree too.
const MOST_AT_ADDRESS = 300;
// Where thousands begin alike too, each is held against those that follow it in the order of names.
const NEIGHBOURS = 50;

type Measured = Named & { readonly measured: MeasuredName };

const byName = (a: Measured, b: Measured): number => {
  const [one, other] = [a.measured.folded, b.measured.folded];
  return one === other ? (a.id < b.id ? -1 : 1) : one < other ? -1 : 1;
};

/** Pairs of a group that are looked at: all, or of a large one each with those that follow it by name. */
function* listPairs(group: readonly Measured[]): Iterable<readonly [Measured, Measured]> {
  const isLarge = group.length > MOST_AT_ADDRESS;
  const ordered = isLarge ? [...group].sort(byName) : group;
  for (const [at, one] of ordered.entries())
    for (const other of ordered.slice(at + 1, isLarge ? at + 1 + NEIGHBOURS : undefined)) yield [one, other];
}

/**
 * Establishment → the name of one that is alike at its address, both ways. Same address means after folding; addresses of
 * more than 300 establishments are looked at by the first two characters of the names, and of those that still are more
 * than 300 each beside the fifty that follow it by name.
 *
 * @example
 * const shop = (id, name) => ({ id, name, address: "槐荫路1号" });
 * [...findAlike([shop("a", "老槐树面馆"), shop("b", "老槐树面馆(店)"), shop("c", "水产摊")])]; // => [["a", "老槐树面馆(店)"], ["b", "老槐树面馆"]]
 */
export function findAlike(shops: readonly Named[]): ReadonlyMap<string, string> {
  const byAddress = new Map<string, Measured[]>();
  const note = (key: string, shop: Measured): void => {
    const group = byAddress.get(key);
    if (group === undefined) byAddress.set(key, [shop]);
    else group.push(shop);
  };
  for (const shop of shops)
    if (shop.address !== null) note(foldName(shop.address), { ...shop, measured: toMeasuredName(shop.name) });
  for (const [address, group] of [...byAddress]) {
    if (group.length <= MOST_AT_ADDRESS) continue;
    byAddress.delete(address);
    for (const shop of group) note(`${address}\n${shop.measured.folded.slice(0, 2)}`, shop);
  }
  const alike = new Map<string, string>();
  for (const group of byAddress.values())
    for (const [one, other] of listPairs(group)) {
      if (measureLikeness(one.measured, other.measured) < ALIKE) continue;
      if (!alike.has(one.id)) alike.set(one.id, other.name);
      if (!alike.has(other.id)) alike.set(other.id, one.name);
    }
  return new Map([...alike].sort(([a], [b]) => (a < b ? -1 : 1)));
}
