// Decides whether one official may stand in for another (代为督导).
// Source: issue "Second" (a dated entry naming whose establishments, not a role); decision 0013.
import type { StandIn } from "../access/grant.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { PeopleProblemCode } from "./people.problem.js";

/** A stand-in before it has an id. */
export type StandInDraft = Omit<StandIn, "id">;

/**
 * Every reason against it; none when it may be entered. Several may stand in for one official at a time, each entry once.
 *
 * @example
 * const draft = { official: "o-1", standsInFor: "o-2", establishments: null, from: "2026-12-14", to: "2027-01-01" };
 * checkStandIn({ draft, present: [], today: "2026-11-24" }); // => []
 * checkStandIn({ draft: { ...draft, standsInFor: "o-1" }, present: [], today: "2026-11-24" })[0].code; // => "stand-in/same-official"
 */
export function checkStandIn({
  draft,
  present,
  today,
}: {
  readonly draft: StandInDraft;
  /** Stand-ins of any day by the same official. */
  readonly present: readonly StandIn[];
  readonly today: PlainDate;
}): readonly Problem<PeopleProblemCode>[] {
  const problems: Problem<PeopleProblemCode>[] = [];
  const { from, to } = draft;
  if (draft.official === draft.standsInFor) problems.push(problem("stand-in/same-official"));
  if (from < today) problems.push(problem("grant/in-the-past", { from }));
  if (to !== null && to <= from) problems.push(problem("grant/dates-order", { from, to }));
  const again = present.some(
    (one) =>
      one.official === draft.official &&
      one.standsInFor === draft.standsInFor &&
      (one.establishments === null || draft.establishments === null) &&
      (one.to === null || from < one.to) &&
      (to === null || one.from < to),
  );
  if (again) problems.push(problem("stand-in/held-already"));
  return problems;
}
