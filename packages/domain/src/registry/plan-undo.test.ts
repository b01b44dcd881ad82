import { expect, it } from "vitest";
import { problem } from "../kernel/result.js";
import { type LaterChange, type PresentObject, planUndo, type WrittenRow } from "./plan-undo.js";

const written = (row: number, id: string, what: WrittenRow["what"] = "updated", version = 2): WrittenRow => ({
  row,
  id,
  name: `店${id}`,
  what,
  version,
});
const later: LaterChange = { what: "visited", who: "晏清禾", on: "2026-11-25" };

const inUse = problem("import/undo-in-group", { name: "岑晚舟", group: "联络群" });

it.each<[string, WrittenRow[], PresentObject | undefined, LaterChange | undefined, (string | null)[]]>([
  ["untouched since", [written(2, "a")], { version: 2, isOut: false }, undefined, [null]],
  ["founded and untouched", [written(2, "a", "created", 1)], { version: 1, isOut: false }, undefined, [null]],
  ["changed by somebody", [written(2, "a")], { version: 2, isOut: false }, later, ["import/undo-changed"]],
  ["another version", [written(2, "a")], { version: 3, isOut: false }, undefined, ["import/undo-version"]],
  [
    "founded, in use since",
    [written(2, "a", "created")],
    { version: 2, isOut: false, inUse },
    undefined,
    ["import/undo-in-group"],
  ],
  ["changed, in use", [written(2, "a")], { version: 2, isOut: false, inUse }, undefined, [null]],
  ["merged away", [written(2, "a")], { version: 2, isOut: true }, undefined, ["import/undo-out"]],
  ["out of reach", [written(2, "a")], undefined, undefined, ["import/undo-gone"]],
  [
    "written by two rows",
    [written(2, "a"), written(3, "a", "updated", 3)],
    { version: 3, isOut: false },
    undefined,
    ["import/undo-twice", "import/undo-twice"],
  ],
])("%s", (_, rows, present, change, codes) => {
  const plan = planUndo({ written: rows, findPresent: () => present, findLater: () => change });
  expect(plan.map(({ problem }) => problem?.code ?? null)).toEqual(codes);
  expect(plan.map(({ row }) => row)).toEqual(rows.map(({ row }) => row));
});
