import { operations } from "@shian/domain";
import { describe, expect, it } from "vitest";
import { findRightArea, groupOperations, groupRefusals } from "./group-rights.js";

describe("rights by area", () => {
  it("tells every operation once, whatever its area", () => {
    const ids = Object.keys(operations);
    const told = groupOperations(ids).flatMap((group) => group.ids);
    expect(told.sort()).toEqual(ids.sort());
  });
  it("puts only what is about oneself under the account", () => {
    const own = Object.keys(operations).filter((id) => findRightArea(id) === "account");
    expect([...new Set(own.map((id) => id.split(".")[0]))].sort()).toEqual(["device", "key", "session"]);
  });
  it("groups what may not be done by the roles that could", () => {
    const groups = groupRefusals(["a.x", "b.y", "c.z"], (id) => (id === "b.y" ? ["audit"] : ["office"]));
    expect(groups).toEqual([
      { roles: ["office"], ids: ["a.x", "c.z"] },
      { roles: ["audit"], ids: ["b.y"] },
    ]);
  });
});
