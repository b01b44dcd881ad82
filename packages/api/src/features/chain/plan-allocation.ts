// What an allocation would change: the input out of the picture of the day, the domain's plan, and what people look at.
import { createHash } from "node:crypto";
import {
  type Allocation,
  type AllocationInput,
  type AllocationPreview,
  assignOfficialsInSteps,
  findGradeLevels,
  type GradeLetter,
  type Level,
  levels,
  type OperationArguments,
  ok,
  type PlainDate,
  type Problem,
  type Result,
  refuse,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { countLoads } from "./chain.repo.js";

export type Move = {
  readonly establishment: string;
  readonly before: string | null;
  readonly official: string;
};
export type PlannedAllocation = { readonly preview: AllocationPreview; readonly moves: readonly Move[] };
export type AllocationQuestion = Omit<OperationArguments<"chain.planAllocation">, "offset" | "limit"> & {
  readonly offset?: number;
  readonly limit?: number;
};

const TURN_MS = 25;
const MOST_LEFT = 200;
const DEFAULT_LIMIT = 50;

const toGrid = (place: string | null): string | null =>
  place !== null && place.length === 15 ? place : null;

function countEach(officials: Iterable<string>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const official of officials) loads.set(official, (loads.get(official) ?? 0) + 1);
  return loads;
}

/** Which level answers for a grade is laid down from a day on; before it nothing can be given to anybody. */
export function refuseTooEarly({ rules }: Picture, from: PlainDate) {
  const [earliest = from] = rules.levels.map((entry) => entry.from).sort();
  return refuse("chain/levels-not-yet", { from, earliest });
}

/** The best plan, made in turns, so that others are served in between. */
async function solve(input: AllocationInput): Promise<Allocation> {
  const steps = assignOfficialsInSteps(input);
  let turn = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - turn < TURN_MS) continue;
    await new Promise((resolve) => setImmediate(resolve));
    turn = performance.now();
  }
}

type Loads = ReadonlyMap<string, number>;

function measureLoads(picture: Picture, level: Level, [before, after]: readonly [Loads, Loads]) {
  const own = [...picture.officials.values()].filter(
    (official) => official.level === level && picture.inPost.has(official.id),
  );
  const measure = (loads: Loads) => {
    const counts = own.map(({ id }) => loads.get(id) ?? 0).sort((a, b) => a - b);
    const groups = new Map<number, number>();
    for (const load of counts) groups.set(load, (groups.get(load) ?? 0) + 1);
    return {
      assigned: counts.reduce((sum, load) => sum + load, 0),
      smallest: counts[0] ?? 0,
      largest: counts.at(-1) ?? 0,
      idle: groups.get(0) ?? 0,
      loads: [...groups].map(([load, officials]) => ({ load, officials })),
    };
  };
  return { level, officials: own.length, before: measure(before), after: measure(after) };
}

/** Names instead of ids, for whoever reads the refusal. */
function nameParties(picture: Picture, { code, params }: Problem): Problem {
  const { establishment, official } = params;
  return {
    code,
    params: {
      ...params,
      establishment: picture.byId.get(String(establishment))?.facts.name ?? String(establishment),
      official: picture.officials.get(String(official))?.name ?? String(official),
    },
  };
}

/** Equal for equal plans: what is applied is what was looked at, or it is refused. */
const toFingerprint = (from: PlainDate, moves: readonly Move[]): string =>
  createHash("sha256")
    .update(
      JSON.stringify([
        from,
        moves.map(({ establishment, before, official }) => [establishment, before, official]),
      ]),
    )
    .digest("hex");

/** The plan for the territory from the day on, with the page of moves asked for. */
export async function planFor(call: Call, question: AllocationQuestion): Promise<Result<PlannedAllocation>> {
  const from = question.from ?? call.today;
  const picture = await getPicture(call, { asOf: from });
  const scope = findScope(picture, question.territory);
  if (!scope.ok) return scope;
  const gradeLevels = findGradeLevels(picture.rules.levels, from);
  if (gradeLevels === undefined) return refuseTooEarly(picture, from);
  const isAsked = ({ state, grade }: PictureEstablishment): boolean =>
    state === "active" &&
    (question.level === undefined ||
      (grade !== null && gradeLevels[grade.value as GradeLetter] === question.level));
  const asked = scope.value.establishments.filter(isAsked);
  const inside = new Set(asked.map(({ facts }) => facts.id));
  // All that they answer for, also out of the asker's reach, without what is planned here.
  const loads = await countLoads(call.db, [...picture.inPost], from);
  const ownLoads = countEach(asked.flatMap(({ official }) => (official === null ? [] : [official.id])));
  const allocation = await solve({
    territory: picture.tree,
    levels: gradeLevels,
    establishments: asked.map(({ facts, grade }) => ({
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
    present: asked.flatMap(({ facts, official }) =>
      official === null ? [] : [{ establishment: facts.id, official: official.id }],
    ),
    pinned: question.pinned ?? [],
    options:
      question.spread === undefined
        ? { order: "even-first" }
        : { order: "keep-first", spread: question.spread },
  });
  if (allocation.leastSpread !== null)
    return refuse("chain/spread-impossible", {
      spread: question.spread ?? 0,
      least: allocation.leastSpread,
    });
  const moves = allocation.assigned.flatMap(({ establishment, official }): Move[] => {
    const before = picture.byId.get(establishment)?.official?.id ?? null;
    return before === official ? [] : [{ establishment, before, official }];
  });
  return ok({ moves, preview: toPreview({ picture, question, from, inside, allocation, moves, loads }) });
}

function toPreview({
  picture,
  question,
  from,
  inside,
  allocation,
  moves,
  loads,
}: {
  readonly picture: Picture;
  readonly question: AllocationQuestion;
  readonly from: PlainDate;
  readonly inside: ReadonlySet<string>;
  readonly allocation: Allocation;
  readonly moves: readonly Move[];
  readonly loads: Loads;
}): AllocationPreview {
  const seenNow = picture.establishments.flatMap(({ official }) => (official === null ? [] : [official.id]));
  const elsewhere = picture.establishments.flatMap(({ facts, official }) =>
    official === null || inside.has(facts.id) ? [] : [official.id],
  );
  const before = countEach(seenNow);
  const after = countEach([...allocation.assigned.map(({ official }) => official), ...elsewhere]);
  const { certificate } = allocation;
  // The sum of squares of somebody whose work is partly out of reach would tell how much it is.
  const seesAll = [...loads].every(([official, load]) => load === (before.get(official) ?? 0));
  const places = new Map<string, { name: string; added: number; moved: number }>();
  for (const { establishment, before: old } of moves) {
    const one = picture.byId.get(establishment);
    const code = one?.facts.place?.slice(0, 12) ?? "";
    const place = places.get(code) ?? {
      name: one === undefined ? "" : formatPlaceOf(picture, one),
      added: 0,
      moved: 0,
    };
    if (old === null) place.added += 1;
    else place.moved += 1;
    places.set(code, place);
  }
  const offset = question.offset ?? 0;
  const limit = question.limit ?? DEFAULT_LIMIT;
  const toParty = (id: string | null, held: Loads) =>
    id === null ? null : { id, name: picture.officials.get(id)?.name ?? "", load: held.get(id) ?? 0 };
  return {
    from,
    fingerprint: toFingerprint(from, moves),
    assigned: allocation.assigned.length,
    added: moves.filter((move) => move.before === null).length,
    moved: moves.filter((move) => move.before !== null).length,
    unassigned: allocation.unassigned.slice(0, MOST_LEFT).map(({ establishment, reason }) => ({
      establishment,
      name: picture.byId.get(establishment)?.facts.name ?? "",
      reason,
    })),
    unassignedCount: allocation.unassigned.length,
    refused: allocation.refused.map(({ problem }) => nameParties(picture, problem)),
    levels: levels.map((level) => measureLoads(picture, level, [before, after])),
    certificate: {
      proven: certificate.proven,
      order: certificate.order,
      changed: certificate.objectives.changed,
      local: certificate.objectives.local,
      squares: seesAll
        ? {
            before: [...loads.values()].reduce((sum, load) => sum + load * load, 0),
            after: certificate.objectives.squares,
            bound: certificate.squares?.bound ?? null,
          }
        : null,
    },
    places: [...places]
      .map(([code, place]) => ({ code, ...place }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    moves: moves.slice(offset, offset + limit).map(({ establishment, before: old, official }) => {
      const one = picture.byId.get(establishment);
      return {
        establishment: {
          id: establishment,
          name: one?.facts.name ?? "",
          placeName: one === undefined ? "" : formatPlaceOf(picture, one),
        },
        from: toParty(old, before),
        to: toParty(official, after) ?? { id: official, name: "", load: 0 },
      };
    }),
  };
}
