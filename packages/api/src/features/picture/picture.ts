// The register as of one day: every establishment with its grade, official, duty and gaps, computed once by the domain
// from the records of both times. Every list, count and table that depends on a day reads it, so that a number and the
// rows behind it cannot disagree.
import {
  type AssignmentRecord,
  createTerritoryTree,
  type DatedFact,
  type Duty,
  type DutyEstablishment,
  type DutyQuestion,
  type DutyVisit,
  deriveAnswering,
  deriveDuties,
  type Establishment,
  type EstablishmentState,
  type FrequencyRule,
  findGaps,
  findRecordOn,
  type Gaps,
  type GradeLevels,
  listShippedTerritories,
  noReach,
  reachesPlace,
  type Official,
  type PairingGrade,
  type PlainDate,
  type Reach,
  type RiskGrade,
  type Territory,
  type TerritoryTree,
  toPlainDate,
  type Waiver,
  windowOf,
} from "@shian/domain";

/** Records of one establishment's past, as they are stored. */
export type OfEstablishment<R> = R & { readonly establishment: string };
export type GradeRecord = OfEstablishment<
  DatedFact<PairingGrade> & { readonly ruleId: string; readonly schemeId: string }
>;
export type RiskRecord = OfEstablishment<
  DatedFact<RiskGrade> & { readonly source: string; readonly basis: string }
>;

/** An establishment with the keys that it is found and sorted by. */
export type StoredEstablishment = Establishment & {
  readonly sortKey: string;
  readonly searchText: string;
  readonly updatedAt: string;
};
export type StoredOfficial = Official & { readonly sortKey: string; readonly searchText: string };

/** Everything that the picture is made of. */
export type PictureRecords = {
  readonly territories: readonly Territory[];
  readonly establishments: readonly StoredEstablishment[];
  readonly states: readonly OfEstablishment<DatedFact<EstablishmentState>>[];
  readonly grades: readonly GradeRecord[];
  readonly riskGrades: readonly RiskRecord[];
  readonly officials: readonly StoredOfficial[];
  readonly assignments: readonly AssignmentRecord[];
  readonly visits: readonly DutyVisit[];
  readonly waivers: readonly Waiver[];
};

/** What the office has set. */
export type OfficeRules = {
  readonly territory: string;
  readonly frequency: readonly FrequencyRule[];
  readonly levels: readonly GradeLevels[];
  readonly overloadAbove: { readonly [level: string]: number };
  readonly firstRoundStart: PlainDate;
};

export type PictureEstablishment = {
  readonly facts: StoredEstablishment;
  readonly state: EstablishmentState;
  readonly grade: GradeRecord | null;
  readonly risk: RiskRecord | null;
  readonly official: { readonly id: string; readonly from: PlainDate } | null;
  /** Duty in the window that holds the day, and in the one that ended last before it. */
  readonly running: Duty;
  readonly ended: Duty;
};

export type Picture = {
  /** What of the register is in it. */
  readonly reach: Reach;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
  readonly rules: OfficeRules;
  readonly tree: TerritoryTree;
  readonly establishments: readonly PictureEstablishment[];
  readonly byId: ReadonlyMap<string, PictureEstablishment>;
  readonly officials: ReadonlyMap<string, StoredOfficial>;
  readonly inPost: ReadonlySet<string>;
  readonly gaps: Gaps;
  /** Grades of an establishment that stand today, the latest first. */
  readonly gradeHistory: (id: string) => readonly GradeRecord[];
  readonly riskHistory: (id: string) => readonly RiskRecord[];
  /** The duty question without its period, for periods other than the running one. */
  readonly question: Omit<DutyQuestion, "period">;
};

const always = toPlainDate("1900-01-01");

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
  readonly rules: OfficeRules;
  readonly asOf: PlainDate;
  readonly knownOn: PlainDate;
}): Picture {
  const { records, rules, asOf, knownOn } = input;
  const tree = createTerritoryTree({ nodes: [...listShippedTerritories(), ...records.territories], asOf });
  const states = groupByEstablishment(records.states);
  const grades = groupByEstablishment(records.grades);
  const risks = groupByEstablishment(records.riskGrades);
  const assignments = groupByEstablishment(records.assignments);

  const reach: Reach = { ...noReach, territories: [rules.territory], unplaced: true };
  const own = records.establishments.filter(({ place }) => reachesPlace({ reach, tree, place }));
  const dutyEstablishments = own.map(
    ({ id, place }): DutyEstablishment => ({
      id,
      states: states.get(id) ?? [],
      grades: grades.get(id) ?? [],
      riskGrades: risks.get(id) ?? [],
      places: place === null ? [] : [{ value: place, from: always }],
      officials: (assignments.get(id) ?? []).map(({ official, ...times }) => ({ ...times, value: official })),
    }),
  );
  const question = {
    establishments: dutyEstablishments,
    visits: records.visits,
    waivers: records.waivers,
    rules: rules.frequency,
    posts: records.officials,
    levels: rules.levels,
    asOf,
    knownOn,
  };
  const running = deriveDuties({ ...question, period: windowOf({ date: asOf, window: "quarter" }).period });
  const ended = deriveDuties({ ...question, period: "ended-last" });
  const answering = deriveAnswering({
    assignments: records.assignments,
    officials: records.officials,
    on: asOf,
    knownOn,
  });

  const establishments = own.flatMap((facts, index): PictureEstablishment[] => {
    const [now, before] = [running[index], ended[index]];
    if (now === undefined || before === undefined) return [];
    return [
      {
        facts,
        state: findRecordOn(states.get(facts.id) ?? [], asOf, knownOn)?.value ?? facts.state,
        grade: findRecordOn(grades.get(facts.id) ?? [], asOf, knownOn) ?? null,
        risk: findRecordOn(risks.get(facts.id) ?? [], asOf, knownOn) ?? null,
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
    officials: records.officials,
    assignments: records.assignments,
    levels: rules.levels,
    territory: tree,
    overloadAbove: rules.overloadAbove,
    asOf,
    knownOn,
  });
  return {
    reach,
    asOf,
    knownOn,
    rules,
    tree,
    establishments,
    byId: new Map(establishments.map((one) => [one.facts.id, one])),
    officials: new Map(records.officials.map((official) => [official.id, official])),
    inPost: answering.inPost,
    gaps,
    gradeHistory: (id) => listStanding(grades.get(id)),
    riskHistory: (id) => listStanding(risks.get(id)),
    question,
  };
}

const listStanding = <
  R extends { readonly from: PlainDate; readonly recordedTo?: PlainDate | null | undefined },
>(
  records: readonly R[] = [],
): readonly R[] =>
  records
    .filter(({ recordedTo }) => recordedTo === undefined || recordedTo === null)
    .sort((a, b) => (a.from < b.from ? 1 : -1));

const toAnswer = (answer: { readonly official: string; readonly from: PlainDate } | undefined) =>
  answer === undefined ? null : { id: answer.official, from: answer.from };
