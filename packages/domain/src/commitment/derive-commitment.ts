// Whether an official stands bound by a commitment on a day, and why no longer: for the office that counts signing.
// Source: rules §3 (outdated when post, level or jurisdiction changes or its term ends; strict form on every change of
// the list).
import { isInForceOn, isKnownOn, type TwoTimes } from "../chain/dated-fact.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { Level } from "../territory/territory.schema.js";
import type { CommitmentProblemCode } from "./commitment.problem.js";
import type { EndReason, SigningStanding } from "./commitment.schema.js";

/** A commitment as recorded. */
export type CommitmentRecord = TwoTimes & {
  readonly id: string;
  readonly year: number;
  readonly post: string;
  readonly level: Level;
  readonly jurisdictions: readonly string[];
  readonly annexHash: string;
  readonly endedBecause?: EndReason | null | undefined;
};

/** What of an official a commitment is compared with. */
export type CommittedPost = {
  readonly post: string;
  readonly level: Level;
  readonly jurisdictions: readonly string[];
};

/** The standing, the commitment that it rests on, and every reason why it no longer binds. */
export type DerivedCommitment = {
  readonly standing: SigningStanding;
  readonly commitment: string | null;
  readonly reasons: readonly Problem<CommitmentProblemCode>[];
};

/**
 * The standing of one official on the day `asOf`, as known at the end of the day `knownOn`.
 *
 * `valid`: one commitment in force that names the present post, level and jurisdictions (in any order), and, with
 * `strict`, the present list. `outdated`: there is one that began, but none is valid; the reasons are those of the one
 * that began last. `none`: none has begun. A commitment signed for the next year binds from its first day on.
 *
 * @example
 * deriveCommitment({
 *   records: [{ id: "c-1", year: 2026, from: "2026-01-08", to: "2027-01-01", post: "主任", level: "village",
 *     jurisdictions: ["990106001003"], annexHash: "aa" }],
 *   official: { post: "书记", level: "village", jurisdictions: ["990106001003"] },
 *   annexHash: "aa", strict: false, asOf: "2026-11-24", knownOn: "2026-11-24",
 * }).reasons; // => [{ code: "commitment/post-changed", params: { before: "主任", after: "书记" } }]
 */
export function deriveCommitment(input: {
  readonly records: readonly CommitmentRecord[];
  readonly official: CommittedPost;
  readonly annexHash: string;
  readonly strict: boolean;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}): DerivedCommitment {
  const { asOf, knownOn } = input;
  const begun = input.records
    .filter((record) => isKnownOn(record, knownOn) && record.from <= asOf)
    .sort((a, b) => compareText(b.from, a.from) || compareText(b.recordedFrom ?? "", a.recordedFrom ?? ""));
  const [latest] = begun;
  if (latest === undefined) return { standing: "none", commitment: null, reasons: [] };
  const faults = (record: CommitmentRecord) => listFaults(record, input);
  const valid = begun.find((record) => faults(record).length === 0);
  if (valid !== undefined) return { standing: "valid", commitment: valid.id, reasons: [] };
  // Of several that began on one day the one with the fewest faults tells most.
  const [best = latest] = begun
    .filter(({ from }) => from === latest.from)
    .sort((a, b) => faults(a).length - faults(b).length);
  return { standing: "outdated", commitment: best.id, reasons: faults(best) };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function listFaults(
  record: CommitmentRecord,
  { official, annexHash, strict, asOf }: Parameters<typeof deriveCommitment>[0],
): readonly Problem<CommitmentProblemCode>[] {
  const faults: Problem<CommitmentProblemCode>[] = [];
  if (!isInForceOn(record, asOf)) {
    const { endedBecause = null, to } = record;
    const since = to ?? record.from;
    faults.push(
      endedBecause === null
        ? problem("commitment/term-ended", { year: record.year, since })
        : problem(`commitment/ended-${endedBecause}`, { since }),
    );
  }
  if (record.post !== official.post)
    faults.push(problem("commitment/post-changed", { before: record.post, after: official.post }));
  if (record.level !== official.level)
    faults.push(problem("commitment/level-changed", { level: official.level }));
  if (!isSameSet(record.jurisdictions, official.jurisdictions))
    faults.push(problem("commitment/jurisdiction-changed"));
  if (strict && record.annexHash !== annexHash) faults.push(problem("commitment/list-changed"));
  return faults;
}

const isSameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const known = new Set(a);
  return known.size === new Set(b).size && b.every((code) => known.has(code));
};

/**
 * The term of a commitment signed on a day for a year: from the signing, or the first of that year when it is signed
 * before, to the end of the year. A year that has passed is refused by the caller: nothing binds backwards.
 *
 * @example
 * toTerm({ year: 2027, signedOn: "2026-12-18" }); // => { from: "2027-01-01", to: "2028-01-01" }
 */
export const toTerm = ({ year, signedOn }: { readonly year: number; readonly signedOn: PlainDate }) => {
  const first = `${year}-01-01` as PlainDate;
  return { from: signedOn > first ? signedOn : first, to: `${year + 1}-01-01` as PlainDate };
};
