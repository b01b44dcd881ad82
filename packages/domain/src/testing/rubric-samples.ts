// Small rubrics for table tests: one item, or a few, around what a row is about.
import { type ScoreSheet, scoreRubric } from "../rubric/index.js";

/** A rubric file of one section with the given items, and the pass rule with what a row changes. */
export const sampleRubric = (items: readonly object[], passRule: object = {}) => ({
  id: "sample",
  edition: "1",
  title: "Sample",
  issuer: "Test",
  official: false,
  effectiveFrom: "2026-01-01",
  passRule: {
    minTotal: 0,
    minKeyItemRate: 0,
    bonusCounts: false,
    bonusCap: null,
    notApplicable: "rescale",
    ...passRule,
  },
  sections: [{ id: "1", title: "Section", items }],
});

/** A basic item of 10 points, all or nothing, with what a row changes. */
export const sampleItem = (id: string, changes: object = {}) => ({
  id,
  title: `Item ${id}`,
  kind: "basic",
  points: 10,
  method: { type: "all-or-nothing" },
  ...changes,
});

/** The score sheet of such a rubric; throws where it or the measurements are refused. */
export function scoreSample(
  items: readonly object[],
  measurements: object,
  passRule: object = {},
): ScoreSheet {
  const result = scoreRubric({ rubric: sampleRubric(items, passRule), measurements });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
