// Recording a visit: by the official who made it, or by the office for any of them.
import {
  checklistForForm,
  checkVisitRecord,
  isChecklistComplete,
  listRecorders,
  type OperationArguments,
  ok,
  type Result,
  refuse,
  refuseAll,
  type Visit,
  type VisitRow,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { insertVisits, listStandInsFor } from "./visit.repo.js";
import { nameOfficials, toVisitRow } from "./visit.service.js";

/** Records a visit. What does not count is recorded too, with the reasons; what cannot have happened is refused. */
export async function submitVisit(
  call: ChangeCall,
  input: OperationArguments<"visit.submit">,
): Promise<Result<VisitRow>> {
  const officials = [
    input.official,
    ...input.jointWith,
    ...(input.standInFor === null ? [] : [input.standInFor]),
  ];
  const picture = await getPartOfPicture(call, { establishments: [input.establishment], officials });
  const one = picture.byId.get(input.establishment);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  // A stand-in who answers for nothing of their own is not among the officials that a change of theirs is shown.
  const isSeen = (id: string): boolean => picture.officials.has(id) || call.reach.officials.includes(id);
  for (const id of officials) if (!isSeen(id)) return refuse("request/not-found", { id });
  const standIns = input.standInFor === null ? [] : await listStandInsFor(call.db, input.standInFor);
  const impossible = checkVisitRecord({
    visit: input,
    recorders: listRecorders({ roles: call.roles, officials: call.reach.officials }),
    standIns,
    today: call.today,
  });
  if (impossible.length > 0) return refuseAll(impossible.map((reason) => nameOfficials(picture, reason)));
  const checklist = checklistForForm({ form: one.facts.form });
  if (input.checklist !== checklist.id)
    return refuse("visit/other-checklist", { checklist: input.checklist, expected: checklist.id });
  const known = new Set(checklist.items.map(({ id }) => id));
  const unknown = input.answers.find(({ item }) => !known.has(item));
  if (unknown !== undefined) return refuse("visit/unknown-line", { item: unknown.item });
  const { txId, ...facts } = input;
  const visit: Visit = {
    ...facts,
    id: call.deps.newId(),
    recordedOn: call.today,
    complete: isChecklistComplete({ checklist, answers: input.answers }),
  };
  await insertVisits(call.db, [visit], call.now);
  recordChanges(call, [
    {
      objectKind: "establishment",
      objectId: one.facts.id,
      what: "visited",
      fields: [{ field: "visit", before: null, after: visit.madeOn }],
    },
  ]);
  await noteRegisterChange(call, [one.facts.id]);
  return ok(toVisitRow(picture, visit));
}
