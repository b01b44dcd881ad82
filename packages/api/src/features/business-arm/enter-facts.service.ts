// Many reports and trainings at once, as a sheet brings them, and taking them back. Each supersedes what stood about the
// same, which is told, so that it can stand again.
import {
  type ControlKind,
  type ControlResult,
  type EndedControlFact,
  type FactOfTraining,
  foldName,
  type PlainDate,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { findCountyCodes } from "../registry/arm-people.service.js";
import {
  insertTrainings,
  keepReports,
  listStandingReports,
  listStandingTrainings,
  type StoredReport,
  type StoredTraining,
  supersedeReports,
  supersedeTrainings,
} from "./business-arm.repo.js";

/** A report or training that stands, with who recorded it. */
export type StandingReport = EndedControlFact & { readonly by: string };
export type StandingTraining = FactOfTraining & { readonly by: string };

const toReport = ({ kind, period, result, body, periodEnd, recordedBy }: StoredReport): StandingReport => ({
  kind: kind as ControlKind,
  period,
  result: result as ControlResult,
  text: body,
  last: periodEnd as PlainDate,
  by: recordedBy,
});
const toTraining = ({ personId, heldOn, quarters, topic, organiser, recordedBy }: StoredTraining) => ({
  person: personId,
  on: heldOn as PlainDate,
  quarters,
  topic,
  organiser,
  by: recordedBy,
});

/** What is reported for the periods of these establishments. */
export async function findStandingReports(
  call: Pick<Call, "db">,
  asked: readonly { readonly establishment: string; readonly period: string }[],
): Promise<(establishment: string, kind: string, period: string) => StandingReport | undefined> {
  const years = asked.map(({ period }) => Number(period.slice(0, 4)));
  const stored =
    years.length === 0
      ? []
      : await listStandingReports(call.db, [...new Set(asked.map(({ establishment }) => establishment))], {
          // A week belongs to the year of its Thursday and may end in the next one.
          first: `${Math.min(...years)}-01-01` as PlainDate,
          last: `${Math.max(...years) + 1}-01-07` as PlainDate,
        });
  const byKey = new Map(
    stored.map((report) => [`${report.establishmentId} ${report.kind} ${report.period}`, toReport(report)]),
  );
  return (establishment, kind, period) => byKey.get(`${establishment} ${kind} ${period}`);
}

type NewReport = EndedControlFact & { readonly establishment: string; readonly by?: string };

async function keep(call: ChangeCall, reports: readonly NewReport[]): Promise<readonly StandingReport[]> {
  const countyOf = await findCountyCodes(
    call.db,
    reports.map(({ establishment }) => establishment),
  );
  const stored = reports.map(({ establishment, kind, period, result, text, last, by = nameOf(call) }) => ({
    id: call.deps.newId(),
    countyCode: countyOf(establishment),
    establishmentId: establishment,
    kind,
    period,
    periodEnd: last,
    result,
    body: text,
    recordedBy: by,
    recordedAt: call.now,
  }));
  await keepReports(call.db, stored, call.now);
  return stored.map((report) => toReport({ ...report, supersededAt: null }));
}

/** Keeps reports as by the asker; gives them as they stand, in their order. */
export const enterReports = (
  call: ChangeCall,
  reports: readonly (EndedControlFact & { readonly establishment: string })[],
): Promise<readonly StandingReport[]> => keep(call, reports);

/** Reports no longer stand; those before them do again, as by who had recorded them. */
export async function takeBackReports(
  call: ChangeCall,
  changes: readonly {
    readonly establishment: string;
    readonly after: StandingReport;
    readonly before: StandingReport | null;
  }[],
): Promise<void> {
  await supersedeReports(
    call.db,
    changes.map(({ establishment, after: { kind, period } }) => ({
      establishmentId: establishment,
      kind,
      period,
    })),
    call.now,
  );
  await keep(
    call,
    changes.flatMap(({ establishment, before }) => (before === null ? [] : [{ establishment, ...before }])),
  );
}

const trainingKey = (establishment: string, person: string, on: string, topic: string): string =>
  `${establishment} ${person} ${on} ${foldName(topic)}`;

/** What is kept of trainings at these establishments; of several of one person, day and topic the one recorded last. */
export async function findStandingTrainings(
  call: Pick<Call, "db">,
  establishments: readonly string[],
): Promise<
  (establishment: string, person: string, on: string, topic: string) => StandingTraining | undefined
> {
  const byKey = await mapTrainings(call, establishments);
  return (...key) => {
    const stored = byKey.get(trainingKey(...key))?.at(-1);
    return stored === undefined ? undefined : toTraining(stored);
  };
}

async function mapTrainings({ db }: Pick<Call, "db">, establishments: readonly string[]) {
  const byKey = new Map<string, StoredTraining[]>();
  const stored = await listStandingTrainings(db, [...new Set(establishments)]);
  for (const one of [...stored].sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))) {
    const key = trainingKey(one.establishmentId, one.personId, one.heldOn, one.topic);
    const list = byKey.get(key) ?? [];
    byKey.set(key, list);
    list.push(one);
  }
  return byKey;
}

type NewTraining = FactOfTraining & { readonly establishment: string; readonly by?: string };

async function insert(
  call: ChangeCall,
  trainings: readonly NewTraining[],
): Promise<readonly StandingTraining[]> {
  const countyOf = await findCountyCodes(
    call.db,
    trainings.map(({ establishment }) => establishment),
  );
  const stored = trainings.map(
    ({ establishment, person, on, quarters, topic, organiser, by = nameOf(call) }) => ({
      id: call.deps.newId(),
      countyCode: countyOf(establishment),
      establishmentId: establishment,
      personId: person,
      heldOn: on,
      quarters,
      topic,
      organiser,
      recordedBy: by,
      recordedAt: call.now,
    }),
  );
  await insertTrainings(call.db, stored);
  return stored.map((training) => toTraining({ ...training, supersededAt: null }));
}

/** The one recorded last of the person, day and topic no longer stands. */
async function supersede(
  call: ChangeCall,
  trainings: readonly { readonly establishment: string; readonly training: FactOfTraining }[],
): Promise<void> {
  const byKey = await mapTrainings(
    call,
    trainings.map(({ establishment }) => establishment),
  );
  const ids = trainings.flatMap(
    ({ establishment, training: { person, on, topic } }) =>
      byKey.get(trainingKey(establishment, person, on, topic))?.at(-1)?.id ?? [],
  );
  await supersedeTrainings(call.db, ids, call.now);
}

/** Keeps trainings as by the asker, each in the place of what is named; gives them as they stand, in their order. */
export async function enterTrainings(
  call: ChangeCall,
  entered: readonly {
    readonly establishment: string;
    readonly before: StandingTraining | undefined;
    readonly fact: FactOfTraining;
  }[],
): Promise<readonly StandingTraining[]> {
  await supersede(
    call,
    entered.flatMap(({ establishment, before }) =>
      before === undefined ? [] : [{ establishment, training: before }],
    ),
  );
  return insert(
    call,
    entered.map(({ establishment, fact }) => ({ establishment, ...fact })),
  );
}

/** Trainings no longer stand; those before them do again, as by who had recorded them. */
export async function takeBackTrainings(
  call: ChangeCall,
  changes: readonly {
    readonly establishment: string;
    readonly after: StandingTraining;
    readonly before: StandingTraining | null;
  }[],
): Promise<void> {
  await supersede(
    call,
    changes.map(({ establishment, after }) => ({ establishment, training: after })),
  );
  await insert(
    call,
    changes.flatMap(({ establishment, before }) => (before === null ? [] : [{ establishment, ...before }])),
  );
}
