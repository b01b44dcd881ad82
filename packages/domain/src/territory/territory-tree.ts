// Decides what contains what on one day. A place lies under the zone that takes it over, else under the parent its
// node names, else under its code's prefix; so every division code has a place in the tree, with a node or without.
// Streets merge and split: a question asked as of a date uses the nodes valid on that date.
// Source: rules §1 "Territory" (certain).
import { isWithin, type PlainDate } from "../kernel/plain-date.js";
import { findLevelOfKind, findPlaceKind, findPrefixParent } from "./place-kind.js";
import type { Level, Territory } from "./territory.schema.js";

// Country to grid is seven steps and a zone makes eight; a longer walk is a circle in unchecked data.
const MOST_STEPS = 16;

/** The tree of one day. All questions take place codes; none of them throws. */
export type TerritoryTree = {
  readonly asOf: PlainDate;
  /** The nodes valid on the day, by code. */
  readonly nodes: readonly Territory[];
  /** The node with the code on that day. */
  readonly find: (code: string) => Territory | undefined;
  /** The code of the place directly above. */
  readonly findParent: (code: string) => string | undefined;
  /** Codes of all places above, the nearest first, the country last. */
  readonly ancestorsOf: (code: string) => readonly string[];
  /** Nodes directly below, by code. */
  readonly childrenOf: (code: string) => readonly Territory[];
  /** Whether `code` is `ancestor` or lies below it. */
  readonly contains: (ancestor: string, code: string) => boolean;
  /** Level of the responsibility chain that the place stands at; none above the city. */
  readonly levelOf: (code: string) => Level | undefined;
};

const byCode = (a: Territory, b: Territory): number => (a.code < b.code ? -1 : 1);

/**
 * The tree of the nodes that are valid on the day. Of two nodes with one code the later in the list counts, so that an
 * office's own nodes follow shipped ones. The nodes are not checked (see `parseTerritoryRows`); a circle among them
 * ends every walk. Building is linear in the nodes, a question is a walk of at most eight steps.
 *
 * @example
 * const village = { code: "990106001003", name: "澜心社区", kind: "village", parent: "990106001", from: "2026-01-01" };
 * const zone = { code: "Z1", name: "澜港平台", kind: "zone", parent: "990106", from: "2026-07-01", takesOver: ["990106001003"] };
 * const treeOn = (asOf) => createTerritoryTree({ nodes: [village, zone], asOf });
 * treeOn("2026-06-30").ancestorsOf("990106001003"); // => ["990106001", "990106", "9901", "99", "CN"]
 * treeOn("2026-07-01").ancestorsOf("990106001003"); // => ["Z1", "990106", "9901", "99", "CN"]
 */
export function createTerritoryTree({
  nodes,
  asOf,
}: {
  readonly nodes: Iterable<Territory>;
  readonly asOf: PlainDate;
}): TerritoryTree {
  const valid = new Map<string, Territory>();
  for (const node of nodes) if (isWithin(node, asOf)) valid.set(node.code, node);
  const zoneOf = new Map<string, string>();
  for (const node of valid.values()) {
    for (const taken of node.takesOver ?? []) zoneOf.set(taken, node.code);
  }

  const findParent = (code: string): string | undefined =>
    zoneOf.get(code) ?? valid.get(code)?.parent ?? findPrefixParent(code);

  const children = new Map<string, Territory[]>();
  const sorted = [...valid.values()].sort(byCode);
  for (const node of sorted) {
    const above = findParent(node.code);
    if (above === undefined) continue;
    // A code that merged away has no node: what lay below it stands directly below what took it over.
    const parent = valid.has(above) ? above : (zoneOf.get(above) ?? above);
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [node]);
    else siblings.push(node);
  }

  return {
    asOf,
    nodes: sorted,
    find: (code) => valid.get(code),
    findParent,
    ancestorsOf: (code) => {
      const ancestors: string[] = [];
      let upper = findParent(code);
      while (upper !== undefined && ancestors.length < MOST_STEPS) {
        ancestors.push(upper);
        upper = findParent(upper);
      }
      return ancestors;
    },
    childrenOf: (code) => children.get(code) ?? [],
    contains: (ancestor, code) => {
      let place: string | undefined = code;
      for (let steps = 0; place !== undefined && steps <= MOST_STEPS; steps += 1) {
        if (place === ancestor) return true;
        place = findParent(place);
      }
      return false;
    },
    levelOf: (code) => {
      const kind = valid.get(code)?.kind ?? findPlaceKind(code);
      return kind === undefined ? undefined : findLevelOfKind(kind);
    },
  };
}

/**
 * Whether the place lies in the jurisdiction, which is one or more nodes of the tree; an empty one holds nothing.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: [], asOf: "2026-11-24" });
 * isInJurisdiction({ tree, jurisdiction: ["990106001", "990106002"], code: "990106002005" }); // => true
 * isInJurisdiction({ tree, jurisdiction: [], code: "990106002005" }); // => false
 */
export const isInJurisdiction = ({
  tree,
  jurisdiction,
  code,
}: {
  readonly tree: TerritoryTree;
  readonly jurisdiction: readonly string[];
  readonly code: string;
}): boolean => jurisdiction.some((node) => tree.contains(node, code));
