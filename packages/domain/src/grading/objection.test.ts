import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import {
  checkObjectionEntry,
  foldObjection,
  type GradeMark,
  gradeScales,
  listNextActs,
  type ObjectionAct,
  type ObjectionEntry,
  objectionActs,
  objectionStates,
} from "./objection.js";

const today = toPlainDate("2026-11-24");
const entry = (seq: number, act: ObjectionAct): ObjectionEntry => ({
  seq,
  act,
  on: today,
  by: "某",
  role: "office",
  text: "因",
  grade: null,
  from: null,
  to: null,
});

describe("foldObjection", () => {
  it.each<[ObjectionAct[], string]>([
    [["raise"], "under-review"],
    [["raise", "supplement"], "under-review"],
    [["raise", "supplement", "uphold"], "upheld"],
    [["raise", "reject"], "rejected"],
    [["raise", "withdraw"], "withdrawn"],
  ])("%j is %s", (acts, state) =>
    expect(foldObjection(acts.map((act, index) => entry(index + 1, act)))?.state).toBe(state),
  );

  it("does not depend on the order in which entries are read", () => {
    const entries = [entry(1, "raise"), entry(2, "supplement"), entry(3, "supplement"), entry(4, "reject")];
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 4 }), (shuffled) => {
        expect(foldObjection(shuffled)).toEqual(foldObjection(entries));
      }),
    );
  });
});

describe("what may happen next", () => {
  it("nothing once it is decided or withdrawn, whoever asks", () => {
    for (const state of objectionStates.filter((one) => one !== "under-review"))
      for (const scale of gradeScales)
        expect(listNextActs({ state, scale, roles: ["office", "regulator", "business"] })).toEqual([]);
  });
  it("nobody who only reads may enter anything", () => {
    for (const role of ["leader", "official", "unit", "liaison", "evaluator", "audit", "public"] as const)
      expect(listNextActs({ state: "under-review", scale: "risk", roles: [role] })).toEqual([]);
  });
  it("an act that is listed is accepted and one that is not is refused", () => {
    for (const scale of gradeScales)
      for (const role of ["office", "regulator", "business", "leader"] as const)
        for (const act of objectionActs) {
          const asked = { state: "under-review", scale, roles: [role], act, present: "C" } as const;
          const checked = checkObjectionEntry({ ...asked, grade: "B", from: today, to: null, today });
          expect(checked.ok).toBe(listNextActs(asked).includes(act));
        }
  });
  it.each<[string, GradeMark | null, string | null, string | null]>([
    ["objection/grade-missing", null, "2026-11-24", null],
    ["objection/grade-missing", "B", null, null],
    ["objection/same-grade", "C", "2026-11-24", null],
    ["objection/from-in-future", "B", "2026-11-25", null],
    ["objection/end-before-begin", "B", "2026-11-01", "2026-11-24"],
    ["ok", "B", "2026-11-01", "2026-11-25"],
    ["ok", "B", "2026-11-24", null],
  ])("%s: %s from %s to %s", (code, grade, from, to) => {
    const checked = checkObjectionEntry({
      state: "under-review",
      scale: "pairing",
      roles: ["office"],
      act: "uphold",
      present: "C",
      grade,
      from: from === null ? null : toPlainDate(from),
      to: to === null ? null : toPlainDate(to),
      today,
    });
    expect(checked.ok ? "ok" : checked.problems[0]?.code).toBe(code);
  });
});
