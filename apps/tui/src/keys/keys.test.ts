import { describe, expect, it } from "vitest";
import { commandIds, findCommandOf, keyTable, listBindings, screenPlaces } from "./key-table.js";
import { findNames, nameTable } from "./name-table.js";
import { toKeyPress } from "./to-key-press.js";

const noKey = {
  upArrow: false,
  downArrow: false,
  leftArrow: false,
  rightArrow: false,
  pageDown: false,
  pageUp: false,
  home: false,
  end: false,
  return: false,
  escape: false,
  ctrl: false,
  shift: false,
  tab: false,
  backspace: false,
  delete: false,
  meta: false,
  super: false,
  hyper: false,
  capsLock: false,
  numLock: false,
};

describe("keys", () => {
  it.each(Object.entries(screenPlaces))("in %s give one command each", (_, places) => {
    const taken = new Map<string, string>();
    for (const binding of listBindings(places))
      for (const key of binding.keys) {
        expect(taken.get(key) ?? binding.command, `${key} in ${places.join(", ")}`).toBe(binding.command);
        taken.set(key, binding.command);
      }
    expect(taken.size).toBeGreaterThan(3);
  });

  it.each(keyTable.map((binding) => [`${binding.place} ${binding.command}`, binding] as const))(
    "%s has both texts",
    (_, { label, brief }) => {
      for (const text of [label, ...(brief ? [brief] : [])]) {
        expect(text["zh-CN"]).toMatch(/\p{Script=Han}/u);
        expect(text.en).toMatch(/^[\x20-\x7e]+$/);
      }
    },
  );

  it("reach every command, by a key, a name or the palette", () => {
    const named = nameTable.flatMap(({ target }) => (target.kind === "command" ? [target.command] : []));
    const reached = new Set<string>([...keyTable.map(({ command }) => command), ...named]);
    expect(commandIds.filter((command) => !reached.has(command))).toEqual([]);
  });

  it("mean the same in every place they act in", () => {
    const spread = new Map<string, Set<string>>();
    for (const { keys, command } of keyTable)
      for (const key of keys) spread.set(key, (spread.get(key) ?? new Set()).add(command));
    // J and K mark in a list and step in a detail; Space marks or scrolls; Esc and the arrows follow what is open.
    const double = [...spread].filter(([, commands]) => commands.size > 1).map(([key]) => key);
    expect(double.toSorted()).toEqual(["J", "K", "Space"]);
  });

  it("the special place wins over the general one", () => {
    expect(findCommandOf("Esc", screenPlaces.menu)).toBe("app.back");
    expect(findCommandOf("J", screenPlaces.registry)).toBe("list.markDown");
    expect(findCommandOf("J", screenPlaces.establishment)).toBe("detail.next");
    expect(findCommandOf("é", screenPlaces.registry)).toBeUndefined();
  });

  it.each([
    ["：", ":"],
    ["；", ";"],
    ["？", "?"],
    ["！", "!"],
    ["、", "/"],
    ["／", "/"],
    ["【", "["],
    ["】", "]"],
    ["《", "<"],
    ["》", ">"],
    ["\u3000", "Space"],
    ["督导", "督导"],
    ["j", "j"],
  ])("%s of a Chinese layout counts as %s", (input, key) => {
    expect(toKeyPress(input, noKey)).toEqual({ key, text: input });
  });

  it("are named for what the terminal reports", () => {
    expect(toKeyPress("", { ...noKey, tab: true, shift: true }).key).toBe("Shift-Tab");
    expect(toKeyPress("p", { ...noKey, ctrl: true }).key).toBe("Ctrl-P");
    expect(toKeyPress("", { ...noKey, delete: true }).key).toBe("Backspace");
    expect(toKeyPress(" ", noKey)).toEqual({ key: "Space", text: " " });
  });
});

describe("names", () => {
  it.each([
    ["coverage", "coverage"],
    ["覆盖", "coverage"],
    ["fugai", "coverage"],
    ["fg", "coverage"],
    ["cov", "coverage"],
    ["zhuti", "registry"],
    ["得分", "score"],
    ["yy", "lang"],
  ])("%s finds %s alone", (text, name) => {
    expect(findNames(text).map((one) => one.name)).toEqual([name]);
  });

  it("share initials only where that was decided", () => {
    const owners = new Map<string, string[]>();
    for (const { name, spellings } of nameTable)
      for (const [, , initials] of spellings) owners.set(initials, [...(owners.get(initials) ?? []), name]);
    const shared = [...owners].filter(([, names]) => names.length > 1).map(([initials]) => initials);
    expect(shared.toSorted()).toEqual(["dc", "dd", "sz", "tz"]);
    expect(findNames("tz").map((one) => one.name)).toEqual(["ledger", "notice"]);
  });

  it("have both texts, pinyin and initials that belong together", () => {
    for (const { label, spellings } of nameTable) {
      expect(label.en).toMatch(/^[\x20-\x7e]+$/);
      for (const [word, pinyin, initials] of spellings) {
        expect(word).toMatch(/^\p{Script=Han}+$/u);
        expect([...word].length).toBe(initials.length);
        expect(pinyin).toMatch(/^[a-z]+$/);
        expect(pinyin.startsWith(initials[0] ?? "?")).toBe(true);
      }
    }
  });

  it("that are unknown find nothing", () => {
    expect(findNames("xyz")).toEqual([]);
    expect(findNames("")).toEqual([]);
  });
});
