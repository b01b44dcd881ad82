// Correcting one establishment: its facts, its state. The editor names the version that was seen; the second of two is
// told who was faster.
import {
  type Establishment,
  type EstablishmentFacts,
  fillSize,
  type OperationArguments,
  ok,
  type Result,
  refuse,
} from "@shian/domain";
import type { ChangeCall } from "../../deps.js";
import { recordChanges, toLogText } from "../audit/record-changes.js";
import { gradeEstablishments } from "../grading/grading.service.js";
import { toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, noteRegisterChange } from "../picture/picture.service.js";
import { checkCodes, checkFacts } from "./check-facts.service.js";
import { findLastChange } from "./last-change.repo.js";
import { recordStates, updateEstablishments } from "./registry.repo.js";

export async function correctEstablishment(
  call: ChangeCall,
  input: OperationArguments<"registry.correct">,
): Promise<Result<Establishment>> {
  const part = { establishments: [input.id], officials: [] };
  const picture = await getPartOfPicture(call, part);
  const one = picture.byId.get(input.id);
  if (one === undefined) return refuse("request/not-found", { id: input.id });
  const checked = checkCodes(input.changes);
  if (!checked.ok) return checked;
  const { id, state, stateSince, version, ...facts } = toEstablishment(one.facts);
  const after = fillSize<EstablishmentFacts>({ ...facts, ...definedOnly(checked.value) });
  const allowed = await checkFacts(call, { tree: picture.tree, before: facts, after, id });
  if (!allowed.ok) return allowed;
  const fields = (Object.keys(facts) as (keyof EstablishmentFacts)[]).flatMap((field) => {
    const [before, now] = [toLogText(facts[field]), toLogText(after[field])];
    return before === now ? [] : [{ field, before, after: now }];
  });
  const newState = input.state !== undefined && input.state.state !== one.state ? input.state : undefined;
  if (input.version !== version) return staleRefusal(call, id);
  if (input.since !== undefined && input.since !== "always" && input.since > call.today)
    return refuse("registry/facts-from-later", { since: input.since, today: call.today });
  if (fields.length > 0) {
    const from = input.since === "always" ? null : (input.since ?? call.today);
    const stale = await updateEstablishments(call.db, [{ id, version, facts: after }], {
      at: call.now,
      from,
    });
    if (stale.length > 0) return staleRefusal(call, id);
    await gradeEstablishments(call, [{ id, facts: after }]);
  }
  if (newState !== undefined) await recordStates(call.db, [{ id, ...newState }], call.now);
  const stateFields =
    newState === undefined
      ? []
      : [{ field: "state", before: one.state, after: `${newState.state} ${newState.from}` }];
  if (fields.length + stateFields.length > 0) {
    recordChanges(call, [
      { objectKind: "establishment", objectId: id, what: "corrected", fields: [...fields, ...stateFields] },
    ]);
    await noteRegisterChange(call, [id]);
  }
  const written = (await getPartOfPicture(call, part)).byId.get(id);
  if (written === undefined) return refuse("request/not-found", { id });
  return ok(toEstablishment(written.facts));
}

const definedOnly = (changes: object): Partial<EstablishmentFacts> =>
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));

async function staleRefusal(call: ChangeCall, id: string): Promise<Result<never>> {
  return refuse("request/stale", await findLastChange(call.db, id));
}
