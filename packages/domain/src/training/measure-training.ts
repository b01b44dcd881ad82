// Who has completed a training, by level and by territory; who has read a document.
// Source: regulations page, 培训覆盖率 (reported by cities, denominators not unified): completed ÷ officials of the plan's
// levels in post on the day asked about, or on the plan's last day where that is earlier. Rates: rules §1.
import type { PlainDate } from "../kernel/plain-date.js";
import type { Rate } from "../kernel/rate.js";
import { type Level, levels } from "../territory/territory.schema.js";

/** An official for whom something is, as the count needs one. */
export type InvitedOfficial = {
  readonly official: string;
  readonly level: Level;
  /** Where they are counted: a territory of the table, or null for those of its own level. */
  readonly place: string | null;
};

/** A session that an official took part in: attended, or its test passed. */
export type TrainingCredit = { readonly official: string; readonly session: string; readonly on: PlainDate };

/** Completed by how many of how many, and how many have begun. */
export type TrainingCount = { readonly completed: Rate; readonly begun: number };

export type TrainingTable = {
  readonly total: TrainingCount;
  readonly levels: readonly (TrainingCount & { readonly level: Level })[];
  readonly places: readonly (TrainingCount & { readonly place: string | null })[];
};

/**
 * Minutes credited to each official: a session counts once, however often it was taken.
 *
 * @example
 * sumCredits([{ official: "o-1", session: "s-1", on: "2026-03-02" }], new Map([["s-1", 90]])).get("o-1"); // => 90
 */
export function sumCredits(
  credits: readonly TrainingCredit[],
  minutesOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  const seen = new Set<string>();
  for (const { official, session } of credits) {
    const minutes = minutesOf.get(session);
    if (minutes === undefined || seen.has(`${official} ${session}`)) continue;
    seen.add(`${official} ${session}`);
    sums.set(official, (sums.get(official) ?? 0) + minutes);
  }
  return sums;
}

/**
 * Completed, and begun, by level and by place; both add up to the total. `minutes` absent: nothing taken yet.
 *
 * @example
 * measureTraining(
 *   [{ official: "o-1", level: "village", place: null }, { official: "o-2", level: "village", place: null }],
 *   { minutes: new Map([["o-1", 90]]), required: 90 },
 * ).total; // => { completed: { done: 1, of: 2 }, begun: 1 }
 */
export function measureTraining(
  invited: readonly InvitedOfficial[],
  { minutes, required }: { readonly minutes: ReadonlyMap<string, number>; readonly required: number },
): TrainingTable {
  const count = (officials: readonly InvitedOfficial[]): TrainingCount => {
    const taken = officials.map(({ official }) => minutes.get(official) ?? 0);
    return {
      completed: { done: taken.filter((sum) => sum >= required).length, of: officials.length },
      begun: taken.filter((sum) => sum > 0).length,
    };
  };
  const places = [...new Set(invited.map(({ place }) => place))].sort((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  return {
    total: count(invited),
    levels: levels
      .map((level) => ({ level, ...count(invited.filter((one) => one.level === level)) }))
      .filter(({ completed }) => completed.of > 0),
    places: places.map((place) => ({ place, ...count(invited.filter((one) => one.place === place)) })),
  };
}
