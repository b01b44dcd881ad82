import { describe, expect, it } from "vitest";
import { applyCorrections, guessMapping } from "./guess-mapping.js";

const guess = (headers: string[], sample: string[][] = []) =>
  guessMapping({ headers, sample }).map(({ field, sure }) => [field, sure]);

describe("guessing columns", () => {
  it("knows the headers of the real sample and leaves the firm's type out", () => {
    expect(guess(["uscc", "name", "registered_on", "type", "province", "city"])).toEqual([
      ["creditCode", true],
      ["name", true],
      ["openedOn", true],
      [null, false],
      ["province", true],
      ["city", true],
    ]);
  });

  it.each([
    ["食品经营者企业名称全称", "name"],
    ["食品经营许可证编号/备案编号", "licenceNumber"],
    ["所属街道名", "township"],
    ["负责人电话", null],
    ["法定代表人身份证号", null],
    ["地址备注", null],
    ["是否在营状态", null],
    ["manager phone", null],
    ["the business address line", "address"],
    ["xname", "name"],
    ["区", "county"],
    ["大区", null],
    ["uscc2", "creditCode"],
  ])("%s is guessed as %s", (header, field) => {
    expect(guess([header])[0]?.[0]).toBe(field);
  });

  it("is only sure of known headers", () => {
    expect(guess(["所属街道名", "街道"])).toEqual([
      [null, false],
      ["township", true],
    ]);
  });

  it("gives a field to the leftmost of two columns that are known alike", () => {
    expect(guess(["名称", "企业名称"])).toEqual([
      ["name", true],
      [null, false],
    ]);
  });

  it("takes the first field of the template where two known names are as long", () => {
    expect(guess(["本店店名规模地址"])).toEqual([["name", false]]);
    expect(guess(["地址规模业态"])).toEqual([["form", false]]);
  });

  it("reads rows of the sample that are shorter than the header", () => {
    expect(guess(["甲", "乙"], [["x"], ["y", "91350100M000100Y43"]])).toEqual([
      [null, false],
      ["creditCode", false],
    ]);
  });

  it("takes the longest known name that a header contains", () => {
    expect(guess(["本市食品安全总监的名字"])).toEqual([["foodSafetyDirector", false]]);
  });

  it.each([
    [["91350100M000100Y43", "914403003429409755"], "creditCode"],
    [["91350100m000100y43", "", "无码"], null],
    [["91350100M000100Y43", "914403003429409755", "无码"], "creditCode"],
    [["JY13202020009651", " sc10741018302531"], "licenceNumber"],
    [["9135O100M000100Y43"], null],
    [["", ""], null],
    [["91350100M000100Y43", "914403003429409755", "91350100M000100Y43", "无码", "无"], "creditCode"],
    [["91350100M000100Y43", "", ""], "creditCode"],
    [["291350100M000100Y43"], null],
    [["91350100M000100Y437"], null],
    [[], null],
  ])("cells %j of an unknown column mean %s", (cells, field) => {
    expect(
      guess(
        ["代号"],
        cells.map((cell) => [cell]),
      ),
    ).toEqual([[field, false]]);
  });

  it("never reads the reason column, and is sure of that", () => {
    expect(guess(["原因", "名称"], [["91350100M000100Y43", "x"]])).toEqual([
      [null, true],
      ["name", true],
    ]);
  });

  it("keeps column and header", () => {
    expect(guessMapping({ headers: ["a", "名称"], sample: [] })[1]).toEqual({
      column: 1,
      header: "名称",
      field: "name",
      sure: true,
    });
  });
});

describe("corrections", () => {
  const guesses = guessMapping({ headers: ["名称", "店", "码", "原因"], sample: [] });
  const correct = (corrections: Record<string, string | null>) => applyCorrections({ guesses, corrections });

  it("without any, the guess is the mapping", () => {
    expect(correct({})).toEqual({ ok: true, value: { 名称: "name", 店: null, 码: null, 原因: null } });
  });

  it("a corrected column takes the field from the one that had it", () => {
    expect(correct({ 店: "name", 码: "统一社会信用代码" })).toEqual({
      ok: true,
      value: { 名称: null, 店: "name", 码: "creditCode", 原因: null },
    });
  });

  it("null and blank leave a column out", () => {
    expect(correct({ 名称: null })).toMatchObject({ value: { 名称: null } });
    expect(correct({ 名称: "" })).toMatchObject({ value: { 名称: null } });
    expect(correct({ 名称: null, 店: null })).toMatchObject({ ok: true });
  });

  it("every mistake is told", () => {
    expect(correct({ 号: "name", 店: "价格", 码: "name", 名称: "name" })).toEqual({
      ok: false,
      problems: [
        { code: "registry/map-header-unknown", params: { header: "号" } },
        { code: "registry/map-field-unknown", params: { header: "店", field: "价格" } },
        { code: "registry/map-field-twice", params: { header: "名称", field: "name" } },
      ],
    });
  });
});
