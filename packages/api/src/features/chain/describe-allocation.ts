// A plan as people look at it: figures and loads before and after, moves by village and grid, what is left and why.
import { createHash } from "node:crypto";
import {
  type Allocation,
  type AllocationInput,
  type AllocationPreview,
  formatPlace,
  isKnownOn,
  type Level,
  levels,
  type PlainDate,
  type Problem,
} from "@shian/domain";
import { flatMapInTurns, type Turns } from "../../take-turns.js";
import { findQuestioned, type Picture } from "../picture/picture.js";
import type { StoredMove } from "./allocation.repo.js";

const MOST_LEFT = 200;
const VILLAGE = 12;
const GRID = 15;

/** The grid that a place is, where it is one. */
export const toGrid = (place: string | null): string | null =>
  place !== null && place.length === GRID ? place : null;

export type Loads = ReadonlyMap<string, number>;

/** What an allocation is made from. */
export type AllocationGround = {
  readonly from: PlainDate;
  readonly picture: Picture;
  readonly input: AllocationInput;
  /** Establishments that are planned; the others keep their officials. */
  readonly inside: ReadonlySet<string>;
  /** All that officials answer for, also out of the asker's reach. */
  readonly loads: Loads;
  readonly mark: string;
};

export type PlannedAllocation = {
  readonly preview: AllocationPreview;
  readonly moves: readonly StoredMove[];
};

type Move = {
  readonly establishment: string;
  readonly before: string | null;
  readonly official: string;
  readonly village: string;
  readonly grid: string | null;
};

/** How often each official occurs. */
export function countEach(officials: Iterable<string>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const official of officials) loads.set(official, (loads.get(official) ?? 0) + 1);
  return loads;
}

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

/** By village, by grid, then by id. */
const inOrder = (a: Move, b: Move): number =>
  compareTexts(a.village, b.village) ||
  compareTexts(a.grid ?? "", b.grid ?? "") ||
  compareTexts(a.establishment, b.establishment);

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

type Counts = { added: number; moved: number };

function countBy(moves: readonly Move[], toPlace: (move: Move) => string | null) {
  const places = new Map<string, Counts>();
  for (const move of moves) {
    const code = toPlace(move);
    if (code === null) continue;
    const place = places.get(code) ?? { added: 0, moved: 0 };
    place[move.before === null ? "added" : "moved"] += 1;
    places.set(code, place);
  }
  return [...places];
}

function countByPlace({ tree, rules }: Picture, moves: readonly Move[]): AllocationPreview["places"] {
  const name = (code: string) => formatPlace({ code, tree, within: rules.territory });
  const named = ([code, counts]: readonly [string, Counts]) => ({ code, name: name(code), ...counts });
  const grids = new Map<string, ReturnType<typeof named>[]>();
  for (const grid of countBy(moves, ({ grid }) => grid)) {
    const village = grid[0].slice(0, VILLAGE);
    const own = grids.get(village) ?? [];
    own.push(named(grid));
    grids.set(village, own);
  }
  return countBy(moves, ({ village }) => village).map((place) => ({
    ...named(place),
    grids: grids.get(place[0]) ?? [],
  }));
}

/** Whether who answers from a later day was entered already: what is given now takes its place. */
const hasLater = (picture: Picture, { establishment }: Move, from: PlainDate): boolean =>
  findQuestioned(picture, establishment)?.officials.some(
    (record) => record.from > from && isKnownOn(record, picture.knownOn),
  ) === true;

/** The preview of the plan and its moves, in their order. */
export async function describeAllocation(
  turns: Turns,
  { picture, from, inside, loads }: AllocationGround,
  allocation: Allocation,
): Promise<PlannedAllocation> {
  const found = await flatMapInTurns(turns, allocation.assigned, ({ establishment, official }): Move[] => {
    const one = picture.byId.get(establishment);
    const before = one?.official?.id ?? null;
    if (before === official) return [];
    const place = one?.facts.place ?? null;
    return [
      { establishment, before, official, village: place?.slice(0, VILLAGE) ?? "", grid: toGrid(place) },
    ];
  });
  const moves = found.sort(inOrder);
  // Only active establishments are anybody's load, before as afterwards.
  const held = await flatMapInTurns(turns, picture.establishments, ({ facts, state, official }) =>
    official === null || state !== "active" ? [] : [{ establishment: facts.id, official: official.id }],
  );
  await turns.next();
  const elsewhere = held.filter(({ establishment }) => !inside.has(establishment));
  const before = countEach(held.map(({ official }) => official));
  const after = countEach([...allocation.assigned, ...elsewhere].map(({ official }) => official));
  const { certificate } = allocation;
  // The sum of squares of somebody whose work is partly out of reach would tell how much it is.
  const seesAll = [...loads].every(([official, load]) => load === (before.get(official) ?? 0));
  const added = moves.filter((move) => move.before === null).length;
  return {
    moves: moves.map(
      ({ establishment, before: officialBefore, official, village, grid }, rank): StoredMove => ({
        establishmentId: establishment,
        rank,
        village,
        grid,
        officialBefore,
        officialId: official,
        loadBefore: officialBefore === null ? null : (before.get(officialBefore) ?? 0),
        loadAfter: after.get(official) ?? 0,
      }),
    ),
    preview: {
      from,
      fingerprint: toFingerprint(from, moves),
      assigned: allocation.assigned.length,
      added,
      moved: moves.length - added,
      overtaken: moves.filter((move) => hasLater(picture, move, from)).length,
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
      places: countByPlace(picture, moves),
    },
  };
}
