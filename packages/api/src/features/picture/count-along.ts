// Counts over the establishments of a picture that follow it from change to change. A district's table is counted once;
// after a visit only the establishment that was visited is counted anew.
import type { Picture, PictureEstablishment } from "./picture.js";
import type { Scope } from "./scope.js";

/** Something counted establishment by establishment. */
type Count = { add(one: PictureEstablishment): void; remove(one: PictureEstablishment): void };

type Kept = { of: readonly PictureEstablishment[]; readonly count: Count };

/** Counts of one view, which everybody shares who sees the same: of a dozen territories at a time. */
const MOST_KEPT = 48;

// The places are the same object for as long as a view has the same establishments in the same order.
const kept = new WeakMap<Picture["places"], Map<string, Kept>>();

/**
 * The count `name` over the scope of the picture, made by `create` the first time. It stays right until the next
 * `await`: somebody else may bring it to another day's picture then.
 */
export function countAlong<C extends Count>(
  picture: Picture,
  scope: Scope,
  name: string,
  create: () => C,
): C {
  const counts = kept.get(picture.places) ?? new Map<string, Kept>();
  kept.set(picture.places, counts);
  const key = `${name} ${scope.code}`;
  const known = counts.get(key);
  const now = scope.establishments;
  const found: Kept =
    known === undefined || known.of.length !== now.length ? { of: [], count: create() } : known;
  // By number: fifty thousand comparisons take a fraction of what an iterator takes.
  for (let at = 0; found.of !== now && at < now.length; at += 1) {
    const [before, one] = [found.of[at], now[at]];
    if (before === one || one === undefined) continue;
    if (before !== undefined) found.count.remove(before);
    found.count.add(one);
  }
  found.of = now;
  counts.delete(key);
  counts.set(key, found);
  const [oldest] = counts.keys();
  if (counts.size > MOST_KEPT && oldest !== undefined) counts.delete(oldest);
  // The name stands for one kind of count.
  return found.count as C;
}
