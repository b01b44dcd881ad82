import { describe, expect, it } from "vitest";
import { operations } from "../contracts.js";
import { findGapRemedy, gapRemedies } from "./find-remedy.js";
import { gapKinds } from "./official.schema.js";

describe("the remedy of a gap", () => {
  it.each([
    ["nobody", "chain/no-official", "allocate"],
    ["nobody", "chain/official-left", "allocate"],
    ["nobody", "chain/no-official-not-graded", "complete"],
    ["wrong-level", "chain/wrong-level", "allocate"],
    ["outside-jurisdiction", "chain/outside-jurisdiction", "allocate"],
    ["no-commitment", "chain/no-commitment", "sign"],
    ["no-commitment", "chain/commitment-outdated", "sign"],
    ["annex-unacknowledged", "chain/annex-unacknowledged", "acknowledge"],
    ["overload", "chain/overload", "even-out"],
    ["no-work", "chain/no-work", "even-out"],
    ["business-arm", "chain/arm-empty", "appoint"],
  ] as const)("%s because of %s: %s", (kind, code, remedy) => {
    expect(findGapRemedy({ kind, code })).toBe(remedy);
  });

  it("is there for every kind, and an operation of the product carries it out", () => {
    for (const kind of gapKinds)
      expect(Object.keys(operations)).toContain(gapRemedies[findGapRemedy({ kind, code: "" })]);
  });
});
