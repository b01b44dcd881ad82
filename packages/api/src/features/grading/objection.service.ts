// The right of reply of a business to its grades: objections, their review and what a decision changes.
import {
  addWorkingDays,
  checkObjectionEntry,
  foldObjection,
  type GradeMark,
  listNextActs,
  type ObjectionDetail,
  type ObjectionEntry,
  type ObjectionRow,
  type OperationArguments,
  type OperationOutput,
  objectionWorkingDays,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { applyDecision } from "./apply-decision.service.js";
import {
  findObjection,
  insertObjectionEntry,
  listObjections,
  type StoredObjection,
} from "./objection.repo.js";

function toRow(
  call: Call,
  picture: Picture,
  one: PictureEstablishment,
  objection: StoredObjection,
): ObjectionRow | undefined {
  const folded = foldObjection(objection.entries);
  if (folded === undefined) return undefined;
  const { state, raised, decided } = folded;
  const deadline = addWorkingDays({ from: raised.on, days: objectionWorkingDays });
  return {
    id: objection.id,
    establishment: objection.establishment,
    name: one.facts.name,
    placeName: formatPlaceOf(picture, one),
    scale: objection.scale,
    state,
    grade: objection.present,
    asked: raised.grade,
    decided: decided?.grade ?? null,
    raisedOn: raised.on,
    raisedBy: raised.by,
    reason: raised.text,
    deadline: deadline.date,
    deadlineProvisional: deadline.provisional,
    overdue: state === "under-review" && call.today > deadline.date,
    next: [...listNextActs({ state, scale: objection.scale, roles: call.roles })],
    version: folded.next - 1,
  };
}

/** Those under review among what who asks sees, for the mark beside a grade. */
export async function listOpenObjections(call: Call): Promise<Result<OperationOutput<"objection.open">>> {
  const picture = await getPicture(call);
  const rows = (await listObjections(call.db)).filter(
    (objection) =>
      picture.byId.has(objection.establishment) && foldObjection(objection.entries)?.state === "under-review",
  );
  return ok({ rows: rows.map(({ establishment, scale }) => ({ establishment, scale })) });
}

export async function listObjectionRows(
  call: Call,
  input: OperationArguments<"objection.list">,
): Promise<Result<OperationOutput<"objection.list">>> {
  const picture = await getPicture(call);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const inside = new Map(scope.value.establishments.map((one) => [one.facts.id, one]));
  const { establishment, scale, states } = input;
  const stored = await listObjections(call.db, establishment === undefined ? undefined : [establishment]);
  const rows = stored.flatMap((objection) => {
    const one = inside.get(objection.establishment);
    const row = one === undefined ? undefined : toRow(call, picture, one, objection);
    const isAsked =
      row !== undefined &&
      (scale === undefined || row.scale === scale) &&
      (states === undefined || states.includes(row.state));
    return isAsked ? [row] : [];
  });
  // What waits comes first, by its deadline; then what was decided, the latest first.
  return pageRows({
    rows,
    sortBy: [
      ({ state }) => (state === "under-review" ? 0 : 1),
      ({ state, deadline, raisedOn }) =>
        state === "under-review"
          ? Number(deadline.replaceAll("-", ""))
          : -Number(raisedOn.replaceAll("-", "")),
      ({ id }) => id,
    ],
    cursor: input.cursor,
    limit: input.limit,
  });
}

async function toDetail(call: Call, objection: StoredObjection): Promise<Result<ObjectionDetail>> {
  const part = { establishments: [objection.establishment], officials: [] };
  const picture = call.isChange ? await getPartOfPicture(call, part) : await getPicture(call);
  const one = picture.byId.get(objection.establishment);
  const row = one === undefined ? undefined : toRow(call, picture, one, objection);
  if (row === undefined) return refuse("request/not-found", { id: objection.id });
  return ok({ row, entries: [...objection.entries], workingDays: objectionWorkingDays });
}

export async function getObjection(
  call: Call,
  { id }: { readonly id: string },
): Promise<Result<ObjectionDetail>> {
  const objection = await findObjection(call.db, id);
  return objection === undefined ? refuse("request/not-found", { id }) : toDetail(call, objection);
}

/** As what they enter it: the business itself before the office for it. */
const toRole = ({ roles }: Call): ObjectionEntry["role"] =>
  roles.includes("business") ? "business" : roles.includes("office") ? "office" : "regulator";

function note(
  call: ChangeCall,
  establishment: string,
  what: string,
  entry: ObjectionEntry,
  scale: string,
): void {
  call.record({
    objectKind: "establishment",
    objectId: establishment,
    what,
    fields: [
      { field: "gradeScale", before: null, after: scale },
      { field: "reason", before: null, after: entry.text },
      ...(entry.grade === null ? [] : [{ field: "grade", before: null, after: entry.grade }]),
    ],
  });
}

export async function raiseObjection(
  call: ChangeCall,
  input: OperationArguments<"objection.raise">,
): Promise<Result<ObjectionDetail>> {
  const { establishment, scale, asked, reason, receivedOn = call.today } = input;
  const picture = await getPartOfPicture(call, { establishments: [establishment], officials: [] });
  const one = picture.byId.get(establishment);
  if (one === undefined) return refuse("request/not-found", { id: establishment });
  const present: GradeMark | null = (scale === "pairing" ? one.grade?.value : one.risk?.value) ?? null;
  if (present === null) return refuse("objection/no-grade");
  if (asked === present) return refuse("objection/same-grade", { grade: asked });
  if (receivedOn > call.today) return refuse("objection/received-in-future", { on: receivedOn });
  const isOpen = (await listObjections(call.db, [establishment])).some(
    (other) => other.scale === scale && foldObjection(other.entries)?.state === "under-review",
  );
  if (isOpen) return refuse("objection/open-already");
  const objection = { id: call.deps.newId(), establishment, scale, present };
  const role = toRole(call);
  const entry: ObjectionEntry = {
    seq: 1,
    act: "raise",
    on: role === "business" ? call.today : receivedOn,
    by: nameOf(call),
    role,
    text: reason,
    grade: asked,
    from: null,
    to: null,
  };
  await add(call, objection, entry);
  note(call, establishment, "objection-raised", entry, scale);
  return toDetail(call, { ...objection, entries: [entry] });
}

const add = (
  call: ChangeCall,
  objection: Omit<StoredObjection, "entries">,
  entry: ObjectionEntry,
): Promise<void> =>
  insertObjectionEntry(call.db, objection, entry, {
    id: call.deps.newId(),
    personId: call.actor?.personId ?? null,
    at: call.now,
  });

const happenings = {
  supplement: "objection-supplemented",
  withdraw: "objection-withdrawn",
  uphold: "objection-upheld",
  reject: "objection-rejected",
} as const;

export async function actOnObjection(
  call: ChangeCall,
  input: OperationArguments<"objection.act">,
): Promise<Result<ObjectionDetail>> {
  const objection = await findObjection(call.db, input.id);
  const folded = foldObjection(objection?.entries ?? []);
  if (objection === undefined || folded === undefined) return refuse("request/not-found", { id: input.id });
  const part = { establishments: [objection.establishment], officials: [] };
  const one = (await getPartOfPicture(call, part)).byId.get(objection.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.id });
  const last = objection.entries.at(-1);
  if (input.version !== folded.next - 1)
    return refuse("request/stale", { who: last?.by ?? "", at: last?.on ?? "" });
  const isDecision = input.act === "uphold";
  const { scale } = objection;
  const wanted = {
    grade: isDecision ? input.grade : null,
    from: isDecision ? input.from : null,
    to: isDecision ? input.to : null,
  };
  const checked = checkObjectionEntry({
    state: folded.state,
    scale,
    roles: call.roles,
    act: input.act,
    present: (scale === "pairing" ? one.grade?.value : one.risk?.value) ?? null,
    ...wanted,
    today: call.today,
  });
  if (!checked.ok) return checked;
  const entry: ObjectionEntry = {
    seq: folded.next,
    act: input.act,
    on: call.today,
    by: nameOf(call),
    role: toRole(call),
    text: input.text,
    ...wanted,
  };
  await add(call, objection, entry);
  note(call, objection.establishment, happenings[input.act], entry, scale);
  if (isDecision) await applyDecision(call, one, objection, entry);
  await noteRegisterChange(call, [objection.establishment]);
  return toDetail(call, { ...objection, entries: [...objection.entries, entry] });
}
