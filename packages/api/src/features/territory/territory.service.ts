// The tree that every other service asks: the shipped divisions and behind them the office's own nodes.
import {
  createTerritoryTree,
  findPlaceKind,
  foldPlaceName,
  formatPlace,
  listShippedTerritories,
  type OperationArguments,
  type OperationOutput,
  ok,
  type PlainDate,
  type Result,
  reachesPlace,
  refuse,
  type Territory,
  type TerritoryRow,
  type TerritoryTree,
} from "@shian/domain";
import type { Call } from "../../deps.js";
import type { Database } from "../../storage/database.js";
import { findTerritoryCode } from "../office/office-territory.service.js";
import { countEstablishmentsByPlace } from "../registry/registry-counts.service.js";
import { getTerritoryStamp, listTerritories, replaceTerritories } from "./territory.repo.js";

type KeptTree = { readonly stamp: string; readonly tree: TerritoryTree };
// Building a tree takes milliseconds and every request needs one. The stamp is asked each time, so a node that another
// process wrote is seen at once.
const kept = new WeakMap<Database, KeptTree>();

/** The tree as it stands on the day, today unless another is asked for. */
export async function getTree(call: Call, asOf: PlainDate = call.today): Promise<TerritoryTree> {
  if (call.ground?.on === asOf) return call.ground.tree;
  const stamp = `${asOf} ${await getTerritoryStamp(call.db)}`;
  const last = kept.get(call.deps.database);
  if (last?.stamp === stamp) return last.tree;
  const nodes = [...listShippedTerritories(), ...(await listTerritories(call.db))];
  const tree = createTerritoryTree({ nodes, asOf });
  kept.set(call.deps.database, { stamp, tree });
  return tree;
}

/** How many establishments lie in each place and below it, by code. */
async function countInTree(call: Call, tree: TerritoryTree): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { place, count } of await countEstablishmentsByPlace(call)) {
    if (place === null || !reachesPlace({ reach: call.reach, tree, place })) continue;
    for (const code of [place, ...tree.ancestorsOf(place)]) counts.set(code, (counts.get(code) ?? 0) + count);
  }
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
  { parent, asOf }: OperationArguments<"territory.list">,
): Promise<Result<OperationOutput<"territory.list">>> {
  const tree = await getTree(call, asOf);
  const office = await findTerritoryCode(call);
  const above = parent ?? office;
  if (!tree.contains(office, above) || findPlaceKind(above) === undefined)
    return refuse("request/not-found", { id: above });
  const counts = await countInTree(call, tree);
  return ok({ rows: tree.childrenOf(above).map((node) => toRow(node, tree, counts, office)) });
}

/** What a search found, and in which tree of which office. */
type Found = { readonly tree: TerritoryTree; readonly office: string; readonly nodes: readonly Territory[] };

async function find(call: Call, { text, limit }: OperationArguments<"territory.search">): Promise<Found> {
  const wanted = foldPlaceName(text);
  const tree = await getTree(call);
  const office = await findTerritoryCode(call);
  if (wanted === "") return { tree, office, nodes: [] };
  const found = tree.nodes.filter(
    ({ code, name }) => code.startsWith(wanted) || foldPlaceName(name).includes(wanted),
  );
  const outside = (node: Territory) => (tree.contains(office, node.code) ? 0 : 1);
  const ranked = found.toSorted(
    (a, b) =>
      outside(a) - outside(b) ||
      tree.ancestorsOf(a.code).length - tree.ancestorsOf(b.code).length ||
      (a.code < b.code ? -1 : 1),
  );
  return { tree, office, nodes: ranked.slice(0, limit) };
}

/**
 * Places whose code begins with the text or whose name holds it, the office's own territory first, then by kind from
 * the highest and by code. Divisions outside the territory are found too, so that an office can choose another one.
 */
export async function searchTerritories(
  call: Call,
  input: OperationArguments<"territory.search">,
): Promise<Result<OperationOutput<"territory.search">>> {
  const { tree, office, nodes } = await find(call, input);
  if (nodes.length === 0) return ok({ rows: [] });
  const counts = await countInTree(call, tree);
  return ok({ rows: nodes.map((node) => toRow(node, tree, counts, office)) });
}

/** The same places by code, name and path, without counting what lies in them. */
export async function findTerritoriesByText(
  call: Call,
  input: OperationArguments<"territory.search">,
): Promise<readonly Pick<TerritoryRow, "code" | "name" | "path">[]> {
  const { tree, office, nodes } = await find(call, input);
  return nodes.map((node) => toRow(node, tree, new Map(), office));
}

/** The nodes that the office has brought in itself, also ended ones. */
export const listOwnTerritories = (call: Call): Promise<readonly Territory[]> => listTerritories(call.db);

/** Puts nodes in place of what the office had under their codes. */
export const replaceOwnTerritories = (call: Call, nodes: readonly Territory[]): Promise<void> =>
  replaceTerritories(call.db, nodes, call.now);
