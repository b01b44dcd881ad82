import { type Rubric, type ScoreSheet, toHundredths } from "@shian/domain";

/** What a section's key and basic items gave, leave open and lost, in whole hundredths. */
export type SectionLine = {
  readonly title: string;
  readonly points: number;
  readonly obtained: number;
  readonly open: number;
  readonly lost: number;
};

/** The sections that carry points of the base; bonus items and vetoes stand apart and are not in these sums. */
export function listSections(rubric: Rubric, sheet: ScoreSheet): readonly SectionLine[] {
  const lines = new Map(sheet.items.map((line) => [line.id, line]));
  return rubric.sections.flatMap(({ title, items }) => {
    const sum = { title, points: 0, obtained: 0, open: 0, lost: 0 };
    for (const item of items) {
      if (item.kind !== "key" && item.kind !== "basic") continue;
      const line = lines.get(item.id);
      sum.points += toHundredths(item.points ?? 0);
      sum.obtained += line?.obtained ?? 0;
      sum.lost += line?.lost ?? 0;
      if (line?.status === "unmeasured") sum.open += toHundredths(item.points ?? 0);
    }
    return sum.points === 0 ? [] : [sum];
  });
}

/** The sums of all sections under one title. */
export function sumSections(sections: readonly SectionLine[], title: string): SectionLine {
  const sum = { title, points: 0, obtained: 0, open: 0, lost: 0 };
  for (const section of sections) {
    sum.points += section.points;
    sum.obtained += section.obtained;
    sum.open += section.open;
    sum.lost += section.lost;
  }
  return sum;
}
