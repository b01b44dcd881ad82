// Decides what the rows of a sheet do to the directory: each is a new post, says what stands, corrects or changes what
// stands, makes the post change hands (the old holder ends the day before), or is refused with its reason. Posts that the
// sheet does not list stay as they are.
// Source: product G6 (certain that directories come by sheet); rules §1 "Two times" (certain); the rest is ours.
import { foldCode } from "../kernel/fold-code.js";
import { addDays, type PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import { maskPhone } from "../privacy/mask.js";
import type { DutyField } from "./directory-columns.js";
import type { DutyFacts, DutyKind } from "./duty-post.schema.js";
import type { LiaisonProblemCode } from "./liaison.problem.js";
import { type DutyMatch, type DutyRecord, matchDutyRows, type ReadDutyRow } from "./match-duty-rows.js";
import type { DirectoryRowProblem, DutyRowFacts } from "./parse-directory-row.js";
import { planPostChange } from "./plan-post-change.js";

/** What is written of a post; a number that is undefined stays that of the record `of`. */
export type DutyWriting = {
  /** Null: a new one. */
  readonly post: string | null;
  readonly kind: DutyKind;
  readonly superseded: readonly string[];
  readonly added: readonly {
    readonly facts: DutyFacts;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
    readonly of: string | null;
    readonly mobile: string | null | undefined;
  }[];
};

export type DirectoryChange = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** What becomes of a row of the sheet. */
export type DutyRowOutcome = {
  readonly row: number;
  readonly outcome: "created" | "updated" | "unchanged" | "refused";
  readonly problems: readonly DirectoryRowProblem<DutyField>[];
  readonly notices: readonly DirectoryRowProblem<DutyField>[];
  readonly changes: readonly DirectoryChange[];
  readonly writing: DutyWriting | null;
};

type Row = { readonly row: number; readonly facts: DutyRowFacts };
type Judged = Omit<DutyRowOutcome, "row">;

const nothing = { problems: [], notices: [], changes: [], writing: null } as const;
const against = (field: DutyField, code: LiaisonProblemCode, params: Problem["params"] = {}) => ({
  ...problem(code, params),
  field,
});
const refused = (...problems: readonly DirectoryRowProblem<DutyField>[]): Judged => ({
  ...nothing,
  outcome: "refused",
  problems,
});
const fold = (text: string): string => foldCode(text).value;
const toFacts = ({ name, unit, title, territories, officePhone, person }: DutyFacts): DutyFacts => ({
  ...{ name, unit, title, territories, officePhone, person },
});

export type DutyImport = {
  readonly rows: readonly Row[];
  /** All that stand of posts, ended ones too. */
  readonly records: readonly DutyRecord[];
  readonly today: PlainDate;
  /** The number kept with a record, in clear; asked only where a row has one. */
  readonly findMobile: (record: string) => string | null;
  /** Whether the office has such a pairing official. */
  readonly isOfficial: (name: string, unit: string | null) => boolean;
  readonly namePlaces: (codes: readonly string[]) => string;
};

/**
 * One outcome for each row, in the order of the sheet.
 *
 * @example
 * const record = { id: "r1", post: "d1", kind: "liaison", name: "岑晚舟", unit: "", title: "", territories: ["990106001"], officePhone: null, person: null, from: "2026-01-01", to: null };
 * const facts = { kind: "liaison", name: "叶听澜", unit: null, title: null, territories: ["990106001"], officePhone: null, mobile: null, from: "2026-12-01", replaces: null };
 * const [one] = planDutyImport({ rows: [{ row: 2, facts }], records: [record], today: "2026-11-24", findMobile: () => null, isOfficial: () => false, namePlaces: (codes) => codes.join() });
 * [one.outcome, one.writing.added.map(({ facts, from, to }) => [facts.name, from, to])]; // => ["updated", [["岑晚舟", "2026-01-01", "2026-12-01"], ["叶听澜", "2026-12-01", null]]]
 */
export function planDutyImport(input: DutyImport): readonly DutyRowOutcome[] {
  const { rows, records, today } = input;
  const judged = new Map<number, Judged>();
  const posts: ReadDutyRow[] = [];
  const seen = new Map<string, { readonly row: number; readonly unit: string | null }[]>();
  for (const { row, facts } of rows) {
    const { kind } = facts;
    if (kind === "official") {
      judged.set(row, judgeOfficial(input, facts));
      continue;
    }
    const key = `${kind} ${facts.territories.join(" ")} ${fold(facts.name)}`;
    const alike = seen.get(key) ?? [];
    const first = alike.find(
      ({ unit }) => unit === null || facts.unit === null || fold(unit) === fold(facts.unit),
    );
    seen.set(key, [...alike, { row, unit: facts.unit }]);
    if (first === undefined) posts.push({ row, facts: { ...facts, kind } });
    else judged.set(row, refused(against("name", "duty/twice-in-file", { row: first.row })));
  }
  const writtenBy = new Map<string, number>();
  const matches = matchDutyRows({ rows: posts, records, today });
  posts.forEach((read, at) => {
    const match = matches[at] ?? { is: "new" };
    const one = judge(input, read.facts, match);
    const post = one.writing?.post ?? null;
    const other = post === null ? undefined : writtenBy.get(post);
    // Two changes of one post in one sheet would each replace what the other wrote.
    judged.set(
      read.row,
      other === undefined ? one : refused(against("name", "duty/post-twice", { row: other })),
    );
    if (post !== null && other === undefined) writtenBy.set(post, read.row);
  });
  return rows.map(({ row }) => ({ row, ...(judged.get(row) ?? refused()) }));
}

/** The directory's file lists pairing officials beside the posts; they are kept by their own import. */
function judgeOfficial({ isOfficial }: DutyImport, { name, unit }: DutyRowFacts): Judged {
  return isOfficial(name, unit)
    ? { ...nothing, outcome: "unchanged" }
    : refused(against("kind", "duty/official-elsewhere"));
}

function judge(input: DutyImport, facts: ReadDutyRow["facts"], match: DutyMatch): Judged {
  if (match.is === "unclear")
    return refused({ ...match.problem, code: match.problem.code as LiaisonProblemCode, field: match.field });
  if (match.is === "new") return create(input, facts);
  const { post, record } = match;
  const standing = input.records
    .filter((one) => one.post === post)
    .map((one) => ({ id: one.id, facts: one, from: one.from, to: one.to }));
  return match.is === "same"
    ? revise(input, facts, record, standing)
    : handOn(input, facts, record, standing);
}

function create({ today }: DutyImport, facts: ReadDutyRow["facts"]): Judged {
  const { name, unit, title, territories, officePhone, mobile, from, kind } = facts;
  const added = { ...{ name, territories: [...territories], officePhone, person: null } };
  return {
    ...nothing,
    outcome: "created",
    writing: {
      post: null,
      kind,
      superseded: [],
      added: [
        {
          facts: { ...added, unit: unit ?? "", title: title ?? "" },
          ...{ from: from ?? today, to: null, of: null, mobile },
        },
      ],
    },
  };
}

type Standing = readonly {
  readonly id: string;
  readonly facts: DutyRecord;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}[];

const toWriting = (
  record: DutyRecord,
  facts: DutyFacts,
  mobile: string | null | undefined,
  change: ReturnType<typeof planPostChange<DutyFacts>>,
): DutyWriting => ({
  post: record.post,
  kind: record.kind,
  superseded: change.superseded,
  added: change.added.map((one) => {
    const isNew = one.of === null;
    return {
      facts: isNew ? facts : toFacts(one.facts),
      ...{ from: one.from, to: one.to },
      of: isNew && mobile === undefined ? record.id : one.of,
      mobile: isNew ? mobile : undefined,
    };
  }),
});

/** Who held the post before the record, and since when: a day at or before that would wipe them out. */
const findWipedOut = (standing: Standing, record: DutyRecord, day: PlainDate): DutyRecord | undefined =>
  standing.find(({ from }) => from >= day && from < record.from)?.facts;

/** The same holder: what the row says of them beside what stands. */
function revise(input: DutyImport, facts: DutyRowFacts, record: DutyRecord, standing: Standing): Judged {
  const { findMobile, namePlaces } = input;
  const mobile = facts.mobile === null ? undefined : facts.mobile;
  const kept = mobile === undefined ? null : findMobile(record.id);
  const revised: DutyFacts = {
    ...toFacts(record),
    unit: facts.unit ?? record.unit,
    title: facts.title ?? record.title,
    officePhone: facts.officePhone ?? record.officePhone,
    territories: [...facts.territories],
  };
  const changes: DirectoryChange[] = (["unit", "title", "officePhone"] as const).flatMap((field) =>
    revised[field] === record[field] ? [] : [{ field, before: record[field], after: revised[field] }],
  );
  const isMoved = [...record.territories].sort().join() !== facts.territories.join();
  if (isMoved)
    changes.push({
      field: "territories",
      before: namePlaces(record.territories),
      after: namePlaces(facts.territories),
    });
  if (mobile !== undefined && mobile !== kept)
    changes.push({
      field: "mobile",
      before: kept === null ? null : maskPhone(kept),
      after: maskPhone(mobile),
    });
  const isEarlier = facts.from !== null && facts.from < record.from;
  if (changes.length === 0 && !isEarlier) {
    const isLater = facts.from !== null && facts.from > record.from;
    const notices = isLater ? [against("from", "duty/since", { from: record.from })] : [];
    return { ...nothing, outcome: "unchanged", notices };
  }
  const from = facts.from ?? record.from;
  const before = findWipedOut(standing, record, from);
  if (before !== undefined)
    return refused(
      against("from", "duty/before-holder", { name: before.name, from: before.from, day: from }),
    );
  // A day at which the record still runs begins the change; a planned successor stays.
  const change = planPostChange<DutyFacts>({ standing, from, until: record.to, facts: revised });
  if (from !== record.from) changes.push({ field: "from", before: record.from, after: from });
  return { ...nothing, outcome: "updated", changes, writing: toWriting(record, revised, mobile, change) };
}

/** Another holder of the same post: unit, title and office phone are the post's, the mobile number and account are not. */
function handOn(input: DutyImport, facts: DutyRowFacts, record: DutyRecord, standing: Standing): Judged {
  const from = facts.from ?? input.today;
  if (from <= record.from)
    return refused(
      against("from", "duty/before-holder", { name: record.name, from: record.from, day: from }),
    );
  const next: DutyFacts = {
    name: facts.name,
    unit: facts.unit ?? record.unit,
    title: facts.title ?? record.title,
    officePhone: facts.officePhone ?? record.officePhone,
    territories: [...facts.territories],
    person: null,
  };
  const later = standing.map((one) => one.from).filter((day) => day > from);
  const until = later.sort()[0] ?? null;
  const changes: DirectoryChange[] = [
    { field: "name", before: record.name, after: next.name },
    ...(["unit", "title", "officePhone"] as const).flatMap((field) =>
      next[field] === record[field] ? [] : [{ field, before: record[field], after: next[field] }],
    ),
    ...(facts.mobile === null ? [] : [{ field: "mobile", before: null, after: maskPhone(facts.mobile) }]),
    { field: "from", before: record.from, after: from },
  ];
  const last = record.to !== null && record.to < from ? record.to : from;
  const notices = [against("name", "duty/follows", { name: record.name, to: addDays(last, -1) })];
  const change = planPostChange<DutyFacts>({ standing, from, until, facts: next });
  return {
    ...{ ...nothing, outcome: "updated", notices, changes },
    writing: toWriting(record, next, facts.mobile, change),
  };
}
