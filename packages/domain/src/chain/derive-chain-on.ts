// Who answered for an establishment on a day, as it was known on another day, for anyone who must account for it.
// Source: rules §3 (dated assignments, an official who left) and §1 "Two times".
import type { PlainDate } from "../kernel/plain-date.js";
import { findRecordOn, isInForceOn, isKnownOn, type TwoTimes } from "./dated-fact.js";

/** An assignment as recorded. */
export type AssignmentRecord = TwoTimes & { readonly establishment: string; readonly official: string };

/** An official's time in the post as recorded; several records of one official are several posts or corrections. */
export type OfficialRecord = TwoTimes & { readonly id: string };

/** The assignments in force on a day. */
export type Answering = {
  /** Establishment → its official and the first day of the assignment. */
  readonly byEstablishment: ReadonlyMap<string, { readonly official: string; readonly from: PlainDate }>;
  /** Establishment → the official who has left it without anyone, and the day since. */
  readonly left: ReadonlyMap<string, { readonly official: string; readonly since: PlainDate }>;
  /** Officials in their post. */
  readonly inPost: ReadonlySet<string>;
};

/**
 * For every establishment the official who answers on the day `on`, as known at the end of the day `knownOn`.
 *
 * Of several assignments in force the one that began last counts, so that at most one official answers. An official
 * who is not in the post on that day answers for nobody; the establishment then stands under `left`. A broken
 * assignment (wrong level, outside the jurisdiction) still answers until it is ended. Officials without any record
 * are not in a post.
 *
 * @example
 * deriveAnswering({
 *   assignments: [{ establishment: "e1", official: "o1", from: "2026-01-01" }],
 *   officials: [{ id: "o1", from: "2025-01-01", to: "2026-06-01" }],
 *   on: "2026-06-01",
 *   knownOn: "2026-06-01",
 * }).left.get("e1"); // => { official: "o1", since: "2026-06-01" }
 */
export function deriveAnswering(input: {
  readonly assignments: readonly AssignmentRecord[];
  readonly officials: readonly OfficialRecord[];
  readonly on: PlainDate;
  readonly knownOn: PlainDate;
}): Answering {
  const { on, knownOn } = input;
  const posts = new Map<string, OfficialRecord[]>();
  for (const record of input.officials) {
    const list = posts.get(record.id);
    if (list === undefined) posts.set(record.id, [record]);
    else list.push(record);
  }
  const inPost = new Set<string>();
  for (const [id, records] of posts) if (findRecordOn(records, on, knownOn) !== undefined) inPost.add(id);

  const current = new Map<string, AssignmentRecord>();
  for (const record of input.assignments) {
    if (!isInForceOn(record, on) || !isKnownOn(record, knownOn)) continue;
    const other = current.get(record.establishment);
    const winner = other === undefined ? record : (findRecordOn([other, record], on, knownOn) ?? record);
    current.set(record.establishment, winner);
  }
  const byEstablishment = new Map<string, { official: string; from: PlainDate }>();
  const left = new Map<string, { official: string; since: PlainDate }>();
  for (const [establishment, { official, from }] of current) {
    if (inPost.has(official)) byEstablishment.set(establishment, { official, from });
    else left.set(establishment, { official, since: leftOn(posts.get(official) ?? [], from, on, knownOn) });
  }
  return { byEstablishment, left, inPost };
}

/** The last day on or before `on` at which a known post ended; the assignment's first day when none did. */
const leftOn = (
  posts: readonly OfficialRecord[],
  from: PlainDate,
  on: PlainDate,
  knownOn: PlainDate,
): PlainDate =>
  posts.reduce(
    (last, post) =>
      post.to !== undefined && post.to !== null && post.to <= on && post.to > last && isKnownOn(post, knownOn)
        ? post.to
        : last,
    from,
  );

/** Who answered for one establishment: nobody has a reason. */
export type ChainOn =
  | { readonly official: string; readonly from: PlainDate; readonly reason: null }
  | { readonly official: null; readonly from: null; readonly reason: "no-assignment" | "official-left" };

/**
 * Who answered for the establishment on the day `on`, as known at the end of the day `knownOn`.
 *
 * "Who answered for this shop on 1 March, as we knew it on 31 March?" The same limits as `deriveAnswering` hold; the
 * other links of the chain (leaders, station, the business's own arm) are not part of it.
 *
 * @example
 * deriveChainOn({
 *   establishment: "e1",
 *   assignments: [
 *     { establishment: "e1", official: "o1", from: "2026-01-01", recordedFrom: "2026-01-01", recordedTo: "2026-04-02" },
 *     { establishment: "e1", official: "o2", from: "2026-02-01", recordedFrom: "2026-04-02" },
 *   ],
 *   officials: [{ id: "o1", from: "2025-01-01" }, { id: "o2", from: "2025-01-01" }],
 *   on: "2026-03-01",
 *   knownOn: "2026-03-31",
 * }); // => { official: "o1", from: "2026-01-01", reason: null }
 */
export function deriveChainOn(input: {
  readonly establishment: string;
  readonly assignments: readonly AssignmentRecord[];
  readonly officials: readonly OfficialRecord[];
  readonly on: PlainDate;
  readonly knownOn: PlainDate;
}): ChainOn {
  const own = input.assignments.filter((record) => record.establishment === input.establishment);
  const answering = deriveAnswering({ ...input, assignments: own });
  const answer = answering.byEstablishment.get(input.establishment);
  if (answer !== undefined) return { ...answer, reason: null };
  const reason = answering.left.has(input.establishment) ? "official-left" : "no-assignment";
  return { official: null, from: null, reason };
}
