// Decides which post of the directory each row of a sheet means: the one that the same person holds at the same places,
// else the one whose holder the row names as followed, else the only post of the kind there that nobody of the sheet
// holds. Where several would do, none is guessed.
// Source: ours; sheets of directories carry no number by which a post is known.
import { foldCode } from "../kernel/fold-code.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { DutyKind, DutyPost } from "./duty-post.schema.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";
import type { DutyRowFacts } from "./parse-directory-row.js";
import { findPresentRecord } from "./plan-post-change.js";

/** A record of a post that nothing has replaced. */
export type DutyRecord = DutyPost & { readonly id: string };

/** A row that could be read. */
export type ReadDutyRow = {
  readonly row: number;
  readonly facts: DutyRowFacts & { readonly kind: DutyKind };
};

/** What a row means: a new post, the post as who holds it, or the post that changes hands. */
export type DutyMatch =
  | { readonly is: "new" }
  | { readonly is: "same" | "follows"; readonly post: string; readonly record: DutyRecord }
  | { readonly is: "unclear"; readonly field: "name" | "replaces"; readonly problem: Problem };

const fold = (text: string): string => foldCode(text).value;
const isSame = (a: string | null, b: string | null): boolean =>
  a === null || b === null || fold(a) === fold(b);
const keyOf = (kind: DutyKind, territories: readonly string[]): string =>
  `${kind} ${[...territories].sort().join(" ")}`;

/** The record that a row faces: that of the row's day where it lies ahead, else the present one. */
const findFaced = (records: readonly DutyRecord[], day: PlainDate): DutyRecord | undefined =>
  records.find(({ from, to }) => from <= day && (to === null || day < to)) ?? findPresentRecord(records, day);

type Post = { readonly post: string; readonly kind: DutyKind; readonly records: readonly DutyRecord[] };
type Open = { readonly at: number; readonly row: ReadDutyRow };

const groupBy = <T>(items: readonly T[], keyOfItem: (item: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOfItem(item));
    if (group === undefined) groups.set(keyOfItem(item), [item]);
    else group.push(item);
  }
  return groups;
};

/**
 * One match for each row, in order. `records` are all that stand of posts that have not ended.
 *
 * @example
 * const record = { id: "r1", post: "d1", kind: "liaison", name: "岑晚舟", unit: "", title: "", territories: ["990106001"], officePhone: null, person: null, from: "2026-01-01", to: null };
 * const facts = { kind: "liaison", name: "叶听澜", unit: null, title: null, territories: ["990106001"], officePhone: null, mobile: null, from: null, replaces: null };
 * matchDutyRows({ rows: [{ row: 2, facts }], records: [record], today: "2026-11-24" })[0].is; // => "follows"
 */
export function matchDutyRows({
  rows,
  records,
  today,
}: {
  readonly rows: readonly ReadDutyRow[];
  readonly records: readonly DutyRecord[];
  readonly today: PlainDate;
}): readonly DutyMatch[] {
  const posts: readonly Post[] = [...groupBy(records, ({ post }) => post)].flatMap(([post, standing]) => {
    const kind = standing[0]?.kind;
    return kind === undefined || findPresentRecord(standing, today) === undefined
      ? []
      : [{ post, kind, records: standing.filter(({ to }) => to === null || to > today) }];
  });
  const ofKind = groupBy(posts, ({ kind }) => kind);
  const matches = new Map<number, DutyMatch>();
  const claimed = new Set<string>();
  let open: readonly Open[] = rows.map((row, at) => ({ at, row }));
  const facing = ({ facts }: ReadDutyRow) => {
    const day = facts.from !== null && facts.from > today ? facts.from : today;
    return (ofKind.get(facts.kind) ?? []).flatMap((post) => {
      const record = findFaced(post.records, day);
      return record === undefined ? [] : [{ post: post.post, record }];
    });
  };
  const settle = (step: (entry: Open) => DutyMatch | undefined): void => {
    open = open.filter((entry) => {
      const match = step(entry);
      if (match === undefined) return true;
      if (match.is === "same" || match.is === "follows") claimed.add(match.record.id);
      matches.set(entry.at, match);
      return false;
    });
  };

  const claimSame = (fits: (facts: DutyRowFacts, record: DutyRecord) => boolean) =>
    settle(({ row }) => {
      const found = facing(row).filter(
        ({ record }) =>
          !claimed.has(record.id) && fold(record.name) === fold(row.facts.name) && fits(row.facts, record),
      );
      const [one, another] = found;
      if (one === undefined) return undefined;
      if (another === undefined) return { is: "same", ...one };
      return {
        is: "unclear",
        field: "name",
        problem: problem<LiaisonProblemCode>("duty/fits-several", { count: found.length }),
      };
    });
  const isAt = (facts: DutyRowFacts, { territories }: DutyRecord) =>
    [...territories].sort().join() === facts.territories.join();
  claimSame(
    (facts, record) =>
      isAt(facts, record) && isSame(facts.unit, record.unit) && isSame(facts.title, record.title),
  );
  claimSame((facts, record) => isAt(facts, record) && isSame(facts.unit, record.unit));
  claimSame(isAt);
  // The same person with more or fewer places.
  claimSame((facts, { territories }) => territories.some((place) => facts.territories.includes(place)));

  settle(({ row: { facts, ...row } }) => {
    if (facts.replaces === null) return undefined;
    if (facts.replaces === "") return { is: "new" };
    const found = facing({ ...row, facts }).filter(
      ({ record }) =>
        fold(record.name) === fold(facts.replaces ?? "") &&
        record.territories.some((place) => facts.territories.includes(place)),
    );
    const [one, another] = found;
    if (one !== undefined && another === undefined) return { is: "follows", ...one };
    const reason = one === undefined ? "duty/replaced-unknown" : "duty/replaced-several";
    return {
      is: "unclear",
      field: "replaces",
      problem: problem<LiaisonProblemCode>(reason, { name: facts.replaces, count: found.length }),
    };
  });

  for (const entries of groupBy(open, ({ row }) => keyOf(row.facts.kind, row.facts.territories)).values())
    for (const [at, match] of matchRest(entries, (row) =>
      facing(row).filter(({ record }) => isAt(row.facts, record) && !claimed.has(record.id)),
    ))
      matches.set(at, match);
  return rows.map((_, at) => matches.get(at) ?? { is: "new" });
}

type Faced = { readonly post: string; readonly record: DutyRecord };

/** The rows of one kind at one place whose people hold nothing there, beside the posts there that no row holds. */
function matchRest(
  entries: readonly Open[],
  findFree: (row: ReadDutyRow) => readonly Faced[],
): ReadonlyMap<number, DutyMatch> {
  const matches = new Map<number, DutyMatch>();
  const taken = new Set<string>();
  const freeOf = ({ row }: Open) => findFree(row).filter(({ post }) => !taken.has(post));
  const take = (entry: Open, faced: Faced): void => {
    taken.add(faced.post);
    matches.set(entry.at, { is: "follows", ...faced });
  };
  // Of several posts the title tells which, where it is that of one row and of one post.
  for (const entry of entries.length > 1 || entries.some((one) => freeOf(one).length > 1) ? entries : []) {
    const { title } = entry.row.facts;
    if (title === null) continue;
    const alike = entries.filter(({ row }) => row.facts.title !== null && isSame(row.facts.title, title));
    const [one, another] = freeOf(entry).filter(({ record }) => fold(record.title) === fold(title));
    if (alike.length === 1 && one !== undefined && another === undefined) take(entry, one);
  }
  const left = entries.filter(({ at }) => !matches.has(at));
  for (const entry of left) {
    const free = freeOf(entry);
    const [one] = free;
    if (one === undefined) matches.set(entry.at, { is: "new" });
    else if (free.length === 1 && left.length === 1) take(entry, one);
    else {
      const names = free.map(({ record }) => record.name).join("、");
      const unclear = problem<LiaisonProblemCode>("duty/follows-whom", { count: free.length, names });
      matches.set(entry.at, { is: "unclear", field: "name", problem: unclear });
    }
  }
  return matches;
}
