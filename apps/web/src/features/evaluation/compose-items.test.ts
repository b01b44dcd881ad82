import { Rubric, scoreRubric } from "@shian/domain";
import { describe, expect, it } from "vitest";
import { baseKinds, composeItems, isKeyShort, isShown, sumItems } from "./compose-items.js";
import { startDraft } from "./start-draft.js";

const rubric = Rubric.parse({
  id: "r",
  edition: "1",
  title: "R",
  issuer: "I",
  official: false,
  effectiveFrom: "2026-01-01",
  passRule: {
    minTotal: 9,
    minKeyItemRate: 0.6,
    bonusCounts: false,
    bonusCap: null,
    notApplicable: "rescale",
  },
  sections: [
    {
      id: "1",
      title: "S",
      items: [
        { id: "1-1", title: "K", kind: "key", points: 5, method: { type: "assessed" } },
        { id: "1-2", title: "B", kind: "basic", points: 5, method: { type: "all-or-nothing" } },
        { id: "1-3", title: "V", kind: "veto", method: { type: "veto-event" } },
        { id: "1-4", title: "P", kind: "bonus", points: 2, method: { type: "all-or-nothing" } },
      ],
    },
  ],
});

const viewOf = (measurements: Record<string, unknown>) => {
  const scored = scoreRubric({ rubric, measurements });
  if (!scored.ok) throw new Error(JSON.stringify(scored.problems));
  return composeItems({ rubric, sheet: scored.value });
};

describe("composeItems", () => {
  it("sums obtained, open and lost of key and basic items to all their points", () => {
    const sum = sumItems(viewOf({ "1-1": { points: 3.5, reason: "x" }, "1-4": { met: true } }), baseKinds);
    expect(sum).toEqual({ points: 1000, obtained: 350, open: 500, lost: 150 });
  });
  it.each([
    ["lost", ["1-1", "1-3"]],
    ["open", ["1-2"]],
    ["key", ["1-1"]],
    ["bonus", ["1-4"]],
    ["all", ["1-1", "1-2", "1-3", "1-4"]],
  ] as const)("shows of %s the items %j", (show, ids) => {
    const items = viewOf({
      "1-1": { points: 2, reason: "x" },
      "1-3": { occurred: true },
      "1-4": { met: true },
    });
    expect(items.filter((state) => isShown(state, show)).map(({ item }) => item.id)).toEqual(ids);
  });
  it.each([
    [3, false],
    [2.99, true],
  ])("a key item of 5 with %d obtained is short: %s", (points, short) => {
    const [key] = viewOf({ "1-1": { points, reason: "x" } });
    expect(key !== undefined && isKeyShort(key, 0.6)).toBe(short);
  });
});

describe("startDraft", () => {
  it("takes up the measurement that stands", () =>
    expect(startDraft({ type: "all-or-nothing" }, { met: true })).toEqual({ met: true }));
  it("starts lists empty, since an absent count is 0", () =>
    expect(startDraft({ type: "deduction", deductions: [] }, undefined)).toEqual({ counts: {} }));
});
