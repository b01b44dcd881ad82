// Keeping "1+N" groups: added, changed from a day on or corrected, ended; nothing is deleted.
import {
  type GroupFacts,
  isWithin,
  maskPersonal,
  type OperationArguments,
  type OperationOutput,
  ok,
  planPostChange,
  type Result,
  reachesPlace,
  refuse,
} from "@shian/domain";
import { type ChangeCall, nameOf } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { getTree } from "../territory/territory.service.js";
import { checkEnd, checkVersion, nextVersion } from "./check-standing.js";
import { listDutiesOn } from "./directory.views.js";
import { insertGroupRecords, listStandingGroup, type StoredGroup, supersedeGroups } from "./group.repo.js";
import { lockDirectory } from "./lock-directory.js";

type Changed = OperationOutput<"liaisonGroup.change">;

/** Whether the place is known and within reach, and everybody in the group stands in the directory once. */
async function checkGroup(call: ChangeCall, { territory, one, members }: GroupFacts): Promise<Result<null>> {
  const tree = await getTree(call);
  if (!reachesPlace({ reach: call.reach, tree, place: territory }))
    return refuse("request/not-found", { id: territory });
  if (tree.find(territory) === undefined) return refuse("duty/territory-unknown", { territory });
  const all = [one, ...members];
  if (new Set(all).size !== all.length) return refuse("group/member-twice");
  const known = new Set((await listDutiesOn(call, {})).map(({ post }) => post));
  return all.every((post) => known.has(post)) ? ok(null) : refuse("group/post-unknown");
}

const factsOf = ({ name, territory, one, members }: GroupFacts): GroupFacts => ({
  name,
  territory,
  one,
  members: [...members],
});

function record(call: ChangeCall, id: string, what: string, after: Readonly<Record<string, unknown>>): void {
  call.record({
    objectKind: "liaison-group",
    objectId: id,
    what,
    fields: Object.entries(after).map(([field, value]) => ({ field, before: null, after: toLogText(value) })),
  });
}

export async function addGroup(
  call: ChangeCall,
  { facts, from = call.today }: OperationArguments<"liaisonGroup.add">,
): Promise<Result<Changed>> {
  await lockDirectory(call);
  const checked = await checkGroup(call, facts);
  if (!checked.ok) return checked;
  const group = call.deps.newId();
  await insertGroupRecords(call.db, [{ id: call.deps.newId(), group, facts, from, to: null, version: 1 }], {
    at: call.now,
    name: nameOf(call),
  });
  record(call, group, "created", { ...facts, from });
  return ok({ group, version: 1 });
}

/** The records of the group that stand, if it is within reach and nobody was faster. */
async function holdGroup(
  call: ChangeCall,
  { group, version }: { readonly group: string; readonly version: number },
): Promise<Result<readonly [StoredGroup, ...StoredGroup[]]>> {
  await lockDirectory(call);
  const [first, ...rest] = await listStandingGroup(call.db, group);
  const tree = await getTree(call);
  const isReached = ({ territory: place }: StoredGroup) => reachesPlace({ reach: call.reach, tree, place });
  if (first === undefined || ![first, ...rest].some(isReached))
    return refuse("request/not-found", { id: group });
  const checked = checkVersion([first, ...rest], version);
  return checked.ok ? ok([first, ...rest]) : checked;
}

async function write(
  call: ChangeCall,
  standing: readonly [StoredGroup, ...StoredGroup[]],
  change: {
    readonly from: StoredGroup["from"];
    readonly until?: StoredGroup["to"];
    readonly facts: GroupFacts | null;
  },
): Promise<Result<Changed>> {
  const [first] = standing;
  const plan = planPostChange<GroupFacts>({
    standing: standing.map((one) => ({ id: one.id, facts: factsOf(one), from: one.from, to: one.to })),
    ...change,
  });
  const version = nextVersion(standing);
  if (!(await supersedeGroups(call.db, plan.superseded, call.now)))
    return refuse("request/stale", { who: first.recordedBy, at: first.recordedAt });
  await insertGroupRecords(
    call.db,
    plan.added.map((added) => ({ ...added, id: call.deps.newId(), group: first.group, version })),
    { at: call.now, name: nameOf(call) },
  );
  return ok({ group: first.group, version });
}

export async function changeGroup(
  call: ChangeCall,
  input: OperationArguments<"liaisonGroup.change">,
): Promise<Result<Changed>> {
  const held = await holdGroup(call, input);
  if (!held.ok) return held;
  const checked = await checkGroup(call, input.facts);
  if (!checked.ok) return checked;
  const present = held.value.find((one) => isWithin(one, call.today));
  const from = input.from ?? present?.from;
  if (from === undefined) return refuse("duty/ended-already");
  // A correction is of what holds today alone: its end and what follows stay as they were entered.
  const until = input.from === undefined ? (present?.to ?? null) : null;
  const written = await write(call, held.value, { from, until, facts: input.facts });
  if (written.ok)
    record(call, input.group, input.from === undefined ? "corrected" : "changed", {
      ...input.facts,
      ...(input.from === undefined ? {} : { from }),
    });
  return written;
}

export async function endGroup(
  call: ChangeCall,
  input: OperationArguments<"liaisonGroup.end">,
): Promise<Result<Changed>> {
  const held = await holdGroup(call, input);
  if (!held.ok) return held;
  const { to } = input;
  const checked = checkEnd(held.value, to);
  if (!checked.ok) return checked;
  const written = await write(call, held.value, { from: to, facts: null });
  if (written.ok) record(call, input.group, "ended", { to, reason: maskPersonal(input.reason) });
  return written;
}
