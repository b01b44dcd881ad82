// Proofs in the Merkle tree: that an entry stands in it, and that a longer list begins with a shorter one.
// Source: RFC 6962 §2.1.1 and §2.1.2 for what is in a proof, RFC 9162 §2.1.3.2 and §2.1.4.2 for checking (certain).
import type { HashSuite } from "./hash-suite.js";
import { createFrontier, type Frontier, hashNode, splitAt, type TreePart } from "./merkle-tree.js";

/** Leaves from `from`, before `to`; counted from 0. */
export type LeafRange = { readonly from: number; readonly to: number };

/**
 * The parts of the tree whose roots prove the leaf `index` of a list of `size`, from the leaf up.
 *
 * @example
 * planInclusion(4, 7); // => [{ from: 5, to: 6 }, { from: 6, to: 7 }, { from: 0, to: 4 }]
 */
export function planInclusion(index: number, size: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitAt(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.reverse();
}

/**
 * The parts whose roots prove that the first `first` of `second` leaves were a list before.
 *
 * @example
 * planConsistency(3, 7); // => [{ from: 2, to: 3 }, { from: 3, to: 4 }, { from: 0, to: 2 }, { from: 4, to: 7 }]
 */
export function planConsistency(first: number, second: number): readonly LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0, second];
  while (first < to) {
    const middle = from + splitAt(to - from);
    if (first <= middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  // The whole earlier list needs no proof of its own: its root is what is being checked.
  if (from > 0) ranges.push({ from, to });
  return ranges.reverse();
}

/** Takes the leaves of a list one after the other and gives the roots of some of its parts. */
export type RangeRoots = {
  append(leaf: Uint8Array): void;
  roots(): readonly Uint8Array[];
};

/** Measures the roots of parts in one pass; `start` is what the list begins with when its first leaves are gone. */
export function createRangeRoots(
  suite: HashSuite,
  ranges: readonly LeafRange[],
  start: readonly TreePart[] = [],
): RangeRoots {
  let size = 0;
  const kept = new Map<LeafRange, TreePart[]>(ranges.map((range) => [range, []]));
  for (const part of start) {
    for (const range of ranges)
      if (range.from <= size && size + part.size <= range.to) kept.get(range)?.push(part);
    size += part.size;
  }
  const measured: readonly (LeafRange & { readonly frontier: Frontier })[] = ranges.map((range) => ({
    ...range,
    frontier: createFrontier(suite, kept.get(range)),
  }));
  return {
    append(leaf) {
      for (const { from, to, frontier } of measured) if (from <= size && size < to) frontier.append(leaf);
      size += 1;
    },
    roots: () => measured.map(({ frontier }) => frontier.root()),
  };
}

const isOdd = (value: number) => value % 2 === 1;
const half = (value: number) => Math.floor(value / 2);
const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at]);

/** Whether the path leads from the leaf to the root of a list of that size. */
export function isIncluded(
  suite: HashSuite,
  proof: {
    readonly leaf: Uint8Array;
    readonly index: number;
    readonly size: number;
    readonly path: readonly Uint8Array[];
    readonly root: Uint8Array;
  },
): boolean {
  if (proof.index < 0 || proof.index >= proof.size) return false;
  let [index, last, hash] = [proof.index, proof.size - 1, proof.leaf];
  for (const part of proof.path) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      hash = hashNode(suite, part, hash);
      while (!isOdd(index) && index !== 0) [index, last] = [half(index), half(last)];
    } else hash = hashNode(suite, hash, part);
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && isSame(hash, proof.root);
}

/** Whether the path shows that the list of `second` leaves begins with the list of `first`. */
export function isConsistent(
  suite: HashSuite,
  proof: {
    readonly first: number;
    readonly firstRoot: Uint8Array;
    readonly second: number;
    readonly secondRoot: Uint8Array;
    readonly path: readonly Uint8Array[];
  },
): boolean {
  const { first, firstRoot, second, secondRoot } = proof;
  if (first > second || first < 0) return false;
  if (first === second) return proof.path.length === 0 && isSame(firstRoot, secondRoot);
  if (first === 0) return proof.path.length === 0;
  let [index, last] = [first - 1, second - 1];
  while (isOdd(index)) [index, last] = [half(index), half(last)];
  // A first list of a power of two is a part of the second tree, so its root stands for itself.
  const [start, ...path] = index === 0 ? [firstRoot, ...proof.path] : proof.path;
  if (start === undefined) return false;
  let [earlier, later] = [start, start];
  for (const part of path) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      earlier = hashNode(suite, part, earlier);
      later = hashNode(suite, part, later);
      while (!isOdd(index) && index !== 0) [index, last] = [half(index), half(last)];
    } else later = hashNode(suite, later, part);
    [index, last] = [half(index), half(last)];
  }
  return last === 0 && isSame(earlier, firstRoot) && isSame(later, secondRoot);
}
