// The establishments of a view in an order, kept with the view and brought up to date with it: a list of fifty thousand
// is sorted once, and after a change only what changed is put in its place again.
import type { KeyParts } from "./page-rows.js";
import { compareByParts } from "./page-rows.js";
import type { Picture, PictureEstablishment } from "./picture.js";
import type { Scope } from "./scope.js";

type Kept = { of: readonly PictureEstablishment[]; order: readonly PictureEstablishment[] };

/** Orders of one view, which everybody shares who sees the same; each is a list of the whole scope. */
const MOST_KEPT = 16;
/** From so many changes on it is faster to sort anew. */
const MOST_MOVED = 200;

// The places are the same object for as long as a view has the same establishments in the same order.
const kept = new WeakMap<Picture["places"], Map<string, Kept>>();

/** Where in the order the row stands, or would stand. */
function findPlace<R>(order: readonly R[], row: R, parts: KeyParts<R>): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = order[middle];
    if (other !== undefined && compareByParts(other, row, parts) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function bringUpToDate(
  { of, order }: Kept,
  now: readonly PictureEstablishment[],
  parts: KeyParts<PictureEstablishment>,
): readonly PictureEstablishment[] {
  if (of === now) return order;
  const changed: (readonly [PictureEstablishment, PictureEstablishment])[] = [];
  for (let at = 0; at < now.length; at += 1) {
    const [before, after] = [of[at], now[at]];
    if (before !== after && before !== undefined && after !== undefined) changed.push([before, after]);
  }
  if (changed.length === 0) return order;
  if (changed.length > MOST_MOVED) return [...now].sort((a, b) => compareByParts(a, b, parts));
  const next = [...order];
  for (const [before, after] of changed) {
    next.splice(findPlace(next, before, parts), 1);
    next.splice(findPlace(next, after, parts), 0, after);
  }
  return next;
}

/** The scope's establishments in the order of the parts, of which no two are the same; `name` stands for the order. */
export function orderAlong(
  picture: Picture,
  scope: Scope,
  name: string,
  parts: KeyParts<PictureEstablishment>,
): readonly PictureEstablishment[] {
  const orders = kept.get(picture.places) ?? new Map<string, Kept>();
  kept.set(picture.places, orders);
  const key = `${name} ${scope.code}`;
  const known = orders.get(key);
  const now = scope.establishments;
  const order =
    known === undefined || known.of.length !== now.length
      ? [...now].sort((a, b) => compareByParts(a, b, parts))
      : bringUpToDate(known, now, parts);
  orders.delete(key);
  orders.set(key, { of: now, order });
  const [oldest] = orders.keys();
  if (orders.size > MOST_KEPT && oldest !== undefined) orders.delete(oldest);
  return order;
}
