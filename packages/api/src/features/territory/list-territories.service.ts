// Places as pages show them: with their path and how many establishments lie in them.
import {
  findPlaceKind,
  formatPlace,
  type OperationArguments,
  type OperationOutput,
  ok,
  type Result,
  refuse,
  type Territory,
  type TerritoryRow,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { countAlong } from "../picture/count-along.js";
import type { PictureEstablishment } from "../picture/picture.js";
import { getPicture } from "../picture/picture.service.js";
import { findByText, getTree } from "./territory.service.js";

/** Establishments that are not closed, by place. */
class PlaceCount {
  readonly byPlace = new Map<string, number>();

  add(one: PictureEstablishment): void {
    this.change(one, 1);
  }

  remove(one: PictureEstablishment): void {
    this.change(one, -1);
  }

  private change({ facts, state }: PictureEstablishment, by: 1 | -1): void {
    if (facts.place === null || state === "closed") return;
    this.byPlace.set(facts.place, (this.byPlace.get(facts.place) ?? 0) + by);
  }
}

type Days = Pick<OperationArguments<"territory.list">, "asOf" | "knownOn">;

/** How many establishments that who asks may see lie in each place and below it, by code. */
async function countInTree(
  call: Call,
  tree: TerritoryTree,
  days: Days = {},
): Promise<ReadonlyMap<string, number>> {
  const picture = await getPicture(call, days);
  const scope = { code: picture.rules.territory, establishments: picture.establishments };
  const { byPlace } = countAlong(picture, scope, "places", () => new PlaceCount());
  const counts = new Map<string, number>();
  for (const [place, count] of byPlace)
    for (const code of [place, ...tree.ancestorsOf(place)]) counts.set(code, (counts.get(code) ?? 0) + count);
  return counts;
}

function toRow(
  node: Territory,
  tree: TerritoryTree,
  counts: ReadonlyMap<string, number>,
  office: string,
): TerritoryRow {
  return {
    code: node.code,
    name: node.name,
    kind: node.kind,
    parent: tree.findParent(node.code) ?? null,
    path: formatPlace({ code: node.code, tree, within: office, withProvince: true }),
    from: node.from,
    to: node.to ?? null,
    establishments: counts.get(node.code) ?? 0,
    children: tree.childrenOf(node.code).length,
  };
}

/** The nodes directly below a place of the office's territory, below the territory itself when none is named. */
export async function listChildren(
  call: Call,
  { parent, ...days }: OperationArguments<"territory.list">,
): Promise<Result<OperationOutput<"territory.list">>> {
  const tree = await getTree(call, days.asOf, days.knownOn);
  const office = await findTerritoryCode(call);
  const above = parent ?? office;
  if (!tree.contains(office, above) || findPlaceKind(above) === undefined)
    return refuse("request/not-found", { id: above });
  const counts = await countInTree(call, tree, days);
  return ok({ rows: tree.childrenOf(above).map((node) => toRow(node, tree, counts, office)) });
}

/**
 * Places whose code begins with the text or whose name holds it, the office's own territory first, then by kind from
 * the highest and by code. Divisions outside the territory are found too, so that an office can choose another one.
 */
export async function searchTerritories(
  call: Call,
  input: OperationArguments<"territory.search">,
): Promise<Result<OperationOutput<"territory.search">>> {
  const { tree, office, nodes } = await findByText(call, input);
  if (nodes.length === 0) return ok({ rows: [] });
  const counts = await countInTree(call, tree);
  return ok({ rows: nodes.map((node) => toRow(node, tree, counts, office)) });
}
