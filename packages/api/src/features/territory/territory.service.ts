// The tree that every other service asks: the shipped divisions and behind them the office's own nodes.
import {
  countryCode,
  createTerritoryTree,
  foldPlaceName,
  formatPlace,
  listShippedTerritories,
  type OperationArguments,
  type PlainDate,
  type Territory,
  type TerritoryRow,
  type TerritoryTree,
} from "@shian/domain";
import type { Call, Ground } from "../../deps.js";
import type { Database } from "../../storage/database.js";
import { REVISION, readStored } from "../office/office-setting.service.js";
import { findTerritoryCode, territorySetting } from "../office/office-territory.service.js";
import { readGround } from "./ground.repo.js";
import {
  getTerritoryStamp,
  listTerritories,
  listTerritoriesKnownOn,
  replaceTerritories,
} from "./territory.repo.js";

type KeptTree = { readonly stamp: string; readonly tree: TerritoryTree };
// Building a tree takes milliseconds and every request needs one. The stamp is asked each time, so a node that another
// process wrote is seen at once.
const kept = new WeakMap<Database, KeptTree>();

/** Today's places, the office's own among them, and how often its register has changed: what every request reads first. */
export async function findGround(call: Call): Promise<Ground> {
  const { stamp, territory, revision } = await readGround(call.db, {
    territory: territorySetting.key,
    revision: REVISION,
  });
  const officeTerritory = readStored(territorySetting, territory) ?? countryCode;
  return { on: call.today, tree: await getTreeBy(call, call.today, stamp), officeTerritory, revision };
}

/** The tree as it stands on the day, today unless another is asked for, as known at the end of a day not after today. */
export async function getTree(
  call: Call,
  asOf: PlainDate = call.today,
  knownOn: PlainDate = call.today,
): Promise<TerritoryTree> {
  if (knownOn < call.today) return getKnownTree(call, asOf, knownOn);
  if (call.ground?.on === asOf) return call.ground.tree;
  return getTreeBy(call, asOf, await getTerritoryStamp(call.db));
}

/** Trees as known at the end of days that are over: whatever is entered later, they stay as they are. */
const known = new WeakMap<Database, Map<string, Promise<TerritoryTree>>>();
const MOST_KNOWN = 8;

function getKnownTree(call: Call, asOf: PlainDate, knownOn: PlainDate): Promise<TerritoryTree> {
  const { database } = call.deps;
  const trees = known.get(database) ?? new Map<string, Promise<TerritoryTree>>();
  known.set(database, trees);
  const key = `${asOf} ${knownOn}`;
  const tree =
    trees.get(key) ??
    listTerritoriesKnownOn(call.db, knownOn).then((nodes) =>
      createTerritoryTree({ nodes: [...listShippedTerritories(), ...nodes], asOf }),
    );
  trees.delete(key);
  trees.set(key, tree);
  tree.catch(() => trees.delete(key));
  const [oldest] = trees.keys();
  if (trees.size > MOST_KNOWN && oldest !== undefined) trees.delete(oldest);
  return tree;
}

/** The same where the stamp of the office's nodes is known already (see `territoryStamp`). */
export async function getTreeBy(call: Call, asOf: PlainDate, nodesStamp: string): Promise<TerritoryTree> {
  const stamp = `${asOf} ${nodesStamp}`;
  const last = kept.get(call.deps.database);
  if (last?.stamp === stamp) return last.tree;
  const nodes = [...listShippedTerritories(), ...(await listTerritories(call.db))];
  const tree = createTerritoryTree({ nodes, asOf });
  kept.set(call.deps.database, { stamp, tree });
  return tree;
}

// Folding thousands of names takes milliseconds; a tree never changes, so once is enough.
const foldedNames = new WeakMap<TerritoryTree, readonly string[]>();

/** The names of the tree's nodes as a search compares them, in their order. */
function foldNames(tree: TerritoryTree): readonly string[] {
  const known = foldedNames.get(tree);
  if (known !== undefined) return known;
  const names = tree.nodes.map(({ name }) => foldPlaceName(name));
  foldedNames.set(tree, names);
  return names;
}

/** What was found, and in which tree of which office. */
type Found = { readonly tree: TerritoryTree; readonly office: string; readonly nodes: readonly Territory[] };

/** The places whose code begins with the text or whose name holds it, in the order of `territory.search`. */
export async function findByText(
  call: Call,
  { text, limit }: OperationArguments<"territory.search">,
): Promise<Found> {
  const wanted = foldPlaceName(text);
  const tree = await getTree(call);
  const office = await findTerritoryCode(call);
  if (wanted === "") return { tree, office, nodes: [] };
  const names = foldNames(tree);
  const found = tree.nodes.filter(
    ({ code }, at) => code.startsWith(wanted) || names[at]?.includes(wanted) === true,
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

/** The same places by code, name and path, without counting what lies in them. */
export async function findTerritoriesByText(
  call: Call,
  input: OperationArguments<"territory.search">,
): Promise<readonly Pick<TerritoryRow, "code" | "name" | "path">[]> {
  const { tree, office, nodes } = await findByText(call, input);
  return nodes.map(({ code, name }) => ({
    code,
    name,
    path: formatPlace({ code, tree, within: office, withProvince: true }),
  }));
}

/** The nodes that the office has brought in itself, also ended ones. */
export const listOwnTerritories = (call: Call): Promise<readonly Territory[]> => listTerritories(call.db);

/** Puts nodes in place of what the office had under their codes. */
export const replaceOwnTerritories = (call: Call, nodes: readonly Territory[]): Promise<void> =>
  replaceTerritories(call.db, nodes, call.now);
