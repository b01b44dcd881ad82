// Decides what each section of a rubric has obtained, has open and has lost, for the screens that show them side by side.
// Source: rules §6 "Score sheet" (certain); sums over the items as they stand, never rescaled.
import type { Points } from "../kernel/points.js";
import { toHundredths } from "./exact-decimal.js";
import type { Rubric, ScoreSheet } from "./rubric.schema.js";

/** One section's sums in whole hundredths, bonus items included. */
export type SectionSums = {
  readonly id: string;
  readonly title: string;
  readonly points: Points;
  readonly obtained: Points;
  readonly open: Points;
  readonly lost: Points;
};

/**
 * The sections of the rubric with the sums of their items; `points` that are neither obtained, open nor lost belong to
 * items that do not apply. Sums are of the items, bonus without its cap; what the section itself states as points is not looked at. The sheet is one
 * of the same rubric; an item that the sheet lacks counts as open.
 */
export function composeSectionSums({
  rubric,
  sheet,
}: {
  readonly rubric: Rubric;
  readonly sheet: ScoreSheet;
}): readonly SectionSums[] {
  const lines = new Map(sheet.items.map((line) => [line.id, line]));
  return rubric.sections.map(({ id, title, items }) => {
    const sums = { points: 0, obtained: 0, open: 0, lost: 0 };
    for (const item of items) {
      const points = toHundredths(item.points ?? 0);
      const line = lines.get(item.id);
      const obtained = line?.obtained ?? 0;
      const lost = line?.lost ?? 0;
      sums.points += points;
      sums.obtained += obtained;
      sums.lost += lost;
      if (line === undefined || line.status === "unmeasured") sums.open += points;
    }
    return { id, title, ...sums };
  });
}
