// Giving and ending grants, the security administrator's part; the domain decides what may be given to whom.
import {
  administratorRoles,
  checkGrant,
  checkGrantEnd,
  findGrantTarget,
  type Grant,
  type GrantDraft,
  type GrantRow,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Problem,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import {
  endGrantOn,
  findGrant,
  findTargetsByText,
  insertGrant,
  listAdministratorGrants,
  listGrants,
  listTargetNames,
  lockGrants,
} from "./grant.repo.js";
import { findPerson } from "./people.repo.js";
import { byWhom, getPlaces, type Places, refuseStale, toGrantRows } from "./people.views.js";

/** Whether the official or the establishment that the draft names is known. */
async function checkTarget(call: Call, draft: GrantDraft): Promise<readonly Problem[]> {
  const kind = findGrantTarget(draft.role);
  if (kind !== "official" && kind !== "establishment") return [];
  const target = draft[kind];
  if (target === null || (await listTargetNames(call.db, kind, [target])).has(target)) return [];
  return [problem("grant/target-unknown", { target })];
}

async function readBack(call: Call, id: string, places: Places): Promise<Result<GrantRow>> {
  const stored = await findGrant(call.db, id);
  const [row] = stored === undefined ? [] : await toGrantRows(call, [stored], places);
  return row === undefined ? refuse("request/not-found", { id }) : ok(row);
}

/** Gives a grant to somebody else. */
export async function giveGrant(
  call: ChangeCall,
  input: OperationArguments<"grant.give">,
): Promise<Result<GrantRow>> {
  await lockGrants(call.db);
  const grantee = await findPerson(call.db, input.person);
  if (grantee === undefined) return refuse("request/not-found", { id: input.person });
  const places = await getPlaces(call);
  const { txId, reason, from = call.today, ...facts } = input;
  const draft: GrantDraft = { ...facts, from };
  const problems = [
    ...checkGrant({
      giver: call.actor?.personId ?? "",
      grantee,
      held: await listGrants(call.db, [grantee.id]),
      draft,
      today: call.today,
      tree: places.tree,
      officeTerritory: places.office,
    }),
    ...(await checkTarget(call, draft)),
  ];
  if (problems.length > 0) return refuseAll(problems);
  const grant: Grant = { id: call.deps.newId(), ...draft };
  await insertGrant(call.db, { ...grant, personKind: grantee.kind }, { ...byWhom(call), reason });
  const { id, person, leading, ...told } = grant;
  call.record({
    objectKind: "grant",
    objectId: id,
    what: "given",
    fields: Object.entries({
      person: grantee.name,
      ...told,
      leading: leading ? "true" : null,
      reason,
    }).flatMap(([field, value]) => {
      const after = toLogText(value);
      return after === null ? [] : [{ field, before: null, after }];
    }),
  });
  return readBack(call, id, places);
}

/** Ends a grant on a day, today unless another is named. */
export async function endGrant(
  call: ChangeCall,
  { id, version, to = call.today, reason }: OperationArguments<"grant.end">,
): Promise<Result<GrantRow>> {
  await lockGrants(call.db);
  const grant = await findGrant(call.db, id);
  if (grant === undefined) return refuse("request/not-found", { id });
  if (grant.version !== version) return refuseStale(grant);
  // One that has not begun ends before it begins.
  const last = to < grant.from ? grant.from : to;
  const administrator = administratorRoles.find((role) => role === grant.role);
  const problems = checkGrantEnd({
    giver: call.actor?.personId ?? "",
    grant,
    to: last,
    today: call.today,
    sameRole: administrator === undefined ? [] : await listAdministratorGrants(call.db, administrator),
  });
  if (problems.length > 0) return refuseAll(problems);
  const written = await endGrantOn(call.db, { id, version }, last, byWhom(call));
  if (!written) return refuseStale((await findGrant(call.db, id)) ?? grant);
  call.record({
    objectKind: "grant",
    objectId: id,
    what: "ended",
    fields: [
      { field: "person", before: grant.personName, after: grant.personName },
      { field: "role", before: grant.role, after: grant.role },
      { field: "to", before: grant.to, after: last },
      { field: "reason", before: null, after: reason },
    ],
  });
  return readBack(call, id, await getPlaces(call));
}

/** Officials by name, or the one establishment of a credit code, to be named in a grant. */
export async function findGrantTargets(
  call: Call,
  { kind, text }: OperationArguments<"grant.findTargets">,
): Promise<Result<OperationOutput<"grant.findTargets">>> {
  return ok({ rows: [...(await findTargetsByText(call.db, kind, text))] });
}
