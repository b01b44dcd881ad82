// The register as of one day: every establishment with its grade, official, duty and gaps, computed once by the domain
// from the records of both times. Every list, count and table that depends on a day reads it, so that a number and the
// rows behind it cannot disagree.
import {
  type ArmRecord,
  type AssignmentRecord,
  type DatedFact,
  type Duty,
  type DutyEstablishment,
  type DutyQuestion,
  type DutyVisit,
  deriveAnswering,
  deriveDuties,
  type Establishment,
  type EstablishmentFacts,
  type EstablishmentState,
  type FrequencyRule,
  findArmOn,
  findGaps,
  findRecordOn,
  type GapOfficial,
  type Gaps,
  type GradeLevels,
  isKnownOn,
  noReach,
  type Official,
  type PairingGrade,
  type PlainDate,
  type Reach,
  type RiskGrade,
  reachesPlace,
  type TerritoryTree,
  type TwoTimes,
  toBusinessArm,
  type Waiver,
  windowOf,
} from "@shian/domain";
import { findFactsOn, listPlaces } from "./facts-on.js";
import { findOverloadOn } from "./office-rules.js";
import { findPostOn, groupPosts } from "./post-on.js";

/** Records of one establishment's past, as they are stored. */
export type OfEstablishment<R> = R & { readonly establishment: string };
export type GradeRecord = OfEstablishment<
  DatedFact<PairingGrade> & { readonly ruleId: string; readonly schemeId: string }
>;
export type RiskRecord = OfEstablishment<
  DatedFact<RiskGrade> & { readonly source: string; readonly basis: string }
>;

/** An establishment with the keys that it is found and sorted by; in a picture with the facts and state of its day. */
export type StoredEstablishment = Establishment & {
  readonly sortKey: string;
  readonly searchText: string;
  readonly updatedAt: string;
  /** First day of these facts, null: always; and the office's day on which they became known, null: always. */
  readonly factsFrom: PlainDate | null;
  readonly factsKnown: PlainDate | null;
};

/** The establishment as contracts have it, without what only the picture keeps. */
export const toEstablishment = ({
  sortKey,
  searchText,
  updatedAt,
  factsFrom,
  factsKnown,
  ...establishment
}: StoredEstablishment): Establishment => establishment;

export type StoredOfficial = Official & { readonly sortKey: string; readonly searchText: string };
/** A post of an official as recorded. */
export type PostRecord = GapOfficial & Pick<Official, "unit" | "post">;

/** Everything that the picture is made of. */
export type PictureRecords = {
  readonly establishments: readonly StoredEstablishment[];
  readonly past: readonly OfEstablishment<DatedFact<EstablishmentFacts>>[];
  readonly states: readonly OfEstablishment<DatedFact<EstablishmentState>>[];
  readonly grades: readonly GradeRecord[];
  readonly riskGrades: readonly RiskRecord[];
  readonly officials: readonly StoredOfficial[];
  readonly posts: readonly PostRecord[];
  readonly assignments: readonly AssignmentRecord[];
  readonly visits: readonly DutyVisit[];
  readonly waivers: readonly Waiver[];
  readonly arms: readonly OfEstablishment<ArmRecord>[];
};

/** What the office has set. */
export type OfficeRules = {
  readonly territory: string;
  readonly frequency: readonly FrequencyRule[];
  readonly levels: readonly GradeLevels[];
  readonly overload: readonly {
    readonly from: PlainDate;
    readonly above: { readonly [level: string]: number };
  }[];
  readonly firstRoundStart: PlainDate;
};

export type PictureEstablishment = {
  readonly facts: StoredEstablishment;
  readonly state: EstablishmentState;
  readonly grade: GradeRecord | null;
  readonly risk: RiskRecord | null;
  /** All its records, those that were corrected since among them. */
  readonly grades: readonly GradeRecord[];
  readonly risks: readonly RiskRecord[];
  readonly official: { readonly id: string; readonly from: PlainDate } | null;
  /** The business's own arm: all its records. */
  readonly arm: readonly OfEstablishment<ArmRecord>[];
  /** Duty in the window that holds the day, and in the one that ended last before it. */
  readonly running: Duty;
  readonly ended: Duty;
};

/** Establishments of a picture by their ids. */
export type ById = Pick<ReadonlyMap<string, PictureEstablishment>, "get" | "has" | "keys">;

export type Picture = {
  /** What of the register is in it. */
  readonly reach: Reach;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  readonly rules: OfficeRules;
  readonly tree: TerritoryTree;
  readonly establishments: readonly PictureEstablishment[];
  /** Where in the list, and in the question's, an establishment stands. */
  readonly places: ReadonlyMap<string, number>;
  readonly byId: ById;
  readonly officials: ReadonlyMap<string, StoredOfficial>;
  readonly inPost: ReadonlySet<string>;
  readonly gaps: Gaps;
  /** The duty question without its period and what was done, for periods other than the running one. */
  readonly question: Omit<DutyQuestion, "period" | "visits" | "waivers">;
  readonly done: Done;
};

/** Visits and waivers of each establishment of a whole picture, by its place there; shared by the views of it. */
export type Done = {
  readonly places: ReadonlyMap<string, number>;
  readonly visits: readonly (readonly DutyVisit[])[];
  readonly waivers: readonly (readonly Waiver[])[];
};

function groupByEstablishment<R extends { readonly establishment: string }>(
  records: readonly R[],
): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const group = groups.get(record.establishment);
    if (group === undefined) groups.set(record.establishment, [record]);
    else group.push(record);
  }
  return groups;
}

/** The picture of the day `asOf`, as known at the end of the day `knownOn`. */
export function composePicture(input: {
  readonly records: PictureRecords;
  /** As it stands on the day `asOf`. */
  readonly tree: TerritoryTree;
  readonly rules: OfficeRules;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}): Picture {
  const { records, tree, rules, asOf, knownOn } = input;
  const states = groupByEstablishment(records.states);
  const grades = groupByEstablishment(records.grades);
  const risks = groupByEstablishment(records.riskGrades);
  const assignments = groupByEstablishment(records.assignments);
  const arms = groupByEstablishment(records.arms);

  const past = groupByEstablishment(records.past);
  const posts = groupPosts(records.posts);

  const reach: Reach = { ...noReach, territories: [rules.territory], unplaced: true };
  const isOwn = rememberPlaces((place) => reachesPlace({ reach, tree, place }));
  const days = { asOf, knownOn };
  const own = records.establishments.flatMap((present): StoredEstablishment[] => {
    const facts = findFactsOn(present, { past: past.get(present.id), states: states.get(present.id) }, days);
    return facts !== undefined && isOwn(facts.place) ? [facts] : [];
  });
  const presentById = new Map(records.establishments.map((present) => [present.id, present]));
  const dutyEstablishments = own.map(
    (facts): DutyEstablishment => ({
      id: facts.id,
      states: states.get(facts.id) ?? [],
      grades: grades.get(facts.id) ?? [],
      riskGrades: risks.get(facts.id) ?? [],
      places: listPlaces(presentById.get(facts.id) ?? facts, past.get(facts.id)),
      officials: (assignments.get(facts.id) ?? []).map(({ official, ...times }) => ({
        ...times,
        value: official,
      })),
    }),
  );
  const question = {
    establishments: dutyEstablishments,
    rules: rules.frequency,
    posts: records.posts,
    levels: rules.levels,
    asOf,
    knownOn,
  };
  const { visits, waivers } = records;
  const asked = { ...question, visits, waivers };
  const running = deriveDuties({ ...asked, period: windowOf({ date: asOf, window: "quarter" }).period });
  const ended = deriveDuties({ ...asked, period: "ended-last" });
  const answering = deriveAnswering({
    assignments: records.assignments,
    officials: records.posts,
    on: asOf,
    knownOn,
  });

  const establishments = own.flatMap((facts, index): PictureEstablishment[] => {
    const [now, before] = [running[index], ended[index]];
    if (now === undefined || before === undefined) return [];
    return [
      {
        facts,
        state: facts.state,
        grade: findRecordOn(grades.get(facts.id) ?? [], asOf, knownOn) ?? null,
        risk: findRecordOn(risks.get(facts.id) ?? [], asOf, knownOn) ?? null,
        grades: grades.get(facts.id) ?? [],
        risks: risks.get(facts.id) ?? [],
        arm: arms.get(facts.id) ?? [],
        official: toAnswer(answering.byEstablishment.get(facts.id)),
        running: now,
        ended: before,
      },
    ];
  });
  const gaps = findGaps({
    establishments: establishments
      .filter((one) => one.state === "active")
      .map(({ facts, grade }) => ({
        id: facts.id,
        place: facts.place,
        grade: grade?.value ?? null,
        activeSince: facts.stateSince,
        gradeSince: grade?.from,
      })),
    officials: records.posts,
    assignments: records.assignments,
    levels: rules.levels,
    territory: tree,
    overloadAbove: findOverloadOn(rules.overload, asOf),
    arms: new Map(
      establishments.map(({ facts, arm }) => [facts.id, toBusinessArm(facts, findArmOn(arm, asOf, knownOn))]),
    ),
    asOf,
    knownOn,
  });
  const places = createPlaces(establishments);
  return {
    reach,
    asOf,
    knownOn,
    rules,
    tree,
    establishments,
    places,
    byId: createById(establishments, places),
    officials: new Map(
      records.officials.map((official) => [official.id, findPostOn(official, posts.get(official.id), days)]),
    ),
    inPost: answering.inPost,
    gaps,
    question,
    done: { places, visits: alignWith(establishments, visits), waivers: alignWith(establishments, waivers) },
  };
}

/** Records by the establishment that stands at the same place of the list. */
function alignWith<R extends { readonly establishment: string }>(
  establishments: readonly PictureEstablishment[],
  records: readonly R[],
): readonly (readonly R[])[] {
  const groups = groupByEstablishment(records);
  return establishments.map(({ facts }) => groups.get(facts.id) ?? []);
}

/** Where each establishment stands in the list. */
export const createPlaces = (establishments: readonly PictureEstablishment[]): ReadonlyMap<string, number> =>
  new Map(establishments.map(({ facts }, index) => [facts.id, index]));

/** Looks establishments up in the list. The places are shared by every picture that has the same ones in it. */
export const createById = (
  establishments: readonly PictureEstablishment[],
  places: ReadonlyMap<string, number>,
): ById => ({
  get: (id) => {
    const place = places.get(id);
    return place === undefined ? undefined : establishments[place];
  },
  has: (id) => places.has(id),
  keys: () => places.keys(),
});

/** Asks once for each place: a register has a hundred times as many establishments as places. */
export function rememberPlaces(ask: (place: string | null) => boolean): (place: string | null) => boolean {
  const known = new Map<string | null, boolean>();
  return (place) => {
    const answer = known.get(place) ?? ask(place);
    known.set(place, answer);
    return answer;
  };
}

/** Records as known at the end of the day, the latest first. */
export const listKnown = <R extends TwoTimes>(records: readonly R[], knownOn: PlainDate): readonly R[] =>
  records.filter((record) => isKnownOn(record, knownOn)).sort((a, b) => (a.from < b.from ? 1 : -1));

const toAnswer = (answer: { readonly official: string; readonly from: PlainDate } | undefined) =>
  answer === undefined ? null : { id: answer.official, from: answer.from };

/** What the question about duties has of an establishment. */
export const findQuestioned = ({ places, question }: Picture, id: string): DutyEstablishment | undefined => {
  const place = places.get(id);
  return place === undefined ? undefined : question.establishments[place];
};
