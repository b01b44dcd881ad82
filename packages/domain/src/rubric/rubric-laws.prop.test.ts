import { describe, expect, it } from "vitest";
import { type RubricLaw, rubricLaws, runRubricLaws } from "../testing/rubric-laws.js";
import { wrongScorers } from "../testing/wrong-scorers.js";

const seed = 20260924;
const names = Object.keys(rubricLaws) as RubricLaw[];

describe("laws of scoring, 300 random rubrics each", () => {
  it.each(names)("%s", (name) => {
    const { cases, items, broken } = runRubricLaws({ runs: 300, seed, laws: [rubricLaws[name]] });
    expect(broken).toBeUndefined();
    expect(cases).toBe(300);
    expect(items).toBeGreaterThan(1_000);
  });
});

describe("a scorer that is wrong on purpose", () => {
  it.each(names)("breaks %s", (name) => {
    const { broken } = runRubricLaws({
      runs: 300,
      seed,
      subject: wrongScorers[name],
      laws: [rubricLaws[name]],
    });
    expect(broken).toContain(`seed ${seed}`);
    expect(broken).not.toContain("refused:");
  });
});
