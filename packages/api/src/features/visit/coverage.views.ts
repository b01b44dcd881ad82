// The coverage of the running window for a scope of the picture. What is overdue there is what the window that ended
// last left undone, since the running one cannot be overdue yet (rules §4: counts of overdue visits show the window
// that ended last).
import {
  type Coverage,
  type CoverageCell,
  type CoverageRow,
  composeCoverage,
  type Duty,
  formatPlace,
  type Period,
  windowOf,
} from "@shian/domain";
import type { Picture } from "../picture/picture.js";
import type { Scope } from "../picture/scope.js";

/** The table of any duties of the scope, by child territory and official. */
export const layOut = (picture: Picture, scope: Scope, period: Period, duties: readonly Duty[]): Coverage =>
  composeCoverage({
    duties,
    period,
    asOf: picture.asOf,
    knownOn: picture.knownOn,
    territory: { code: scope.code, name: formatPlace({ code: scope.code, tree: picture.tree }) },
    territories: picture.tree.childrenOf(scope.code).map(({ code, name }) => ({ code, name })),
    tree: picture.tree,
    nameOfOfficial: (id) => picture.officials.get(id)?.name ?? id,
  });

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

export function composeRunningCoverage(picture: Picture, scope: Scope): Coverage {
  const period = findRunningPeriod(picture);
  const running = layOut(
    picture,
    scope,
    period,
    scope.establishments.map((one) => one.running),
  );
  const ended = layOut(
    picture,
    scope,
    period,
    scope.establishments.map((one) => one.ended),
  );
  const endedBy = (rows: readonly CoverageRow[]) => new Map(rows.map((row) => [row.key, row]));
  const [territories, officials] = [endedBy(ended.territories), endedBy(ended.officials)];
  return {
    ...running,
    total: withOverdue(running.total, ended.total),
    territories: running.territories.map((row) => withOverdue(row, territories.get(row.key))),
    officials: running.officials.map((row) => withOverdue(row, officials.get(row.key))),
  };
}
