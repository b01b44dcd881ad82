import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocationStates } from "./allocation-run.schema.js";
import { checkAllocationUndo, findUndoLimit } from "./check-allocation-undo.js";

const appliedAt = "2026-11-24T04:00:00.000Z";
const ask = (over: Partial<Parameters<typeof checkAllocationUndo>[0]>) => {
  const answer = checkAllocationUndo({ state: "applied", appliedAt, touched: 0, now: appliedAt, ...over });
  return answer.ok ? "ok" : answer.problems.map(({ code }) => code).join();
};

describe("undoing an allocation", () => {
  it.each([
    ["at once", {}, "ok"],
    ["in the last moment", { now: "2026-11-25T04:00:00.000Z" }, "ok"],
    ["a moment later", { now: "2026-11-25T04:00:00.001Z" }, "chain/allocation-undo-late"],
    ["under way", { state: "undoing" }, "ok"],
    ["a second time", { state: "undone" }, "chain/allocation-undone"],
    ["of a plan", { state: "planned", appliedAt: null }, "chain/allocation-not-applied"],
    ["of one being applied", { state: "applying", appliedAt: null }, "chain/allocation-not-applied"],
    ["after a later change of a pairing", { touched: 1 }, "chain/allocation-touched"],
    [
      "late and after a later change",
      { touched: 1, now: "2026-12-01T00:00:00Z" },
      "chain/allocation-undo-late",
    ],
  ] as const)("%s", (_, over, expected) => {
    expect(ask(over)).toBe(expected);
  });

  it("is possible exactly for what is applied, untouched and no older than its limit", () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...allocationStates),
        fc.nat(3),
        fc.integer({ min: 0, max: 2 * 86_400_000 }),
        (state, touched, ms) => {
          const now = new Date(Date.parse(appliedAt) + ms).toISOString();
          const isHeld = state === "applied" || state === "undoing";
          expect(ask({ state, touched, now }) === "ok").toBe(
            isHeld && touched === 0 && now <= findUndoLimit(appliedAt),
          );
        },
      ),
      { seed: 20261124 },
    ));
});
