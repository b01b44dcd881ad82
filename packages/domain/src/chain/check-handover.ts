// Whether officials may hand over on a day, and whether a handover may be taken back.
// Source: issue "Handover" (preview, apply, undo); rules §1 (posts and assignments in two times), §3 (who has left answers
// for nobody from that day). The 24 hours are those of the undo of an allocation.
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { Level } from "../territory/territory.schema.js";
import type { HandoverProblemCode } from "./handover.problem.js";

type Post = {
  readonly unit: string;
  readonly post: string;
  readonly level: Level;
  readonly jurisdictions: readonly string[];
};

/** One who goes, with what is recorded of them as known now. */
export type CheckedDeparture = {
  readonly official: string;
  readonly name: string;
  readonly next: Post | null;
  readonly successor?: string | undefined;
  /** The post held on the day; undefined when they hold none. */
  readonly held: (Post & { readonly from: PlainDate }) | undefined;
  /** First day of the next post that is entered, of those that begin after the day. */
  readonly laterPost: PlainDate | undefined;
  /** Establishments whose assignment to them stands on the day. */
  readonly holds: number;
};

/**
 * Every reason against a handover on the day; none when it may be planned.
 *
 * Who has left already may hand over what still stands under them; who takes up another post must hold one. A post that
 * begins on the day or later would be overwritten, so the day must lie after its beginning and before the next one.
 * Whether a receiver fits an establishment is not checked here: the plan names that.
 *
 * @example
 * checkHandover({
 *   departures: [{ official: "o1", name: "张工", next: null, held: undefined, laterPost: undefined, holds: 0 }],
 *   day: "2026-11-24",
 * })[0]?.code; // => "handover/not-in-post"
 */
export function checkHandover({
  departures,
  day,
}: {
  readonly departures: readonly CheckedDeparture[];
  readonly day: PlainDate;
}): readonly Problem<HandoverProblemCode>[] {
  const leaving = new Map(
    departures.filter(({ next }) => next === null).map((one) => [one.official, one.name]),
  );
  const seen = new Set<string>();
  return departures.flatMap((one): readonly Problem<HandoverProblemCode>[] => {
    const { official, name, next, successor, held, laterPost } = one;
    const isAgain = seen.has(official);
    seen.add(official);
    const problems: Problem<HandoverProblemCode>[] = [];
    if (isAgain) problems.push(problem("handover/named-twice", { official: name }));
    if (held === undefined && (next !== null || one.holds === 0))
      problems.push(problem("handover/not-in-post", { official: name, day }));
    if (held !== undefined && held.from >= day)
      problems.push(problem("handover/post-begins-then", { official: name, from: held.from }));
    if (laterPost !== undefined)
      problems.push(problem("handover/later-post", { official: name, from: laterPost }));
    if (held !== undefined && next !== null && isSamePost(held, next))
      problems.push(problem("handover/same-post", { official: name }));
    if (successor === official) problems.push(problem("handover/own-successor", { official: name }));
    else if (successor !== undefined && leaving.has(successor))
      problems.push(
        problem("handover/successor-leaves", {
          official: name,
          successor: leaving.get(successor) ?? successor,
        }),
      );
    return problems;
  });
}

const isSamePost = (a: Post, b: Post): boolean => {
  const places = new Set(a.jurisdictions);
  return (
    a.unit === b.unit &&
    a.post === b.post &&
    a.level === b.level &&
    places.size === new Set(b.jurisdictions).size &&
    b.jurisdictions.every((code) => places.has(code))
  );
};

/** How long a handover can be undone. */
export const hoursToUndoHandover = 24;

/**
 * The last instant at which a handover can be undone.
 *
 * @example
 * toUndoUntil("2026-11-24T02:00:00.000Z"); // => "2026-11-25T02:00:00.000Z"
 */
export const toUndoUntil = (at: string): string =>
  new Date(Date.parse(at) + hoursToUndoHandover * 3_600_000).toISOString();

/**
 * What later change stands in the way of undoing, or undefined. A handover is undone as a whole or not at all.
 *
 * @example
 * findUndoFault({ at: "2026-11-24T02:00:00.000Z", now: "2026-11-25T02:00:00.001Z", undoneAt: null, changed: [] })?.code;
 * // => "handover/undo-late"
 */
export function findUndoFault({
  at,
  now,
  undoneAt,
  changed,
}: {
  readonly at: string;
  readonly now: string;
  readonly undoneAt: string | null;
  /** Later changes of what the handover changed, the one to be told first. */
  readonly changed: readonly Problem<HandoverProblemCode>[];
}): Problem<HandoverProblemCode> | undefined {
  if (undoneAt !== null) return problem("handover/undone");
  if (Date.parse(now) > Date.parse(toUndoUntil(at)))
    return problem("handover/undo-late", { hours: hoursToUndoHandover });
  return changed[0];
}
