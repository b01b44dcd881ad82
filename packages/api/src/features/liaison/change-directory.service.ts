// Keeping the directory: a post is added, changed from a day on or corrected, and ended; nothing is deleted.
import {
  type DutyFacts,
  isPlainDate,
  isWithin,
  maskPersonal,
  maskPhone,
  type OperationArguments,
  type OperationOutput,
  ok,
  parsePhone,
  planPostChange,
  type Result,
  reachesPlace,
  refuse,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { getTree } from "../territory/territory.service.js";
import { checkEnd, checkVersion, nextVersion } from "./check-standing.js";
import { dutyMobileField } from "./directory.views.js";
import { insertDuties, listDutyMobiles, listStandingDuty, type StoredDuty } from "./duty-post.repo.js";
import { lockDirectory } from "./lock-directory.js";
import { writeDuties } from "./write-duties.service.js";

type Changed = OperationOutput<"directory.change">;

function sealMobile(call: ChangeCall, written: string | null): Result<string | null> {
  if (written === null || written === "") return ok(null);
  const phone = parsePhone(written);
  return phone.ok ? ok(call.deps.keyring.seal(phone.value, dutyMobileField)) : phone;
}

/** Whether every place is known and within reach. */
async function checkPlaces(
  call: Call,
  { territories }: Pick<DutyFacts, "territories">,
): Promise<Result<null>> {
  const tree = await getTree(call);
  for (const place of territories) {
    if (!reachesPlace({ reach: call.reach, tree, place })) return refuse("request/not-found", { id: place });
    if (tree.find(place) === undefined) return refuse("duty/territory-unknown", { territory: place });
  }
  return ok(null);
}

const factsOf = ({ name, unit, title, territories, officePhone, person }: DutyFacts): DutyFacts => ({
  name,
  unit,
  title,
  territories,
  officePhone,
  person,
});

function record(
  call: ChangeCall,
  post: string,
  what: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): void {
  call.record({
    objectKind: "duty",
    objectId: post,
    what,
    fields: [...new Set([...Object.keys(before), ...Object.keys(after)])]
      .map((field) => ({ field, before: toLogText(before[field]), after: toLogText(after[field]) }))
      .filter((field) => field.before !== field.after),
  });
}

export async function addDuty(
  call: ChangeCall,
  { kind, facts, mobile, from = call.today }: OperationArguments<"directory.add">,
): Promise<Result<Changed>> {
  const checked = await checkPlaces(call, facts);
  if (!checked.ok) return checked;
  const sealed = sealMobile(call, mobile);
  if (!sealed.ok) return sealed;
  const post = call.deps.newId();
  await insertDuties(
    call.db,
    [{ id: call.deps.newId(), post, kind, facts, from, to: null, version: 1, mobile: sealed.value }],
    { at: call.now, name: nameOf(call) },
  );
  record(call, post, "created", {}, { kind, ...facts, from });
  return ok({ post, version: 1 });
}

/** The records of the post that stand, if it is within reach and nobody was faster. */
async function holdDuty(
  call: ChangeCall,
  { post, version }: { readonly post: string; readonly version: number },
): Promise<Result<readonly [StoredDuty, ...StoredDuty[]]>> {
  await lockDirectory(call);
  const [first, ...rest] = await listStandingDuty(call.db, post);
  const tree = await getTree(call);
  const isReached = ({ territories }: StoredDuty) =>
    territories.every((place) => reachesPlace({ reach: call.reach, tree, place }));
  if (first === undefined || ![first, ...rest].some(isReached))
    return refuse("request/not-found", { id: post });
  const checked = checkVersion([first, ...rest], version);
  return checked.ok ? ok([first, ...rest]) : checked;
}

async function write(
  call: ChangeCall,
  standing: readonly [StoredDuty, ...StoredDuty[]],
  change: {
    readonly from: StoredDuty["from"];
    /** First day no longer changed; null or absent: to the end. */
    readonly until?: StoredDuty["to"];
    readonly facts: DutyFacts | null;
    /** Sealed; undefined keeps the number of the record in force on the day. */
    readonly mobile: string | null | undefined;
  },
): Promise<Result<Changed>> {
  const [first] = standing;
  const { superseded, added } = planPostChange<DutyFacts>({
    standing: standing.map((one) => ({ id: one.id, facts: one, from: one.from, to: one.to })),
    from: change.from,
    until: change.until ?? null,
    facts: change.facts,
  });
  const present = standing.find((one) => isWithin(one, change.from))?.id ?? null;
  const version = nextVersion(standing);
  const written = await writeDuties(call, [
    {
      ...{ post: first.post, kind: first.kind, version, superseded },
      added: added.map((one) => (one.of === null ? { ...one, of: present, mobile: change.mobile } : one)),
    },
  ]);
  return written
    ? ok({ post: first.post, version })
    : refuse("request/stale", { who: first.recordedBy, at: first.recordedAt });
}

/** Who holds the post on the day, or held it last before. */
const findFormer = (standing: readonly StoredDuty[], day: StoredDuty["from"]): StoredDuty | undefined =>
  standing
    .filter(({ from }) => from <= day)
    .reduce<StoredDuty | undefined>((a, b) => (a === undefined || b.from > a.from ? b : a), undefined);

export async function changeDuty(
  call: ChangeCall,
  input: OperationArguments<"directory.change">,
): Promise<Result<Changed>> {
  const held = await holdDuty(call, input);
  if (!held.ok) return held;
  const checked = await checkPlaces(call, input.facts);
  if (!checked.ok) return checked;
  const present = held.value.find((one) => isWithin(one, call.today));
  const from = input.from ?? present?.from;
  if (from === undefined || !isPlainDate(from)) return refuse("duty/ended-already");
  const sealed = input.mobile === undefined ? ok(undefined) : sealMobile(call, input.mobile);
  if (!sealed.ok) return sealed;
  // Number and account are the holder's: whoever follows brings their own.
  const former = findFormer(held.value, from);
  const isAnother = input.from !== undefined && former !== undefined && former.name !== input.facts.name;
  const facts =
    isAnother && input.facts.person === former.person ? { ...input.facts, person: null } : input.facts;
  const mobile = sealed.value === undefined && isAnother ? null : sealed.value;
  // A correction is of what holds today alone: its end and who follows stay as they were entered.
  const until = input.from === undefined ? (present?.to ?? null) : null;
  const written = await write(call, held.value, { from, until, facts, mobile });
  if (written.ok)
    record(
      call,
      input.post,
      input.from === undefined ? "corrected" : "changed",
      present === undefined ? {} : factsOf(present),
      { ...facts, ...(input.from === undefined ? {} : { from }) },
    );
  return written;
}

export async function endDuty(
  call: ChangeCall,
  input: OperationArguments<"directory.end">,
): Promise<Result<Changed>> {
  const held = await holdDuty(call, input);
  if (!held.ok) return held;
  const checked = checkEnd(held.value, input.to);
  if (!checked.ok) return checked;
  const written = await write(call, held.value, { from: input.to, facts: null, mobile: null });
  if (written.ok) record(call, input.post, "ended", {}, { to: input.to, reason: maskPersonal(input.reason) });
  return written;
}

/** One number in clear, for a reason that the record keeps. */
export async function unmaskDuty(
  call: ChangeCall,
  { post, reason }: OperationArguments<"directory.unmask">,
): Promise<Result<OperationOutput<"directory.unmask">>> {
  const present = (await listStandingDuty(call.db, post)).find((one) => isWithin(one, call.today));
  const tree = await getTree(call);
  const isReached = present?.territories.some((place) => reachesPlace({ reach: call.reach, tree, place }));
  if (present === undefined || isReached !== true) return refuse("request/not-found", { id: post });
  const sealed = (await listDutyMobiles(call.db, [present.id])).get(present.id);
  const value = sealed === undefined ? null : call.deps.keyring.unseal(sealed, dutyMobileField);
  call.record({
    objectKind: "duty",
    objectId: post,
    what: "unmasked",
    fields: [
      { field: "mobile", before: null, after: value === null ? null : maskPhone(value) },
      { field: "reason", before: null, after: maskPersonal(reason) },
    ],
  });
  return ok({ value });
}
