// How far plans have come: their sessions, what of them is credited to whom, and the counts.
import {
  measureTraining,
  type PlainDate,
  sumCredits,
  type TrainingPlanRow,
  type TrainingSessionView,
  type TrainingStanding,
  type TrainingTable,
  toOfficeDay,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { compareByParts } from "../picture/page-rows.js";
import { listKnown, type Picture } from "../picture/picture.js";
import { type AudienceOf, createAudience, type Invited, namePlace } from "./audience.js";
import { listCredits, listTests, type StoredCredit, type StoredTest } from "./credit.repo.js";
import { listSessions, type StoredPlan, type StoredSession } from "./training.repo.js";
import { findFiles } from "./training-file.repo.js";

/** A plan with everything that its pages count. */
export type Progress = {
  readonly plan: StoredPlan;
  readonly sessions: readonly StoredSession[];
  readonly invited: readonly Invited[];
  /** That hold on the picture's day as known on the other. */
  readonly credits: readonly StoredCredit[];
  readonly minutes: ReadonlyMap<string, number>;
  readonly table: TrainingTable;
};

type Days = { readonly asOf: PlainDate; readonly knownOn: PlainDate };

/** Whether it was there, as known on the day. */
export const wasMade = ({ createdOn }: { readonly createdOn: PlainDate }, { knownOn }: Days): boolean =>
  createdOn <= knownOn;

/** Whether it stood: it was not withdrawn by then. */
export const stands = (
  { withdrawnOn }: { readonly withdrawnOn: PlainDate | null },
  { knownOn }: Days,
): boolean => withdrawnOn === null || withdrawnOn > knownOn;

/** Credits in force on the day as known on the other. */
export const creditsOn = (credits: readonly StoredCredit[], { asOf, knownOn }: Days) =>
  listKnown(credits, knownOn).filter(({ on }) => on <= asOf);

/** Tries handed in by the day, as known on the other: one is recorded on the day on which it is handed in. */
export const testsOn = (tests: readonly StoredTest[], { asOf, knownOn }: Days): readonly StoredTest[] =>
  tests.filter(({ submittedAt }) => {
    if (submittedAt === null) return false;
    const on = toOfficeDay(Date.parse(submittedAt));
    return on <= asOf && on <= knownOn;
  });

const groupBy = <R>(rows: readonly R[], keyOf: (row: R) => string): ReadonlyMap<string, readonly R[]> => {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
};

/** The progress of the plans as the picture's days have it, among those whom who asks sees within the territory. */
export async function readProgress(
  call: Call,
  picture: Picture,
  plans: readonly StoredPlan[],
  within: string,
  audienceOf: AudienceOf = createAudience(picture, within),
): Promise<readonly Progress[]> {
  const sessions = (
    await listSessions(
      call.db,
      plans.map(({ id }) => id),
      picture.knownOn,
    )
  ).filter((session) => wasMade(session, picture) && stands(session, picture));
  const credits = creditsOn(
    await listCredits(
      call.db,
      sessions.map(({ id }) => id),
    ),
    picture,
  );
  const sessionsOf = groupBy(sessions, ({ plan }) => plan);
  const creditsOf = groupBy(credits, ({ session }) => session);
  return plans.map((plan) => {
    const own = sessionsOf.get(plan.id) ?? [];
    const invited = audienceOf(plan.content, plan.content.to);
    const ids = new Set(invited.map(({ official }) => official.id));
    const taken = own
      .flatMap(({ id }) => creditsOf.get(id) ?? [])
      .filter(({ official }) => ids.has(official));
    const minutes = sumCredits(taken, new Map(own.map(({ id, content }) => [id, content.minutes])));
    const table = measureTraining(
      invited.map(({ official, place }) => ({ official: official.id, level: official.level, place })),
      { minutes, required: plan.content.requiredMinutes },
    );
    return { plan, sessions: own, invited, credits: taken, minutes, table };
  });
}

/** How an official stands to a plan by the minutes credited. */
export const standingOf = (minutes: number, required: number): TrainingStanding =>
  minutes >= required ? "completed" : minutes > 0 ? "begun" : "none";

export const toPlanRow = (picture: Picture, { plan, sessions, table }: Progress): TrainingPlanRow => ({
  ...plan.content,
  id: plan.id,
  territoryName: namePlace(picture, plan.territory, plan.territory),
  version: plan.version,
  withdrawn: !stands(plan, picture),
  sessions: sessions.length,
  offered: sessions.reduce((sum, { content }) => sum + content.minutes, 0),
  ...table.total,
});

/** Sessions as pages show them, in the order of their days. */
export async function toSessionViews(
  call: Call,
  picture: Picture,
  sessions: readonly StoredSession[],
  credits: readonly StoredCredit[],
): Promise<TrainingSessionView[]> {
  const fileOf = await findFiles(
    call.db,
    sessions.map(({ file }) => file),
  );
  const tests = testsOn(
    await listTests(
      call.db,
      sessions.map(({ id }) => id),
    ),
    picture,
  );
  const creditsOf = groupBy(credits, ({ session }) => session);
  const testsOf = groupBy(tests, ({ session }) => session);
  return [...sessions]
    .sort((a, b) => compareByParts(a, b, [firstDay, ({ id }) => id]))
    .map((session) => {
      const credited = new Set((creditsOf.get(session.id) ?? []).map(({ official }) => official));
      const tried = (testsOf.get(session.id) ?? []).filter(
        ({ official }) => !credited.has(official) && picture.officials.has(official),
      );
      return {
        id: session.id,
        plan: session.plan,
        ...session.content,
        file: fileOf(session.file),
        version: session.version,
        withdrawn: !stands(session, picture),
        credited: credited.size,
        tried: new Set(tried.map(({ official }) => official)).size,
      };
    });
}

const firstDay = ({ content: { held } }: StoredSession): string =>
  held.way === "on-site" ? `${held.on} ${held.begins}` : held.from;
