// Decides what a change of a duty post from a day on does to its records: nothing is deleted, what reached beyond the
// day is replaced, and what had begun before it is recorded again with its end.
// Source: rules §1 "Two times" (certain).
import type { PlainDate } from "../kernel/plain-date.js";

/** A record of a post that no later record has replaced. */
export type StandingRecord<Facts> = {
  readonly id: string;
  readonly facts: Facts;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Records to replace by their ids, and those to add. */
export type PostChange<Facts> = {
  readonly superseded: readonly string[];
  readonly added: readonly Omit<StandingRecord<Facts>, "id">[];
};

/**
 * The change of a post from the day on; `facts` null ends it. What was planned for later days is replaced too. A day on
 * or before the first one of a record corrects that record as a whole.
 *
 * @example
 * planPostChange({
 *   standing: [{ id: "r1", facts: "岑晚舟", from: "2026-01-01", to: null }],
 *   from: "2026-12-01",
 *   facts: "叶听澜",
 * });
 * // => { superseded: ["r1"], added: [{ facts: "岑晚舟", from: "2026-01-01", to: "2026-12-01" }, { facts: "叶听澜", from: "2026-12-01", to: null }] }
 */
export function planPostChange<Facts>({
  standing,
  from,
  facts,
}: {
  readonly standing: readonly StandingRecord<Facts>[];
  readonly from: PlainDate;
  readonly facts: Facts | null;
}): PostChange<Facts> {
  const reaching = standing.filter(({ to }) => to === null || to > from);
  const kept = reaching.filter((record) => record.from < from);
  return {
    superseded: reaching.map(({ id }) => id),
    added: [
      ...kept.map((record) => ({ facts: record.facts, from: record.from, to: from })),
      ...(facts === null ? [] : [{ facts, from, to: null }]),
    ],
  };
}
