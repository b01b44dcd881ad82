// A business's own arm as its page and its own phone show it: people, training, controls.
import {
  type ArmPersonView,
  type ArmView,
  type ControlKind,
  controlKinds,
  controlWindowOf,
  defaultControlForms,
  findArmGap,
  findArmOn,
  isKnownOn,
  listExpectedControls,
  measureControls,
  needsFoodSafetyDirector,
  type OperationArguments,
  ok,
  type PlainDate,
  parseControlPeriod,
  problem,
  type Result,
  refuse,
  sumTraining,
  toBusinessArm,
  toPlainDate,
  trainingHoursInYear,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { showArmMobiles } from "../personal/arm-phones.service.js";
import { findQuestioned } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { listReports, listTrainings, type StoredReport } from "./business-arm.repo.js";

const latest = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

const hasBegun = ({ kind, period }: StoredReport, asOf: PlainDate): boolean => {
  const window = parseControlPeriod(kind as ControlKind, period);
  return window.ok && window.value.first <= asOf;
};

/** What is shown of what was not reported, the latest first. */
const MOST_MISSING = 60;
const MOST_RECENT = 40;

export const toReportView = (report: StoredReport): ArmView["controls"]["recent"][number] => ({
  kind: report.kind as ArmView["controls"]["recent"][number]["kind"],
  period: report.period,
  result: report.result as ArmView["controls"]["recent"][number]["result"],
  text: report.body,
  at: report.recordedAt,
  by: report.recordedBy,
});

export async function showArm(call: Call, input: OperationArguments<"arm.get">): Promise<Result<ArmView>> {
  const picture = await getPicture(call, input);
  const one = picture.byId.get(input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  const { facts, arm } = one;
  const { asOf, knownOn } = picture;
  const year = Number(asOf.slice(0, 4));
  const month = controlWindowOf("monthly", asOf);
  const recentFrom = toPlainDate(shiftMonth(month.first, -1));
  const [trainings, reports, mobiles] = await Promise.all([
    listTrainings(call.db, { first: toPlainDate(`${year}-01-01`), last: asOf, knownOn }, facts.id),
    // A report is sent for a period that has begun: the month that contains the day is the longest of them.
    listReports(call.db, facts.id, {
      first: recentFrom,
      last: latest(month.last, controlWindowOf("weekly", asOf).last),
      knownOn,
    }).then((sent) => sent.filter((report) => hasBegun(report, asOf))),
    showArmMobiles(call, facts.id),
  ]);
  const inPost = findArmOn(arm, asOf, knownOn);
  const people = inPost.map(({ person, role, name, from, to }) => ({
    person,
    role,
    name,
    from,
    to: to ?? null,
  }));
  const training = sumTraining({
    people,
    trainings: trainings.map(({ personId, heldOn, quarters }) => ({
      person: personId,
      on: heldOn as PlainDate,
      quarters,
    })),
    year,
  });
  const hours = new Map(training.people.map(({ person, hours: sum }) => [person, sum]));
  const toView = (person: (typeof people)[number]): ArmPersonView => ({
    ...person,
    mobile: mobiles.get(person.person) ?? null,
    hours: person.role === "person-in-charge" ? null : (hours.get(person.person) ?? 0),
  });
  const former = arm
    .filter(
      (post) => isKnownOn(post, knownOn) && post.to !== null && post.to !== undefined && post.to <= asOf,
    )
    .map(({ person, role, name, from, to }) => ({ person, role, name, from, to: to ?? null }));
  const need = needsFoodSafetyDirector(facts);
  const gap = findArmGap(toBusinessArm(facts, inPost));
  const question = {
    states: findQuestioned(picture, facts.id)?.states ?? [],
    reports: reports.map(toReportView),
    first: recentFrom,
    last: month.last,
    asOf,
    knownOn,
  };
  const reporting = facts.form !== null && defaultControlForms.includes(facts.form);
  const missing = controlKinds.flatMap((kind) =>
    listExpectedControls(kind, question)
      .filter(({ result }) => result === null)
      .map(({ window: { period, last } }) => ({ kind, period, last })),
  );
  const names = new Map(arm.map(({ person, name }) => [person, name]));
  return ok({
    establishment: facts.id,
    name: facts.name,
    active: one.state === "active",
    people: people.map(toView),
    former: former.map(toView),
    gap: gap === undefined || one.state !== "active" ? null : problem(gap, { establishment: facts.id }),
    director: {
      required: need.required,
      clause: need.clause,
      sureness: need.sureness,
      reason: problem(
        `director-need/${need.reason}`,
        need.threshold === null ? {} : { threshold: need.threshold },
      ),
    },
    training: {
      year,
      required: trainingHoursInYear,
      rate: training.rate,
      rows: trainings.map(({ id, personId, heldOn, quarters, topic, organiser }) => ({
        id,
        person: personId,
        name: names.get(personId) ?? "",
        on: heldOn as PlainDate,
        hours: quarters / 4,
        topic,
        organiser,
      })),
    },
    controls: {
      reporting,
      month: month.period,
      tallies: measureControls({ ...question, first: month.first }),
      today: controlKinds.map((kind) => {
        const { period, first, last } = controlWindowOf(kind, asOf);
        const report = reports.find((known) => known.kind === kind && known.period === period);
        return { kind, period, first, last, report: report === undefined ? null : toReportView(report) };
      }),
      missing: missing
        .sort((a, b) => (a.last < b.last ? 1 : a.last > b.last ? -1 : 0))
        .slice(0, MOST_MISSING)
        .map(({ kind, period }) => ({ kind, period })),
      recent: reports.slice(0, MOST_RECENT).map(toReportView),
    },
  });
}

/** The first day of the month that many months later. */
function shiftMonth(first: PlainDate, by: number): string {
  const months = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + by;
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}-01`;
}
