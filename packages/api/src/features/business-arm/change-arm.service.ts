// Changes of a business's own arm: who begins and ends in a post, training, controls; by the business itself or the office.
import {
  checkControlReport,
  findArmOn,
  findRecordOn,
  maskPersonal,
  maskPhone,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { openArmMobile, sealArmMobile } from "../personal/arm-phones.service.js";
import { findQuestioned } from "../picture/picture.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import {
  endPosts,
  findCountyCodes,
  findPost,
  insertPost,
  listArmRecords,
  showArmNames,
} from "../registry/arm-people.service.js";
import { insertTraining, keepReports } from "./business-arm.repo.js";
import { toReportView } from "./show-arm.service.js";

async function findOne(call: ChangeCall, establishment: string) {
  const picture = await getPartOfPicture(call, { establishments: [establishment], officials: [] });
  const one = picture.byId.get(establishment);
  return one === undefined ? undefined : { one, picture };
}

const note = (
  call: ChangeCall,
  establishment: string,
  what: string,
  fields: Readonly<Record<string, string>>,
): void =>
  call.record({
    objectKind: "establishment",
    objectId: establishment,
    what,
    fields: Object.entries(fields).map(([field, after]) => ({ field, before: null, after })),
  });

/** Begins somebody in a post. A new person in charge follows the one before on that day. */
export async function appoint(
  call: ChangeCall,
  { establishment, role, name, mobile, from }: OperationArguments<"arm.appoint">,
): Promise<Result<OperationOutput<"arm.appoint">>> {
  const found = await findOne(call, establishment);
  if (found === undefined) return refuse("request/not-found", { id: establishment });
  if (from > call.today) return refuse("business-arm/in-future", { on: from });
  const sealed = mobile === null || mobile === "" ? null : sealArmMobile(call, mobile);
  if (sealed !== null && !sealed.ok) return sealed;
  const records = await listArmRecords(call.db, [establishment]);
  const open = records.filter((record) => record.validTo === null);
  if (open.some((record) => record.role === role && record.name === name))
    return refuse("business-arm/already-in-post", { name });
  if (role === "person-in-charge")
    await endPosts(
      call.db,
      open.filter((record) => record.role === role),
      from,
      call.now,
    );
  // Somebody who has or had another post here is the same person.
  const person = records.find((record) => record.name === name)?.personId ?? call.deps.newId();
  const countyOf = await findCountyCodes(call.db, [establishment]);
  await insertPost(
    call.db,
    {
      countyCode: countyOf(establishment),
      establishmentId: establishment,
      personId: person,
      role,
      name,
      mobile: sealed?.value ?? null,
      validFrom: from,
    },
    call.now,
  );
  await showArmNames(call.db, establishment, call.today, call.now);
  note(call, establishment, "arm-appointed", { armRole: role, name, from });
  await noteRegisterChange(call, [establishment]);
  return ok({ person });
}

export async function endPost(
  call: ChangeCall,
  { establishment, person, role, to }: OperationArguments<"arm.endPost">,
): Promise<Result<OperationOutput<"arm.endPost">>> {
  const found = await findOne(call, establishment);
  const post = found === undefined ? undefined : await findPost(call.db, { establishment, person, role });
  if (found === undefined || post === undefined) return refuse("request/not-found", { id: person });
  if (to > call.today) return refuse("business-arm/in-future", { on: to });
  if (to <= post.validFrom) return refuse("business-arm/end-before-begin", { from: post.validFrom, to });
  await endPosts(call.db, [post], to, call.now);
  await showArmNames(call.db, establishment, call.today, call.now);
  note(call, establishment, "arm-ended", { armRole: role, name: post.name, to });
  await noteRegisterChange(call, [establishment]);
  return ok({ person });
}

/** The mobile of one of the people in clear, with the reason in the record. */
export async function unmaskArmMobile(
  call: ChangeCall,
  { establishment, person, reason }: OperationArguments<"arm.unmask">,
): Promise<Result<OperationOutput<"arm.unmask">>> {
  const found = await findOne(call, establishment);
  const isKnown = found?.one.arm.some((record) => record.person === person) === true;
  if (!isKnown) return refuse("request/not-found", { id: person });
  const value = (await openArmMobile(call, establishment, person)) ?? null;
  note(call, establishment, "unmasked", {
    ...(value === null ? {} : { mobile: maskPhone(value) }),
    reason: maskPersonal(reason),
  });
  return ok({ value });
}

export async function addTraining(
  call: ChangeCall,
  { establishment, person, on, hours, topic, organiser }: OperationArguments<"arm.addTraining">,
): Promise<Result<OperationOutput<"arm.addTraining">>> {
  const found = await findOne(call, establishment);
  if (found === undefined) return refuse("request/not-found", { id: establishment });
  if (on > call.today) return refuse("business-arm/in-future", { on });
  const quarters = hours * 4;
  if (!Number.isInteger(quarters)) return refuse("business-arm/hours-shape", { hours });
  const post = findArmOn(found.one.arm, on, call.today).find((record) => record.person === person);
  if (post === undefined) return refuse("business-arm/not-in-post", { on });
  const id = call.deps.newId();
  const countyOf = await findCountyCodes(call.db, [establishment]);
  await insertTraining(call.db, {
    id,
    countyCode: countyOf(establishment),
    establishmentId: establishment,
    personId: person,
    heldOn: on,
    quarters,
    topic,
    organiser,
    recordedBy: nameOf(call),
    recordedAt: call.now,
  });
  note(call, establishment, "arm-trained", { name: post.name, on, hours: String(hours) });
  return ok({ id });
}

/** Keeps the report of a day, week or month; one that was sent before for it is kept as superseded. */
export async function reportControl(
  call: ChangeCall,
  { establishment, kind, period, result, text }: OperationArguments<"arm.report">,
): Promise<Result<OperationOutput<"arm.report">>> {
  const found = await findOne(call, establishment);
  if (found === undefined) return refuse("request/not-found", { id: establishment });
  const states = findQuestioned(found.picture, establishment)?.states ?? [];
  const checked = checkControlReport({
    kind,
    period,
    result,
    text,
    today: call.today,
    isActiveOn: (day) => findRecordOn(states, day, call.today)?.value === "active",
  });
  if (!checked.ok) return checked;
  const countyOf = await findCountyCodes(call.db, [establishment]);
  const report = {
    id: call.deps.newId(),
    countyCode: countyOf(establishment),
    establishmentId: establishment,
    kind,
    period,
    periodEnd: checked.value.last,
    result,
    body: text.trim(),
    recordedBy: nameOf(call),
    recordedAt: call.now,
  };
  await keepReports(call.db, [report], call.now);
  note(call, establishment, "control-reported", { controlKind: kind, period, controlResult: result });
  return ok(toReportView({ ...report, supersededAt: null }));
}
