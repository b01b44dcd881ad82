// Decides what a change of a duty post or group from a day on does to its records: nothing is deleted, what lies in the
// changed days is replaced, and what of it had begun before or goes on behind them is recorded again.
// Source: rules §1 "Two times" (certain).
import type { PlainDate } from "../kernel/plain-date.js";

/** A record of a post that no later record has replaced. */
export type StandingRecord<Facts> = {
  readonly id: string;
  readonly facts: Facts;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

/** Records to replace by their ids, and those to add; `of` is the record whose facts are recorded again. */
export type PostChange<Facts> = {
  readonly superseded: readonly string[];
  readonly added: readonly (Omit<StandingRecord<Facts>, "id"> & { readonly of: string | null })[];
};

/**
 * The change of a post from the day on, to its end or until the first day no longer; `facts` null ends it. What was
 * planned for those days is replaced too. A day on or before the first one of a record corrects that record as a whole.
 *
 * @example
 * planPostChange({
 *   standing: [{ id: "r1", facts: "岑晚舟", from: "2026-01-01", to: null }],
 *   from: "2026-12-01",
 *   facts: "叶听澜",
 * });
 * // => { superseded: ["r1"], added: [{ facts: "岑晚舟", from: "2026-01-01", to: "2026-12-01", of: "r1" }, { facts: "叶听澜", from: "2026-12-01", to: null, of: null }] }
 */
export function planPostChange<Facts>({
  standing,
  from,
  until = null,
  facts,
}: {
  readonly standing: readonly StandingRecord<Facts>[];
  readonly from: PlainDate;
  readonly until?: PlainDate | null;
  readonly facts: Facts | null;
}): PostChange<Facts> {
  const touched = standing.filter(
    (record) => (record.to === null || record.to > from) && (until === null || record.from < until),
  );
  return {
    superseded: touched.map(({ id }) => id),
    added: [
      ...touched.flatMap(({ id, ...record }) =>
        record.from < from ? [{ facts: record.facts, from: record.from, to: from, of: id }] : [],
      ),
      ...(facts === null ? [] : [{ facts, from, to: until, of: null }]),
      ...touched.flatMap(({ id, ...record }) =>
        until !== null && (record.to === null || record.to > until)
          ? [{ facts: record.facts, from: until, to: record.to, of: id }]
          : [],
      ),
    ],
  };
}

/** The record in force on the day, or else the first to begin after it; undefined where all have ended. */
export function findPresentRecord<R extends { readonly from: PlainDate; readonly to: PlainDate | null }>(
  standing: readonly R[],
  day: PlainDate,
): R | undefined {
  return standing
    .filter(({ to }) => to === null || to > day)
    .reduce<R | undefined>(
      (first, record) => (first === undefined || record.from < first.from ? record : first),
      undefined,
    );
}
