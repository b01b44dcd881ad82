// Merging, splitting, adding, renaming and ending territories on a day. The office changes what lies in its own reach;
// who holds a territory that ends (officials, grants, units) is counted and left for people to decide.
import {
  applyTerritoryPlan,
  createTerritoryTree,
  findPlaceKind,
  hasMoved,
  listShippedTerritories,
  type OperationArguments,
  ok,
  type PlainDate,
  planTerritoryChange,
  type Result,
  refuse,
  type Territory,
  type TerritoryChange,
  type TerritoryEffect,
  type TerritoryPlan,
  type TerritoryTree,
} from "@shian/domain";
import type { Call, ChangeCall, RecordedChange } from "../../deps.js";
import { toLogText } from "../audit/record-changes.js";
import { createPlaceCheck } from "../office/place-check.service.js";
import { noteRegisterChange } from "../picture/picture.service.js";
import { countEstablishmentsByPlace } from "../registry/registry-counts.service.js";
import { countHolders } from "./holders.repo.js";
import { listTerritories, saveTerritories } from "./territory.repo.js";

type Planned = {
  readonly own: readonly Territory[];
  readonly plan: TerritoryPlan;
  readonly before: TerritoryTree;
  readonly after: TerritoryTree;
};
type Counts = Awaited<ReturnType<typeof countEstablishmentsByPlace>>;

/** The places that the change names. A new code counts by where it lies before: nobody draws in another's places. */
function listNamed(change: TerritoryChange): readonly string[] {
  const isZone = (code: string) => findPlaceKind(code) === "zone";
  switch (change.kind) {
    case "merge":
      return [...change.codes, change.into.code];
    case "split":
      return [
        change.code,
        change.rest.code,
        ...change.parts.flatMap(({ code, members }) => [code, ...members]),
      ];
    case "create": {
      const above = change.parent === undefined ? [] : [change.parent];
      return [...(isZone(change.code) ? [] : [change.code]), ...above, ...change.takesOver];
    }
    case "rename":
    case "end":
      return [change.code];
  }
}

const treeOf = (own: readonly Territory[], asOf: PlainDate): TerritoryTree =>
  createTerritoryTree({ nodes: [...listShippedTerritories(), ...own], asOf });

async function plan(
  call: Call,
  on: PlainDate,
  change: TerritoryChange,
  counts: Counts,
): Promise<Result<Planned>> {
  const own = await listTerritories(call.db);
  const before = treeOf(own, on);
  const mayActAt = await createPlaceCheck(call, before);
  const outside = listNamed(change).find((code) => !mayActAt(code));
  if (outside !== undefined) return refuse("request/not-found", { id: outside });
  const placed = new Set(counts.map(({ place }) => place));
  const planned = planTerritoryChange({ own, on, change, isPlaced: (code) => placed.has(code) });
  if (!planned.ok) return planned;
  const after = treeOf(applyTerritoryPlan(own, planned.value), on);
  return ok({ own, plan: planned.value, before, after });
}

/** What the change does to establishments and to who holds a territory. */
async function measure(
  call: Call,
  on: PlainDate,
  { plan: { nodes, affected }, before, after }: Planned,
  counts: Counts,
): Promise<TerritoryEffect> {
  const placed = counts.flatMap(({ place, count }) => (place === null ? [] : [{ place, count }]));
  const sum = (isCounted: (place: string) => boolean) =>
    placed.reduce((total, { place, count }) => (isCounted(place) ? total + count : total), 0);
  const ended = nodes.filter(({ code, to }) => to === on && after.find(code) === undefined);
  const begun = nodes.filter(({ from }) => from === on);
  return {
    on,
    ends: ended.map(({ code, name }) => ({ code, name })),
    begins: begun.map(({ code, name }) => ({
      code,
      name,
      establishments: sum((place) => after.contains(code, place)),
    })),
    establishments: sum((place) => hasMoved(place, before, after)),
    ...(await countHolders(call.db, affected, on)),
  };
}

/** What the record keeps of a node: how it was before the day and how it is from then on. */
function toRecorded(code: string, on: PlainDate, { before, after }: Planned): RecordedChange {
  const [was, is] = [before.find(code), after.find(code)];
  const texts = (node: Territory | undefined) => ({
    name: toLogText(node?.name),
    parent: toLogText(node?.parent),
    takesOver: toLogText(node?.takesOver),
  });
  const [old, now] = [texts(was), texts(is)];
  const fields = (["name", "parent", "takesOver"] as const)
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
  return {
    objectKind: "territory",
    objectId: code,
    what: was === undefined ? "created" : is === undefined ? "ended" : "changed",
    fields: [...fields, { field: "from", before: null, after: on }],
  };
}

/** What a change on the day would do; nothing is written. */
export async function previewChange(
  call: Call,
  { on, change }: OperationArguments<"territory.preview">,
): Promise<Result<TerritoryEffect>> {
  const counts = await countEstablishmentsByPlace(call);
  const planned = await plan(call, on, change, counts);
  return planned.ok ? ok(await measure(call, on, planned.value, counts)) : planned;
}

async function change(
  call: ChangeCall,
  on: PlainDate,
  wanted: TerritoryChange,
): Promise<Result<TerritoryEffect>> {
  const counts = await countEstablishmentsByPlace(call);
  const planned = await plan(call, on, wanted, counts);
  if (!planned.ok) return planned;
  const effect = await measure(call, on, planned.value, counts);
  const { nodes } = planned.value.plan;
  await saveTerritories(call.db, nodes, call.now);
  await noteRegisterChange(call);
  for (const code of new Set(nodes.map((node) => node.code)))
    call.record(toRecorded(code, on, planned.value));
  return ok(effect);
}

export const mergeTerritories = (
  call: ChangeCall,
  { on, codes, into }: OperationArguments<"territory.merge">,
): Promise<Result<TerritoryEffect>> => change(call, on, { kind: "merge", codes, into });

export const splitTerritory = (
  call: ChangeCall,
  { on, code, rest, parts }: OperationArguments<"territory.split">,
): Promise<Result<TerritoryEffect>> => change(call, on, { kind: "split", code, rest, parts });

export const createTerritory = (
  call: ChangeCall,
  { on, code, name, parent, takesOver }: OperationArguments<"territory.create">,
): Promise<Result<TerritoryEffect>> =>
  change(call, on, {
    kind: "create",
    code,
    name,
    takesOver,
    ...(parent === undefined ? {} : { parent }),
  });

export const renameTerritory = (
  call: ChangeCall,
  { on, code, name }: OperationArguments<"territory.rename">,
): Promise<Result<TerritoryEffect>> => change(call, on, { kind: "rename", code, name });

export const endTerritory = (
  call: ChangeCall,
  { on, code }: OperationArguments<"territory.end">,
): Promise<Result<TerritoryEffect>> => change(call, on, { kind: "end", code });
