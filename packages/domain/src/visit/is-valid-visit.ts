// Whether a visit (督导) counts, for the official whose duty it is and for the office that measures coverage.
// Source: rules §4 "Valid visit"; high-risk establishments on site F1-15 (N; the mapping to risk grade D is ours),
// modes F1-16 (N).
import type { RiskGrade } from "../grading/grade.schema.js";
import { type Problem, problem } from "../kernel/result.js";
import type { VisitProblemCode } from "./visit.problem.js";
import type { Visit } from "./visit.schema.js";

/** What decides whether a visit counts; the official and the risk grade are those of the day it was made. */
export type VisitQuestion = {
  readonly visit: Pick<Visit, "official" | "standInFor" | "jointWith" | "mode" | "complete">;
  readonly pairingOfficial: string | null;
  readonly riskGrade: RiskGrade | null;
};

/**
 * Every reason why the visit does not count; empty when it does.
 *
 * A visit counts when its checklist is complete, when the establishment's pairing official of that day made it, was
 * stood in for by name or took part jointly, and when it was on site if the risk grade of that day is D. Where nobody
 * answered that day, no visit counts. Whether it was sent in time is not asked here.
 *
 * @example
 * const visit = { official: "o1", standInFor: null, jointWith: [], mode: "video", complete: true };
 * listVisitProblems({ visit, pairingOfficial: "o1", riskGrade: riskGrades[3] });
 * // => [{ code: "visit/not-on-site", params: { mode: "video" } }]
 */
export function listVisitProblems(question: VisitQuestion): readonly Problem<VisitProblemCode>[] {
  const { visit, pairingOfficial, riskGrade } = question;
  const problems: Problem<VisitProblemCode>[] = [];
  if (!visit.complete) problems.push(problem("visit/checklist-incomplete"));
  if (pairingOfficial === null) problems.push(problem("visit/no-pairing-official"));
  else if (!tookPart(visit, pairingOfficial)) {
    problems.push(problem("visit/not-by-pairing-official", { official: visit.official, pairingOfficial }));
  }
  if (riskGrade === "D" && visit.mode !== "on-site")
    problems.push(problem("visit/not-on-site", { mode: visit.mode }));
  return problems;
}

/**
 * Whether the visit counts; `listVisitProblems` says why not.
 *
 * @example
 * const visit = { official: "o2", standInFor: "o1", jointWith: [], mode: "on-site", complete: true };
 * isValidVisit({ visit, pairingOfficial: "o1", riskGrade: null }); // => true
 */
export const isValidVisit = ({ visit, pairingOfficial, riskGrade }: VisitQuestion): boolean =>
  visit.complete &&
  pairingOfficial !== null &&
  tookPart(visit, pairingOfficial) &&
  (riskGrade !== "D" || visit.mode === "on-site");

const tookPart = (visit: VisitQuestion["visit"], official: string): boolean =>
  visit.official === official || visit.standInFor === official || visit.jointWith.includes(official);
