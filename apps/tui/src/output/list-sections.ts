import type { EvaluationView, Rubric, ScoreSheet } from "@shian/domain";

/** A section's sums over its key and basic items, in whole hundredths. */
export type SectionLine = EvaluationView["sections"][number];

/** Points of an item as whole hundredths; a rubric file holds at most two decimals. */
export const toItemPoints = (points: number | undefined): number => Math.round((points ?? 0) * 100);

/** What each section gave, lost and leaves open; bonus items and vetoes stand apart. */
export function listSections(rubric: Rubric, sheet: ScoreSheet): SectionLine[] {
  const lines = new Map(sheet.items.map((line) => [line.id, line]));
  return rubric.sections.map((section) => {
    const sum = { id: section.id, title: section.title, points: 0, obtained: 0, open: 0, lost: 0 };
    for (const item of section.items) {
      if (item.kind !== "key" && item.kind !== "basic") continue;
      const line = lines.get(item.id);
      sum.points += toItemPoints(item.points);
      sum.obtained += line?.obtained ?? 0;
      sum.lost += line?.lost ?? 0;
      if (line?.status === "unmeasured") sum.open += toItemPoints(item.points);
    }
    return sum;
  });
}
