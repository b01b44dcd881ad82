// Stand-ins of officials who hand over: ended with it, and given back when it is undone.
import { type PlainDate, problem } from "@shian/domain";
import { type Call, type ChangeCall, nameOf } from "../../deps.js";
import { lockGrants } from "./grant.repo.js";
import { toStandInRows } from "./people.views.js";
import { listAllStandIns, type StoredStandIn, setStandInEnd } from "./stand-in.repo.js";

/** One that was ended: its version afterwards, and its end before. */
export type EndedStandIn = {
  readonly id: string;
  readonly versionAfter: number;
  readonly toBefore: PlainDate | null;
};

/** A stand-in that reaches beyond the day, with the names of both. */
export type RunningStandIn = StoredStandIn & { readonly names: readonly [by: string, of: string] };

/** Stand-ins by or for the officials that reach beyond the day. */
export async function listRunningStandIns(
  call: Call,
  officials: readonly string[],
  day: PlainDate,
): Promise<readonly RunningStandIn[]> {
  const of = new Set(officials);
  const running = (await listAllStandIns(call.db)).filter(
    ({ official, standsInFor, to }) => (of.has(official) || of.has(standsInFor)) && (to === null || to > day),
  );
  const named = new Map((await toStandInRows(call.db, running)).map((row) => [row.id, row]));
  return running.map((one) => {
    const row = named.get(one.id);
    return { ...one, names: [row?.officialName ?? "", row?.standsInForName ?? ""] };
  });
}

/** Ends them on the day; a day that has passed ends them today, since a stand-in is never ended backwards. */
export async function endStandIns(
  call: ChangeCall,
  running: readonly StoredStandIn[],
  day: PlainDate,
): Promise<readonly EndedStandIn[]> {
  await lockGrants(call.db);
  const last = day < call.today ? call.today : day;
  const ended: EndedStandIn[] = [];
  for (const { id, to, version, ...one } of running) {
    // One that has not begun ends where it begins.
    const isComing = one.from > last;
    const end = isComing ? one.from : last;
    if (to !== null && to <= end) continue;
    await writeEnd(call, { id, version }, { before: to, after: end });
    ended.push({ id, versionAfter: version + 1, toBefore: to });
  }
  return ended;
}

/** Gives them their former end back. */
export async function restoreStandIns(call: ChangeCall, ended: readonly EndedStandIn[]): Promise<void> {
  const known = new Map((await listAllStandIns(call.db)).map((one) => [one.id, one]));
  for (const { id, versionAfter, toBefore } of ended)
    await writeEnd(
      call,
      { id, version: versionAfter },
      { before: known.get(id)?.to ?? null, after: toBefore },
    );
}

/** The officials of those that somebody changed since. */
export async function findChangedStandIns(call: Call, ended: readonly EndedStandIn[]) {
  const known = new Map((await listAllStandIns(call.db)).map((one) => [one.id, one]));
  const changed = ended.flatMap(({ id, versionAfter }) => {
    const one = known.get(id);
    return one === undefined || one.version !== versionAfter ? [one] : [];
  });
  const rows = await toStandInRows(
    call.db,
    changed.filter((one) => one !== undefined),
  );
  return changed.map((_, at) =>
    problem("handover/undo-stand-in", { official: rows[at]?.officialName ?? "" } as const),
  );
}

async function writeEnd(
  call: ChangeCall,
  seen: { readonly id: string; readonly version: number },
  { before, after }: { readonly before: PlainDate | null; readonly after: PlainDate | null },
): Promise<void> {
  const written = await setStandInEnd(call.db, seen, after, { at: call.now, name: nameOf(call) });
  // Both were read in this very transaction, under the lock of grants.
  if (!written) throw new Error(`stand-in ${seen.id} changed under its own handover`);
  call.record({
    objectKind: "standIn",
    objectId: seen.id,
    what: "ended",
    fields: [{ field: "to", before, after }],
  });
}
