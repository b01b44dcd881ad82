// Who took over from whom in a period and why, for the change-of-pairing sheet (包保关系调整表) that an office files.
// Source: F1-22 (a change of pairing is due within 7 working days, so a sheet of them is kept, N); the reasons are ours,
// read off the records.
import type { PairingGrade } from "../grading/grade.schema.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import type { EstablishmentState } from "../registry/establishment.schema.js";
import { type DatedFact, findRecordOn } from "./dated-fact.js";
import { deriveChainOn, type OfficialRecord } from "./derive-chain-on.js";

/** Why a pairing changed, as far as the records tell. */
export const pairingChangeReasons = [
  "opened",
  "closed",
  "official-left",
  "regraded",
  "moved",
  "first",
  "ended",
  "reallocated",
] as const;
export type PairingChangeReason = (typeof pairingChangeReasons)[number];

/** From one official to another on a day; null is nobody. */
export type PairingChange = {
  readonly establishment: string;
  readonly on: PlainDate;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: PairingChangeReason;
};

/** An establishment with everything that tells why its official changed. */
export type ChangingEstablishment = {
  readonly id: string;
  readonly officials: readonly DatedFact<string>[];
  readonly states: readonly DatedFact<EstablishmentState>[];
  readonly grades: readonly DatedFact<PairingGrade>[];
  readonly places?: readonly DatedFact<string>[] | undefined;
};

/**
 * The changes on the days from `from` to `to`, both counted, in the order of days, then of establishments, as known at
 * the end of `knownOn`.
 *
 * On each day the official who answers is compared with the one of the day before; the reason is the first that fits:
 * the establishment opened or closed that day, the former official left, its grade or its place changed that day, there
 * was nobody before, or there is nobody after; else it was reallocated. Closing ends a pairing even where the assignment
 * runs on.
 *
 * @example
 * listPairingChanges({
 *   establishments: [{ id: "e-1", officials: [
 *     { value: "o-1", from: "2026-01-05", to: "2026-03-01" }, { value: "o-2", from: "2026-03-01" }], states: [], grades: [] }],
 *   posts: [{ id: "o-1", from: "2025-01-01" }, { id: "o-2", from: "2025-01-01" }],
 *   from: "2026-02-01", to: "2026-03-31", knownOn: "2026-11-24",
 * }); // => [{ establishment: "e-1", on: "2026-03-01", before: "o-1", after: "o-2", reason: "reallocated" }]
 */
export function listPairingChanges(input: {
  readonly establishments: readonly ChangingEstablishment[];
  readonly posts: readonly OfficialRecord[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly knownOn: PlainDate;
}): readonly PairingChange[] {
  const { from, to, knownOn } = input;
  const postsOf = new Map<string, OfficialRecord[]>();
  for (const post of input.posts) postsOf.set(post.id, [...(postsOf.get(post.id) ?? []), post]);
  const changes: PairingChange[] = [];
  for (const one of input.establishments) {
    const posts = [...new Set(one.officials.map(({ value }) => value))].flatMap(
      (id) => postsOf.get(id) ?? [],
    );
    const isWithin = (day: PlainDate | null | undefined): day is PlainDate =>
      day !== null && day !== undefined && day >= from && day <= to;
    const days = new Set(
      [...one.officials, ...one.states, ...posts].flatMap((record) =>
        [record.from, record.to].filter(isWithin),
      ),
    );
    for (const on of [...days].sort()) {
      const yesterday = addDays(on, -1);
      const before = answerOn(one, posts, yesterday, knownOn);
      const after = answerOn(one, posts, on, knownOn);
      if (before === after) continue;
      changes.push({
        establishment: one.id,
        on,
        before,
        after,
        reason: findReason(one, { posts, on, yesterday, knownOn, before, after }),
      });
    }
  }
  return changes.sort((a, b) => compare(a.on, b.on) || compare(a.establishment, b.establishment));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const stateOn = ({ states }: ChangingEstablishment, on: PlainDate, knownOn: PlainDate) =>
  findRecordOn(states, on, knownOn)?.value;

function answerOn(
  one: ChangingEstablishment,
  officials: readonly OfficialRecord[],
  on: PlainDate,
  knownOn: PlainDate,
): string | null {
  if (one.states.length > 0 && stateOn(one, on, knownOn) !== "active") return null;
  const assignments = one.officials.map(({ value, ...times }) => ({
    ...times,
    establishment: one.id,
    official: value,
  }));
  return deriveChainOn({ establishment: one.id, assignments, officials, on, knownOn }).official;
}

function findReason(
  one: ChangingEstablishment,
  days: {
    readonly posts: readonly OfficialRecord[];
    readonly on: PlainDate;
    readonly yesterday: PlainDate;
    readonly knownOn: PlainDate;
    readonly before: string | null;
    readonly after: string | null;
  },
): PairingChangeReason {
  const { posts, on, yesterday, knownOn, before, after } = days;
  const isActive = (day: PlainDate) => stateOn(one, day, knownOn) === "active";
  if (one.states.length > 0) {
    if (!isActive(yesterday) && isActive(on)) return "opened";
    if (isActive(yesterday) && !isActive(on)) return "closed";
  }
  const former = posts.filter(({ id }) => id === before);
  if (before !== null && former.length > 0 && findRecordOn(former, on, knownOn) === undefined)
    return "official-left";
  const changed = (facts: readonly DatedFact<unknown>[]) =>
    findRecordOn(facts, yesterday, knownOn)?.value !== findRecordOn(facts, on, knownOn)?.value;
  if (changed(one.grades)) return "regraded";
  if (changed(one.places ?? [])) return "moved";
  if (before === null) return "first";
  return after === null ? "ended" : "reallocated";
}
