import { describe, expect, it } from "vitest";
import { type Role, roles } from "../kernel/operation.js";
import { findLookReading } from "./object-history.js";

describe("who looked at an object", () => {
  it("is told to office, regulator and audit administrator, and to no other role", () =>
    expect(roles.filter((role) => findLookReading([role]) !== "none").sort()).toEqual([
      "audit",
      "office",
      "regulator",
    ]));

  it.each<[readonly Role[], string]>([
    [[], "none"],
    [["business", "official"], "none"],
    [["office", "regulator"], "all"],
    [["business", "office"], "some"],
  ])("%s: %s", (held, told) => expect(findLookReading(held)).toBe(told));
});
