// The chain of an establishment on a date, in full: the pairing official, the leader in charge at each level of its
// place, the liaison, the market-regulation station and inspector, and the business's own arm. Absent links are links.
// Source: rules §3 "The chain of an establishment on a date, in full" (certain); that of several posts the one with the
// smallest place answers, and that a village without a leader is answered for by its liaison, is read from the same.
import type { Level } from "../territory/territory.schema.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { DutyKind, DutyPost } from "./duty-post.schema.js";

/** Kinds of link, in the order of the chain. */
export const linkKinds = [
  "pairing",
  "leader",
  "liaison",
  "station",
  "inspector",
  "person-in-charge",
  "director",
  "officers",
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Somebody who answers; `post` and `official` are ids where they are kept under one. */
export type LinkHolder = {
  readonly name: string;
  readonly unit: string;
  readonly title: string;
  readonly officePhone: string | null;
  readonly post: string | null;
  readonly official: string | null;
};

/** One link; `absent` when somebody should stand there and nobody does. */
export type FullLink = {
  readonly link: LinkKind;
  readonly level: Level | null;
  readonly place: string | null;
  readonly holders: readonly LinkHolder[];
  readonly absent: boolean;
  /** The village has no leader; its liaison answers. */
  readonly byLiaison: boolean;
};

type Arm = {
  readonly personInCharge: string | null;
  readonly director: string | null;
  /** Null: whether one is required is not known. */
  readonly directorRequired: boolean | null;
  readonly officers: readonly string[];
};

const toHolder = ({ name, unit, title, officePhone, post }: DutyPost): LinkHolder => ({
  name,
  unit,
  title,
  officePhone,
  post,
  official: null,
});
const named = (name: string): LinkHolder => ({
  name,
  unit: "",
  title: "",
  officePhone: null,
  post: null,
  official: null,
});

/**
 * The places of the chain's levels, from the office's own down to the village; one above the city level has none. A
 * place that is not known, or lies outside the office's, gives the office's own level alone.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * listChainPlaces({ tree, office: "990106", place: "990106001003" });
 * // => [{ level: "county", place: "990106" }, { level: "township", place: "990106001" }, { level: "village", place: "990106001003" }]
 */
export function listChainPlaces({
  tree,
  office,
  place,
}: {
  readonly tree: TerritoryTree;
  readonly office: string;
  readonly place: string | null;
}): readonly { readonly level: Level; readonly place: string }[] {
  const upward = place === null ? [] : [place, ...tree.ancestorsOf(place)];
  const end = upward.indexOf(office);
  const line = end < 0 ? [office] : upward.slice(0, end + 1).reverse();
  const seen = new Set<Level>();
  return line.flatMap((code) => {
    const level = tree.levelOf(code);
    // A grid stands at its village's level, and the village answers.
    if (level === undefined || seen.has(level)) return [];
    seen.add(level);
    return [{ level, place: code }];
  });
}

/** The posts of the kinds whose place holds this one, those of the smallest such place. */
export function findNearestPosts({
  tree,
  posts,
  kinds,
  place,
}: {
  readonly tree: TerritoryTree;
  readonly posts: readonly DutyPost[];
  readonly kinds: readonly DutyKind[];
  readonly place: string | null;
}): readonly DutyPost[] {
  if (place === null) return [];
  const wanted = posts.filter(({ kind }) => kinds.includes(kind));
  for (const code of [place, ...tree.ancestorsOf(place)]) {
    const found = wanted.filter(({ territories }) => territories.includes(code));
    if (found.length > 0) return found;
  }
  return [];
}

/**
 * Every link of the chain and how many are absent. `posts` are those in force on the day, as known on the day asked; the
 * tree is that of the day. A director counts as absent only where one is required.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * const arm = { personInCharge: "荀知微", director: null, directorRequired: false, officers: ["荀知微"] };
 * const chain = composeFullChain({ tree, office: "990106", place: "990106001", posts: [], pairing: null, arm });
 * chain.absent; // => 6
 */
export function composeFullChain(input: {
  readonly tree: TerritoryTree;
  readonly office: string;
  readonly place: string | null;
  readonly posts: readonly DutyPost[];
  readonly pairing: (Omit<LinkHolder, "post"> & { readonly level: Level | null }) | null;
  readonly arm: Arm;
}): { readonly links: readonly FullLink[]; readonly absent: number } {
  const { tree, posts, place, pairing, arm } = input;
  const make = (
    link: LinkKind,
    holders: readonly LinkHolder[],
    more: Partial<Omit<FullLink, "link" | "holders">> = {},
  ): FullLink => ({
    link,
    level: null,
    place: null,
    holders,
    absent: holders.length === 0,
    byLiaison: false,
    ...more,
  });
  const at = (kind: DutyKind, code: string) =>
    posts.filter((post) => post.kind === kind && post.territories.includes(code));
  const nearest = (...kinds: DutyKind[]) => findNearestPosts({ tree, posts, kinds, place });
  const leaders = listChainPlaces(input).map(({ level, place: code }) => {
    const own = at("leader", code);
    const liaisons = own.length === 0 && level === "village" ? at("liaison", code) : [];
    const holders = [...own, ...liaisons].map(toHolder);
    return make("leader", holders, { level, place: code, byLiaison: liaisons.length > 0 });
  });
  const station = nearest("station-head");
  const links = [
    make(
      "pairing",
      pairing === null ? [] : [{ ...toPerson(pairing), official: pairing.official }],
      pairing === null ? {} : { level: pairing.level },
    ),
    ...leaders,
    make("liaison", nearest("liaison").map(toHolder)),
    make("station", (station.length > 0 ? station : nearest("inspector")).map(toHolder)),
    make("inspector", nearest("inspector").map(toHolder)),
    make("person-in-charge", arm.personInCharge === null ? [] : [named(arm.personInCharge)]),
    make("director", arm.director === null ? [] : [named(arm.director)], {
      absent: arm.director === null && arm.directorRequired === true,
    }),
    make("officers", arm.officers.map(named)),
  ];
  return { links, absent: links.filter(({ absent }) => absent).length };
}

const toPerson = ({ name, unit, title, officePhone }: Omit<LinkHolder, "post">): LinkHolder => ({
  name,
  unit,
  title,
  officePhone,
  post: null,
  official: null,
});
