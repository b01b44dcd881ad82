// The responsibility chain of the picture as pages show it: tree with gaps counted, gaps as rows, officials.
import {
  type ChainNode,
  countGapKinds,
  formatPlace,
  type GapKind,
  type GapRow,
  gapKinds,
  type OfficialRow,
} from "@shian/domain";
import type { Picture, PictureEstablishment, StoredOfficial } from "../picture/picture.js";
import { formatPlaceOf } from "../registry/registry.views.js";

type Gap = Picture["gaps"]["gaps"][number];

/** Whether the gap belongs to the territory: by its establishment, else by where its official may answer. */
export function isGapIn(picture: Picture, territory: string, gap: Gap): boolean {
  const { tree } = picture;
  if (gap.establishment !== null) {
    const place = picture.byId.get(gap.establishment)?.facts.place ?? null;
    return place === null ? territory === picture.rules.territory : tree.contains(territory, place);
  }
  const official = gap.official === null ? undefined : picture.officials.get(gap.official);
  return official !== undefined && isOfficialOf(picture, territory, official);
}

/** The gaps that belong to the territory; to the top of a view belongs everything in it. */
export const listGapsIn = (picture: Picture, territory: string): readonly Gap[] =>
  territory === picture.rules.territory
    ? picture.gaps.gaps
    : picture.gaps.gaps.filter((gap) => isGapIn(picture, territory, gap));

/** Whether one of the official's nodes lies in the territory; in the office's own whole, everyone who is listed. */
export const isOfficialOf = (picture: Picture, territory: string, official: StoredOfficial): boolean =>
  territory === picture.rules.territory ||
  official.jurisdictions.some((code) => picture.tree.contains(territory, code));

/** The territory below where an official is counted: the one that holds all their places; null for its own level. */
export function findPartOf(
  picture: Picture,
  territory: string,
  { jurisdictions }: StoredOfficial,
): string | null {
  const { tree } = picture;
  const part = tree
    .childrenOf(territory)
    .find(({ code }) => jurisdictions.every((one) => tree.contains(code, one)));
  return part?.code ?? null;
}

export const orderOfGap = (kind: GapKind): number => gapKinds.indexOf(kind);

/** One territory with what its establishments and gaps come to. */
export function toChainNode(
  picture: Picture,
  code: string,
  inside: readonly PictureEstablishment[],
  gaps: readonly Gap[],
): ChainNode {
  const node = picture.tree.find(code);
  const active = inside.filter(({ state }) => state === "active");
  const byGrade: Record<string, number> = { A: 0, B: 0, C: 0, D: 0, none: 0 };
  for (const { grade } of active)
    byGrade[grade?.value ?? "none"] = (byGrade[grade?.value ?? "none"] ?? 0) + 1;
  return {
    code,
    name: node?.name ?? formatPlace({ code, tree: picture.tree, within: picture.rules.territory }),
    kind: node?.kind ?? "county",
    children: picture.tree.childrenOf(code).length,
    establishments: active.length,
    officials: [...picture.officials.values()].filter(
      (official) => picture.inPost.has(official.id) && isOfficialOf(picture, code, official),
    ).length,
    byGrade,
    gaps: countGapKinds(gaps),
  };
}

export function toGapRow(picture: Picture, gap: Gap): GapRow {
  const one = gap.establishment === null ? undefined : picture.byId.get(gap.establishment);
  const official = gap.official === null ? undefined : picture.officials.get(gap.official);
  return {
    kind: gap.kind,
    establishment:
      one === undefined
        ? null
        : {
            id: one.facts.id,
            name: one.facts.name,
            grade: one.grade?.value ?? null,
            placeName: formatPlaceOf(picture, one),
          },
    official:
      official === undefined
        ? null
        : {
            id: official.id,
            name: official.name,
            level: official.level,
            unit: official.unit,
            jurisdictions: [...official.jurisdictions],
          },
    left: findLeft(picture, gap),
    since: gap.since,
    reason: { code: gap.reason.code, params: nameParties(picture, gap.reason.params) },
  };
}

/** The official who has left an establishment to nobody, where who asks sees them. */
function findLeft(picture: Picture, { reason }: Gap): GapRow["left"] {
  const { official } = reason.params;
  if (reason.code !== "chain/official-left" || typeof official !== "string") return null;
  const former = picture.officials.get(official);
  return former === undefined ? null : { id: former.id, name: former.name };
}

/** Ids in a reason's parameters become the names that people know. */
function nameParties(picture: Picture, params: GapRow["reason"]["params"]): GapRow["reason"]["params"] {
  const { establishment, official } = params;
  return {
    ...params,
    ...(typeof establishment === "string"
      ? { establishment: picture.byId.get(establishment)?.facts.name ?? establishment }
      : {}),
    ...(typeof official === "string" ? { official: picture.officials.get(official)?.name ?? official } : {}),
  };
}

/** Establishments by the official who answers for them. */
export function groupByOfficial(picture: Picture): ReadonlyMap<string, readonly PictureEstablishment[]> {
  const groups = new Map<string, PictureEstablishment[]>();
  for (const one of picture.establishments) {
    if (one.official === null || one.state !== "active") continue;
    const group = groups.get(one.official.id);
    if (group === undefined) groups.set(one.official.id, [one]);
    else group.push(one);
  }
  return groups;
}

export function toOfficialRow(
  picture: Picture,
  official: StoredOfficial,
  own: readonly PictureEstablishment[],
): OfficialRow {
  const { sortKey, searchText, ...facts } = official;
  return {
    ...facts,
    jurisdictionNames: official.jurisdictions.map((code) =>
      formatPlace({ code, tree: picture.tree, within: picture.rules.territory }),
    ),
    load: own.length,
    due: own.filter(({ running }) => running.due).length,
    done: own.filter(({ running }) => running.due && running.state === "done").length,
    overdue: own.filter(({ ended }) => ended.state === "overdue").length,
  };
}
