// The names and codes of a view's establishments as long texts, kept with the view and brought up to date with it: to
// look through a hundred texts takes a fraction of looking at fifty thousand establishments.
import type { Picture, PictureEstablishment } from "./picture.js";

/** Establishments whose texts are one; after a change one such text is put together anew. */
const BLOCK = 256;

type Kept = { of: readonly PictureEstablishment[]; readonly blocks: string[] };

// The places are the same object for as long as a view has the same establishments in the same order.
const kept = new WeakMap<Picture["places"], Kept>();

const joinBlock = (all: readonly PictureEstablishment[], from: number): string =>
  all
    .slice(from, from + BLOCK)
    .map(({ facts }) => facts.searchText)
    .join("\n");

function hasChanged(
  before: readonly PictureEstablishment[],
  now: readonly PictureEstablishment[],
  from: number,
): boolean {
  const to = Math.min(from + BLOCK, now.length);
  for (let at = from; at < to; at += 1) if (before[at] !== now[at]) return true;
  return false;
}

function getBlocks({ places, establishments: now }: Picture): readonly string[] {
  const known = kept.get(places) ?? { of: [], blocks: [] };
  kept.set(places, known);
  if (known.of === now) return known.blocks;
  for (let from = 0; from < now.length; from += BLOCK)
    if (hasChanged(known.of, now, from)) known.blocks[from / BLOCK] = joinBlock(now, from);
  known.of = now;
  return known.blocks;
}

/** The first establishments of the picture whose names or codes hold the text, which is in small letters. */
export function searchAlong(picture: Picture, text: string, most: number): readonly PictureEstablishment[] {
  const found: PictureEstablishment[] = [];
  for (const [block, joined] of getBlocks(picture).entries()) {
    if (!joined.includes(text)) continue;
    for (const one of picture.establishments.slice(block * BLOCK, (block + 1) * BLOCK)) {
      if (!one.facts.searchText.includes(text)) continue;
      found.push(one);
      if (found.length === most) return found;
    }
  }
  return found;
}
