// Reading commitments: signing rates, who has not signed, one official's commitment and list.
import {
  type CommitmentDetail,
  formatPlace,
  type Level,
  levels,
  measureSigning,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  refuse,
  type SigningRates,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findPartOf, isOfficialOf } from "../chain/chain.views.js";
import { pageRows } from "../picture/page-rows.js";
import type { Picture, StoredOfficial } from "../picture/picture.js";
import { getPartOfPicture, getPicture } from "../picture/picture.service.js";
import { findScope } from "../picture/scope.js";
import { listAcknowledgements, listCommitments } from "./commitment.repo.js";
import { toAnnexView, toCommitmentRow, toCommitmentView } from "./commitment.views.js";
import { readStandingNow, readStandings, type Standings } from "./standing.service.js";

type Days = { readonly asOf?: PlainDate | undefined; readonly knownOn?: PlainDate | undefined };

/** Whether who asks is the official, by a grant of their own. */
export const isOwn = (call: Call, official: string): boolean =>
  call.roles.includes("official") && call.reach.officials.includes(official);

/** Officials in their post whom who asks sees, of the territory. */
const listSeen = (picture: Picture, territory: string): readonly StoredOfficial[] =>
  [...picture.officials.values()].filter(
    (official) => picture.inPost.has(official.id) && isOfficialOf(picture, territory, official),
  );

/** How many have signed and acknowledged, by level and by territory. */
export async function getRates(
  call: Call,
  input: OperationArguments<"commitment.rates">,
): Promise<Result<SigningRates>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const standings = await readStandings(call, input);
  const { code } = scope.value;
  const table = measureSigning(
    listSeen(picture, code).map((official) => ({
      level: official.level,
      place: findPartOf(picture, code, official),
      ...standings.of(official.id),
    })),
  );
  const nameOf = (place: string) =>
    picture.tree.find(place)?.name ?? formatPlace({ code: place, tree: picture.tree, within: code });
  return ok({
    asOf: picture.asOf,
    territory: code,
    name: nameOf(code),
    strict: standings.strict,
    total: table.total,
    levels: [...table.levels],
    territories: table.places.map(({ place, ...signing }) => ({
      code: place,
      name: place === null ? nameOf(code) : nameOf(place),
      ...signing,
    })),
  });
}

/** Officials with how they stand, those who have something to do first. */
export async function listStandings(
  call: Call,
  input: OperationArguments<"commitment.list">,
): Promise<Result<OperationOutput<"commitment.list">>> {
  const picture = await getPicture(call, input);
  const scope = findScope(picture, input.territory);
  if (!scope.ok) return scope;
  const standings = await readStandings(call, input);
  const words = (input.search ?? "").trim().toLowerCase();
  const kept = listSeen(picture, scope.value.code).filter((official) => {
    const { load, standing, acknowledged } = standings.of(official.id);
    return (
      load > 0 &&
      (input.level === undefined || official.level === input.level) &&
      (input.standing === undefined || standing === input.standing) &&
      (input.acknowledged === undefined || acknowledged === input.acknowledged) &&
      official.searchText.includes(words)
    );
  });
  const page = pageRows({
    rows: kept,
    sortBy: [({ level }) => orderOf(level), ({ sortKey }) => sortKey, ({ id }) => id],
    cursor: input.cursor,
    limit: input.limit,
  });
  if (!page.ok) return page;
  const ids = page.value.rows.map(({ id }) => id);
  const commitments = new Map((await listCommitments(call.db, ids)).map((one) => [one.id, one]));
  return ok({
    ...page.value,
    rows: page.value.rows.map((official) => {
      const standing = standings.of(official.id);
      return toCommitmentRow(official, standing, commitments.get(standing.commitment ?? ""));
    }),
  });
}

const orderOf = (level: Level): number => levels.indexOf(level);

/** Years for which a commitment can be signed on the day: this one, and from October on the next. */
export function listYears(today: PlainDate): readonly number[] {
  const year = Number(today.slice(0, 4));
  return today >= `${year}-10-01` ? [year, year + 1] : [year];
}

/** The official whom who asks sees, and which of their establishments. */
export async function findSeenOfficial(
  call: Call,
  official: string,
  days: Days,
): Promise<
  Result<{
    readonly facts: StoredOfficial;
    readonly standings: Standings;
    readonly isSeen: (establishment: string) => boolean;
  }>
> {
  const part = { establishments: [], officials: [official] };
  const picture = call.isChange ? await getPartOfPicture(call, part) : await getPicture(call, days);
  const facts = picture.officials.get(official);
  if (facts === undefined) return refuse("request/not-found", { id: official });
  const standings = call.isChange ? await readStandingNow(call, official) : await readStandings(call, days);
  const own = isOwn(call, official);
  return ok({ facts, standings, isSeen: (id) => own || picture.byId.has(id) });
}

/** One official's commitment, list and history. */
export async function getCommitment(
  call: Call,
  input: OperationArguments<"commitment.get">,
): Promise<Result<CommitmentDetail>> {
  const seen = await findSeenOfficial(call, input.official, input);
  if (!seen.ok) return seen;
  const { facts, standings, isSeen } = seen.value;
  const { asOf, knownOn } = standings.whole;
  const standing = standings.of(facts.id);
  const commitments = (await listCommitments(call.db, [facts.id])).filter(
    ({ recordedFrom }) => recordedFrom === undefined || recordedFrom <= knownOn,
  );
  const acknowledgements = (await listAcknowledgements(call.db, [facts.id])).filter(
    ({ on }) => on <= asOf && on <= knownOn,
  );
  return ok({
    ...toCommitmentRow(
      facts,
      standing,
      commitments.find(({ id }) => id === standing.commitment),
    ),
    commitments: commitments.map((one) => toCommitmentView(one, knownOn)),
    annex: toAnnexView(standings.whole, standing, acknowledgements[0], isSeen),
    versions: [...standings.versionsOf(facts.id)]
      .reverse()
      .map(({ version, from, lines, hash }) => ({ version, from, firms: lines.length, hash })),
    acknowledgements: acknowledgements.map(({ version, on, at, hash, lines }) => ({
      version,
      on,
      at,
      hash,
      firms: lines.length,
    })),
    own: isOwn(call, facts.id),
    years: [...listYears(call.today)],
  });
}
