// What services of people have in common: places by name, who changed something last, and what lies within reach.
import {
  formatPlace,
  type Grant,
  type GrantRow,
  type Problem,
  type Reach,
  reachesPlace,
  refuse,
  type StandInRow,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { Db } from "../../storage/database.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { getTree } from "../territory/territory.service.js";
import { listTargetNames, type StoredGrant } from "./grant.repo.js";
import { listJurisdictions, listPlaces, type StoredStandIn } from "./stand-in.repo.js";

/** The tree of the day, the office's own territory, and names of places in it. */
export type Places = {
  readonly tree: TerritoryTree;
  readonly office: string;
  readonly nameOf: (code: string | null) => string | null;
};

export async function getPlaces(call: Call): Promise<Places> {
  const tree = await getTree(call);
  const office = await findTerritoryCode(call);
  return { tree, office, nameOf: (code) => (code === null ? null : formatPlace({ code, tree })) };
}

/** Who acts, as records name them. */
export const byWhom = (call: Call): { readonly at: string; readonly name: string } => ({
  at: call.now,
  name: call.actor?.name ?? "",
});

/** Somebody else was faster, and who it was. */
export const refuseStale = (stored: {
  readonly updatedBy: string;
  readonly updatedAt: string | null;
}): { readonly ok: false; readonly problems: readonly Problem[] } =>
  refuse("request/stale", { who: stored.updatedBy, at: stored.updatedAt ?? "" });

/** Grants with the names of their places and of what they are for. */
export async function toGrantRows(
  call: Call,
  grants: readonly StoredGrant[],
  { nameOf }: Places,
): Promise<GrantRow[]> {
  const idsOf = (field: "official" | "establishment") => grants.flatMap((grant) => grant[field] ?? []);
  const officials = await listTargetNames(call.db, "official", idsOf("official"));
  const establishments = await listTargetNames(call.db, "establishment", idsOf("establishment"));
  return grants.map(({ personSortKey, updatedAt, updatedBy, ...grant }) => ({
    ...grant,
    territoryName: nameOf(grant.territory),
    targetName: officials.get(grant.official ?? "") ?? establishments.get(grant.establishment ?? "") ?? null,
  }));
}

/** Stand-ins with the names of their officials. */
export async function toStandInRows(db: Db, standIns: readonly StoredStandIn[]): Promise<StandInRow[]> {
  const names = await listTargetNames(
    db,
    "official",
    standIns.flatMap(({ official, standsInFor }) => [official, standsInFor]),
  );
  return standIns.map(({ updatedAt, updatedBy, ...standIn }) => ({
    ...standIn,
    officialName: names.get(standIn.official) ?? "",
    standsInForName: names.get(standIn.standsInFor) ?? "",
  }));
}

/** Whether any jurisdiction of an official lies within the reach, or the official is reached by name. */
export const reachesOfficial = (input: {
  readonly reach: Reach;
  readonly tree: TerritoryTree;
  readonly id: string;
  readonly jurisdictions: readonly string[] | undefined;
}): boolean =>
  input.reach.officials.includes(input.id) ||
  (input.jurisdictions ?? []).some((place) => reachesPlace({ reach: input.reach, tree: input.tree, place }));

/**
 * The grants that somebody who is no administrator may know of: those whose territory, official or establishment they
 * reach.
 */
export async function keepReached<G extends Grant>(
  call: Call,
  grants: readonly G[],
  tree: TerritoryTree,
): Promise<readonly G[]> {
  if (call.roles.includes("system") || call.roles.includes("security")) return grants;
  const { reach } = call;
  const jurisdictions = await listJurisdictions(
    call.db,
    grants.flatMap(({ official }) => official ?? []),
  );
  const places = await listPlaces(
    call.db,
    grants.flatMap(({ establishment }) => establishment ?? []),
  );
  return grants.filter(({ territory, official, establishment }) => {
    if (territory !== null) return reachesPlace({ reach, tree, place: territory });
    if (official !== null)
      return reachesOfficial({ reach, tree, id: official, jurisdictions: jurisdictions.get(official) });
    const place = establishment === null ? undefined : places.get(establishment);
    return place !== undefined && reachesPlace({ reach, tree, place });
  });
}
