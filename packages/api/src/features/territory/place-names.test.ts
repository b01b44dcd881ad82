import { createTerritoryTree, type Territory, toPlainDate } from "@shian/domain";
import { expect, it } from "vitest";
import { createNamesByKind } from "./place-names.js";

const from = toPlainDate("2026-01-01");
const node = (code: string, name: string, kind: Territory["kind"], parent: string, over: object = {}) => ({
  code,
  name,
  kind,
  parent,
  from,
  ...over,
});
const tree = createTerritoryTree({
  asOf: toPlainDate("2026-11-24"),
  nodes: [
    node("990106001", "望澜街道", "township", "990106"),
    node("990106002", "听潮街道", "township", "990106", { takesOver: ["990106003"] }),
    node("Z1", "澜港平台", "zone", "990106", { takesOver: ["990106001002"] }),
    node("990106001001", "澜心社区", "village", "990106002"),
    node("990106001002", "港湾社区", "village", "990106001"),
    node("990106001003", "望渡社区", "village", "990106001"),
  ],
});
const kinds = ["township", "village"] as const;

it.each([
  ["a village where its code says", "990106001003", "望澜街道", "望渡社区"],
  ["a grid of it", "990106001003001", "望澜街道", "望渡社区"],
  ["a village that moved to another township", "990106001001", "听潮街道", "澜心社区"],
  ["a village that a zone took over", "990106001002", "澜港平台", "港湾社区"],
  ["a village of a township that merged into another", "990106003007", "听潮街道", "990106003007"],
  ["a zone itself", "Z1", "澜港平台", null],
  ["a place above both", "990106", null, null],
  ["no place", null, null, null],
])("names of %s", (_what, place, township, village) =>
  expect(createNamesByKind(tree, kinds)(place)).toEqual({ township, village }),
);
