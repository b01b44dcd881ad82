// Decides what the rows of a sheet do to "1+N" groups: a group is known by its name and place; each row founds one, says
// what stands, corrects or changes it, or is refused with its reason. Groups that the sheet does not list stay.
// Source: product G6 names the groups; the sheet is ours.
import { foldCode } from "../kernel/fold-code.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { GroupField } from "./directory-columns.js";
import type { GroupFacts } from "./group.schema.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";
import type { MemberNames } from "./name-member.js";
import type { DirectoryRowProblem, GroupRowFacts } from "./parse-directory-row.js";
import type { DirectoryChange } from "./plan-duty-import.js";
import { findPresentRecord, type PostChange, planPostChange } from "./plan-post-change.js";

/** A record of a group that nothing has replaced. */
export type GroupRecord = GroupFacts & {
  readonly id: string;
  readonly group: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
};

export type GroupRowOutcome = {
  readonly row: number;
  readonly outcome: "created" | "updated" | "unchanged" | "refused";
  readonly problems: readonly DirectoryRowProblem<GroupField>[];
  readonly notices: readonly DirectoryRowProblem<GroupField>[];
  readonly changes: readonly DirectoryChange[];
  /** Null where nothing is written; `group` null is a new one. */
  readonly writing: (PostChange<GroupFacts> & { readonly group: string | null }) | null;
};

type Judged = Omit<GroupRowOutcome, "row">;

const nothing = { problems: [], notices: [], changes: [], writing: null } as const;
const against = (field: GroupField, code: LiaisonProblemCode, params: Problem["params"] = {}) => ({
  ...problem(code, params),
  field,
});
const refused = (problems: readonly DirectoryRowProblem<GroupField>[]): Judged => ({
  ...nothing,
  outcome: "refused",
  problems,
});
const keyOf = ({ name, territory }: Pick<GroupFacts, "name" | "territory">): string =>
  `${territory} ${foldCode(name).value}`;
const toFacts = ({ name, territory, one, members }: GroupFacts): GroupFacts => ({
  ...{ name, territory, one },
  members: [...members],
});

/** The posts that the row names, or why they are not known. */
function findPeople(
  { one, members }: GroupRowFacts,
  names: MemberNames,
): { readonly posts: readonly string[]; readonly problems: readonly DirectoryRowProblem<GroupField>[] } {
  const problems: DirectoryRowProblem<GroupField>[] = [];
  const find = (field: GroupField, text: string): string[] => {
    const found = names.find(text);
    if (found.length === 1) return [...found];
    const code = found.length === 0 ? "group/member-unknown" : "group/member-ambiguous";
    problems.push(against(field, code, { text, count: found.length }));
    return [];
  };
  const posts = [...find("one", one), ...members.flatMap((text) => find("members", text))];
  if (problems.length === 0 && new Set(posts).size !== posts.length)
    problems.push(against("members", "group/member-twice"));
  return { posts, problems };
}

/**
 * One outcome for each row, in the order of the sheet. `records` are all that stand; `names` are those of the day's
 * directory.
 *
 * @example
 * const names = createMemberNames([{ post: "d1", name: "岑晚舟", unit: "", title: "" }, { post: "d2", name: "叶听澜", unit: "", title: "" }]);
 * const facts = { name: "望澜联络群", territory: "990106001", one: "岑晚舟", members: ["叶听澜"], from: null };
 * planGroupImport({ rows: [{ row: 2, facts }], records: [], today: "2026-11-24", names })[0].writing.added;
 * // => [{ facts: { name: "望澜联络群", territory: "990106001", one: "d1", members: ["d2"] }, from: "2026-11-24", to: null, of: null }]
 */
export function planGroupImport({
  rows,
  records,
  today,
  names,
}: {
  readonly rows: readonly { readonly row: number; readonly facts: GroupRowFacts }[];
  readonly records: readonly GroupRecord[];
  readonly today: PlainDate;
  readonly names: MemberNames;
}): readonly GroupRowOutcome[] {
  const byGroup = new Map<string, GroupRecord[]>();
  for (const record of records) byGroup.set(record.group, [...(byGroup.get(record.group) ?? []), record]);
  const known = new Map<string, GroupRecord[]>();
  for (const standing of byGroup.values()) {
    const present = findPresentRecord(standing, today);
    if (present !== undefined) known.set(keyOf(present), [...(known.get(keyOf(present)) ?? []), present]);
  }
  const seen = new Map<string, number>();
  return rows.map(({ row, facts }): GroupRowOutcome => {
    const key = keyOf(facts);
    const first = seen.get(key);
    if (first !== undefined)
      return { row, ...refused([against("groupName", "duty/twice-in-file", { row: first })]) };
    seen.set(key, row);
    const { posts, problems } = findPeople(facts, names);
    const [one, ...members] = posts;
    if (problems.length > 0 || one === undefined) return { row, ...refused(problems) };
    const next: GroupFacts = { name: facts.name, territory: facts.territory, one, members };
    const [record, another] = known.get(key) ?? [];
    if (another !== undefined) return { row, ...refused([against("groupName", "group/fits-several")]) };
    if (record === undefined) {
      const added = [{ facts: next, from: facts.from ?? today, to: null, of: null }];
      return { row, ...nothing, outcome: "created", writing: { group: null, superseded: [], added } };
    }
    return {
      row,
      ...revise({ next, record, from: facts.from, standing: byGroup.get(record.group) ?? [], names }),
    };
  });
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...a].sort().join() === [...b].sort().join();

function revise({
  next,
  record,
  from: written,
  standing,
  names,
}: {
  readonly next: GroupFacts;
  readonly record: GroupRecord;
  readonly from: PlainDate | null;
  readonly standing: readonly GroupRecord[];
  readonly names: MemberNames;
}): Judged {
  const nameAll = (posts: readonly string[]) => posts.map((post) => names.write(post)).join("、");
  const changes: DirectoryChange[] = [
    ...(next.one === record.one
      ? []
      : [{ field: "one", before: nameAll([record.one]), after: nameAll([next.one]) }]),
    ...(isSameSet(next.members, record.members)
      ? []
      : [{ field: "members", before: nameAll(record.members), after: nameAll(next.members) }]),
  ];
  const from = written ?? record.from;
  if (changes.length === 0 && from >= record.from) {
    const notices = from > record.from ? [against("from", "duty/since", { from: record.from })] : [];
    return { ...nothing, outcome: "unchanged", notices };
  }
  const before = standing.find((one) => one.from >= from && one.from < record.from);
  if (before !== undefined)
    return refused([
      against("from", "duty/before-holder", { name: before.name, from: before.from, day: from }),
    ]);
  if (record.to !== null && from >= record.to) return refused([against("from", "duty/ended-already")]);
  if (from !== record.from) changes.push({ field: "from", before: record.from, after: from });
  const change = planPostChange<GroupFacts>({
    standing: standing.map((one) => ({ id: one.id, facts: toFacts(one), from: one.from, to: one.to })),
    ...{ from, until: record.to, facts: next },
  });
  return { ...nothing, outcome: "updated", changes, writing: { group: record.group, ...change } };
}
