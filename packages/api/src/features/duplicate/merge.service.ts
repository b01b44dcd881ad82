// Merging two establishments that are one: planned, applied, undone. The absorbed one closes that day, keeps its own
// history and leads to the surviving one; nothing is deleted.
import {
  type EstablishmentFacts,
  EstablishmentState,
  type MergeRow,
  maskPhone,
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
import { keepContactMobiles, openContactMobile } from "../personal/phones.service.js";
import { type Picture, type PictureEstablishment, toEstablishment } from "../picture/picture.js";
import { getPartOfPicture, getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { carryPosts, listComing, revertPosts } from "../registry/arm-people.service.js";
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
  readonly contact: Contact;
  readonly people: readonly { readonly name: string; readonly role: string }[];
};

const CONTACT = "contactMobile";
const CONTACT_BEFORE = "establishment-merge.contact";
/** Numbers of the contacts of both, in clear, and whether the absorbed one's is taken. */
type Contact = { readonly own: string | null; readonly other: string | null; readonly isTaken: boolean };

/** The number of the contact is chosen like a fact: named, or taken where the surviving one has none. */
async function planContact(call: Call, { survivor, absorbed, take }: Input): Promise<Contact> {
  const [own = null, other = null] = [
    await openContactMobile(call, survivor),
    await openContactMobile(call, absorbed),
  ];
  return { own, other, isTaken: other !== null && other !== own && (own === null || take.includes(CONTACT)) };
}

const maskOrNull = (number: string | null): string | null => (number === null ? null : maskPhone(number));

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
    take: input.take.filter((field) => field !== CONTACT),
    isAbsorbed: (id) => left.has(id),
  });
  if (!planned.ok) return planned;
  const { facts, changes, taken } = planned.value;
  const contact = await planContact(call, input);
  const people = await listComing(call.db, {
    from: input.absorbed,
    to: input.survivor,
    names: facts,
    on: call.today,
  });
  return ok({
    picture,
    survivor,
    absorbed,
    facts,
    contact,
    people: people.map(({ name, role }) => ({ name, role })),
    taken: contact.isTaken ? [...taken, CONTACT] : taken,
    changes: contact.isTaken
      ? [...changes, { field: CONTACT, before: maskOrNull(contact.own), after: maskOrNull(contact.other) }]
      : changes,
  });
}

const toAnswer = (
  call: Call,
  { picture, survivor, absorbed, taken, contact: { own, other }, people }: Prepared,
): OperationOutput<"merge.plan"> => ({
  survivor: { id: survivor.facts.id, name: survivor.facts.name, version: survivor.facts.version },
  absorbed: { id: absorbed.facts.id, name: absorbed.facts.name, version: absorbed.facts.version },
  on: call.today,
  fields: [
    ...compareTwo(picture, survivor, absorbed),
    ...(own === null && other === null
      ? []
      : [
          {
            field: CONTACT,
            values: [maskOrNull(own), maskOrNull(other)],
            // Numbers in clear are compared: two may look the same when masked.
            differs: [own !== other],
          },
        ]),
  ],
  taken: [...taken],
  people: [...people],
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
  const { survivor, absorbed, facts, changes, contact } = prepared.value;
  for (const [one, version] of [
    [survivor, input.survivorVersion],
    [absorbed, input.absorbedVersion],
  ] as const)
    if (one.facts.version !== version) return refuse("request/stale", await findStale(call, one.facts.id));
  const before = [survivor, absorbed].map(({ facts: { state, stateSince } }) => ({ state, stateSince }));
  const [id, ids] = [call.deps.newId(), [input.survivor, input.absorbed]];
  if (changes.length > 0) {
    await changeFacts(call, { id: input.survivor, version: input.survivorVersion, facts });
    await gradeEstablishments(call, [{ id: input.survivor, facts }]);
  }
  if (contact.isTaken) await keepContactMobiles(call, [{ id: input.survivor, contactMobile: contact.other }]);
  await carryPosts(call.db, { from: input.absorbed, to: input.survivor, on: call.today, at: call.now });
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
    taken: changes.map(({ field }) => field),
    before: {
      survivor: before[0],
      absorbed: before[1],
      ...(contact.isTaken
        ? { contact: contact.own === null ? null : call.deps.keyring.seal(contact.own, CONTACT_BEFORE) }
        : {}),
    },
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
const Both = z.object({
  survivor: Before,
  absorbed: Before,
  /** The surviving one's number, sealed; absent where it stayed. */
  contact: z.string().nullable().optional(),
});

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
  if (before.contact !== undefined) {
    const contactMobile =
      before.contact === null ? null : call.deps.keyring.unseal(before.contact, CONTACT_BEFORE);
    await keepContactMobiles(call, [{ id: survivorId, contactMobile }]);
  }
  await revertPosts(call.db, { establishments: ids, recordedAt, at: call.now, newId: call.deps.newId });
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
