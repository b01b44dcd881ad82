import { expect, it } from "vitest";
import { findMappingFault } from "./find-mapping-fault.js";

it.each([
  [{ 名称: "name", 代码: "creditCode" }, undefined],
  [
    { 名称: "name", 店名: "name" },
    { kind: "twice", field: "name" },
  ],
  [
    { 代码: "creditCode", 备注: null },
    { kind: "none", field: "name" },
  ],
  [{ 名称: "name", 备注: null, 说明: null }, undefined],
])("the mapping %j has the fault %j", (mapping, fault) => expect(findMappingFault(mapping)).toEqual(fault));

it("a group is called by its own field", () => {
  expect(findMappingFault({ 群名: "groupName" }, "groups")).toBeUndefined();
  expect(findMappingFault({ 姓名: "name" }, "groups")).toEqual({ kind: "none", field: "groupName" });
});
