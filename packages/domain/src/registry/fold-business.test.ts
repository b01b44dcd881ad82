import { describe, expect, it } from "vitest";
import { foldBusinessAddress, foldBusinessName, toPlacePrefixes } from "./fold-business.js";

const places = toPlacePrefixes(["澜心社区", "望澜街道", "云汀区", "澄岚市", "某省"]);

describe("the core of a name", () => {
  it.each([
    ["澄岚市云汀区老槐树面馆有限公司", "老槐树面馆"],
    ["澄岚老槐树面馆有限责任公司", "老槐树面馆"],
    ["老槐树面馆（个体工商户）", "老槐树面馆"],
    ["老槐树 餐饮管理 股份有限公司", "老槐树餐饮管理"],
    ["ＬＡＯ 槐树　面馆", "LAO槐树面馆"],
    ["望澜街道澜心社区食堂", "食堂"],
    ["公司", "公司"],
    ["云汀", "云汀"],
    ["好又多超市", "好又多超市"],
    ["双桨农民专业合作社", "双桨"],
  ])("%s → %s", (name, core) => {
    expect(foldBusinessName({ name, places })).toBe(core);
  });

  it("never becomes empty, and folding again changes nothing", () => {
    for (const name of ["公司", "澄岚市", "集团公司", "云汀区云汀区", "（）甲"]) {
      const core = foldBusinessName({ name, places });
      expect(core).not.toBe("");
      expect(foldBusinessName({ name: core, places })).toBe(core);
    }
  });
});

describe("an address", () => {
  it.each([
    ["云汀区望澜街道槐荫路12号", "槐荫路号", "12"],
    ["槐荫路十二號", "槐荫路号", "12"],
    ["槐荫路一百零五号", "槐荫路号", "105"],
    ["槐荫路１２号 3 栋 二楼", "槐荫路号栋楼", "12-3-2"],
    ["槐荫路012号", "槐荫路号", "12"],
    ["三元里", "三元里", ""],
  ])("%s → %s %s", (address, words, numbers) => {
    expect(foldBusinessAddress({ address, places })).toEqual({ words, numbers });
  });
});
