// What waits for a decision of the leader today, most urgent first. Each is a code with parameters, rendered where it
// is read, and the address of the rows behind it.
import type { Overview } from "@shian/domain";
import { countAlong } from "../picture/count-along.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import type { Scope } from "../picture/scope.js";

type Gap = Picture["gaps"]["gaps"][number];
type Decision = Overview["decisions"][number];

/** Duties that the window that ended last left undone and that nobody has made up for since, by their days. */
class OverdueCount {
  count = 0;
  private readonly byDays = new Map<number, number>();

  add(one: PictureEstablishment): void {
    this.change(one, 1);
  }

  remove(one: PictureEstablishment): void {
    this.change(one, -1);
  }

  findLongest(): number {
    return Math.max(...[...this.byDays].filter(([, count]) => count > 0).map(([days]) => days));
  }

  private change({ ended }: PictureEstablishment, by: 1 | -1): void {
    if (ended.state !== "overdue" || ended.late !== null) return;
    const days = -(ended.daysLeft ?? 0);
    this.count += by;
    this.byDays.set(days, (this.byDays.get(days) ?? 0) + by);
  }
}

export function listDecisions(input: {
  readonly picture: Picture;
  readonly scope: Scope;
  readonly gaps: readonly Gap[];
  readonly score: Overview["score"];
}): Decision[] {
  const { picture, scope, gaps, score } = input;
  const decisions: Decision[] = [];
  const nobody = gaps.filter(({ kind }) => kind === "nobody");
  const atTop = nobody.filter(({ establishment }) => {
    const grade = establishment === null ? undefined : picture.byId.get(establishment)?.grade?.value;
    return grade === "A" || grade === "B";
  });
  for (const { establishment } of atTop.slice(0, 3)) {
    const one = establishment === null ? undefined : picture.byId.get(establishment);
    if (one?.grade)
      decisions.push({
        code: "decision/nobody-at-top",
        params: { establishment: one.facts.name, grade: one.grade.value },
        href: `/registry/${one.facts.id}`,
      });
  }
  const overdue = countAlong(picture, scope, "overdue", () => new OverdueCount());
  if (overdue.count > 0)
    decisions.push({
      code: "decision/overdue",
      params: { count: overdue.count, days: overdue.findLongest() },
      href: "/visits?view=overdue",
    });
  if (nobody.length > atTop.length)
    decisions.push({ code: "decision/nobody", params: { count: nobody.length }, href: "/chain?gap=nobody" });
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
