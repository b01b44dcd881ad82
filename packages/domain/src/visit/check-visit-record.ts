// Decides whether a visit can have been made as it is told: when, by whom, in whose place.
// Source: rules §4 "Valid visit" (by the pairing official, by a named stand-in, or jointly); decision 0013 (a stand-in is
// a dated entry of the office). That officials record their own visits alone, and the earliest day, are ours.
import type { StandIn } from "../access/grant.schema.js";
import { isWithin, type PlainDate, toPlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { VisitProblemCode } from "./visit.problem.js";
import type { Visit } from "./visit.schema.js";

/** No visit is older than this; the responsibility chain itself dates from 2022 (F1-01), so it is a slip. */
export const earliestVisit = toPlainDate("2000-01-01");

/**
 * Every reason why it cannot have been so; none when it may be recorded. An official who was there beside the one who
 * made the visit stands in `jointWith`; one who was not there is named in `standInFor` alone, and only where the office
 * had entered the stand-in for that day and establishment, whoever records it.
 *
 * @example
 * const visit = { establishment: "e1", official: "o2", standInFor: null, madeOn: "2026-11-24" };
 * checkVisitRecord({ visit, recorders: ["o2"], standIns: [], today: "2026-11-24" }); // => []
 * checkVisitRecord({ visit, recorders: ["o1"], standIns: [], today: "2026-11-24" })[0].code; // => "visit/not-yours"
 */
export function checkVisitRecord({
  visit,
  recorders,
  standIns,
  today,
}: {
  readonly visit: Pick<Visit, "establishment" | "official" | "standInFor" | "madeOn">;
  /** The officials that who records it is; null where they record for all, as the office does. */
  readonly recorders: readonly string[] | null;
  /** Of any day and of any official. */
  readonly standIns: readonly StandIn[];
  readonly today: PlainDate;
}): readonly Problem<VisitProblemCode>[] {
  const { establishment, official, standInFor, madeOn } = visit;
  const problems: Problem<VisitProblemCode>[] = [];
  if (madeOn > today) problems.push(problem("visit/in-future", { madeOn, today }));
  if (madeOn < earliestVisit) problems.push(problem("visit/too-early", { madeOn, earliest: earliestVisit }));
  if (recorders !== null && !recorders.includes(official))
    problems.push(problem("visit/not-yours", { official }));
  const covers = (standIn: StandIn): boolean =>
    standIn.official === official &&
    standIn.standsInFor === standInFor &&
    isWithin(standIn, madeOn) &&
    (standIn.establishments === null || standIn.establishments.includes(establishment));
  if (standInFor !== null && !standIns.some(covers))
    problems.push(problem("visit/no-stand-in", { madeOn, official, standInFor }));
  return problems;
}
