// One person's view of a picture: what both the application's reach and the database's row-level security let them see.
import {
  countGapKinds,
  countryCode,
  type DutyEstablishment,
  isInJurisdiction,
  type Reach,
  reachesEstablishment,
  reachesPlace,
  type TerritoryTree,
} from "@shian/domain";
import {
  createById,
  createPlaces,
  type Picture,
  type PictureEstablishment,
  rememberPlaces,
} from "./picture.js";
import type { Visible } from "./picture.repo.js";

/** The lowest place that holds all of them; the whole country when there is none. */
function findCommonPlace(tree: TerritoryTree, codes: readonly string[]): string {
  const [first, ...others] = codes;
  if (first === undefined) return countryCode;
  const line = [first, ...tree.ancestorsOf(first)];
  return line.find((code) => others.every((other) => tree.contains(code, other))) ?? countryCode;
}

/** The place at the top of what the reach sees: never above the office's own. */
export function findTop(tree: TerritoryTree, office: string, { territories }: Reach): string {
  const inside = territories.filter((code) => tree.contains(office, code));
  return inside.length === 0 || inside.length < territories.length ? office : findCommonPlace(tree, inside);
}

// Who answers for an establishment changes with the whole picture alone, so its places stand for it.
const placesByOfficial = new WeakMap<Picture["places"], ReadonlyMap<string, readonly number[]>>();

/** Where in the picture's list the establishments stand that an official answers for. */
export function getPlacesByOfficial({
  places,
  establishments,
}: Picture): ReadonlyMap<string, readonly number[]> {
  const known = placesByOfficial.get(places);
  if (known !== undefined) return known;
  const byOfficial = new Map<string, number[]>();
  for (const [place, { official }] of establishments.entries()) {
    if (official === null) continue;
    const list = byOfficial.get(official.id);
    if (list === undefined) byOfficial.set(official.id, [place]);
    else list.push(place);
  }
  placesByOfficial.set(places, byOfficial);
  return byOfficial;
}

/** Places in the list that the reach may hold: all for one of territories, few for one of names. */
function listCandidates(picture: Picture, reach: Reach): Iterable<number> {
  if (reach.territories.length > 0 || reach.unplaced) return picture.establishments.keys();
  const byOfficial = getPlacesByOfficial(picture);
  const officials = [...reach.officials, ...reach.standIns.map(({ official }) => official)];
  const own = reach.establishments.flatMap((id) => picture.places.get(id) ?? []);
  const answered = officials.flatMap((id) => byOfficial.get(id) ?? []);
  return [...new Set([...own, ...answered])].sort((a, b) => a - b);
}

/** The establishments, and the question about each, that both the reach and the database let be seen. */
function selectSeen(picture: Picture, reach: Reach, visible: Visible) {
  const { tree } = picture;
  const isInside = rememberPlaces((place) => reachesPlace({ reach, tree, place }));
  const beside: Reach = { ...reach, territories: [], unplaced: false };
  const establishments: PictureEstablishment[] = [];
  const questioned: DutyEstablishment[] = [];
  for (const place of listCandidates(picture, reach)) {
    const [one, question] = [picture.establishments[place], picture.question.establishments[place]];
    if (one === undefined || question === undefined) continue;
    const { id, place: at } = one.facts;
    const establishment = { id, place: at, official: one.official?.id ?? null };
    const isReached = isInside(at) || reachesEstablishment({ reach: beside, tree, establishment });
    if (!isReached || !visible.establishments.has(id)) continue;
    establishments.push(one);
    questioned.push(question);
  }
  return { establishments, questioned };
}

/**
 * The picture as the reach sees it. `visible` is what the database shows to the same person. Officials are seen
 * where one of their territories is, or through an establishment of theirs that is seen; who is granted an official sees
 * that one also without any.
 */
export function restrictPicture(picture: Picture, reach: Reach, visible: Visible): Picture {
  const { tree } = picture;
  const seen = selectSeen(picture, reach, visible);
  // Who sees every establishment shares the list and its places, and so what is counted and sorted along them.
  const isAll = seen.establishments.length === picture.establishments.length;
  const establishments = isAll ? picture.establishments : seen.establishments;
  const places = isAll ? picture.places : createPlaces(establishments);
  const byId = createById(establishments, places);
  const answering = new Set(establishments.map(({ official }) => official?.id));
  const officials = new Map(
    [...picture.officials].filter(
      ([id, { jurisdictions }]) =>
        reach.officials.includes(id) ||
        (visible.officials.has(id) &&
          (answering.has(id) ||
            reach.territories.includes(countryCode) ||
            jurisdictions.some((code) => isInJurisdiction({ tree, jurisdiction: reach.territories, code })))),
    ),
  );
  const gaps = picture.gaps.gaps.filter(({ establishment, official }) =>
    establishment === null ? official !== null && officials.has(official) : byId.has(establishment),
  );
  return {
    ...picture,
    rules: { ...picture.rules, territory: findTop(tree, picture.rules.territory, reach) },
    reach,
    establishments,
    places,
    byId,
    officials,
    inPost: new Set([...picture.inPost].filter((id) => officials.has(id))),
    gaps: { gaps, counts: countGapKinds(gaps) },
    question: isAll ? picture.question : { ...picture.question, establishments: seen.questioned },
  };
}
