// The laws of rules §6 as properties over random rubrics. A subject scores; the product's own functions are one, and a
// subject that is wrong on purpose shows that the laws can fail.
import * as fc from "fast-check";
import {
  type CompiledRubric,
  compileRubric,
  composeScoreSheet,
  composeSectionSums,
  parseMeasurements,
  parseRubric,
  type Readings,
  rescoreItem,
  type ScoreSheet,
  scoreReadings,
  scoreRubric,
  scoreUnits,
  toMeasurementColumns,
  verdicts,
} from "../rubric/index.js";
import { scoreByReference } from "./reference-scorer.js";
import {
  type FileMeasurement,
  type FileMeasurements,
  type FileRubric,
  listItems,
  type ScoringCase,
  scoringCase,
} from "./rubric-arbitraries.js";

/** What is put to the laws. */
export type Subject = {
  readonly score: (rubric: FileRubric, measurements: FileMeasurements) => ScoreSheet;
  readonly rescore: (
    rubric: FileRubric,
    measurements: FileMeasurements,
    changes: ScoringCase["changes"],
  ) => ScoreSheet;
  readonly scoreMany: (rubric: FileRubric, units: readonly FileMeasurements[]) => readonly UnitLine[];
};

/** What the column path says of one unit. */
type UnitLine = Pick<ScoreSheet, "base" | "bonus" | "lower" | "upper" | "verdict"> & {
  readonly items: readonly number[];
  readonly sections: readonly number[];
  readonly rank: number;
};

/** The broken law, with what was expected. */
class LawBroken extends Error {}
const hold = (law: string, holds: boolean, seen: unknown = ""): void => {
  if (!holds) throw new LawBroken(`${law}: ${JSON.stringify(seen)}`);
};
const same = (law: string, got: unknown, expected: unknown): void => {
  const [a, b] = [JSON.stringify(got), JSON.stringify(expected)];
  if (a !== b) throw new LawBroken(`${law}: ${a} instead of ${b}`);
};

function accept<T>(result: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (!result.ok) throw new LawBroken(`refused: ${JSON.stringify(result.problems)}`);
  return result.value;
}

const prepare = (rubric: FileRubric): CompiledRubric => compileRubric(accept(parseRubric(rubric)));
const readAll = (compiled: CompiledRubric, measurements: unknown): Readings =>
  accept(parseMeasurements({ compiled, measurements }));

/** The functions of the product. */
export const product: Subject = {
  score: (rubric, measurements) => accept(scoreRubric({ rubric, measurements })),
  rescore: (rubric, measurements, changes) => {
    const compiled = prepare(rubric);
    const first = scoreReadings({ compiled, readings: readAll(compiled, measurements) });
    const last = changes.reduce((state, change) => accept(rescoreItem({ state, ...change })), first);
    return composeScoreSheet({ state: last });
  },
  scoreMany: (rubric, units) => {
    const compiled = prepare(rubric);
    const columns = toMeasurementColumns({ compiled, units: units.map((unit) => readAll(compiled, unit)) });
    const scores = scoreUnits({ compiled, columns });
    return units.map((_, u) => ({
      base: scores.base[u] ?? -1,
      bonus: scores.bonus[u] ?? -1,
      lower: scores.lower[u] ?? -1,
      upper: scores.upper[u] ?? -1,
      verdict: verdicts[scores.verdict[u] ?? -1] ?? "undetermined",
      items: compiled.items.map(({ index }) => scores.items[index * units.length + u] ?? -1),
      sections: compiled.rubric.sections.map((_section, s) => scores.sections[s * units.length + u] ?? -1),
      rank: scores.rank[u] ?? -1,
    }));
  },
};

const withChange = (
  measurements: FileMeasurements,
  item: string,
  measurement: FileMeasurement | undefined,
): FileMeasurements =>
  Object.fromEntries([
    ...Object.entries(measurements).filter(([id]) => id !== item),
    ...(measurement === undefined ? [] : [[item, measurement] as const]),
  ]);

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);

/** 1. The sheet is the one that the rules, followed slowly on fractions, give. */
function followsRules({ rubric, units }: ScoringCase, { score }: Subject): void {
  for (const measurements of units) {
    const { reasons, items, ...sheet } = score(rubric, measurements);
    const { against, ...expected } = scoreByReference(rubric, measurements);
    same(
      "equals the reference",
      { ...sheet, items: items.map(({ reasons: _, ...line }) => line) },
      {
        ...sheet,
        ...expected,
      },
    );
    const stated = reasons.map(({ code, params }) =>
      params.item === undefined ? code : `${code} ${params.item}`,
    );
    same("lists every reason of the verdict", stated.sort(), against);
  }
}

/** 2. Every lost point and every item that does not apply has its reason; an unmeasured item has none. */
function explainsLosses({ rubric, units }: ScoringCase, { score }: Subject): void {
  for (const measurements of units) {
    for (const line of score(rubric, measurements).items) {
      hold("a loss has a reason", line.lost === 0 || line.reasons.length > 0, line);
      hold(
        "not applicable has a reason",
        line.status !== "not-applicable" || line.reasons.length === 1,
        line,
      );
      hold("unmeasured has none", line.status !== "unmeasured" || line.reasons.length === 0, line);
    }
  }
}

/** 3. An extra deduction never raises the total. */
function deductionsNeverHelp({ rubric, units }: ScoringCase, { score }: Subject): void {
  const measurements = units[0] ?? {};
  const before = score(rubric, measurements);
  for (const { id, method } of listItems(rubric)) {
    const measured = Object.hasOwn(measurements, id) ? measurements[id] : undefined;
    if (method.type !== "deduction" || measured === undefined || !Object.hasOwn(measured, "counts")) continue;
    const counts = new Map(Object.entries(measured.counts as { readonly [deduction: string]: number }));
    for (const deduction of method.deductions) {
      const more = new Map(counts).set(deduction.id, Math.min(1e9, (counts.get(deduction.id) ?? 0) + 1));
      const after = score(rubric, withChange(measurements, id, { counts: Object.fromEntries(more) }));
      hold("an extra deduction never raises the total", after.total <= before.total, [
        before.total,
        after.total,
      ]);
    }
  }
}

/** 4. Measuring an unmeasured item keeps the total within the former bounds, and the new bounds within the old. */
function measuringStaysWithin({ rubric, units, changes }: ScoringCase, { score }: Subject): void {
  const measurements = units[0] ?? {};
  for (const { item, measurement } of changes) {
    const without = score(rubric, withChange(measurements, item, undefined));
    const { lower, upper } = score(rubric, withChange(measurements, item, measurement));
    const holds = without.lower <= lower && lower <= upper && upper <= without.upper;
    hold("bounds narrow", holds, [without.lower, lower, upper, without.upper]);
  }
}

/** 5. The order of sections, items and measurements never matters. */
function orderNeverMatters({ rubric, units }: ScoringCase, { score }: Subject): void {
  const measurements = units[0] ?? {};
  const turned = {
    ...rubric,
    sections: [...rubric.sections]
      .reverse()
      .map((section) => ({ ...section, items: [...section.items].reverse() })),
  };
  const sorted = <T>(rows: readonly T[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();
  const toPlain = (sheet: ScoreSheet) => ({
    ...sheet,
    reasons: sorted(sheet.reasons),
    items: sorted(sheet.items),
    vetoes: sorted(sheet.vetoes),
  });
  const backwards = Object.fromEntries(Object.entries(measurements).reverse());
  same("order", toPlain(score(turned, backwards)), toPlain(score(rubric, measurements)));
}

/** 6. Base + lost + unmeasured points are all points when nothing is not applicable; sections sum up to the items. */
function pointsAddUp({ rubric, units }: ScoringCase, { score }: Subject): void {
  const kindOf = new Map(listItems(rubric).map((item) => [item.id, item]));
  for (const measurements of units) {
    const sheet = score(rubric, measurements);
    const lines = sheet.items.map((line) => ({ ...line, item: kindOf.get(line.id) }));
    const worth = (line: (typeof lines)[number]) => Math.round((line.item?.points ?? 0) * 100);
    const sections = composeSectionSums({ rubric: accept(parseRubric(rubric)), sheet });
    same("sections: points", sumOf(sections.map(({ points }) => points)), sumOf(lines.map(worth)));
    same("sections: lost", sumOf(sections.map(({ lost }) => lost)), sumOf(lines.map(({ lost }) => lost)));
    if (lines.some(({ status }) => status === "not-applicable")) continue;
    const main = lines.filter(({ item }) => item?.kind !== "bonus");
    const open = sumOf(main.filter(({ status }) => status === "unmeasured").map(worth));
    same(
      "base + lost + unmeasured",
      sheet.base + sumOf(main.map(({ lost }) => lost)) + open,
      sumOf(main.map(worth)),
    );
    for (const { points, obtained, lost, open: left } of sections)
      same("section: obtained + open + lost", obtained + left + lost, points);
  }
}

/** 7. A triggered veto is never a pass. */
function vetoNeverPasses({ rubric, units }: ScoringCase, { score }: Subject): void {
  for (const measurements of units) {
    const { vetoes, verdict } = score(rubric, measurements);
    hold(
      "a triggered veto fails",
      verdict === "fail" || vetoes.every(({ status }) => status !== "triggered"),
      vetoes,
    );
  }
}

/** 8. A sheet recomputed after changes equals one computed afresh. */
function rescoringIsScoring({ rubric, units, changes }: ScoringCase, { score, rescore }: Subject): void {
  const measurements = units[0] ?? {};
  const changed = changes.reduce(
    (now, { item, measurement }) => withChange(now, item, measurement),
    measurements,
  );
  same("incremental equals afresh", rescore(rubric, measurements, changes), score(rubric, changed));
}

/** 9. MeasurementColumns of many units give what each unit gives by itself, and competition ranks. */
function columnsAreUnits({ rubric, units }: ScoringCase, { score, scoreMany }: Subject): void {
  const many = scoreMany(rubric, units);
  const sheets = units.map((unit) => score(rubric, unit));
  for (const [u, { items, sections, rank, ...totals }] of many.entries()) {
    const sheet = sheets[u];
    const found = new Map(sheet?.items.map(({ id, obtained }) => [id, obtained]));
    const triggered = new Set(
      sheet?.vetoes.filter(({ status }) => status === "triggered").map(({ id }) => id),
    );
    const pick = ({ base, bonus, lower, upper, verdict }: ScoreSheet) => ({
      base,
      bonus,
      lower,
      upper,
      verdict,
    });
    same("columns: totals", totals, sheet && pick(sheet));
    same(
      "columns: items",
      items,
      listItems(rubric).map(({ id }) => found.get(id) ?? (triggered.has(id) ? 1 : 0)),
    );
    const sums = rubric.sections.map((section) => sumOf(section.items.map(({ id }) => found.get(id) ?? 0)));
    same("columns: sections", sections, sums);
    same("columns: rank", rank, 1 + sheets.filter(({ total }) => total > (sheet?.total ?? 0)).length);
  }
}

/** The laws of rules §6 by name. */
export const rubricLaws = {
  followsRules,
  explainsLosses,
  deductionsNeverHelp,
  measuringStaysWithin,
  orderNeverMatters,
  pointsAddUp,
  vetoNeverPasses,
  rescoringIsScoring,
  columnsAreUnits,
} as const;
export type RubricLaw = keyof typeof rubricLaws;

/** What a run over the laws found: nothing, or the first broken law and the smallest case of it. */
export type LawRun = { readonly cases: number; readonly items: number; readonly broken: string | undefined };

/** Puts a subject to the laws on `runs` random rubrics; equal seeds give equal cases. */
export function runRubricLaws({
  runs,
  seed,
  subject = product,
  laws = Object.values(rubricLaws),
}: {
  readonly runs: number;
  readonly seed: number;
  readonly subject?: Subject;
  readonly laws?: readonly ((scoring: ScoringCase, subject: Subject) => void)[];
}): LawRun {
  let cases = 0;
  let items = 0;
  const property = fc.property(scoringCase, (scoring) => {
    cases += 1;
    items += listItems(scoring.rubric).length;
    for (const law of laws) law(scoring, subject);
  });
  const details = fc.check(property, { numRuns: runs, seed });
  if (!details.failed) return { cases, items, broken: undefined };
  const counterexample = fc.stringify(details.counterexample);
  return {
    cases,
    items,
    broken: `${String(details.errorInstance)}\nseed ${seed}, smallest case: ${counterexample}`,
  };
}
