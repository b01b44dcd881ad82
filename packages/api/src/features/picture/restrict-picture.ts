// One person's view of a picture: what both the application's reach and the database's row-level security let them see.
import {
  countryCode,
  type Gap,
  isInJurisdiction,
  type Reach,
  reachesEstablishment,
  reachesPlace,
  type TerritoryTree,
} from "@shian/domain";
import { createById, createPlaces, type Picture, rememberPlaces } from "./picture.js";
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

export const countKinds = (
  gaps: readonly Gap[],
  counts: Picture["gaps"]["counts"],
): Picture["gaps"]["counts"] => {
  const counted = Object.fromEntries(Object.keys(counts).map((kind) => [kind, 0]));
  for (const { kind } of gaps) counted[kind] = (counted[kind] ?? 0) + 1;
  return counted as Picture["gaps"]["counts"];
};

/**
 * The picture as the reach sees it. `visible` is what the database shows to the same person. Officials are seen
 * where one of their territories is, or through an establishment of theirs that is seen; who is granted an official sees
 * that one also without any.
 */
export function restrictPicture(picture: Picture, reach: Reach, visible: Visible): Picture {
  const { tree } = picture;
  const isInside = rememberPlaces((place) => reachesPlace({ reach, tree, place }));
  const beside: Reach = { ...reach, territories: [], unplaced: false };
  const establishments = picture.establishments.filter(
    ({ facts, official }) =>
      visible.establishments.has(facts.id) &&
      (isInside(facts.place) ||
        reachesEstablishment({
          reach: beside,
          tree,
          establishment: { id: facts.id, place: facts.place, official: official?.id ?? null },
        })),
  );
  const places = createPlaces(establishments);
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
    gaps: { gaps, counts: countKinds(gaps, picture.gaps.counts) },
    question: {
      ...picture.question,
      establishments: picture.question.establishments.filter(({ id }) => byId.has(id)),
    },
  };
}
