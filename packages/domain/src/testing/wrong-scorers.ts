// Scorers that are wrong on purpose, one for each law: a run over the laws that does not find them proves nothing.
import type { ScoreSheet } from "../rubric/index.js";
import {
  type FileItem,
  type FileMeasurement,
  type FileMeasurements,
  type FileRubric,
  listItems,
} from "./rubric-arbitraries.js";
import { product, type RubricLaw, type Subject } from "./rubric-laws.js";

const wrongSheet = (
  change: (sheet: ScoreSheet, rubric: FileRubric, measurements: FileMeasurements) => ScoreSheet,
): Subject => ({
  ...product,
  score: (rubric, measurements) => change(product.score(rubric, measurements), rubric, measurements),
});

/** The points that a plain program gives for a share of a way, in binary floating point. */
function scoreInBinary({ method, points = 0 }: FileItem, measurement: FileMeasurement): number | undefined {
  if (method.type !== "linear" || typeof measurement.value !== "number") return undefined;
  const share = (measurement.value - method.zeroAt) / (method.fullAt - method.zeroAt);
  return Math.round(points * Math.min(1, Math.max(0, share)) * 100);
}

/** For each law a scorer that breaks it. */
export const wrongScorers: { readonly [L in RubricLaw]: Subject } = {
  // Shares of a way are computed in binary floating point, which now and then misses a hundredth.
  followsRules: wrongSheet((sheet, rubric, measurements) => {
    const items = new Map(listItems(rubric).map((item) => [item.id, item]));
    const change = (line: ScoreSheet["items"][number]) => {
      const item = items.get(line.id);
      const measurement = Object.hasOwn(measurements, line.id) ? measurements[line.id] : undefined;
      const obtained = item && measurement && scoreInBinary(item, measurement);
      return obtained === undefined ? line : { ...line, obtained };
    };
    return { ...sheet, items: sheet.items.map(change) };
  }),
  explainsLosses: wrongSheet((sheet) => ({
    ...sheet,
    items: sheet.items.map((line) =>
      line.reasons.some(({ code }) => code === "rubric/linear-short") ? { ...line, reasons: [] } : line,
    ),
  })),
  // What deductions took is given back twice.
  deductionsNeverHelp: wrongSheet((sheet, rubric) => {
    const deducted = new Set(
      listItems(rubric).flatMap(({ id, method }) => (method.type === "deduction" ? [id] : [])),
    );
    const given = sheet.items.filter(({ id, status }) => deducted.has(id) && status === "measured");
    return { ...sheet, total: sheet.total + 2 * given.reduce((sum, { lost }) => sum + lost, 0) };
  }),
  // Unmeasured bonus items are forgotten in the upper bound.
  measuringStaysWithin: wrongSheet((sheet, { passRule }) => {
    const isOpen = sheet.items.some(({ status }) => status === "unmeasured");
    return isOpen && passRule.bonusCounts ? { ...sheet, upper: sheet.lower } : sheet;
  }),
  orderNeverMatters: wrongSheet((sheet) => {
    const last = sheet.items.at(-1);
    return { ...sheet, total: sheet.total + (last?.obtained ?? 0) };
  }),
  pointsAddUp: wrongSheet((sheet) => ({
    ...sheet,
    items: sheet.items.map((line) => (line.lost > 1_500 ? { ...line, lost: line.lost - 1 } : line)),
  })),
  vetoNeverPasses: wrongSheet((sheet, { passRule }) =>
    sheet.lower >= Math.round(passRule.minTotal * 100) ? { ...sheet, verdict: "pass" } : sheet,
  ),
  // The fourth change of a row is lost.
  rescoringIsScoring: {
    ...product,
    rescore: (rubric, measurements, changes) => product.rescore(rubric, measurements, changes.slice(0, 3)),
  },
  // Units with equal totals get different ranks.
  columnsAreUnits: {
    ...product,
    scoreMany: (rubric, units) => {
      const lines = product.scoreMany(rubric, units);
      return lines.map((line, u) => ({
        ...line,
        rank: line.rank + lines.slice(0, u).filter(({ rank }) => rank === line.rank).length,
      }));
    },
  },
};
