// Merkle tree hashes over a growing list, kept as its frontier: the roots of its complete parts, never the list itself.
// Source: RFC 6962 §2.1 (certain): 0x00 before a leaf, 0x01 before a node, parts of the greatest power of two first.
import type { HashSuite } from "./hash-suite.js";

/**
 * The hash of a text as a leaf.
 *
 * @example
 * hashLeaf({ name: "intl", hash: (bytes) => bytes, encode: () => Uint8Array.of(0, 7) }, "x"); // => Uint8Array.of(0, 7)
 */
export const hashLeaf = (suite: HashSuite, text: string): Uint8Array =>
  // U+0000 is the byte 0x00 in UTF-8, so the prefix costs no copy of the bytes.
  suite.hash(suite.encode(`\u0000${text}`));

/** The hash of two neighbours as their parent. */
export function hashNode(suite: HashSuite, left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return suite.hash(bytes);
}

/** A complete part of the list: its number of leaves, a power of two, and its root. */
export type TreePart = { readonly size: number; readonly root: Uint8Array };

/** A list that grows at its end and can tell its root at any time; it holds one hash for every binary digit of its size. */
export type Frontier = {
  readonly size: number;
  append(leaf: Uint8Array): void;
  root(): Uint8Array;
  /** Its complete parts from the left, from which it can be continued. */
  parts(): readonly TreePart[];
};

/** A frontier of nothing, or continued from the parts of an earlier one. */
export function createFrontier(suite: HashSuite, start: readonly TreePart[] = []): Frontier {
  const parts: TreePart[] = [...start];
  let size = parts.reduce((sum, part) => sum + part.size, 0);
  return {
    get size() {
      return size;
    },
    append(leaf) {
      let grown: TreePart = { size: 1, root: leaf };
      for (let last = parts.at(-1); last?.size === grown.size; last = parts.at(-1)) {
        grown = { size: 2 * grown.size, root: hashNode(suite, last.root, grown.root) };
        parts.pop();
      }
      parts.push(grown);
      size += 1;
    },
    root() {
      const [last, ...rest] = parts.toReversed();
      if (last === undefined) return suite.hash(new Uint8Array(0));
      return rest.reduce((right, left) => hashNode(suite, left.root, right), last.root);
    },
    parts: () => [...parts],
  };
}

/** The root of a whole list of leaf hashes. */
export function measureRoot(suite: HashSuite, leaves: Iterable<Uint8Array>): Uint8Array {
  const frontier = createFrontier(suite);
  for (const leaf of leaves) frontier.append(leaf);
  return frontier.root();
}

/**
 * The greatest power of two below a number from 2 on.
 *
 * @example
 * splitAt(8); // => 4
 * splitAt(9); // => 8
 */
export function splitAt(size: number): number {
  let split = 1;
  while (2 * split < size) split *= 2;
  return split;
}
