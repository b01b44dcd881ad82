// Handing over in one action: preview, apply as one dated change, what was made, and each one's receipt.
import {
  type HandoverEntry,
  type HandoverPlanView,
  type HandoverReceipt,
  type HandoverRow,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  toUndoUntil,
} from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { moveOfficials } from "../chain/official-move.service.js";
import { lockPairings, reassignMany } from "../chain/reassign-many.service.js";
import { isOwn } from "../commitment/commitment.service.js";
import { outdateCommitments } from "../commitment/outdate.service.js";
import { endStandIns } from "../people/handed-stand-ins.service.js";
import { pageRows } from "../picture/page-rows.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import {
  countRows,
  findHandover,
  insertHandover,
  listHandovers,
  listParties,
  listRows,
  type StoredHandover,
  type StoredParty,
} from "./handover.repo.js";
import { composeHandover } from "./handover.views.js";
import { prepareHandover } from "./plan-handover.service.js";

export async function previewHandover(
  call: Call,
  input: OperationArguments<"handover.preview">,
): Promise<Result<HandoverPlanView>> {
  const prepared = await prepareHandover(call, input);
  return prepared.ok ? ok(composeHandover(prepared.value, input).shown) : prepared;
}

/** Posts, pairings, commitments and stand-ins change from the day on, all in this one transaction. */
export async function makeHandover(
  call: ChangeCall,
  input: OperationArguments<"handover.make">,
): Promise<Result<OperationOutput<"handover.make">>> {
  // Nobody else assigns from here on, so that what the plan is made of stays as it is until it is written.
  await lockPairings(call);
  const prepared = await prepareHandover(call, input);
  if (!prepared.ok) return prepared;
  const { day, departures, standIns } = prepared.value;
  const { shown, rows } = composeHandover(prepared.value, input);
  if (shown.mark !== input.mark) return refuse("handover/changed-since");
  const moves = rows.map(({ establishment, from, to }) => ({
    establishment: establishment.id,
    before: from.id,
    official: to?.id ?? null,
  }));
  if (moves.length > 0) await reassignMany(call, moves, day);
  const { ended } = await outdateCommitments(call, {
    officials: departures.map(({ official }) => official),
    day,
    because: "handover",
  });
  const endedStandIns = await endStandIns(call, standIns, day);
  const former = await moveOfficials(
    call,
    departures.flatMap(({ held, next }) => (held === undefined ? [] : [{ held, next }])),
    day,
  );
  const id = call.deps.newId();
  const before = new Map(former.map((one) => [one.id, one]));
  await insertHandover(
    call.db,
    {
      id,
      personId: call.actor?.personId ?? "",
      personName: nameOf(call),
      day,
      note: input.note === undefined || input.note === "" ? null : input.note,
      moved: shown.moved,
      unassigned: shown.unassigned,
      commitments: ended,
      standIns: endedStandIns,
      createdAt: call.now,
    },
    shown.parties.map((told) => ({ told, before: before.get(told.id) ?? null })),
    rows,
  );
  call.record({
    objectKind: "handover",
    objectId: id,
    what: "created",
    fields: [
      { field: "day", before: null, after: day },
      { field: "moved", before: null, after: String(shown.moved) },
      { field: "unassigned", before: null, after: String(shown.unassigned) },
    ],
  });
  await noteRegisterChange(call);
  return ok({ id, plan: shown });
}

/** The parties whom who asks is told of: an office all that it sees, an official themselves. */
export const isTold = (call: Call, { told }: StoredParty): boolean =>
  call.roles.includes("office") || isOwn(call, told.id);

type Counts = Pick<HandoverEntry, "moved" | "unassigned">;

/** Who is told of a part of it alone is told the numbers of that part. */
const toEntry = (
  handover: StoredHandover,
  parties: readonly StoredParty[],
  seen: Counts = { moved: 0, unassigned: 0 },
): HandoverEntry => ({
  id: handover.id,
  day: handover.day as HandoverEntry["day"],
  note: handover.note,
  who: handover.personName,
  at: handover.createdAt,
  moved: parties.length === handover.parties ? handover.moved : seen.moved,
  unassigned: parties.length === handover.parties ? handover.unassigned : seen.unassigned,
  parties: parties.map(({ told }) => told),
  undoUntil: handover.undoneAt === null ? toUndoUntil(handover.createdAt) : null,
  undoneAt: handover.undoneAt,
});

function countMoved(rows: readonly HandoverRow[]): Counts {
  const moved = rows.filter(({ to }) => to !== null).length;
  return { moved, unassigned: rows.length - moved };
}

export async function listMadeHandovers(
  call: Call,
  { official, cursor, limit }: OperationArguments<"handover.list">,
): Promise<Result<OperationOutput<"handover.list">>> {
  const all = await listHandovers(call.db, official);
  const parties = await listParties(
    call.db,
    all.map(({ id }) => id),
  );
  const told = new Map<string, StoredParty[]>();
  for (const party of parties)
    if (isTold(call, party)) told.set(party.handover, [...(told.get(party.handover) ?? []), party]);
  const page = pageRows({
    rows: all.filter(({ id }) =>
      (told.get(id) ?? []).some((party) => official === undefined || party.told.id === official),
    ),
    sortBy: [({ createdAt }) => createdAt, ({ id }) => id],
    descending: true,
    cursor,
    limit,
  });
  if (!page.ok) return page;
  const seen = await countRows(
    call.db,
    page.value.rows.map(({ id }) => id),
  );
  const rows = page.value.rows.map((one) => toEntry(one, told.get(one.id) ?? [], seen.get(one.id)));
  return ok({ ...page.value, rows });
}

/** What one official gave or received; not found looks like not allowed. */
export async function getReceipt(
  call: Call,
  { id, official }: OperationArguments<"handover.receipt">,
): Promise<Result<HandoverReceipt>> {
  const handover = await findHandover(call.db, id);
  const parties = handover === undefined ? [] : await listParties(call.db, [id]);
  const own = parties.find((party) => party.told.id === official && isTold(call, party));
  if (handover === undefined || own === undefined) return refuse("request/not-found", { id });
  const rows = (await listRows(call.db, id)).filter(
    ({ from, to }) => from.id === official || to?.id === official,
  );
  return ok({ ...toEntry(handover, [own], countMoved(rows)), rows });
}

/** A handover with everybody whom who asks is told of, and all its establishments. */
export async function getWholeHandover(call: Call, id: string) {
  const handover = await findHandover(call.db, id);
  const parties =
    handover === undefined ? [] : (await listParties(call.db, [id])).filter((one) => isTold(call, one));
  if (handover === undefined || parties.length === 0) return refuse("request/not-found", { id });
  const rows = await listRows(call.db, id);
  return ok({ entry: toEntry(handover, parties, countMoved(rows)), rows });
}
