import type { Key } from "ink";
import { describe, expect, it } from "vitest";
import { createKeyReader } from "./create-key-reader.js";

const none = Object.fromEntries(
  [
    "upArrow",
    "downArrow",
    "leftArrow",
    "rightArrow",
    "pageDown",
    "pageUp",
    "home",
    "end",
    "return",
    "escape",
    "ctrl",
    "shift",
    "tab",
    "backspace",
    "delete",
    "meta",
    "super",
    "hyper",
    "capsLock",
    "numLock",
  ].map((name) => [name, false]),
) as unknown as Key;

describe("the key reader", () => {
  it("takes keys that came in one report apart", () => {
    const keys = createKeyReader()("jj :lang\r\t\u007f\u0003督", none).map(({ key }) => key);
    expect(keys).toEqual([
      "j",
      "j",
      "Space",
      ":",
      "l",
      "a",
      "n",
      "g",
      "Enter",
      "Tab",
      "Backspace",
      "Ctrl-C",
      "督",
    ]);
  });

  it("gives a paste as one text that is no key, however it is cut", () => {
    const read = createKeyReader();
    const reports: readonly (readonly [string, Partial<Key>])[] = [
      ["[200~", {}],
      ["q", {}],
      ["uit", {}],
      ["", { return: true }],
      ["石棠", {}],
      ["[201~", {}],
    ];
    expect(reports.flatMap(([input, key]) => read(input, { ...none, ...key }))).toEqual([
      { key: "", text: "quit\n石棠" },
    ]);
    expect(read("q", none)).toEqual([{ key: "q", text: "q" }]);
  });

  it("passes single keys on as they are", () => {
    const read = createKeyReader();
    expect(read("", { ...none, upArrow: true })).toEqual([{ key: "Up", text: "" }]);
    expect(read("c", { ...none, ctrl: true })).toEqual([{ key: "Ctrl-C", text: "" }]);
    expect(read("👍🏽", none)).toEqual([{ key: "👍🏽", text: "👍🏽" }]);
  });
});
