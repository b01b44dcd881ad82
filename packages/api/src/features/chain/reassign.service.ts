// Giving one establishment to one official, dated.
import {
  findLevelForGrade,
  isInJurisdiction,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { countLoads, lockAssignments } from "./chain.repo.js";
import { refuseTooEarly } from "./plan-allocation.js";
import { reassignMany } from "./reassign-many.service.js";

/** Gives one establishment to a named official; level, jurisdiction and capacity must fit. */
export async function reassign(
  call: ChangeCall,
  input: OperationArguments<"chain.reassign">,
): Promise<Result<OperationOutput<"chain.reassign">>> {
  const from = input.from ?? call.today;
  await lockAssignments(call.db);
  // Of today both are read alone: everybody else who assigns waits meanwhile.
  const picture =
    from === call.today
      ? await getPartOfPicture(call, { establishments: [input.establishment], officials: [input.official] })
      : await getPicture(call, { asOf: from });
  const one = picture.byId.get(input.establishment);
  const official = picture.officials.get(input.official);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  if (official === undefined || !picture.inPost.has(official.id))
    return refuse("request/not-found", { id: input.official });
  const names = { establishment: one.facts.name, official: official.name };
  if (one.grade === null) return refuse("chain/not-graded", names);
  const expected = findLevelForGrade({ levels: picture.rules.levels, grade: one.grade.value, on: from });
  if (expected === undefined) return refuseTooEarly(picture, from);
  if (expected !== official.level) return refuse("chain/wrong-level", { ...names, level: official.level });
  if (one.facts.place === null) return refuse("chain/place-unknown", names);
  if (!isInJurisdiction({ tree: picture.tree, jurisdiction: official.jurisdictions, code: one.facts.place }))
    return refuse("chain/outside-jurisdiction", names);
  if (one.official?.id !== official.id) {
    const load = (await countLoads(call.db, [official.id], from)).get(official.id) ?? 0;
    if (official.capacity !== null && load >= official.capacity)
      return refuse("chain/capacity-exhausted", names);
    const move = { establishment: one.facts.id, before: one.official?.id ?? null, official: official.id };
    await reassignMany(call, [move], from);
    await noteRegisterChange(call);
  }
  return ok({ establishment: one.facts.id, official: official.id, from });
}
