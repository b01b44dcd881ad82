// Training plans: their list, one of them with its counts, who has completed it; making, changing, withdrawing one.
import {
  checkSessionDays,
  checkTrainingPlan,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  refuseAll,
  type TrainingPlanDetail,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { getTree } from "../territory/territory.service.js";
import { concerns, createAudience, mayChange, namePlace, officialKeys } from "./audience.js";
import {
  type Progress,
  readProgress,
  standingOf,
  stands,
  toPlanRow,
  toSessionViews,
  wasMade,
} from "./plan-progress.service.js";
import { staleOf } from "./stale.js";
import {
  findPlan,
  insertKept,
  listPlans,
  listSessions,
  type StoredPlan,
  updateKept,
} from "./training.repo.js";
import { withdraw } from "./withdraw.service.js";

const isInYear = ({ content: { from, to } }: StoredPlan, year: number | undefined): boolean =>
  year === undefined || (from <= `${year}-12-31` && to >= `${year}-01-01`);

/** Plans that who asks has to do with, the latest first. */
export async function listTrainingPlans(
  call: Call,
  input: OperationArguments<"training.plans">,
): Promise<Result<OperationOutput<"training.plans">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const { code } = scope.value;
  const plans = (await listPlans(call.db, picture.knownOn)).filter(
    (plan) => wasMade(plan, picture) && stands(plan, picture) && isInYear(plan, input.year),
  );
  const progress = await readProgress(call, picture, plans, code, createAudience(picture, code));
  const rows = progress
    .filter(({ plan, invited }) => concerns(picture, plan.territory, invited))
    .map((one) => toPlanRow(picture, one))
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? -1 : 1) : a.from > b.from ? -1 : 1));
  return ok({ rows });
}

/** A plan that who asks has to do with, as the days have it. */
export async function openPlan(
  call: Call,
  id: string,
  days: Parameters<typeof getPicture>[1],
  territory?: string,
): Promise<Result<{ readonly picture: Picture; readonly progress: Progress; readonly within: string }>> {
  const picture = await getPicture(call, days);
  const scope = findScope(picture, territory);
  if (!scope.ok) return scope;
  const within = scope.value.code;
  const plan = await findPlan(call.db, id, picture.knownOn);
  if (plan === undefined || !wasMade(plan, picture)) return refuse("request/not-found", { id });
  const [progress] = await readProgress(call, picture, [plan], within);
  if (progress === undefined || !concerns(picture, plan.territory, progress.invited))
    return refuse("request/not-found", { id });
  return ok({ picture, progress, within });
}

export async function getTrainingPlan(
  call: Call,
  input: OperationArguments<"training.plan">,
): Promise<Result<TrainingPlanDetail>> {
  const opened = await openPlan(call, input.id, input);
  if (!opened.ok) return opened;
  const { picture, progress, within } = opened.value;
  const { sessions, table, credits, plan } = progress;
  return ok({
    plan: toPlanRow(picture, progress),
    sessions: await toSessionViews(call, picture, sessions, credits),
    levels: [...table.levels],
    territories: table.places.map(({ place, ...count }) => ({
      code: place,
      name: namePlace(picture, place, within),
      ...count,
    })),
    mayChange: mayChange(call, picture, plan.territory),
  });
}

/** Officials of a plan: those with something left to do first. */
export async function listTrainingPeople(
  call: Call,
  input: OperationArguments<"training.people">,
): Promise<Result<OperationOutput<"training.people">>> {
  const opened = await openPlan(call, input.plan, input, input.territory);
  if (!opened.ok) return opened;
  const { invited, minutes, credits, plan } = opened.value.progress;
  const words = (input.search ?? "").trim().toLowerCase();
  const required = plan.content.requiredMinutes;
  const rows = invited
    .map(({ official }) => ({ official, minutes: minutes.get(official.id) ?? 0 }))
    .filter(
      ({ official, minutes: sum }) =>
        (input.standing === undefined || standingOf(sum, required) === input.standing) &&
        (input.level === undefined || official.level === input.level) &&
        official.searchText.includes(words),
    );
  const page = pageRows({
    rows,
    sortBy: [({ minutes: sum }) => (sum >= required ? 1 : 0), ...officialKeys],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  return ok({
    ...page.value,
    rows: page.value.rows.map(({ official, minutes: sum }) => ({
      official: official.id,
      name: official.name,
      unit: official.unit,
      post: official.post,
      level: official.level,
      standing: standingOf(sum, required),
      minutes: sum,
      last:
        credits
          .filter((credit) => credit.official === official.id)
          .map(({ on }) => on)
          .sort()
          .at(-1) ?? null,
    })),
  });
}

/** Whether what is kept for the territory may be changed by who asks. */
export async function mayWriteFor(call: ChangeCall, territory: string): Promise<boolean> {
  const tree = await getTree(call, call.today);
  const reaches = await createPlaceCheck(call, tree);
  return tree.find(territory) !== undefined && reaches(territory);
}

/** A plan that who asks may change. */
export async function openOwnPlan(call: ChangeCall, id: string): Promise<Result<StoredPlan>> {
  const plan = await findPlan(call.db, id);
  if (plan === undefined || !(await mayWriteFor(call, plan.territory)))
    return refuse("request/not-found", { id });
  return plan.withdrawnOn === null ? ok(plan) : refuse("training/withdrawn");
}

export async function savePlan(
  call: ChangeCall,
  { id, version, plan }: OperationArguments<"training.savePlan">,
): Promise<Result<OperationOutput<"training.savePlan">>> {
  const faults = checkTrainingPlan(plan);
  if (faults.length > 0) return refuseAll([...faults]);
  if (!(await mayWriteFor(call, plan.territory))) return refuse("request/not-found", { id: plan.territory });
  const by = { at: call.now, by: nameOf(call) };
  const fields = [
    { field: "title", before: null as string | null, after: plan.title },
    { field: "days", before: null as string | null, after: `${plan.from} – ${plan.to}` },
  ];
  if (id === undefined) {
    const fresh = call.deps.newId();
    await insertKept(call.db, "plan", { id: fresh, territory: plan.territory, content: plan }, by);
    call.record({ objectKind: "training-plan", objectId: fresh, what: "created", fields });
    return ok({ id: fresh, version: 1 });
  }
  const known = await openOwnPlan(call, id);
  if (!known.ok) return known;
  // Its sessions and their results lie where it does.
  if (known.value.territory !== plan.territory) return refuse("training/territory-fixed");
  const change = { content: plan };
  if (known.value.version !== version) return staleOf(known.value);
  const sessions = (await listSessions(call.db, [id])).filter(({ withdrawnOn }) => withdrawnOn === null);
  const outside = sessions.find(({ content }) => checkSessionDays(content, plan).length > 0);
  if (outside !== undefined) return refuseAll([...checkSessionDays(outside.content, plan)]);
  if (!(await updateKept(call.db, "plan", { id, version }, change, by))) return staleOf(known.value);
  const { content } = known.value;
  const before = [content.title, `${content.from} – ${content.to}`];
  call.record({
    objectKind: "training-plan",
    objectId: id,
    what: "changed",
    fields: fields.map((field, at) => ({ ...field, before: before[at] ?? null })),
  });
  return ok({ id, version: version + 1 });
}

export const withdrawPlan = async (
  call: ChangeCall,
  input: OperationArguments<"training.withdrawPlan">,
): Promise<Result<OperationOutput<"training.withdrawPlan">>> =>
  withdraw(call, "plan", await openOwnPlan(call, input.id), input);
