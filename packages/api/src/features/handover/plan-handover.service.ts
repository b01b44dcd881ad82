// What a handover on a day would do: the preview, and the plan that is applied. Both are computed alike, so that only
// what was looked at is applied.
import { createHash } from "node:crypto";
import {
  checkHandover,
  findGradeLevels,
  findRecordOn,
  type HandoverDeparture,
  type HandoverPlan,
  isInJurisdiction,
  type LevelsNow,
  type Official,
  type OperationArguments,
  ok,
  type PlainDate,
  type Problem,
  planHandover,
  problem,
  type Result,
  refuse,
  refuseAll,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { countEach } from "../chain/describe-allocation.js";
import { readLoads } from "../chain/official-move.service.js";
import { readOptions } from "../commitment/options.service.js";
import { findUnsigned, listRunningCommitments } from "../commitment/outdate.service.js";
import { listRunningStandIns, type RunningStandIn } from "../people/handed-stand-ins.service.js";
import { findQuestioned, type Picture, type PictureEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";

export type Asked = Pick<OperationArguments<"handover.preview">, "day" | "departures" | "choices">;

/** One who goes, with the post they hold on the day (undefined: they had left it already). */
export type Leaving = HandoverDeparture & { readonly name: string; readonly held: Official | undefined };

/** Everything of the plan, before it is put into words. */
export type PreparedHandover = {
  readonly picture: Picture;
  readonly day: PlainDate;
  readonly departures: readonly Leaving[];
  /** What stands under each of those who go. */
  readonly holdings: ReadonlyMap<string, readonly PictureEstablishment[]>;
  readonly plan: HandoverPlan;
  /** Loads on the day, of everybody in a post and of those who go, in the whole register; for the plan, never told. */
  readonly loads: ReadonlyMap<string, number>;
  /** What of them who asks sees. */
  readonly seenLoads: ReadonlyMap<string, number>;
  readonly commitments: Awaited<ReturnType<typeof listRunningCommitments>>;
  readonly standIns: readonly RunningStandIn[];
  readonly levels: LevelsNow;
  readonly strict: boolean;
  readonly unsigned: ReadonlySet<string>;
};

/** What is assigned to each of the officials on the day, active or not, also where they have left; closed ones are over. */
function findHoldings(
  picture: Picture,
  officials: ReadonlySet<string>,
): ReadonlyMap<string, readonly PictureEstablishment[]> {
  const { asOf, knownOn } = picture;
  const holdings = new Map<string, PictureEstablishment[]>();
  for (const one of picture.establishments) {
    if (one.state === "closed") continue;
    const records = findQuestioned(picture, one.facts.id)?.officials ?? [];
    const official = findRecordOn(records, asOf, knownOn)?.value;
    if (official === undefined || !officials.has(official)) continue;
    const held = holdings.get(official);
    if (held === undefined) holdings.set(official, [one]);
    else held.push(one);
  }
  return holdings;
}

/** How many active establishments that who asks sees each official answers for; of those who go, what stands under them. */
function countSeenLoads(
  { establishments }: Picture,
  holdings: ReadonlyMap<string, readonly PictureEstablishment[]>,
): ReadonlyMap<string, number> {
  const active = establishments.filter(({ state }) => state === "active");
  const loads = countEach(active.flatMap(({ official }) => official?.id ?? []));
  for (const [official, held] of holdings)
    loads.set(official, held.filter(({ state }) => state === "active").length);
  return loads;
}

/** The first post of the official that is entered to begin after the day. */
const findLaterPost = ({ question }: Picture, id: string, day: PlainDate): PlainDate | undefined =>
  (question.posts ?? [])
    .filter((post) => post.id === id && post.from > day && (post.recordedTo ?? null) === null)
    .map(({ from }) => from)
    .sort()[0];

/** A pairing of an establishment that is entered to begin after the day; the handover would undo it. */
function findLaterPairing(picture: Picture, id: string): PlainDate | undefined {
  return (findQuestioned(picture, id)?.officials ?? [])
    .filter(({ from, recordedTo }) => from > picture.asOf && (recordedTo ?? null) === null)
    .map(({ from }) => from)
    .sort()[0];
}

/** Those who go, each found among the officials whom who asks keeps with all their places. */
function findLeaving(call: Call, picture: Picture, departures: readonly HandoverDeparture[]) {
  const { tree } = picture;
  const isReached = (code: string) => isInJurisdiction({ tree, jurisdiction: call.reach.territories, code });
  const found: Leaving[] = [];
  for (const departure of departures) {
    const { official: id, next, successor } = departure;
    const official = picture.officials.get(id);
    if (official === undefined || !official.jurisdictions.some(isReached))
      return refuse("request/not-found", { id });
    if (![...official.jurisdictions, ...(next?.jurisdictions ?? [])].every(isReached))
      return refuse("handover/beyond-reach", { official: official.name, count: 0 });
    if (successor !== undefined && !picture.officials.has(successor))
      return refuse("request/not-found", { id: successor });
    const { sortKey, searchText, ...held } = official;
    found.push({ ...departure, name: official.name, held: picture.inPost.has(id) ? held : undefined });
  }
  return ok(found);
}

/** Reasons that lie in what is recorded: posts, later pairings, establishments out of sight. */
function listFaults(
  picture: Picture,
  departures: readonly Leaving[],
  holdings: PreparedHandover["holdings"],
  loads: ReadonlyMap<string, number>,
): readonly Problem[] {
  const day = picture.asOf;
  const faults: Problem[] = [
    ...checkHandover({
      day,
      departures: departures.map((one) => ({
        ...one,
        laterPost: findLaterPost(picture, one.official, day),
        holds: holdings.get(one.official)?.length ?? 0,
      })),
    }),
  ];
  for (const { official, name } of departures) {
    const held = holdings.get(official) ?? [];
    const seen = held.filter(({ state }) => state === "active").length;
    const hidden = (loads.get(official) ?? 0) - seen;
    if (hidden > 0) faults.push(problem("handover/beyond-reach", { official: name, count: hidden }));
    for (const { facts } of held) {
      const from = findLaterPairing(picture, facts.id);
      if (from !== undefined)
        faults.push(problem("handover/pairing-later", { establishment: facts.name, from, day }));
    }
  }
  return faults.slice(0, 20);
}

/** What the handover would do; refused with every reason where it cannot be made. */
export async function prepareHandover(call: Call, asked: Asked): Promise<Result<PreparedHandover>> {
  const day = asked.day ?? call.today;
  const picture = await getPicture(call, { asOf: day });
  const found = findLeaving(call, picture, asked.departures);
  if (!found.ok) return found;
  const departures = found.value;
  const levels = findGradeLevels(picture.rules.levels, day);
  if (levels === undefined) {
    const [earliest = day] = picture.rules.levels.map(({ from }) => from).sort();
    return refuse("chain/levels-not-yet", { from: day, earliest });
  }
  const leaving = departures.map(({ official }) => official);
  const inPost = [...picture.officials.values()].filter(({ id }) => picture.inPost.has(id));
  const loads = await readLoads(call, [...new Set([...inPost.map(({ id }) => id), ...leaving])], day);
  const holdings = findHoldings(picture, new Set(leaving));
  const faults = listFaults(picture, departures, holdings, loads);
  if (faults.length > 0) return refuseAll(faults);
  const unknown = asked.choices.find(({ official }) => !picture.officials.has(official));
  if (unknown !== undefined) return refuse("request/not-found", { id: unknown.official });
  const seenLoads = countSeenLoads(picture, holdings);
  const plan = planHandover({
    departures: departures.map(({ official, next, successor }) => ({ official, next, successor })),
    establishments: [...holdings].flatMap(([official, held]) =>
      held.map(({ facts, grade, state }) => ({
        id: facts.id,
        place: facts.place,
        grid: facts.place?.length === 15 ? facts.place : null,
        grade: grade?.value ?? null,
        official,
        isActive: state === "active",
      })),
    ),
    officials: inPost.map(({ id, level, jurisdictions, capacity, homeGrid }) => ({
      id,
      level,
      jurisdictions,
      capacity,
      homeGrid,
      otherLoad: Math.max(0, (loads.get(id) ?? 0) - (holdings.has(id) ? (seenLoads.get(id) ?? 0) : 0)),
    })),
    choices: asked.choices,
    levels,
    territory: picture.tree,
  });
  const receivers = [...new Set(plan.moves.flatMap(({ to }) => (to === null ? [] : [to])))];
  const gone = departures.filter(({ next }) => next === null).map(({ official }) => official);
  const options = await readOptions(call);
  return ok({
    picture,
    day,
    departures,
    holdings,
    plan,
    loads,
    seenLoads,
    levels,
    commitments: await listRunningCommitments(call, leaving, day),
    standIns: await listRunningStandIns(call, gone, day),
    strict: options.options.strict,
    unsigned: await findUnsigned(
      call,
      inPost.filter(({ id }) => receivers.includes(id)),
      day,
    ),
  });
}

/** Changes when anything that is shown, and so anything that would be done, changes. */
export const toMark = (shown: unknown, asked: Asked): string =>
  createHash("sha256")
    .update(JSON.stringify([shown, asked.departures, asked.choices]))
    .digest("hex");
