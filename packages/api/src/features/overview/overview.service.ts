// The leader's page: is every business in someone's care, and would we pass today? Every figure comes from the picture
// that the lists behind it read.
import {
  composeSectionSums,
  countGapKinds,
  daysBetween,
  type EvaluationView,
  FirstRoundCount,
  measureLine,
  type OperationArguments,
  type Overview,
  ok,
  type Result,
  toHundredths,
  toWindow,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { isGapIn, listGapsIn } from "../chain/chain.views.js";
import { getEvaluation } from "../evaluation/evaluation.service.js";
import { countAlong } from "../picture/count-along.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { composeRunningCoverage } from "../visit/coverage.views.js";
import { listDecisions } from "./list-decisions.js";

const MOST_COSTLY = 8;

/** The score as one block, with the items that cost most. */
function toScore({ rubric, sheet }: EvaluationView): NonNullable<Overview["score"]> {
  const lines = new Map(sheet.items.map((line) => [line.id, line]));
  const items = rubric.sections.flatMap((section) => section.items);
  const isBase = ({ kind }: (typeof items)[number]) => kind === "key" || kind === "basic";
  const based = items.filter(isBase);
  // Bonus stands apart (rules §6), so a section of bonus or veto items alone is no part of these sums.
  const baseRubric = {
    ...rubric,
    sections: rubric.sections.map((section) => ({ ...section, items: section.items.filter(isBase) })),
  };
  const sumOf = (pick: (id: string, points: number) => number) =>
    based.reduce((sum, { id, points }) => sum + pick(id, toHundredths(points ?? 0)), 0);
  return {
    rubric: rubric.id,
    title: rubric.title,
    official: rubric.official,
    verdict: sheet.verdict,
    line: toHundredths(rubric.passRule.minTotal),
    lower: sheet.lower,
    upper: sheet.upper,
    base: sheet.base,
    bonus: sheet.bonus,
    points: sumOf((_id, points) => points),
    lost: sumOf((id) => lines.get(id)?.lost ?? 0),
    open: sumOf((id, points) => (lines.get(id)?.status === "unmeasured" ? points : 0)),
    vetoes: {
      triggered: sheet.vetoes.filter(({ status }) => status === "triggered").length,
      unmeasured: sheet.vetoes.filter(({ status }) => status === "unmeasured").length,
    },
    sections: composeSectionSums({ rubric: baseRubric, sheet }).filter(({ points }) => points > 0),
    costliest: based
      .map(({ id, title, leadUnit }) => ({
        item: id,
        title,
        lost: lines.get(id)?.lost ?? 0,
        leadUnit: leadUnit ?? null,
      }))
      .filter(({ lost }) => lost > 0)
      .sort((a, b) => b.lost - a.lost || (a.item < b.item ? -1 : 1))
      .slice(0, MOST_COSTLY),
  };
}

// A view keeps the same posts while establishments change, so they stand for the leaders.
const leadersOf = new WeakMap<Picture["inPost"], ReadonlyMap<string, string>>();

/**
 * The leader for this page by territory: the first official in post, of the territory's own level, whose jurisdiction
 * names it.
 */
function findLeaders({ officials, inPost, tree }: Picture): ReadonlyMap<string, string> {
  const known = leadersOf.get(inPost);
  if (known !== undefined) return known;
  const leaders = new Map<string, string>();
  for (const { id, name, level, jurisdictions } of officials.values()) {
    if (!inPost.has(id)) continue;
    for (const code of jurisdictions)
      if (!leaders.has(code) && tree.levelOf(code) === level) leaders.set(code, name);
  }
  leadersOf.set(inPost, leaders);
  return leaders;
}

/** The first round of a picture's establishments, by their running duties. */
class RoundCount {
  private readonly round: FirstRoundCount;

  constructor({ rules, asOf }: Picture) {
    this.round = new FirstRoundCount({ start: rules.firstRoundStart, asOf });
  }

  add({ running }: PictureEstablishment): void {
    this.round.add(running);
  }

  remove({ running }: PictureEstablishment): void {
    this.round.remove(running);
  }

  toFirstRound() {
    return this.round.toFirstRound();
  }
}

export async function getOverview(
  call: Call,
  input: OperationArguments<"overview.get">,
): Promise<Result<Overview>> {
  const picture = await getPicture(call, input);
  const found = findScope(picture, input.territory);
  if (!found.ok) return found;
  const scope = found.value;
  const evaluation = await getEvaluation(call, {});
  const score = evaluation.ok ? toScore(evaluation.value) : null;
  const coverage = composeRunningCoverage(picture, scope, { officials: false });
  const gaps = listGapsIn(picture, scope.code);
  const leaders = findLeaders(picture);
  const nobody = gaps.filter(({ kind }) => kind === "nobody");
  const round = countAlong(picture, scope, "first-round", () => new RoundCount(picture)).toFirstRound();
  const window = toWindow(coverage.period);
  return ok({
    territory: { code: scope.code, name: coverage.total.name },
    asOf: picture.asOf,
    period: coverage.period,
    registered: coverage.total.total.registered,
    line: measureLine({ window, asOf: picture.asOf }),
    daysLeft: daysBetween(picture.asOf, window.last),
    grades: (["A", "B", "C", "D", "none"] as const).map((grade) => ({
      grade,
      cell: coverage.total.grades[grade],
    })),
    total: coverage.total.total,
    territories: coverage.territories.map(({ key, name, total }) => ({
      code: key,
      name,
      cell: total,
      nobody: nobody.filter((gap) => isGapIn(picture, key, gap)).length,
      leader: leaders.get(key) ?? null,
    })),
    gaps: countGapKinds(gaps),
    officials: picture.inPost.size,
    firstRound: { start: round.start, done: round.total.done, of: round.total.of },
    score,
    decisions: listDecisions({ picture, scope, gaps, score }),
  });
}
