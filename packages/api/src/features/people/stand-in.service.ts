// Stand-ins (代为督导): the office says which official supervises in whose place, from a day to a day.
import {
  checkStandIn,
  isWithin,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  reachesPlace,
  refuse,
  refuseAll,
  type StandIn,
  type StandInRow,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { pageRows } from "../picture/page-rows.js";
import { listStandInsBy } from "./find-grants.repo.js";
import { lockGrants } from "./grant.repo.js";
import { byWhom, getPlaces, reachesOfficial, refuseStale, toStandInRows } from "./people.views.js";
import {
  findStandIn,
  insertStandIn,
  listAllStandIns,
  listJurisdictions,
  listPlaces,
  setStandInEnd,
} from "./stand-in.repo.js";

/** Which of the officials the asker does not reach. */
async function findUnreached(call: Call, officials: readonly string[]): Promise<string | undefined> {
  const { tree } = await getPlaces(call);
  const jurisdictions = await listJurisdictions(call.db, officials);
  return officials.find(
    (id) => !reachesOfficial({ reach: call.reach, tree, id, jurisdictions: jurisdictions.get(id) }),
  );
}

/** Stand-ins by their first day; one is seen by who reaches either of its officials. */
export async function listStandIns(
  call: Call,
  { official, on, cursor, limit }: OperationArguments<"standIn.list">,
): Promise<Result<OperationOutput<"standIn.list">>> {
  const all = await listAllStandIns(call.db);
  const { tree } = await getPlaces(call);
  const jurisdictions = await listJurisdictions(
    call.db,
    all.flatMap((one) => [one.official, one.standsInFor]),
  );
  const isReached = (id: string) =>
    call.roles.includes("security") ||
    reachesOfficial({ reach: call.reach, tree, id, jurisdictions: jurisdictions.get(id) });
  const page = pageRows({
    rows: all.filter(
      (one) =>
        (official === undefined || one.official === official || one.standsInFor === official) &&
        (on === undefined || isWithin(one, on)) &&
        (isReached(one.official) || isReached(one.standsInFor)),
    ),
    sortBy: [({ from }) => from, ({ id }) => id],
    cursor,
    limit,
  });
  if (!page.ok) return page;
  return ok({ ...page.value, rows: await toStandInRows(call.db, page.value.rows) });
}

async function readBack(call: Call, id: string): Promise<Result<StandInRow>> {
  const stored = await findStandIn(call.db, id);
  const [row] = stored === undefined ? [] : await toStandInRows(call.db, [stored]);
  return row === undefined ? refuse("request/not-found", { id }) : ok(row);
}

export async function giveStandIn(
  call: ChangeCall,
  { txId, reason, from = call.today, ...facts }: OperationArguments<"standIn.give">,
): Promise<Result<StandInRow>> {
  await lockGrants(call.db);
  const draft = { ...facts, from };
  const unreached = await findUnreached(call, [draft.official, draft.standsInFor]);
  if (unreached !== undefined) return refuse("stand-in/official-unknown", { official: unreached });
  const named = draft.establishments ?? [];
  const { tree } = await getPlaces(call);
  const places = await listPlaces(call.db, named);
  for (const establishment of named) {
    const place = places.get(establishment);
    if (place === undefined || !reachesPlace({ reach: call.reach, tree, place }))
      return refuse("stand-in/establishment-unknown", { establishment });
  }
  const present = await listStandInsBy(call.db, [draft.official]);
  const problems = checkStandIn({ draft, present, today: call.today });
  if (problems.length > 0) return refuseAll(problems);
  const standIn: StandIn = { id: call.deps.newId(), ...draft };
  await insertStandIn(call.db, standIn, { ...byWhom(call), reason });
  const { id, ...told } = standIn;
  call.record({
    objectKind: "standIn",
    objectId: id,
    what: "given",
    fields: Object.entries({ ...told, reason }).flatMap(([field, value]) => {
      const after = toLogText(value);
      return after === null ? [] : [{ field, before: null, after }];
    }),
  });
  return readBack(call, id);
}

export async function endStandIn(
  call: ChangeCall,
  { id, version, to = call.today, reason }: OperationArguments<"standIn.end">,
): Promise<Result<StandInRow>> {
  await lockGrants(call.db);
  const standIn = await findStandIn(call.db, id);
  if (standIn === undefined) return refuse("request/not-found", { id });
  if ((await findUnreached(call, [standIn.official, standIn.standsInFor])) !== undefined)
    return refuse("request/not-found", { id });
  if (standIn.version !== version) return refuseStale(standIn);
  const last = to < standIn.from ? standIn.from : to;
  if (last < call.today) return refuse("grant/in-the-past", { from: last });
  if (standIn.to !== null && standIn.to <= call.today) return refuse("grant/ended-already");
  const written = await setStandInEnd(call.db, { id, version }, last, byWhom(call));
  if (!written) return refuseStale((await findStandIn(call.db, id)) ?? standIn);
  call.record({
    objectKind: "standIn",
    objectId: id,
    what: "ended",
    fields: [
      { field: "to", before: standIn.to, after: last },
      { field: "reason", before: null, after: reason },
    ],
  });
  return readBack(call, id);
}
