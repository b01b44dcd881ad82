import { expect, it } from "vitest";
import { proposeMappings } from "./propose-mapping.js";

const province = {
  source: "省平台",
  mapping: { 单位名称: "name", 代码: "creditCode", 住所: "address", 备注: null },
};
const street = { source: "街道台账", mapping: { 店名: "name", 门牌: "address" } };
const propose = (...headers: string[]) =>
  proposeMappings({ headers, saved: [street, province] }).map(({ saved, fit, missing, added }) => [
    saved.source,
    fit,
    missing,
    added,
  ]);

it.each<[string, string[], unknown[]]>([
  ["the same columns", ["单位名称", "代码", "住所", "备注"], [["省平台", "exact", [], []]]],
  ["in another order and writing", ["备注", "单位 名称", "*代码", "住所："], [["省平台", "exact", [], []]]],
  ["one column more", ["单位名称", "代码", "住所", "备注", "面积"], [["省平台", "partial", [], ["面积"]]]],
  ["one column less", ["单位名称", "代码", "备注"], [["省平台", "partial", ["住所"], []]]],
  ["too few of its columns", ["代码", "备注"], []],
  ["none", ["甲", "乙"], []],
  ["two that fit, the exact one first", ["店名", "门牌"], [["街道台账", "exact", [], []]]],
])("%s", (_, headers, expected) => {
  expect(propose(...headers)).toEqual(expected);
});

it("reads the file's own headers, and leaves out what it does not know", () => {
  const [best] = proposeMappings({ headers: ["单位 名称", "代码", "住所", "面积"], saved: [province] });
  expect(best?.mapping).toEqual({ "单位 名称": "name", 代码: "creditCode", 住所: "address", 面积: null });
});
