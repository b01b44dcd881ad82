// What would happen if the office changed its scheme, its frequency, its levels or its thresholds, before it does.
// Source: issue "Third", Grading (how many move, which officials' load and hours change); rules §2, §3, §4. Minutes of a
// visit have no source: data of the office.
import type { Containment } from "../chain/allocation.js";
import { findGaps, type GapOfficial, type Gaps } from "../chain/find-gaps.js";
import type { GradeLetter, PairingGrade } from "../grading/grade.schema.js";
import { type GradingFacts, gradeEstablishment } from "../grading/grade-establishment.js";
import type { GradingProblemCode } from "../grading/grading.problem.js";
import type { GradingScheme } from "../grading/grading-scheme.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import type { RulesOfDay } from "./office-rules.schema.js";
import { countVisitsInYear } from "./rules-on.js";

/** An establishment that is active on the day. */
export type EffectEstablishment = {
  readonly id: string;
  readonly place: string | null;
  readonly facts: GradingFacts;
  /** Its grade on the day under the rules before. */
  readonly grade: PairingGrade | null;
  /** Whether a decided objection gave that grade, which no scheme takes away. */
  readonly excepted: boolean;
  readonly official: { readonly id: string; readonly from: PlainDate } | null;
};

export type GradeCounts = { readonly [G in GradeLetter | "none"]: number };
/** Visits of one year, by grade and in all. */
export type VisitCounts = { readonly [G in GradeLetter | "total"]: number };
/** What an official's establishments come to. */
export type OfficialLoad = {
  readonly establishments: number;
  /** Those of a grade that another level answers for. */
  readonly broken: number;
  readonly visitsInYear: number;
  readonly minutesInYear: number;
};

export type RulesEffect = {
  readonly establishments: number;
  readonly moves: readonly {
    readonly from: PairingGrade | null;
    readonly to: PairingGrade;
    readonly count: number;
  }[];
  readonly unchanged: number;
  /** Kept by a decided objection, whatever the scheme says. */
  readonly excepted: number;
  /** No grade by the scheme: those that keep the one they had, those that have none, and why. */
  readonly refused: {
    readonly kept: number;
    readonly ungraded: number;
    readonly reasons: readonly { readonly code: GradingProblemCode; readonly count: number }[];
  };
  readonly grades: { readonly before: GradeCounts; readonly after: GradeCounts };
  readonly visits: { readonly before: VisitCounts; readonly after: VisitCounts };
  readonly minutes: { readonly before: number; readonly after: number };
  readonly gaps: { readonly before: Gaps["counts"]; readonly after: Gaps["counts"] };
  /** Officials for whom something changes, the largest change of hours first, then by id. */
  readonly officials: readonly {
    readonly official: string;
    readonly before: OfficialLoad;
    readonly after: OfficialLoad;
  }[];
};

/**
 * The effect of a change of the rules on the establishments and officials given.
 *
 * `scheme` is the scheme that would begin, undefined when grades stay as they are. Every establishment is counted once:
 * moved, unchanged, excepted or refused; one that the scheme refuses keeps the grade it had. Assignments stay: those that
 * the change breaks are counted as gaps. Visits and minutes are those of a whole year under the rules, without days of
 * grace and waivers; a quarter has a fourth of them. Without any change nothing differs and no official is listed.
 *
 * @example
 * const rules = findRulesOn({ frequency: defaultFrequencyRules, levels: defaultGradeLevels, overload: {}, minutes: defaultVisitMinutes, on: "2026-11-24" });
 * previewEffect({
 *   establishments: [{ id: "e1", place: "990106001001", facts: { form: "grocery" }, grade: pairingGrades[2], excepted: false, official: null }],
 *   officials: [], territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   scheme: demonstrationScheme, before: rules, after: rules, asOf: "2026-11-24",
 * }).moves; // => [{ from: "C", to: "D", count: 1 }]
 */
export function previewEffect(input: {
  readonly establishments: readonly EffectEstablishment[];
  readonly officials: readonly GapOfficial[];
  readonly territory: Containment;
  readonly scheme?: GradingScheme | undefined;
  readonly before: RulesOfDay;
  readonly after: RulesOfDay;
  readonly asOf: PlainDate;
}): RulesEffect {
  const { establishments, scheme } = input;
  const moves = new Map<string, { from: PairingGrade | null; to: PairingGrade; count: number }>();
  const reasons = new Map<GradingProblemCode, number>();
  let [unchanged, excepted, kept, ungraded] = [0, 0, 0, 0];
  const after = establishments.map((one): PairingGrade | null => {
    if (one.excepted) {
      excepted += 1;
      return one.grade;
    }
    const given = scheme === undefined ? undefined : gradeEstablishment({ scheme, facts: one.facts });
    if (given?.ok === false) {
      for (const { code } of given.problems) reasons.set(code, (reasons.get(code) ?? 0) + 1);
      if (one.grade === null) ungraded += 1;
      else kept += 1;
      return one.grade;
    }
    const to = given?.value.grade ?? one.grade;
    if (to === one.grade || to === null) {
      unchanged += 1;
      return to;
    }
    const key = `${one.grade} ${to}`;
    const move = moves.get(key) ?? { from: one.grade, to, count: 0 };
    move.count += 1;
    moves.set(key, move);
    return to;
  });
  const gradesBefore = establishments.map(({ grade }) => grade);
  const [sideBefore, sideAfter] = [
    measureSide(input, gradesBefore, input.before),
    measureSide(input, after, input.after),
  ];
  return {
    establishments: establishments.length,
    moves: [...moves.values()].sort((a, b) => order(a.from) - order(b.from) || order(a.to) - order(b.to)),
    unchanged,
    excepted,
    refused: {
      kept,
      ungraded,
      reasons: [...reasons].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count),
    },
    grades: { before: sideBefore.grades, after: sideAfter.grades },
    visits: { before: sideBefore.visits, after: sideAfter.visits },
    minutes: { before: sideBefore.minutes, after: sideAfter.minutes },
    gaps: { before: sideBefore.gaps, after: sideAfter.gaps },
    officials: compareLoads(sideBefore.loads, sideAfter.loads),
  };
}

const order = (grade: PairingGrade | null): number => (grade === null ? -1 : "ABCD".indexOf(grade));

type Load = { establishments: number; broken: number; visitsInYear: number; minutesInYear: number };

/** What the establishments come to with these grades under these rules. */
function measureSide(
  {
    establishments,
    officials,
    territory,
    asOf,
  }: {
    readonly establishments: readonly EffectEstablishment[];
    readonly officials: readonly GapOfficial[];
    readonly territory: Containment;
    readonly asOf: PlainDate;
  },
  gradeOf: readonly (PairingGrade | null)[],
  rules: RulesOfDay,
) {
  const grades = { A: 0, B: 0, C: 0, D: 0, none: 0 };
  const visits = { A: 0, B: 0, C: 0, D: 0, total: 0 };
  const loads = new Map<string, Load>();
  const levelOf = new Map(officials.map(({ id, level }) => [id, level]));
  let minutes = 0;
  establishments.forEach(({ official }, index) => {
    const grade: GradeLetter | null = gradeOf[index] ?? null;
    grades[grade ?? "none"] += 1;
    const made = grade === null ? 0 : countVisitsInYear(rules.frequency[grade]);
    const took = grade === null ? 0 : made * rules.minutes[grade];
    if (grade !== null) visits[grade] += made;
    visits.total += made;
    minutes += took;
    if (official === null) return;
    const load = loads.get(official.id) ?? {
      establishments: 0,
      broken: 0,
      visitsInYear: 0,
      minutesInYear: 0,
    };
    loads.set(official.id, load);
    load.establishments += 1;
    load.visitsInYear += made;
    load.minutesInYear += took;
    const expected = grade === null || rules.levels === null ? undefined : rules.levels[grade];
    if (expected !== undefined && expected !== levelOf.get(official.id)) load.broken += 1;
  });
  const { counts: gaps } = findGaps({
    establishments: establishments.map(({ id, place }, index) => ({
      id,
      place,
      grade: gradeOf[index] ?? null,
    })),
    officials,
    assignments: establishments.flatMap(({ id, official }) =>
      official === null ? [] : [{ establishment: id, official: official.id, from: official.from }],
    ),
    levels: rules.levels === null ? [] : [{ from: asOf, ...rules.levels }],
    territory,
    overloadAbove: rules.overload,
    asOf,
  });
  return { grades, visits, minutes, loads, gaps };
}

function compareLoads(
  before: ReadonlyMap<string, Load>,
  after: ReadonlyMap<string, Load>,
): RulesEffect["officials"] {
  const none: Load = { establishments: 0, broken: 0, visitsInYear: 0, minutesInYear: 0 };
  const change = ({ before: a, after: b }: RulesEffect["officials"][number]) =>
    Math.abs(b.minutesInYear - a.minutesInYear);
  return [...before]
    .map(([official, was]) => ({ official, before: was, after: after.get(official) ?? none }))
    .filter(
      ({ before: a, after: b }) =>
        a.broken !== b.broken || a.visitsInYear !== b.visitsInYear || a.minutesInYear !== b.minutesInYear,
    )
    .sort((a, b) => change(b) - change(a) || (a.official < b.official ? -1 : 1));
}
