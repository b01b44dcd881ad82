// The coverage of the running window for a scope of the picture. What is overdue there is what the window that ended
// last left undone, since the running one cannot be overdue yet (rules §4: counts of overdue visits show the window
// that ended last).
import {
  type Coverage,
  type CoverageCell,
  CoverageCount,
  type CoverageLayout,
  type CoverageRow,
  composeCoverage,
  type Duty,
  formatPlace,
  type Period,
  windowOf,
} from "@shian/domain";
import { countAlong } from "../picture/count-along.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import type { Scope } from "../picture/scope.js";

const toLayout = (
  picture: Picture,
  { code }: Scope,
  period: Period,
  officials?: boolean | undefined,
): CoverageLayout => ({
  officials,
  period,
  asOf: picture.asOf,
  knownOn: picture.knownOn,
  territory: { code, name: formatPlace({ code, tree: picture.tree }) },
  territories: picture.tree.childrenOf(code).map((child) => ({ code: child.code, name: child.name })),
  tree: picture.tree,
  nameOfOfficial: (id) => picture.officials.get(id)?.name ?? id,
});

/** The table of any duties of the scope, by child territory and official. */
export const layOut = (
  picture: Picture,
  scope: Scope,
  period: Period,
  duties: readonly Duty[],
  officials?: boolean | undefined,
): Coverage => composeCoverage({ ...toLayout(picture, scope, period, officials), duties });

/** The running window's duties and those of the window that ended last, counted side by side. */
class RunningCount {
  readonly running: CoverageCount;
  readonly ended: CoverageCount;

  constructor(layout: CoverageLayout) {
    this.running = new CoverageCount(layout);
    this.ended = new CoverageCount(layout);
  }

  add({ running, ended }: PictureEstablishment): void {
    this.running.add(running);
    this.ended.add(ended);
  }

  remove({ running, ended }: PictureEstablishment): void {
    this.running.remove(running);
    this.ended.remove(ended);
  }
}

const letters = ["A", "B", "C", "D", "none"] as const;

function withOverdue(row: CoverageRow, ended: CoverageRow | undefined): CoverageRow {
  const put = (cell: CoverageCell, other: CoverageCell | undefined) => ({
    ...cell,
    overdue: other?.overdue ?? 0,
  });
  const grades = { ...row.grades };
  for (const letter of letters) grades[letter] = put(row.grades[letter], ended?.grades[letter]);
  return { ...row, grades, total: put(row.total, ended?.total) };
}

/** The period of the quarter that holds the picture's day. */
export const findRunningPeriod = (picture: Picture): Period =>
  windowOf({ date: picture.asOf, window: "quarter" }).period;

export function composeRunningCoverage(
  picture: Picture,
  scope: Scope,
  rows: { readonly officials?: boolean | undefined } = {},
): Coverage {
  const period = findRunningPeriod(picture);
  const isByOfficial = rows.officials !== false;
  const count = countAlong(
    picture,
    scope,
    isByOfficial ? "coverage by official" : "coverage",
    () => new RunningCount(toLayout(picture, scope, period, isByOfficial)),
  );
  const [running, ended] = [count.running.toCoverage(), count.ended.toCoverage()];
  const endedBy = (rows: readonly CoverageRow[]) => new Map(rows.map((row) => [row.key, row]));
  const [territories, officials] = [endedBy(ended.territories), endedBy(ended.officials)];
  return {
    ...running,
    total: withOverdue(running.total, ended.total),
    territories: running.territories.map((row) => withOverdue(row, territories.get(row.key))),
    officials: running.officials.map((row) => withOverdue(row, officials.get(row.key))),
  };
}
