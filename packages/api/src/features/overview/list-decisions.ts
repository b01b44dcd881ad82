// What waits for a decision of the leader today, most urgent first. Each is a code with parameters, rendered where it
// is read, and the address of the rows behind it.
import type { Overview } from "@shian/domain";
import type { Picture } from "../picture/picture.js";
import type { Scope } from "../picture/scope.js";

type Gap = Picture["gaps"]["gaps"][number];
type Decision = Overview["decisions"][number];

export function listDecisions(input: {
  readonly picture: Picture;
  readonly scope: Scope;
  readonly gaps: readonly Gap[];
  readonly score: Overview["score"];
}): Decision[] {
  const { picture, scope, gaps, score } = input;
  const decisions: Decision[] = [];
  const attended = gaps.filter(({ kind, establishment }) => {
    const grade = establishment === null ? undefined : picture.byId.get(establishment)?.grade?.value;
    return kind === "nobody" && (grade === "A" || grade === "B");
  });
  for (const { establishment } of attended.slice(0, 3)) {
    const one = establishment === null ? undefined : picture.byId.get(establishment);
    if (one?.grade)
      decisions.push({
        code: "decision/nobody-at-top",
        params: { establishment: one.facts.name, grade: one.grade.value },
        href: `/registry/${one.facts.id}`,
      });
  }
  const longest = scope.establishments
    .filter(({ ended }) => ended.state === "overdue" && ended.late === null)
    .sort((a, b) => (a.ended.daysLeft ?? 0) - (b.ended.daysLeft ?? 0));
  const [worst] = longest;
  if (worst !== undefined)
    decisions.push({
      code: "decision/overdue",
      params: { count: longest.length, days: -(worst.ended.daysLeft ?? 0) },
      href: "/visits?view=overdue",
    });
  const nobody = gaps.filter(({ kind }) => kind === "nobody").length;
  if (nobody > attended.length)
    decisions.push({ code: "decision/nobody", params: { count: nobody }, href: "/chain?gap=nobody" });
  const broken = gaps.filter(({ kind }) => kind === "wrong-level" || kind === "outside-jurisdiction").length;
  if (broken > 0)
    decisions.push({ code: "decision/broken", params: { count: broken }, href: "/chain?gap=wrong-level" });
  if (score !== null && score.vetoes.unmeasured > 0)
    decisions.push({
      code: "decision/veto-unmeasured",
      params: { count: score.vetoes.unmeasured },
      href: "/evaluation",
    });
  return decisions;
}
