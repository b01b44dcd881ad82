// Allocation: the domain plans who answers for what, this writes what it planned, dated.
import {
  type AllocationPreview,
  assignOfficials,
  findGradeLevels,
  findLevelForGrade,
  isInJurisdiction,
  type Level,
  levels,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call, ChangeCall } from "../../deps.js";
import { recordChanges } from "../audit/record-changes.js";
import type { Picture } from "../picture/picture.js";
import { getPicture, noteRegisterChange } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { countLoads, lockAssignments, recordAssignments } from "./chain.repo.js";

type Plan = { readonly preview: AllocationPreview; readonly moves: readonly Move[] };
type Move = { readonly establishment: string; readonly before: string | null; readonly official: string };

const toGrid = (place: string | null): string | null =>
  place !== null && place.length === 15 ? place : null;

function measureLoads(picture: Picture, level: Level, loads: ReadonlyMap<string, number>) {
  const own = [...picture.officials.values()].filter(
    (official) => official.level === level && picture.inPost.has(official.id),
  );
  const counts = own.map(({ id }) => loads.get(id) ?? 0);
  return {
    officials: own.length,
    sums: {
      assigned: counts.reduce((sum, load) => sum + load, 0),
      smallest: counts.length === 0 ? 0 : Math.min(...counts),
      largest: counts.length === 0 ? 0 : Math.max(...counts),
      idle: counts.filter((load) => load === 0).length,
    },
  };
}

function countEach(pairs: Iterable<string>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const official of pairs) loads.set(official, (loads.get(official) ?? 0) + 1);
  return loads;
}

/** Which level answers for a grade is laid down from a day on; before it nothing can be given to anybody. */
function refuseTooEarly({ rules }: Picture, from: PlainDate) {
  const [earliest = from] = rules.levels.map((entry) => entry.from).sort();
  return refuse("chain/levels-not-yet", { from, earliest });
}

/** What an allocation from the day on would change in the territory, and nothing else. */
async function plan(
  call: Call,
  input: { readonly territory?: string | undefined; readonly from?: PlainDate | undefined },
): Promise<Result<Plan>> {
  const from = input.from ?? call.today;
  const picture = await getPicture(call, { asOf: from });
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const active = scope.value.establishments.filter(({ state }) => state === "active");
  const inside = new Set(active.map(({ facts }) => facts.id));
  const elsewhere = picture.establishments.filter(
    (one) => one.state === "active" && !inside.has(one.facts.id),
  );
  const gradeLevels = findGradeLevels(picture.rules.levels, from);
  if (gradeLevels === undefined) return refuseTooEarly(picture, from);
  // All that they answer for, also out of the asker's reach, without what is planned here.
  const loads = await countLoads(call.db, [...picture.inPost], from);
  const ownLoads = countEach(active.flatMap(({ official }) => (official === null ? [] : [official.id])));
  const allocation = assignOfficials({
    territory: picture.tree,
    levels: gradeLevels,
    establishments: active.map(({ facts, grade }) => ({
      id: facts.id,
      place: facts.place,
      grid: toGrid(facts.place),
      grade: grade?.value ?? null,
    })),
    officials: [...picture.officials.values()]
      .filter(({ id }) => picture.inPost.has(id))
      .map(({ id, level, jurisdictions, capacity, homeGrid }) => ({
        id,
        level,
        jurisdictions,
        capacity,
        homeGrid,
        otherLoad: Math.max(0, (loads.get(id) ?? 0) - (ownLoads.get(id) ?? 0)),
      })),
    present: active.flatMap(({ facts, official }) =>
      official === null ? [] : [{ establishment: facts.id, official: official.id }],
    ),
    pinned: [],
  });
  const moves = allocation.assigned.flatMap(({ establishment, official }): Move[] => {
    const before = picture.byId.get(establishment)?.official?.id ?? null;
    return before === official ? [] : [{ establishment, before, official }];
  });
  const before = countEach(
    picture.establishments.flatMap(({ official }) => (official === null ? [] : [official.id])),
  );
  const after = countEach([
    ...allocation.assigned.map(({ official }) => official),
    ...elsewhere.flatMap(({ official }) => (official === null ? [] : [official.id])),
  ]);
  return ok({
    moves,
    preview: {
      from,
      assigned: allocation.assigned.length,
      added: moves.filter((move) => move.before === null).length,
      moved: moves.filter((move) => move.before !== null).length,
      unassigned: allocation.unassigned.map(({ establishment, reason }) => ({
        establishment,
        name: picture.byId.get(establishment)?.facts.name ?? "",
        reason,
      })),
      levels: levels.map((level) => {
        const [old, now] = [measureLoads(picture, level, before), measureLoads(picture, level, after)];
        return { level, officials: now.officials, before: old.sums, after: now.sums };
      }),
    },
  });
}

export async function planAllocation(
  call: Call,
  input: OperationArguments<"chain.planAllocation">,
): Promise<Result<AllocationPreview>> {
  const planned = await plan(call, input);
  return planned.ok ? ok(planned.value.preview) : planned;
}

/** Carries out the plan: ends what changes on the day and begins what is new on it. */
export async function allocate(
  call: ChangeCall,
  input: { readonly territory?: string | undefined; readonly from?: PlainDate | undefined },
): Promise<Result<AllocationPreview>> {
  await lockAssignments(call.db);
  const planned = await plan(call, input);
  if (!planned.ok) return planned;
  const { moves, preview } = planned.value;
  await write(call, moves, preview.from);
  return ok(preview);
}

async function write(call: ChangeCall, moves: readonly Move[], from: PlainDate): Promise<void> {
  if (moves.length === 0) return;
  await recordAssignments(call.db, moves, { from, at: call.now, newId: call.deps.newId });
  recordChanges(
    call,
    moves.map((move) => ({
      objectKind: "establishment",
      objectId: move.establishment,
      what: move.before === null ? "assigned" : "reassigned",
      fields: [{ field: "official", before: move.before, after: move.official }],
    })),
  );
  await noteRegisterChange(call);
}

/** Gives one establishment to a named official; level, jurisdiction and capacity must fit. */
export async function reassign(
  call: ChangeCall,
  input: OperationArguments<"chain.reassign">,
): Promise<Result<OperationOutput<"chain.reassign">>> {
  const from = input.from ?? call.today;
  await lockAssignments(call.db);
  const picture = await getPicture(call, { asOf: from });
  const one = picture.byId.get(input.establishment);
  const official = picture.officials.get(input.official);
  if (one === undefined) return refuse("request/not-found", { id: input.establishment });
  if (official === undefined || !picture.inPost.has(official.id))
    return refuse("request/not-found", { id: input.official });
  const names = { establishment: one.facts.name, official: official.name };
  if (one.grade === null) return refuse("chain/not-graded", names);
  const expected = findLevelForGrade({ levels: picture.rules.levels, grade: one.grade.value, on: from });
  if (expected === undefined) return refuseTooEarly(picture, from);
  if (expected !== official.level) return refuse("chain/wrong-level", { ...names, level: official.level });
  if (one.facts.place === null) return refuse("chain/place-unknown", names);
  if (!isInJurisdiction({ tree: picture.tree, jurisdiction: official.jurisdictions, code: one.facts.place }))
    return refuse("chain/outside-jurisdiction", names);
  if (one.official?.id !== official.id) {
    const load = (await countLoads(call.db, [official.id], from)).get(official.id) ?? 0;
    if (official.capacity !== null && load >= official.capacity)
      return refuse("chain/capacity-exhausted", names);
    await write(
      call,
      [{ establishment: one.facts.id, before: one.official?.id ?? null, official: official.id }],
      from,
    );
  }
  return ok({ establishment: one.facts.id, official: official.id, from });
}
