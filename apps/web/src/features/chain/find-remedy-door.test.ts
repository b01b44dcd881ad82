import { type GapRow, gapKinds } from "@shian/domain";
import { describe, expect, it } from "vitest";
import { findDoorRight } from "../../navigation/door-rights.js";
import { findRemedyDoor } from "./find-remedy-door.js";

const establishment = { id: "e", name: "店", grade: null, placeName: "村" };
const official = {
  id: "o",
  name: "干部",
  level: "village",
  unit: "村",
  jurisdictions: ["990106001001"],
} as const;
const rowOf = (kind: GapRow["kind"], code = "", over: Partial<GapRow> = {}) => ({
  kind,
  establishment,
  official: { ...official, jurisdictions: [...official.jurisdictions] },
  reason: { code, params: {} },
  ...over,
});

describe("the door of a gap's remedy", () => {
  it.each([
    ["nobody", "chain/no-official", { to: "/chain", search: { view: "allocation", one: "e" } }],
    ["nobody", "chain/no-official-not-graded", { to: "/registry/$id", params: { id: "e" } }],
    ["wrong-level", "", { to: "/chain", search: { view: "allocation", one: "e" } }],
    ["no-commitment", "", { to: "/chain/official/$id", params: { id: "o" } }],
    ["annex-unacknowledged", "", { to: "/chain/official/$id", params: { id: "o" } }],
    [
      "overload",
      "",
      { to: "/chain", search: { view: "allocation", level: "village", territory: "990106001001" } },
    ],
    ["business-arm", "", { to: "/registry/$id", params: { id: "e" } }],
  ] as const)("%s %s", (kind, code, door) => {
    expect(findRemedyDoor(rowOf(kind, code))?.door).toEqual(door);
  });

  it("stays at the page's place where an official has several", () => {
    const several = { ...official, jurisdictions: ["990106001", "990106002"] };
    expect(findRemedyDoor(rowOf("no-work", "", { establishment: null, official: several }))?.door).toEqual({
      to: "/chain",
      search: { view: "allocation", level: "village" },
    });
  });

  it("opens for nobody who may not open the page behind it", () => {
    for (const kind of gapKinds) {
      const found = findRemedyDoor(rowOf(kind));
      expect(found === undefined ? undefined : findDoorRight(found.door)).toBeDefined();
    }
  });
});
