import { describe, expect, it } from "vitest";
import { toPlainDate as day } from "../kernel/plain-date.js";
import { formatPlace } from "./format-place.js";
import { Territory } from "./territory.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const place = (code: string, name: string, kind: string, parent: string, rest: object = {}) =>
  Territory.parse({ code, name, kind, parent, from: "2020-01-01", ...rest });
const tree = createTerritoryTree({
  asOf: day("2026-11-24"),
  nodes: [
    place("990106001", "望澜街道", "township", "990106"),
    place("990106001003", "澜心社区", "village", "990106001"),
    place("990106001004", "槐荫社区", "village", "990106001"),
    place("Z1", "澜港开发区", "zone", "990106", { takesOver: ["990106001004"] }),
  ],
});

it.each([
  [{ code: "CN" }, "全国"],
  [{ code: "32" }, "江苏省"],
  [{ code: "3201" }, "南京市"],
  [{ code: "320106" }, "南京市鼓楼区"],
  [{ code: "320106", withProvince: true }, "江苏省南京市鼓楼区"],
  [{ code: "11" }, "北京市"],
  [{ code: "110108" }, "北京市海淀区"],
  [{ code: "120101", withProvince: true }, "天津市和平区"],
  [{ code: "310115" }, "上海市浦东新区"],
  [{ code: "500229" }, "重庆市城口县"],
  [{ code: "1101" }, "北京市市辖区"],
  [{ code: "441900" }, "东莞市"],
  [{ code: "429004" }, "仙桃市"],
  [{ code: "429004", withProvince: true }, "湖北省仙桃市"],
  [{ code: "659004", withProvince: true }, "新疆维吾尔自治区五家渠市"],
  [{ code: "320106001" }, "南京市鼓楼区 320106001"],
  [{ code: "320106001", within: "320106" }, "320106001"],
  [{ code: "Z9" }, "Z9"],
  [{ code: "无" }, "无"],
])("%j without a tree is %s", (question, text) => {
  expect(formatPlace(question)).toBe(text);
});

describe("with a tree", () => {
  it.each([
    [{ code: "990106001003" }, "澄岚市云汀区望澜街道澜心社区"],
    [{ code: "990106001003", withProvince: true }, "演示省澄岚市云汀区望澜街道澜心社区"],
    [{ code: "990106001003", within: "990106" }, "望澜街道澜心社区"],
    [{ code: "990106001003", within: "990106001003" }, "澄岚市云汀区望澜街道澜心社区"],
    [{ code: "990106001003", within: "990107" }, "澄岚市云汀区望澜街道澜心社区"],
    [{ code: "990106001003001" }, "澄岚市云汀区望澜街道澜心社区 990106001003001"],
    [{ code: "990106001004" }, "澄岚市云汀区澜港开发区槐荫社区"],
    [{ code: "Z1" }, "澄岚市云汀区澜港开发区"],
  ])("%j is %s", (question, text) => {
    expect(formatPlace({ tree, ...question })).toBe(text);
  });
});
