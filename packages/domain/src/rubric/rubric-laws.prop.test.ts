/// <reference types="node" />
import { describe, expect, it } from "vitest";
import { type RubricLaw, rubricLaws, runRubricLaws } from "../testing/rubric-laws.js";
import { wrongScorers } from "../testing/wrong-scorers.js";

const seed = 20260924;
/** Under mutation the laws run a thousand times over; the tables find most faults first. */
const runs = process.env.STRYKER_MUTATOR_WORKER === undefined ? 300 : 40;
const names = Object.keys(rubricLaws) as RubricLaw[];

describe("laws of scoring, 300 random rubrics each", () => {
  it.each(names)("%s", (name) => {
    const { cases, items, broken } = runRubricLaws({ runs, seed, laws: [rubricLaws[name]] });
    expect(broken).toBeUndefined();
    expect(cases).toBe(runs);
    expect(items).toBeGreaterThan(3 * runs);
  });
});

describe("a scorer that is wrong on purpose", () => {
  it.each(names)("breaks %s", (name) => {
    const { broken } = runRubricLaws({
      runs,
      seed,
      subject: wrongScorers[name],
      laws: [rubricLaws[name]],
    });
    expect(broken).toContain(`seed ${seed}`);
    expect(broken).not.toContain("refused:");
  });
});
