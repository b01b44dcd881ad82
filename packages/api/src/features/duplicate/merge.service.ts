// Merging two establishments that are one: planned, applied, undone. The absorbed one closes that day, keeps its own
// history and leads to the surviving one; nothing is deleted.
import {
  type EstablishmentFacts,
  EstablishmentState,
  type MergeRow,
  type OperationArguments,
  type OperationOutput,
  ok,
  PlainDate,
  type Problem,
  planMerge,
  problem,
  type Result,
  refuse,
  refuseAll,
  toOfficeDay,
} from "@shian/domain";
import * as z from "zod";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { lockUntilCommit } from "../../storage/lock-until-commit.js";
import { listLaterChanges } from "../audit/later-changes.service.js";
import { recordChanges } from "../audit/record-changes.js";
import { endAssignmentsOf, takeBackAssignments } from "../chain/end-assignments.service.js";
import { gradeEstablishments, takeBackGrades } from "../grading/grading.service.js";
import { type Picture, type PictureEstablishment, toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import {
  changeFacts,
  closeOn,
  type Exit,
  findStale,
  listLeft,
  listVersions,
  noteAbsorbed,
  noteBack,
  restore,
} from "../registry/take-back.service.js";
import { judgePairs } from "./duplicate.repo.js";
import { compareTwo } from "./duplicate.service.js";
import { findMerge, insertMerge, type StoredMerge, undoMerge } from "./merge.repo.js";

type Input = OperationArguments<"merge.plan">;
type Prepared = {
  readonly picture: Picture;
  readonly survivor: PictureEstablishment;
  readonly absorbed: PictureEstablishment;
  readonly facts: EstablishmentFacts;
  readonly changes: readonly { field: string; before: string | null; after: string | null }[];
  readonly taken: readonly string[];
};

async function prepare(call: Call, input: Input): Promise<Result<Prepared>> {
  const ids = [input.survivor, input.absorbed];
  const picture = call.isChange
    ? await getPartOfPicture(call, { establishments: ids, officials: [] })
    : await getPicture(call);
  const [survivor, absorbed] = [picture.byId.get(input.survivor), picture.byId.get(input.absorbed)];
  if (survivor === undefined) return refuse("request/not-found", { id: input.survivor });
  if (absorbed === undefined) return refuse("request/not-found", { id: input.absorbed });
  const left = new Set((await listLeft(call)).map(({ establishment }: Exit) => establishment));
  const planned = planMerge({
    survivor: toEstablishment(survivor.facts),
    absorbed: toEstablishment(absorbed.facts),
    take: input.take,
    isAbsorbed: (id) => left.has(id),
  });
  return planned.ok ? ok({ picture, survivor, absorbed, ...planned.value }) : planned;
}

const toAnswer = (
  call: Call,
  { picture, survivor, absorbed, taken }: Prepared,
): OperationOutput<"merge.plan"> => ({
  survivor: { id: survivor.facts.id, name: survivor.facts.name, version: survivor.facts.version },
  absorbed: { id: absorbed.facts.id, name: absorbed.facts.name, version: absorbed.facts.version },
  on: call.today,
  fields: compareTwo(picture, survivor, absorbed),
  taken: [...taken],
  endsAssignmentOf:
    absorbed.official === null ? null : (picture.officials.get(absorbed.official.id)?.name ?? null),
});

export async function planMerging(call: Call, input: Input): Promise<Result<OperationOutput<"merge.plan">>> {
  const prepared = await prepare(call, input);
  return prepared.ok ? ok(toAnswer(call, prepared.value)) : prepared;
}

/** Until the change ends neither is merged otherwise: each into the other at one moment, and both would be gone. */
const lockBoth = (call: ChangeCall, ...ids: readonly string[]): Promise<void> =>
  lockUntilCommit(call.db, ...ids.map((id) => `merge ${id}`));

export async function mergeEstablishments(
  call: ChangeCall,
  input: OperationArguments<"merge.apply">,
): Promise<Result<OperationOutput<"merge.apply">>> {
  await lockBoth(call, input.survivor, input.absorbed);
  const prepared = await prepare(call, input);
  if (!prepared.ok) return prepared;
  const { survivor, absorbed, facts, changes, taken } = prepared.value;
  for (const [one, version] of [
    [survivor, input.survivorVersion],
    [absorbed, input.absorbedVersion],
  ] as const)
    if (one.facts.version !== version) return refuse("request/stale", await findStale(call, one.facts.id));
  const before = [survivor, absorbed].map(({ facts: { state, stateSince } }) => ({ state, stateSince }));
  const [id, ids] = [call.deps.newId(), [input.survivor, input.absorbed]];
  if (taken.length > 0) {
    await changeFacts(call, { id: input.survivor, version: input.survivorVersion, facts });
    await gradeEstablishments(call, [{ id: input.survivor, facts }]);
  }
  if (absorbed.facts.state !== "closed") await closeOn(call, input.absorbed, call.today);
  await endAssignmentsOf(call, [input.absorbed], call.today);
  await noteAbsorbed(call, { absorbed: input.absorbed, survivor: input.survivor, on: call.today });
  const versions = await listVersions(call, ids);
  await insertMerge(call.db, {
    id,
    survivorId: input.survivor,
    absorbedId: input.absorbed,
    mergedOn: call.today,
    reason: input.reason,
    taken: [...taken],
    before: { survivor: before[0], absorbed: before[1] },
    survivorVersion: versions.get(input.survivor) ?? 0,
    absorbedVersion: versions.get(input.absorbed) ?? 0,
    mergedBy: nameOf(call),
    recordedAt: call.now,
    place: survivor.facts.place,
  });
  await judge(call, prepared.value, "merged", input.reason);
  const why = { field: "reason", before: null, after: input.reason };
  recordChanges(call, [
    {
      objectKind: "establishment",
      objectId: input.survivor,
      what: "merged",
      fields: [{ field: "other", before: null, after: absorbed.facts.name }, ...changes, why],
    },
    {
      objectKind: "establishment",
      objectId: input.absorbed,
      what: "absorbed",
      fields: [{ field: "other", before: null, after: survivor.facts.name }, why],
    },
  ]);
  await noteRegisterChange(call, ids);
  return ok({ id, ...toAnswer(call, prepared.value) });
}

/** The pair's verdict, so that no search asks about it again. */
async function judge(
  call: ChangeCall,
  { survivor, absorbed }: Pick<Prepared, "survivor" | "absorbed">,
  verdict: "merged" | "open",
  reason: string,
): Promise<void> {
  const [first, second] = survivor.facts.id < absorbed.facts.id ? [survivor, absorbed] : [absorbed, survivor];
  await judgePairs(call.db, [{ first: first.facts.id, second: second.facts.id, place: first.facts.place }], {
    verdict,
    by: nameOf(call),
    at: call.now,
    reason,
  });
}

export const toMergeRow = (merge: StoredMerge): MergeRow => ({
  id: merge.id,
  on: merge.mergedOn as PlainDate,
  at: merge.recordedAt,
  by: merge.mergedBy,
  reason: merge.reason,
  survivor: { id: merge.survivorId, name: merge.survivorName },
  absorbed: { id: merge.absorbedId, name: merge.absorbedName },
});

/** Why a merge cannot be undone; undefined where it can. */
export async function findUndoProblem(call: Call, merge: StoredMerge): Promise<Problem | undefined> {
  const { survivorId, absorbedId, survivorName, absorbedName, recordedAt } = merge;
  if (merge.undoneAt !== null) return problem("merge/undone-before");
  const left = await listLeft(call);
  if (left.some(({ establishment }) => establishment === survivorId))
    return problem("merge/absorbed-later", { name: survivorName });
  const versions = await listVersions(call, [survivorId, absorbedId]);
  const changed = [
    [absorbedId, absorbedName, merge.absorbedVersion],
    // Only facts that were taken over are given back.
    ...(merge.taken.length === 0 ? [] : [[survivorId, survivorName, merge.survivorVersion] as const]),
  ].find(([id, , version]) => versions.get(String(id)) !== version);
  if (changed === undefined) return undefined;
  const [id, name] = [String(changed[0]), String(changed[1])];
  const later = (await listLaterChanges(call, "establishment", new Map([[id, recordedAt]]))).get(id);
  const on = later === undefined ? call.today : toOfficeDay(Date.parse(later.at));
  return problem("merge/changed-since", { name, who: later?.name ?? "—", on });
}

const Before = z.object({ state: EstablishmentState, stateSince: PlainDate });
const Both = z.object({ survivor: Before, absorbed: Before });

export async function undoMerging(
  call: ChangeCall,
  { id, reason }: OperationArguments<"merge.undo">,
): Promise<Result<MergeRow>> {
  const merge = await findMerge(call.db, id);
  if (merge === undefined) return refuse("request/not-found", { id });
  const { survivorId, absorbedId, recordedAt, taken } = merge;
  const ids = [survivorId, absorbedId];
  await lockBoth(call, ...ids);
  const picture = await getPartOfPicture(call, { establishments: ids, officials: [] });
  const [survivor, absorbed] = [picture.byId.get(survivorId), picture.byId.get(absorbedId)];
  if (survivor === undefined || absorbed === undefined) return refuse("request/not-found", { id });
  const fault = await findUndoProblem(call, merge);
  if (fault !== undefined) return refuseAll([fault]);
  const before = Both.parse(merge.before);
  const stale = await restore(
    call,
    [
      { id: absorbedId, version: merge.absorbedVersion, ...before.absorbed },
      ...(taken.length === 0 ? [] : [{ id: survivorId, version: merge.survivorVersion, ...before.survivor }]),
    ],
    recordedAt,
  );
  if (stale.length > 0) return refuse("request/stale", await findStale(call, stale[0] ?? survivorId));
  await takeBackGrades(call, [survivorId], recordedAt);
  await takeBackAssignments(call, [absorbedId], recordedAt);
  await noteBack(call, absorbedId);
  await undoMerge(call.db, id, { undoneAt: call.now, undoneBy: nameOf(call), undoneReason: reason });
  await judge(call, { survivor, absorbed }, "open", reason);
  recordChanges(
    call,
    [
      [survivorId, merge.absorbedName],
      [absorbedId, merge.survivorName],
    ].map(([objectId = "", other = ""]) => ({
      objectKind: "establishment",
      objectId,
      what: "merge-undone",
      fields: [
        { field: "other", before: null, after: other },
        { field: "reason", before: null, after: reason },
      ],
    })),
  );
  await noteRegisterChange(call, ids);
  return ok(toMergeRow(merge));
}
