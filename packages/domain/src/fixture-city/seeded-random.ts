// A random number generator of our own, so that the demonstration city is the same on every machine and in every
// version of Node. Speed and evenness matter here, secrecy does not: never use it for a token, a draw or a sample.
// Algorithm: mulberry32 (Tommy Ettinger, public domain), seeded with the FNV-1a hash of a text.

/** A stream of random choices. Two streams made from one seed and label give the same choices in the same order. */
export type SeededRandom = {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  /** Whether an event of the given likelihood (0 to 1) happens. */
  readonly chance: (likelihood: number) => boolean;
  /** One entry of the list; throws on an empty one. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The list in a random order; the list given stays as it is. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
};

const HASH_START = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

function hashText(text: string): number {
  let hash = HASH_START;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), HASH_PRIME);
  }
  return hash >>> 0;
}

/**
 * The random stream for a seed and a label. Each part of the city draws from a stream with its own label, so that a
 * change in one part leaves the others as they were. Any texts will do, the empty one too.
 *
 * @example
 * const { whole } = createSeededRandom("shian", "doc");
 * whole(7, 7); // => 7
 */
export function createSeededRandom(seed: string, label: string): SeededRandom {
  let state = hashText(`${seed}\u0000${label}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (likelihood) => next() < likelihood,
    pick: (list) => {
      if (list.length === 0) throw new RangeError("nothing to pick from");
      return list[whole(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: (list) => {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index -= 1) {
        const other = whole(0, index);
        const kept = shuffled[index] as (typeof list)[number];
        shuffled[index] = shuffled[other] as (typeof list)[number];
        shuffled[other] = kept;
      }
      return shuffled;
    },
  };
}
