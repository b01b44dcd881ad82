import { describe, expect, it } from "vitest";
import { riskGrades } from "../grading/grade.schema.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { businessForms } from "../registry/establishment.schema.js";
import { Checklist } from "./checklist.schema.js";
import { checklistForForm } from "./checklist-for-form.js";
import { demonstrationChecklists } from "./demonstration-checklists.data.js";
import { isChecklistComplete, listUnansweredItems } from "./is-checklist-complete.js";
import { isValidVisit, listVisitProblems, type VisitQuestion } from "./is-valid-visit.js";
import { isWaiverInForce } from "./is-waiver-in-force.js";
import { visitProblemCodes } from "./visit.problem.js";
import { Period, visitModes } from "./visit.schema.js";
import { visitText } from "./visit.text.js";
import type { Waiver } from "./waiver.schema.js";

const [, , riskC, riskD] = riskGrades;
const visit = (change: Partial<VisitQuestion["visit"]> = {}): VisitQuestion["visit"] => ({
  official: "o1",
  standInFor: null,
  jointWith: [],
  mode: "on-site",
  complete: true,
  ...change,
});

describe("a valid visit", () => {
  it.each([
    ["by the pairing official", visit(), "o1", null, []],
    ["by another", visit(), "o2", null, ["visit/not-by-pairing-official"]],
    ["by a named stand-in", visit({ standInFor: "o2" }), "o2", null, []],
    [
      "by a stand-in for someone else",
      visit({ standInFor: "o3" }),
      "o2",
      null,
      ["visit/not-by-pairing-official"],
    ],
    ["jointly", visit({ jointWith: ["o3", "o2"] }), "o2", null, []],
    [
      "jointly without the pairing official",
      visit({ jointWith: ["o3"] }),
      "o2",
      null,
      ["visit/not-by-pairing-official"],
    ],
    ["nobody answered that day", visit(), null, null, ["visit/no-pairing-official"]],
    ["checklist incomplete", visit({ complete: false }), "o1", null, ["visit/checklist-incomplete"]],
    ["by video, risk C", visit({ mode: "video" }), "o1", riskC, []],
    ["by video, no risk grade", visit({ mode: "video" }), "o1", null, []],
    ["by video, risk D", visit({ mode: "video" }), "o1", riskD, ["visit/not-on-site"]],
    ["joint briefing, risk D", visit({ mode: "joint" }), "o1", riskD, ["visit/not-on-site"]],
    ["briefing, risk D", visit({ mode: "briefing" }), "o1", riskD, ["visit/not-on-site"]],
    ["on site, risk D", visit(), "o1", riskD, []],
    [
      "every reason at once",
      visit({ complete: false, mode: "video" }),
      "o9",
      riskD,
      ["visit/checklist-incomplete", "visit/not-by-pairing-official", "visit/not-on-site"],
    ],
  ] as const)("%s", (_, made, pairingOfficial, riskGrade, codes) => {
    const question = { visit: made, pairingOfficial, riskGrade };
    expect(listVisitProblems(question).map((found) => found.code)).toEqual(codes);
    expect(isValidVisit(question)).toBe(codes.length === 0);
  });
});

describe("a waiver", () => {
  const waiver: Waiver = {
    id: "w1",
    establishment: "e1",
    period: Period.parse("2026Q4"),
    reason: "停业改造",
    approvedBy: "p1",
    approverLevel: "county",
    recordedOn: toPlainDate("2026-11-02"),
  };
  it.each([
    ["township", "2026Q4", "2026-11-02", {}, true],
    ["village", "2026Q4", "2026-11-02", {}, true],
    ["county", "2026Q4", "2026-11-02", {}, false],
    ["city", "2026Q4", "2026-11-02", {}, false],
    ["city", "2026Q4", "2026-11-02", { approverLevel: "city" }, false],
    ["city", "2026Q4", "2026-11-02", { approverLevel: "province" }, true],
    ["township", "2026Q4", "2026-11-01", {}, false],
    ["township", "2026Q3", "2026-11-02", {}, false],
    ["township", "2026", "2026-11-02", {}, false],
    ["township", "2026Q4", "2026-11-02", { reason: "  " }, false],
  ] as const)("level %s, %s, known on %s, %j: %s", (level, period, knownOn, change, inForce) => {
    const question = {
      waiver: { ...waiver, ...change },
      period: Period.parse(period),
      level,
      knownOn: toPlainDate(knownOn),
    };
    expect(isWaiverInForce(question)).toBe(inForce);
  });
});

describe("checklists", () => {
  it("there is one for every form and one for an unknown form, all valid and marked as demonstrations", () => {
    for (const form of [...businessForms, null]) {
      const checklist = checklistForForm({ form });
      expect(checklist.form).toBe(form);
      expect(Checklist.parse(checklist)).toEqual(checklist);
      expect(checklist.demonstration).toBe(true);
      expect(checklist.title["zh-CN"]).toContain("演示");
      expect(checklist.items.length).toBeGreaterThanOrEqual(5);
      expect(checklist.items.length).toBeLessThanOrEqual(8);
      expect(new Set(checklist.items.map((item) => item.text.en)).size).toBe(checklist.items.length);
    }
    expect(new Set(demonstrationChecklists.map(({ id }) => id)).size).toBe(businessForms.length + 1);
  });

  it("an office's own list comes before the shipped one", () => {
    const own: Checklist = { ...checklistForForm({ form: "grocery" }), id: "own", demonstration: false };
    expect(checklistForForm({ form: "grocery", checklists: [own] }).id).toBe("own");
    expect(checklistForForm({ form: "caterer", checklists: [own] }).id).toBe("demonstration-caterer");
  });

  it("is complete when every line is answered, whatever the answer", () => {
    const checklist = checklistForForm({ form: "grocery" });
    const answers = checklist.items.map(({ id }, index) => ({
      item: id,
      answer: (["yes", "no", "not-applicable"] as const)[index % 3] ?? "yes",
    }));
    expect(isChecklistComplete({ checklist, answers })).toBe(true);
    expect(isChecklistComplete({ checklist, answers: [...answers, { item: "99", answer: "yes" }] })).toBe(
      true,
    );
    expect(isChecklistComplete({ checklist, answers: answers.slice(1) })).toBe(false);
    expect(listUnansweredItems({ checklist, answers: answers.slice(2) })).toEqual(["1", "2"]);
    expect(isChecklistComplete({ checklist: { items: [] }, answers: [] })).toBe(true);
  });
});

it("has texts in both languages for every reason and mode", () => {
  for (const code of visitProblemCodes) {
    expect(visitText["zh-CN"][code]).toMatch(/。$/);
    expect(visitText.en[code]).toMatch(/\.$/);
  }
  for (const mode of visitModes) expect(visitText["zh-CN"][`mode/${mode}`]).not.toBe("");
});
