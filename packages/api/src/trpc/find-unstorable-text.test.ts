import { expect, it } from "vitest";
import { findUnstorableText } from "./find-unstorable-text.js";

it.each<[unknown, string | undefined]>([
  ["甲", undefined],
  ["🍜", undefined],
  ["\u0001\u007f\uffff", undefined],
  ["\0", "input"],
  ["a\ud83c", "input"],
  ["\udf5cb", "input"],
  [{ name: "a", list: ["b", { c: "\0" }] }, "list.1.c"],
  [{ "k\0": 1 }, "input"],
  [{ a: { "k\ud800": 1 } }, "a"],
  [[1, null, true, undefined], undefined],
])("%j: %s", (value, path) => expect(findUnstorableText(value)).toBe(path));

it("refuses what nests deeper than any input of ours", () => {
  const nested: unknown = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`);
  expect(findUnstorableText(nested)).toMatch(/^0(\.0){64}$/);
});
