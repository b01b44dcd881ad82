// Where the responsibility chain is broken on a day, for the office and for the units that must mend it.
// Source: rules §3 "Gaps"; level for grade F1-03…F1-08 (N); overload: a national cap was not found (✗), so the
// threshold is data of the office (F1-24…F1-29).
import type { GradeLetter, PairingGrade } from "../grading/grade.schema.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, problem } from "../kernel/result.js";
import type { Level } from "../territory/territory.schema.js";
import type { Containment } from "./allocation.js";
import type { ChainProblemCode } from "./chain.problem.js";
import { findRecordOn, isKnownOn } from "./dated-fact.js";
import { type AssignmentRecord, deriveAnswering, type OfficialRecord } from "./derive-chain-on.js";
import { type BusinessArm, findArmGap } from "./find-arm-gap.js";
import { findGradeLevels, type GradeLevels } from "./level-for-grade.js";
import { type GapKind, gapKinds } from "./official.schema.js";

/** An establishment that is active on the day of the question. */
export type GapEstablishment = {
  readonly id: string;
  readonly place: string | null;
  readonly grade: PairingGrade | null;
  /** First day of its present active spell. */
  readonly activeSince?: PlainDate | undefined;
  /** First day of its present grade and of its present place, where known. */
  readonly gradeSince?: PlainDate | undefined;
  readonly placeSince?: PlainDate | undefined;
};

/**
 * A post of an official as recorded: one that changed level or jurisdiction has a record for each; those without a
 * record on the day are seen as having left.
 */
export type GapOfficial = OfficialRecord & {
  readonly level: Level;
  readonly jurisdictions: readonly string[];
};

/** What an official has signed by the day of the question, derived by the concept `commitment`. */
export type CommitmentStanding = {
  readonly standing: "valid" | "outdated" | "none";
  /** Whether the present content of the list annexed to it is acknowledged. */
  readonly annexAcknowledged: boolean;
  /** First day on which it was no longer so, where known. */
  readonly since?: PlainDate | undefined;
};

/** One gap: what is missing or wrong, for whom, since when (null where the records do not tell). */
export type Gap = {
  readonly kind: GapKind;
  readonly establishment: string | null;
  readonly official: string | null;
  readonly since: PlainDate | null;
  readonly reason: Problem<ChainProblemCode>;
};

/** All gaps in the order of kinds, then of ids, and how many there are of each kind. */
export type Gaps = { readonly gaps: readonly Gap[]; readonly counts: { readonly [K in GapKind]: number } };

/**
 * The gaps of the chain on the day `asOf`: active establishments with nobody, with an official of the wrong level or
 * whose jurisdiction does not hold them, officials without a valid commitment or whose list is not acknowledged,
 * officials with more establishments than the alert threshold of their level, officials in their post without any, and
 * establishments whose own arm is incomplete.
 *
 * A broken assignment counts to its official until it is ended; one assignment can be both of the wrong level and
 * outside the jurisdiction. An establishment without a grade can have nobody, but no wrong level; one without a place
 * is outside every jurisdiction only when it has an official. An official who has left answers for nobody from that
 * day. `overloadAbove` is the largest load that raises no alarm; a level that is absent has no threshold. Assignments
 * of establishments that are not in the input count in no load. Only officials with an establishment need a commitment;
 * an unacknowledged list is no gap of its own while the commitment is missing. Without `commitments` or `arms` those
 * kinds are not looked for; an official or establishment absent from them has none.
 *
 * @example
 * findGaps({
 *   establishments: [{ id: "e1", place: "990106001001", grade: pairingGrades[3], activeSince: "2026-03-01" }],
 *   officials: [],
 *   assignments: [],
 *   levels: defaultGradeLevels,
 *   territory: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   asOf: "2026-11-24",
 * }).gaps[0]?.since; // => "2026-03-01"
 */
export function findGaps(input: {
  readonly establishments: readonly GapEstablishment[];
  readonly officials: readonly GapOfficial[];
  readonly assignments: readonly AssignmentRecord[];
  readonly levels: readonly GradeLevels[];
  readonly territory: Containment;
  readonly overloadAbove?: { readonly [L in Level]?: number | undefined } | undefined;
  readonly commitments?: ReadonlyMap<string, CommitmentStanding> | undefined;
  readonly arms?: ReadonlyMap<string, BusinessArm> | undefined;
  readonly asOf: PlainDate;
  readonly knownOn?: PlainDate | undefined;
}): Gaps {
  const { asOf, knownOn = asOf } = input;
  const levels = findGradeLevels(input.levels, asOf);
  const officials = findPosts(input.officials, asOf, knownOn);
  const answering = deriveAnswering({
    assignments: input.assignments,
    officials: input.officials,
    on: asOf,
    knownOn,
  });
  const lastEnd = findLastEnds(input.assignments, answering.left, asOf, knownOn);
  const loads = new Map<string, number>();
  const containing = new Map<string, readonly string[]>();
  const listContaining = (place: string | null): readonly string[] => {
    if (place === null) return [];
    const found = containing.get(place) ?? [place, ...input.territory.ancestorsOf(place)];
    containing.set(place, found);
    return found;
  };
  const gaps: Gap[] = [];
  for (const establishment of [...input.establishments].sort(byId)) {
    if (input.arms !== undefined) {
      const code = findArmGap(input.arms.get(establishment.id) ?? noArm);
      if (code !== undefined) gaps.push(brokenArm(establishment, code));
    }
    const answer = answering.byEstablishment.get(establishment.id);
    const official = answer === undefined ? undefined : officials.get(answer.official);
    if (answer === undefined || official === undefined) {
      gaps.push(nobody(establishment, answering.left.get(establishment.id), lastEnd.byEstablishment));
      continue;
    }
    loads.set(official.id, (loads.get(official.id) ?? 0) + 1);
    const expected = establishment.grade === null ? undefined : levels?.[establishment.grade as GradeLetter];
    const pair = { establishment: establishment.id, official: official.id };
    if (expected !== undefined && expected !== official.level) {
      gaps.push({
        kind: "wrong-level",
        ...pair,
        since: latest(answer.from, establishment.gradeSince, levels?.from, official.from),
        reason: problem("chain/wrong-level", { ...pair, expected, level: official.level }),
      });
    }
    if (!listContaining(establishment.place).some((code) => official.jurisdictions.includes(code))) {
      gaps.push({
        kind: "outside-jurisdiction",
        ...pair,
        since:
          establishment.placeSince === undefined
            ? null
            : latest(answer.from, establishment.placeSince, official.from),
        reason: problem("chain/outside-jurisdiction", { ...pair, place: establishment.place ?? "" }),
      });
    }
  }
  for (const official of [...officials.values()].sort(byId)) {
    const load = loads.get(official.id) ?? 0;
    const threshold = input.overloadAbove?.[official.level];
    if (load > 0 && input.commitments !== undefined) {
      const gap = findCommitmentGap(official.id, input.commitments.get(official.id));
      if (gap !== undefined) gaps.push(gap);
    }
    if (load === 0) {
      const since = latest(official.from, lastEnd.byOfficial.get(official.id)) ?? null;
      const reason = problem<ChainProblemCode>("chain/no-work", { official: official.id });
      gaps.push({ kind: "no-work", establishment: null, official: official.id, since, reason });
    } else if (threshold !== undefined && load > threshold) {
      const reason = problem<ChainProblemCode>("chain/overload", { official: official.id, load, threshold });
      gaps.push({ kind: "overload", establishment: null, official: official.id, since: null, reason });
    }
  }
  const order = (gap: Gap): number => gapKinds.indexOf(gap.kind);
  gaps.sort((a, b) => order(a) - order(b));
  return { gaps, counts: countGapKinds(gaps) };
}

/** How many gaps there are of each kind, kinds without any among them. */
export function countGapKinds(gaps: readonly Pick<Gap, "kind">[]): Gaps["counts"] {
  const counts = Object.fromEntries(gapKinds.map((kind) => [kind, 0])) as { [K in GapKind]: number };
  for (const { kind } of gaps) counts[kind] += 1;
  return counts;
}

const noArm: BusinessArm = { personInCharge: false, officers: 0, director: false, directorRequired: false };

/** The post of each official who is in one on the day, by id. */
function findPosts(
  records: readonly GapOfficial[],
  asOf: PlainDate,
  knownOn: PlainDate,
): ReadonlyMap<string, GapOfficial> {
  const posts = new Map<string, GapOfficial[]>();
  for (const record of records) {
    const list = posts.get(record.id);
    if (list === undefined) posts.set(record.id, [record]);
    else list.push(record);
  }
  const found = [...posts].flatMap(([id, own]): (readonly [string, GapOfficial])[] => {
    const post = findRecordOn(own, asOf, knownOn);
    return post === undefined ? [] : [[id, post]];
  });
  return new Map(found);
}

const brokenArm = (establishment: GapEstablishment, code: ChainProblemCode): Gap => ({
  kind: "business-arm",
  establishment: establishment.id,
  official: null,
  since: null,
  reason: problem(code, { establishment: establishment.id }),
});

/**
 * The gap of one official who answers for somebody: no valid commitment, or a list that is not acknowledged.
 *
 * @example
 * findCommitmentGap("o-1", { standing: "valid", annexAcknowledged: false })?.kind; // => "annex-unacknowledged"
 */
export function findCommitmentGap(official: string, signed: CommitmentStanding | undefined): Gap | undefined {
  const toGap = (kind: GapKind, code: ChainProblemCode): Gap => ({
    kind,
    establishment: null,
    official,
    since: signed?.since ?? null,
    reason: problem(code, { official }),
  });
  if (signed === undefined || signed.standing === "none")
    return toGap("no-commitment", "chain/no-commitment");
  if (signed.standing === "outdated") return toGap("no-commitment", "chain/commitment-outdated");
  if (!signed.annexAcknowledged) return toGap("annex-unacknowledged", "chain/annex-unacknowledged");
  return undefined;
}

function nobody(
  establishment: GapEstablishment,
  left: { readonly official: string; readonly since: PlainDate } | undefined,
  lastEnds: ReadonlyMap<string, PlainDate>,
): Gap {
  const reason: Problem<ChainProblemCode> =
    left !== undefined
      ? problem("chain/official-left", {
          establishment: establishment.id,
          official: left.official,
          since: left.since,
        })
      : problem(establishment.grade === null ? "chain/no-official-not-graded" : "chain/no-official", {
          establishment: establishment.id,
        });
  const since = latest(establishment.activeSince, left?.since, lastEnds.get(establishment.id)) ?? null;
  return { kind: "nobody", establishment: establishment.id, official: null, since, reason };
}

/** The last day on which an assignment ended, by establishment and by official. */
function findLastEnds(
  assignments: readonly AssignmentRecord[],
  left: ReadonlyMap<string, { readonly since: PlainDate }>,
  asOf: PlainDate,
  knownOn: PlainDate,
): {
  readonly byEstablishment: ReadonlyMap<string, PlainDate>;
  readonly byOfficial: ReadonlyMap<string, PlainDate>;
} {
  const byEstablishment = new Map<string, PlainDate>([...left].map(([id, { since }]) => [id, since]));
  const byOfficial = new Map<string, PlainDate>();
  const note = (map: Map<string, PlainDate>, key: string, day: PlainDate): void => {
    const known = map.get(key);
    if (known === undefined || day > known) map.set(key, day);
  };
  for (const assignment of assignments) {
    if (assignment.to === undefined || assignment.to === null || assignment.to > asOf) continue;
    if (assignment.to <= assignment.from || !isKnownOn(assignment, knownOn)) continue;
    note(byEstablishment, assignment.establishment, assignment.to);
    note(byOfficial, assignment.official, assignment.to);
  }
  return { byEstablishment, byOfficial };
}

const latest = (...days: (PlainDate | undefined)[]): PlainDate | null =>
  days.reduce<PlainDate | null>(
    (last, day) => (day !== undefined && (last === null || day > last) ? day : last),
    null,
  );

const byId = (a: { readonly id: string }, b: { readonly id: string }): number =>
  a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
