// A handover in words: rows, officials before and after, whom one may choose.
import {
  addDays,
  type GradeLetter,
  type HandoverParty,
  type HandoverPlanView,
  type HandoverRow,
  type Level,
  type Official,
  type PlainDate,
} from "@shian/domain";
import type { Picture, PictureEstablishment } from "../picture/picture.js";
import { formatPlaceOf } from "../registry/registry.views.js";
import { type Asked, type Leaving, type PreparedHandover, toMark } from "./plan-handover.service.js";

const MOST_ROWS = 5000;
const MOST_REFUSED = 500;
const MOST_CANDIDATES = 1000;

/** Whole: everything that is kept; `shown`: what of it is sent. */
export type ComposedHandover = { readonly shown: HandoverPlanView; readonly rows: readonly HandoverRow[] };

const person = (picture: Picture, id: string) => ({ id, name: picture.officials.get(id)?.name ?? "" });

/** The visit that is open at an establishment on the picture's day. */
function toDuty({ running, ended }: PictureEstablishment, day: PlainDate) {
  const isOpen = running.due && running.state !== "done";
  return {
    duty: running.state,
    dueBy: isOpen && running.daysLeft !== null ? addDays(day, running.daysLeft) : null,
    missed: ended.state === "overdue",
    lastVisit: running.lastVisit,
  };
}

function toRows({ picture, day, plan, departures }: PreparedHandover, asked: Asked): readonly HandoverRow[] {
  const choices = new Map(asked.choices.map(({ establishment, official }) => [establishment, official]));
  const successors = new Map(departures.map(({ official, successor }) => [official, successor]));
  return plan.moves.flatMap(({ establishment, from, to, reason }): HandoverRow[] => {
    const one = picture.byId.get(establishment);
    if (one === undefined) return [];
    const named = choices.get(establishment) ?? successors.get(from);
    return [
      {
        establishment: {
          id: establishment,
          name: one.facts.name,
          placeName: formatPlaceOf(picture, one),
          grade: one.grade?.value ?? null,
          state: one.state,
        },
        from: person(picture, from),
        to: to === null ? null : person(picture, to),
        reason,
        chosen: to !== null && to === named,
        ...toDuty(one, day),
      },
    ];
  });
}

/** Visits made on or after a day that has passed by the official at what is handed over. */
function countVisitsSince(
  { picture, day }: PreparedHandover,
  official: string,
  rows: readonly HandoverRow[],
) {
  return rows.reduce((sum, { establishment }) => {
    const place = picture.done.places.get(establishment.id);
    const visits = place === undefined ? [] : (picture.done.visits[place] ?? []);
    return sum + visits.filter((visit) => visit.official === official && visit.madeOn >= day).length;
  }, 0);
}

const isActive = ({ establishment }: HandoverRow): boolean => establishment.state === "active";

function toParty(
  prepared: PreparedHandover,
  official: Omit<Official, "id"> & { readonly id: string },
  rows: readonly HandoverRow[],
  going?: Leaving,
): HandoverParty {
  const { id, name, unit, post, level } = official;
  const own = rows.filter(({ from }) => from.id === id);
  const received = rows.filter(({ to }) => to?.id === id);
  const before = prepared.seenLoads.get(id) ?? 0;
  const kept = prepared.plan.kept.filter((pair) => pair.official === id).length;
  const change = received.filter(isActive).length - own.filter(isActive).length;
  const moved = going === undefined ? received : own;
  const next = going?.next ?? null;
  const role = going === undefined ? "receives" : next === null ? "leaves" : "moves";
  const stays = role !== "leaves" && (prepared.loads.get(id) ?? 0) + change > 0;
  return {
    id,
    name,
    unit,
    post,
    level,
    role,
    next,
    before,
    after: Math.max(0, before + change),
    given: own.length,
    received: received.length,
    kept,
    unassigned: own.filter(({ to }) => to === null).length,
    dueVisits: moved.filter(({ dueBy }) => dueBy !== null).length,
    missedVisits: moved.filter(({ missed }) => missed).length,
    endedYears:
      going === undefined
        ? []
        : [
            ...new Set(prepared.commitments.filter((one) => one.official === id).map(({ year }) => year)),
          ].sort(),
    signs: stays && (role === "moves" || prepared.strict || prepared.unsigned.has(id)),
    acknowledges: stays && (own.some(isActive) || received.some(isActive)),
    standIns: prepared.standIns.flatMap(({ official: by, standsInFor, names }) =>
      by === id ? [names[1]] : standsInFor === id ? [names[0]] : [],
    ),
    visitsSince: going === undefined ? 0 : countVisitsSince(prepared, id, own),
  };
}

function toParties(prepared: PreparedHandover, rows: readonly HandoverRow[]): readonly HandoverParty[] {
  const { picture, departures } = prepared;
  const going = new Map(departures.map((one) => [one.official, one]));
  const receivers = new Set(rows.flatMap(({ to }) => (to === null || going.has(to.id) ? [] : [to.id])));
  const of = (id: string, one?: Leaving): HandoverParty[] => {
    const official = picture.officials.get(id);
    return official === undefined ? [] : [toParty(prepared, official, rows, one)];
  };
  return [
    ...departures.flatMap((one) => of(one.official, one)),
    ...[...receivers].sort().flatMap((id) => of(id)),
  ];
}

/** The officials who may answer for at least one of the establishments by level and place, those who move with the new post. */
function toCandidates(
  { picture, departures, seenLoads, levels }: PreparedHandover,
  rows: readonly HandoverRow[],
) {
  const going = new Map(departures.map(({ official, next }) => [official, next]));
  // Many establishments share a grade and a place.
  const kinds = new Map<string, { readonly level: Level; readonly places: readonly string[] }>();
  for (const { establishment } of rows) {
    const place = picture.byId.get(establishment.id)?.facts.place ?? null;
    if (establishment.grade === null || place === null) continue;
    const level = levels[establishment.grade as GradeLetter];
    kinds.set(`${level} ${place}`, { level, places: [place, ...picture.tree.ancestorsOf(place)] });
  }
  const mayTake = (official: Pick<Official, "level" | "jurisdictions">): boolean =>
    [...kinds.values()].some(
      ({ level, places }) =>
        level === official.level && places.some((code) => official.jurisdictions.includes(code)),
    );
  return [...picture.officials.values()]
    .filter((one) => {
      const next = going.get(one.id);
      return picture.inPost.has(one.id) && next !== null && mayTake(next ?? one);
    })
    .sort((a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : a.id < b.id ? -1 : 1))
    .slice(0, MOST_CANDIDATES)
    .map(({ id, name, unit, level }) => ({ id, name, unit, level, load: seenLoads.get(id) ?? 0 }));
}

export function composeHandover(prepared: PreparedHandover, asked: Asked): ComposedHandover {
  const { picture, day, plan } = prepared;
  const rows = toRows(prepared, asked);
  const unassigned = rows.filter(({ to }) => to === null);
  const shown = {
    day,
    moved: rows.length - unassigned.length,
    kept: plan.kept.length,
    unassigned: unassigned.length,
    parties: [...toParties(prepared, rows)],
    rows: [...unassigned, ...rows.filter(({ to }) => to !== null)],
    refused: plan.refused.map(({ establishment, official, code }) => {
      const names = {
        establishment: picture.byId.get(establishment)?.facts.name ?? "",
        official: picture.officials.get(official)?.name ?? "",
      };
      return {
        establishment: { id: establishment, name: names.establishment },
        official: { id: official, name: names.official },
        problem: { code, params: names },
      };
    }),
    candidates: toCandidates(prepared, rows),
  };
  return {
    rows,
    shown: {
      ...shown,
      rows: shown.rows.slice(0, MOST_ROWS),
      refused: shown.refused.slice(0, MOST_REFUSED),
      mark: toMark(shown, asked),
    },
  };
}
