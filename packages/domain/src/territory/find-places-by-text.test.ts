import { expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import { findPlacesByText } from "./find-places-by-text.js";
import type { Territory, TerritoryKind } from "./territory.schema.js";
import { createTerritoryTree } from "./territory-tree.js";

const node = (code: string, name: string, kind: TerritoryKind, parent: string): Territory => ({
  code,
  name,
  kind,
  parent,
  from: toPlainDate("2026-01-01"),
});
const tree = createTerritoryTree({
  nodes: [
    node("9901", "澄岚市", "city", "99"),
    node("990106", "云汀区", "county", "9901"),
    node("990107", "石门县", "county", "9901"),
    node("990106001", "望澜街道", "township", "990106"),
    node("990107001", "望澜街道", "township", "990107"),
    node("990106001003", "澜心社区", "village", "990106001"),
    node("Z990106-01", "澜港平台", "zone", "990106"),
  ],
  asOf: toPlainDate("2026-11-24"),
});

it.each<[string, string[]]>([
  ["990106001", ["990106001"]],
  ["９９０１０６００１", ["990106001"]],
  ["990106001003001", ["990106001003001"]],
  ["990106001004001", []],
  ["云汀区", ["990106"]],
  ["云汀", ["990106"]],
  ["望澜街道", ["990106001", "990107001"]],
  ["云汀区望澜街道", ["990106001"]],
  ["云汀望澜街道办事处", ["990106001"]],
  ["澄岚市石门县望澜街道", ["990107001"]],
  ["望澜街道澜心社区", ["990106001003"]],
  ["澜港平台", ["Z990106-01"]],
  ["没有这个地方", []],
  ["石门县澜心社区", []],
  ["", []],
])("%s means %j", (text, codes) => expect(findPlacesByText({ tree, text })).toEqual(codes));

it("means the office's own place when a name stands elsewhere too", () => {
  expect(findPlacesByText({ tree, text: "望澜街道", within: "990107" })).toEqual(["990107001"]);
});
