// The list of establishments that is the annex of a commitment, and its versions: for the official who must have seen
// the present one. Source: rules §3 ("each change of content makes a new annex version").
import { type DatedFact, findRecordOn, isKnownOn, type TwoTimes } from "../chain/dated-fact.js";
import type { OfficialRecord } from "../chain/derive-chain-on.js";
import type { PairingGrade } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { toCanonicalJson } from "../record/canonical-json.js";
import type { EstablishmentState } from "../registry/establishment.schema.js";

/** One line: the content is who is answered for, and at which grade. Names and addresses may be corrected within it. */
export type AnnexLine = { readonly establishment: string; readonly grade: PairingGrade | null };

/** A version of the list, from the day on which it took this form. */
export type AnnexVersion = {
  readonly version: number;
  readonly from: PlainDate;
  readonly lines: readonly AnnexLine[];
};

/** An establishment that the official answers or answered for, with its records of both times. */
export type AnnexEstablishment = {
  readonly id: string;
  readonly officials: readonly DatedFact<string>[];
  readonly states: readonly DatedFact<EstablishmentState>[];
  readonly grades: readonly DatedFact<PairingGrade>[];
  /** Its state where no record tells; `active` when absent. */
  readonly state?: EstablishmentState | undefined;
};

/**
 * The canonical text of a list, which its hash is of: the same for every order of the lines.
 *
 * @example
 * toAnnexText([{ establishment: "e-2", grade: null }, { establishment: "e-1", grade: null }]);
 * // => '[{"establishment":"e-1","grade":null},{"establishment":"e-2","grade":null}]'
 */
export const toAnnexText = (lines: readonly AnnexLine[]): string =>
  toCanonicalJson(
    sortLines(lines).map(({ establishment, grade }) => ({ establishment, grade: grade as string | null })),
  );

const sortLines = (lines: readonly AnnexLine[]): readonly AnnexLine[] =>
  [...lines].sort((a, b) => (a.establishment < b.establishment ? -1 : 1));

/**
 * Every version of the official's list up to the day `asOf`, as known at the end of the day `knownOn`, the first first.
 *
 * A list holds the active establishments that the official answers for; the official out of the post has none. Versions
 * begin with the first list that holds anything; one that falls empty later is a version too. Only what changes the
 * content makes one: an establishment more or fewer, or another grade.
 *
 * @example
 * deriveAnnexVersions({
 *   official: "o-1",
 *   posts: [{ id: "o-1", from: "2025-01-01" }],
 *   establishments: [
 *     { id: "e-1", officials: [{ value: "o-1", from: "2026-01-05", to: "2026-03-01" }], states: [], grades: [] },
 *   ],
 *   asOf: "2026-11-24",
 *   knownOn: "2026-11-24",
 * }).map(({ version, from, lines }) => [version, from, lines.length]); // => [[1, "2026-01-05", 1], [2, "2026-03-01", 0]]
 */
export function deriveAnnexVersions(input: {
  readonly official: string;
  readonly posts: readonly OfficialRecord[];
  readonly establishments: readonly AnnexEstablishment[];
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}): readonly AnnexVersion[] {
  const { official, establishments, asOf, knownOn } = input;
  const posts = input.posts.filter(({ id }) => id === official);
  const days = new Set<PlainDate>();
  const note = (records: readonly TwoTimes[]): void => {
    for (const record of records) {
      if (!isKnownOn(record, knownOn)) continue;
      for (const day of [record.from, record.to])
        if (day !== undefined && day !== null && day <= asOf) days.add(day);
    }
  };
  note(posts);
  for (const { officials, states, grades } of establishments) {
    note(officials);
    note(states);
    note(grades);
  }
  const versions: AnnexVersion[] = [];
  let before = "[]";
  for (const day of [...days].sort()) {
    const lines = sortLines(listLines({ official, posts, establishments, on: day, knownOn }));
    const text = toAnnexText(lines);
    if (text === before) continue;
    versions.push({ version: versions.length + 1, from: day, lines });
    before = text;
  }
  return versions;
}

function listLines(input: {
  readonly official: string;
  readonly posts: readonly OfficialRecord[];
  readonly establishments: readonly AnnexEstablishment[];
  readonly on: PlainDate;
  readonly knownOn: PlainDate;
}): AnnexLine[] {
  const { official, posts, establishments, on, knownOn } = input;
  if (findRecordOn(posts, on, knownOn) === undefined) return [];
  return establishments.flatMap(({ id, officials, states, grades, state = "active" }): AnnexLine[] => {
    if (findRecordOn(officials, on, knownOn)?.value !== official) return [];
    if ((findRecordOn(states, on, knownOn)?.value ?? state) !== "active") return [];
    return [{ establishment: id, grade: findRecordOn(grades, on, knownOn)?.value ?? null }];
  });
}

/** That the official said to have seen a list. */
export type Acknowledgement = { readonly hash: string; readonly on: PlainDate };

/**
 * Whether the present version was acknowledged: the same content, on or after the day on which it took this form. An
 * official without any list has nothing to acknowledge.
 *
 * @example
 * isAnnexAcknowledged({ current: { from: "2026-03-01", hash: "aa" }, acknowledgements: [{ hash: "aa", on: "2026-02-01" }] });
 * // => false
 */
export const isAnnexAcknowledged = (input: {
  readonly current: { readonly from: PlainDate; readonly hash: string } | undefined;
  readonly acknowledgements: readonly Acknowledgement[];
}): boolean => {
  const { current } = input;
  return (
    current === undefined ||
    input.acknowledgements.some(({ hash, on }) => hash === current.hash && on >= current.from)
  );
};
