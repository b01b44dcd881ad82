// Reference vectors of Certificate Transparency (its merkle tree tests) and the seven-leaf example of RFC 6962 §2.1.3.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeHashSuite } from "../testing/hash-suites.js";
import { fromHex, toHex } from "./hash-suite.js";
import {
  createRangeRoots,
  isConsistent,
  isIncluded,
  type LeafRange,
  planConsistency,
  planInclusion,
} from "./merkle-proof.js";
import { createFrontier, hashLeaf, hashNode, measureRoot } from "./merkle-tree.js";

const sha256 = makeHashSuite("intl");
const sm3 = makeHashSuite("gm");
const inputs = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const leaves = inputs.map((input) => sha256.hash(Uint8Array.of(0, ...fromHex(input))));
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const rootOf = (size: number) => fromHex(roots[size] ?? "");

/** The proof of planned parts over the first `size` reference leaves. */
const measure = (ranges: readonly LeafRange[], list: readonly Uint8Array[] = leaves, suite = sha256) => {
  const parts = createRangeRoots(suite, ranges);
  for (const leaf of list) parts.append(leaf);
  return parts.roots();
};

describe("tree", () => {
  it.each(roots.map((root, size) => [size, root] as const))(
    "of %i reference leaves has root %s",
    (size, root) => {
      expect(toHex(measureRoot(sha256, leaves.slice(0, size)))).toBe(root);
    },
  );

  it("hashes text as the leaf of its UTF-8 bytes", () => {
    expect(hashLeaf(sha256, "食安 α")).toEqual(
      sha256.hash(Buffer.concat([Buffer.of(0), Buffer.from("食安 α")])),
    );
  });

  it("is the definition of RFC 6962 for any list, by either suite", () => {
    const define = (suite: typeof sha256, list: readonly Uint8Array[]): Uint8Array => {
      const [only] = list;
      if (only === undefined) return suite.hash(Uint8Array.of());
      if (list.length === 1) return only;
      const split = 2 ** Math.floor(Math.log2(list.length - 1));
      return hashNode(suite, define(suite, list.slice(0, split)), define(suite, list.slice(split)));
    };
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 70 }), fc.constantFrom(sha256, sm3), (texts, suite) => {
        const list = texts.map((text) => hashLeaf(suite, text));
        expect(toHex(measureRoot(suite, list))).toBe(toHex(define(suite, list)));
      }),
    );
  });

  it("goes on from the parts of an earlier one", () => {
    const earlier = createFrontier(sha256);
    for (const leaf of leaves.slice(0, 5)) earlier.append(leaf);
    const later = createFrontier(sha256, earlier.parts());
    for (const leaf of leaves.slice(5)) later.append(leaf);
    expect([later.size, toHex(later.root()), toHex(earlier.root())]).toEqual([8, roots[8], roots[5]]);
  });
});

/** Names of the nodes of the example of RFC 6962 §2.1.3: a–f, j the leaves, g h i and k l the nodes above. */
const nameOfRange = ({ from, to }: LeafRange) =>
  (
    ({
      "0-1": "a",
      "1-2": "b",
      "2-3": "c",
      "3-4": "d",
      "4-5": "e",
      "5-6": "f",
      "6-7": "j",
      "0-2": "g",
      "2-4": "h",
      "4-6": "i",
      "0-4": "k",
      "4-7": "l",
    }) as Record<string, string>
  )[`${from}-${to}`];

it.each([
  [0, "bhl"],
  [3, "cgl"],
  [4, "fjk"],
  [6, "ik"],
])("RFC 6962 §2.1.3: the audit path of leaf %i of seven is %s", (index, path) => {
  expect(planInclusion(index, 7).map(nameOfRange).join("")).toBe(path);
});

it.each([
  [3, "cdgl"],
  [4, "l"],
  [6, "ijk"],
])("RFC 6962 §2.1.3: the proof from %i leaves to seven is %s", (first, path) => {
  expect(planConsistency(first, 7).map(nameOfRange).join("")).toBe(path);
});

it.each([
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
])("reference path of leaf %i in a tree of %i", (index, size, path) => {
  expect(measure(planInclusion(index, size)).map(toHex)).toEqual(path);
  const proof = {
    leaf: leaves[index] ?? Uint8Array.of(),
    index,
    size,
    path: path.map(fromHex),
    root: rootOf(size),
  };
  expect(isIncluded(sha256, proof)).toBe(true);
  expect(isIncluded(sha256, { ...proof, root: rootOf(size - 1) })).toBe(false);
});

it.each([
  [1, 1, []],
  [
    1,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
])("reference proof from %i to %i leaves", (first, second, path) => {
  expect(measure(planConsistency(first, second)).map(toHex)).toEqual(path);
  const proof = {
    first,
    firstRoot: rootOf(first),
    second,
    secondRoot: rootOf(second),
    path: path.map(fromHex),
  };
  expect(isConsistent(sha256, proof)).toBe(true);
  expect(isConsistent(sha256, { ...proof, secondRoot: rootOf(second - 1) })).toBe(false);
});

describe("proofs of any list", () => {
  const lists = fc
    .array(fc.string(), { minLength: 1, maxLength: 70 })
    .map((texts) => texts.map((text) => hashLeaf(sha256, text)));
  const withNumber = lists.chain((list) => fc.tuple(fc.constant(list), fc.nat({ max: list.length - 1 })));

  it("lead from each leaf to the root, and not from another leaf", () => {
    fc.assert(
      fc.property(withNumber, ([list, index]) => {
        const path = measure(planInclusion(index, list.length), list);
        const proof = {
          leaf: list[index] ?? Uint8Array.of(),
          index,
          size: list.length,
          path,
          root: measureRoot(sha256, list),
        };
        expect(isIncluded(sha256, proof)).toBe(true);
        expect(isIncluded(sha256, { ...proof, leaf: hashLeaf(sha256, "\u0001 other") })).toBe(false);
        const next = list[index + 1];
        // Two equal leaves are the same leaf to every proof.
        if (next === undefined || Buffer.compare(next, proof.leaf) !== 0)
          expect(isIncluded(sha256, { ...proof, index: index + 1 })).toBe(false);
        expect(isIncluded(sha256, { ...proof, path: [...path, proof.root] })).toBe(false);
      }),
    );
  });

  it("lead from each earlier list to the later, and from no other", () => {
    fc.assert(
      fc.property(withNumber, ([list, at]) => {
        const first = at + 1;
        const path = measure(planConsistency(first, list.length), list);
        const firstRoot = measureRoot(sha256, list.slice(0, first));
        const proof = { first, firstRoot, second: list.length, secondRoot: measureRoot(sha256, list), path };
        expect(isConsistent(sha256, proof)).toBe(true);
        expect(isConsistent(sha256, { ...proof, firstRoot: hashLeaf(sha256, "other") })).toBe(false);
      }),
    );
  });

  it("can be made of a list whose first leaves are gone, for those that are left", () => {
    fc.assert(
      fc.property(withNumber, fc.nat(), ([list, index], cut) => {
        const gone = cut % (index + 1);
        const start = createFrontier(sha256);
        for (const leaf of list.slice(0, gone)) start.append(leaf);
        const ranges = planInclusion(index, list.length);
        const parts = createRangeRoots(sha256, ranges, start.parts());
        for (const leaf of list.slice(gone)) parts.append(leaf);
        expect(parts.roots().map(toHex)).toEqual(measure(ranges, list).map(toHex));
      }),
    );
  });
});
