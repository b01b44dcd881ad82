// Finds establishments with nearly the same name at one address: most likely one shop entered twice.
// Source: issue "Third", "names that look alike at one address" (certain); the measure and its bound are ours.
import { foldName } from "../registry/fold-name.js";
import { measureNameLikeness } from "./name-likeness.js";

type Named = { readonly id: string; readonly name: string; readonly address: string | null };

// Seven tenths of the pairs: a branch or a sign put behind a name keeps it, another surname before a trade does too.
const ALIKE = 0.7;
// At the address of a whole market every name would be held against thousands; there the beginning must agree too.
const MOST_AT_ADDRESS = 300;

/**
 * Establishment → the name of one that is alike at its address, both ways. Same address means after folding; addresses of
 * more than 300 establishments are looked at by the first two characters of the names.
 *
 * @example
 * const shop = (id, name) => ({ id, name, address: "槐荫路1号" });
 * [...findAlike([shop("a", "老槐树面馆"), shop("b", "老槐树面馆(店)"), shop("c", "水产摊")])]; // => [["a", "老槐树面馆(店)"], ["b", "老槐树面馆"]]
 */
export function findAlike(shops: readonly Named[]): ReadonlyMap<string, string> {
  const byAddress = new Map<string, Named[]>();
  const note = (key: string, shop: Named): void => {
    const group = byAddress.get(key);
    if (group === undefined) byAddress.set(key, [shop]);
    else group.push(shop);
  };
  for (const shop of shops) if (shop.address !== null) note(foldName(shop.address), shop);
  for (const [address, group] of [...byAddress]) {
    if (group.length <= MOST_AT_ADDRESS) continue;
    byAddress.delete(address);
    for (const shop of group) note(`${address}\n${foldName(shop.name).slice(0, 2)}`, shop);
  }
  const alike = new Map<string, string>();
  for (const group of byAddress.values())
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1)) {
        if (measureNameLikeness(one.name, other.name) < ALIKE) continue;
        if (!alike.has(one.id)) alike.set(one.id, other.name);
        if (!alike.has(other.id)) alike.set(other.id, one.name);
      }
  return new Map([...alike].sort(([a], [b]) => (a < b ? -1 : 1)));
}
