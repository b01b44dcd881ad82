// Visits: list them, say which count and why not; what is due, overdue, at risk; coverage.
import {
  type Checklist,
  checklistForForm,
  type Duty,
  type DutyRow,
  type EstablishmentDetail,
  findRecordOn,
  findReferenceDay,
  listVisitProblems,
  type OperationArguments,
  type OperationOutput,
  ok,
  PlainDate,
  type Problem,
  type Result,
  refuse,
  toWindow,
  type Visit,
  type VisitRow,
} from "@shian/domain";
import * as z from "zod";
import type { Call } from "../../deps.js";
import { parseCursor, toCursor } from "../../storage/cursor.js";
import { derivePeriod } from "../picture/duties-along.js";
import { pageRows } from "../picture/page-rows.js";
import { findQuestioned, type Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope, type Scope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { getTree } from "../territory/territory.service.js";
import { composeRunningCoverage, findRunningPeriod, layOut } from "./coverage.views.js";
import { findVisit, listVisits } from "./visit.repo.js";

/** Why a visit does not count, by who answered and how risky the establishment was on the day it was made. */
function judge(picture: Picture, visit: Visit) {
  const history = findQuestioned(picture, visit.establishment);
  const on = <T>(facts: readonly { readonly value: T; readonly from: PlainDate }[]): T | null =>
    findRecordOn(facts, visit.madeOn, picture.knownOn)?.value ?? null;
  return listVisitProblems({
    visit,
    pairingOfficial: on(history?.officials ?? []),
    riskGrade: on(history?.riskGrades ?? []),
  });
}

/** A visit as lists show it: with names, and why it does not count. */
export function toVisitRow(picture: Picture, visit: Visit): VisitRow {
  const one = picture.byId.get(visit.establishment);
  const problems = judge(picture, visit);
  return {
    ...visit,
    establishmentName: one?.facts.name ?? "",
    officialName: picture.officials.get(visit.official)?.name ?? "",
    placeName: one === undefined ? "" : formatPlaceOf(picture, one),
    valid: problems.length === 0,
    problems: problems.map((reason) => nameOfficials(picture, reason)),
  };
}

/** The reason with the names of officials in place of their ids. */
export const nameOfficials = <Code extends string>(
  { officials }: Picture,
  { code, params }: Problem<Code>,
): Problem<Code> => ({
  code,
  params: Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, officials.get(String(value))?.name ?? value]),
  ),
});

const MOST_ON_A_PAGE = 200;

/** The visits of an establishment, the latest first. */
export async function listVisitsOf(
  call: Call,
  picture: Picture,
  establishment: string,
): Promise<EstablishmentDetail["visits"]> {
  const visits = await listVisits(
    call.db,
    { establishment, to: picture.asOf, knownOn: picture.knownOn },
    MOST_ON_A_PAGE,
  );
  return visits.map((visit) => {
    const row = toVisitRow(picture, visit);
    return {
      id: visit.id,
      madeOn: visit.madeOn,
      mode: visit.mode,
      official: row.officialName,
      valid: row.valid,
      no: visit.answers.filter(({ answer }) => answer === "no").length,
    };
  });
}

export async function getChecklist(
  call: Call,
  input: OperationArguments<"visit.checklist">,
): Promise<Result<Checklist>> {
  const one = (await getPicture(call)).byId.get(input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  return ok(checklistForForm({ form: one.facts.form }));
}

/** How many visits a filter keeps; the picture knows them all, and the database would have to look at each. */
export function countVisits(
  { done, knownOn }: Picture,
  establishments: Scope["establishments"],
  {
    establishment,
    official,
    from,
    to,
  }: Partial<Pick<OperationArguments<"visit.list">, "establishment" | "official" | "from" | "to">>,
): number {
  let count = 0;
  for (const { facts } of establishments) {
    if (establishment !== undefined && facts.id !== establishment) continue;
    const place = done.places.get(facts.id);
    for (const visit of place === undefined ? [] : (done.visits[place] ?? []))
      if (
        visit.recordedOn <= knownOn &&
        (official === undefined || visit.official === official) &&
        (from === undefined || visit.madeOn >= from) &&
        (to === undefined || visit.madeOn <= to)
      )
        count += 1;
  }
  return count;
}

const CursorKey = z.tuple([PlainDate, z.string()]);

export async function listVisitPage(
  call: Call,
  input: OperationArguments<"visit.list">,
): Promise<Result<OperationOutput<"visit.list">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const key = parseCursor(input.cursor, CursorKey);
  if (!key.ok) return key;
  const { establishments } = scope.value;
  // The database looks at every visit that the filter leaves, so it is told where a small part of the register lies.
  const isMost = establishments.length * 2 > picture.done.places.size;
  const before = key.value === undefined ? undefined : { madeOn: key.value[0], id: key.value[1] };
  const filter = {
    ...input,
    knownOn: picture.knownOn,
    establishments:
      isMost && scope.value.code === picture.rules.territory
        ? undefined
        : establishments.map(({ facts }) => facts.id),
    before,
  };
  const found = await listVisits(call.db, filter, input.limit + 1);
  const shown = found.slice(0, input.limit);
  const last = shown.at(-1);
  return ok({
    rows: shown.map((visit) => toVisitRow(picture, visit)),
    next: found.length > input.limit && last !== undefined ? toCursor([last.madeOn, last.id]) : null,
    total: countVisits(picture, establishments, input),
  });
}

export async function getVisit(
  call: Call,
  input: OperationArguments<"visit.get">,
): Promise<Result<OperationOutput<"visit.get">>> {
  const picture = await getPicture(call);
  const visit = await findVisit(call.db, input.id);
  const one = visit === undefined ? undefined : picture.byId.get(visit.establishment);
  if (visit === undefined || one === undefined) return refuse("request/not-found", { id: input.id });
  return ok({ visit: toVisitRow(picture, visit), checklist: checklistForForm({ form: one.facts.form }) });
}

function toDutyRow(picture: Picture, duty: Duty): DutyRow | undefined {
  const one = picture.byId.get(duty.establishment);
  if (one === undefined || duty.window === null || duty.daysLeft === null) return undefined;
  const official = duty.official === null ? undefined : picture.officials.get(duty.official);
  return {
    establishment: one.facts.id,
    name: one.facts.name,
    grade: duty.grade,
    placeName: formatPlaceOf(picture, one),
    official: official === undefined ? null : { id: official.id, name: official.name, unit: official.unit },
    state: duty.state,
    window: duty.window.period,
    windowEnd: duty.window.last,
    daysLeft: duty.daysLeft,
    lastVisit: duty.lastVisit,
    late: duty.late,
  };
}

/** The duties of the scope in a period; without one, overdue means the window that ended last, all else the running. */
function findDuties(
  picture: Picture,
  scope: Scope,
  input: OperationArguments<"visit.duties">,
): readonly Duty[] {
  const inside = new Set(scope.establishments.map(({ facts }) => facts.id));
  const states = new Set(input.states);
  const all =
    input.period === undefined
      ? [
          ...scope.establishments.map(({ running }) => running).filter(({ state }) => state !== "overdue"),
          ...scope.establishments.map(({ ended }) => ended).filter(({ state }) => state === "overdue"),
        ]
      : derivePeriod(picture, input.period).filter((duty) => inside.has(duty.establishment));
  return all.filter(
    (duty) =>
      states.has(duty.state) &&
      (input.grades === undefined || (duty.grade !== null && input.grades.includes(duty.grade))) &&
      (input.official === undefined || (duty.official ?? "") === input.official),
  );
}

export async function listDuties(
  call: Call,
  input: OperationArguments<"visit.duties">,
): Promise<Result<OperationOutput<"visit.duties">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const duties = findDuties(picture, scope.value, input).filter(
    ({ establishment, window, daysLeft }) =>
      window !== null && daysLeft !== null && picture.byId.has(establishment),
  );
  const placeOf = ({ establishment }: Duty): string => {
    const one = picture.byId.get(establishment);
    return one === undefined ? "" : formatPlaceOf(picture, one);
  };
  const page = pageRows({
    rows: duties,
    sortBy: [
      ({ window }) => window?.last ?? "",
      ({ grade }) => grade ?? "E",
      placeOf,
      ({ establishment }) => establishment,
    ],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({ ...page.value, rows: page.value.rows.flatMap((duty) => toDutyRow(picture, duty) ?? []) });
}

/** The coverage of a period (the running quarter when absent) in the territory, by child territory and official. */
export async function measureCoverageOf(
  call: Call,
  input: OperationArguments<"coverage.measure">,
): Promise<Result<OperationOutput<"coverage.measure">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const period = input.period ?? findRunningPeriod(picture);
  if (period === findRunningPeriod(picture)) return ok(composeRunningCoverage(picture, scope.value, input));
  const inside = new Set(scope.value.establishments.map(({ facts }) => facts.id));
  const duties = derivePeriod(picture, period).filter((duty) => inside.has(duty.establishment));
  const day = findReferenceDay({ window: toWindow(period), asOf: picture.asOf });
  const tree = day === picture.asOf ? picture.tree : await getTree(call, day, picture.knownOn);
  return ok(layOut({ ...picture, tree }, scope.value, period, duties, input.officials));
}
