import { describe, expect, it } from "vitest";
import { parseCommandLine } from "./parse-command-line.js";
import { sayRemedy } from "./say-remedy.js";

const establishment = { id: "e-1", name: "店", grade: null, placeName: "村" };
const official = {
  id: "o-1",
  name: "穆怀瑾",
  level: "village" as const,
  unit: "村",
  jurisdictions: ["990106001"],
};
const all = ["allocation.plan", "registry.correct", "commitment.recordScan", "commitment.get", "arm.appoint"];
const say = (kind: Parameters<typeof sayRemedy>[0]["kind"], code = "", allowed: readonly string[] = all) =>
  sayRemedy(
    { kind, establishment, official, left: null, since: null, reason: { code, params: {} } },
    allowed,
  );

describe("the command of a gap's remedy", () => {
  it.each([
    ["nobody", "chain/no-official", "shian allocate --establishment e-1"],
    ["nobody", "chain/no-official-not-graded", "shian registry show e-1"],
    ["outside-jurisdiction", "", "shian allocate --establishment e-1"],
    ["no-commitment", "", "shian commitment list --search 穆怀瑾"],
    ["annex-unacknowledged", "", "shian official lists --official o-1"],
    ["overload", "", "shian allocate --level village --territory 990106001"],
    ["no-work", "", "shian allocate --level village --territory 990106001"],
    ["business-arm", "", "shian business-arm show e-1"],
  ] as const)("%s %s: %s", (kind, code, command) => {
    expect(say(kind, code)).toBe(command);
    expect(parseCommandLine(command.split(" ").slice(1)).line.kind).toBe("run");
  });

  it("is said to nobody who may not do it", () => {
    expect(say("nobody", "", ["registry.get"])).toBeUndefined();
  });
});
