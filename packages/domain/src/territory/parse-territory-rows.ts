// Decides which rows of a territory file become nodes of the tree and why the others do not. Rows are checked one by
// one, then against each other from the top of the tree down, so that a node never stands under one that was refused.
// The rows of a code are its whole history: they stand in place of every node that the office had for that code.
// Source: rules §1 "Territory"; issue "First", `import territories` (certain).

import { findDivision } from "../kernel/division-table.js";
import { isWithin, type PlainDate } from "../kernel/plain-date.js";
import { ok, type Result, refuseAll } from "../kernel/result.js";
import {
  parseTerritoryRow,
  type TerritoryFile,
  type TerritoryRowProblem,
  territoryProblem,
} from "./parse-territory-row.js";
import { findPlaceKind } from "./place-kind.js";
import { countryCode, type Territory, type TerritoryKind, territoryKinds } from "./territory.schema.js";

type Outcome = Result<Territory, TerritoryRowProblem>;
type Read = { readonly row: number; readonly node: Territory };

const PARENTS: { readonly [K in TerritoryKind]: readonly TerritoryKind[] } = {
  country: [],
  province: ["country"],
  city: ["province"],
  county: ["city", "province"],
  township: ["county", "city"],
  zone: ["county", "city", "province"],
  village: ["township", "zone"],
  grid: ["village", "zone"],
};

const doOverlap = (a: Territory, b: Territory): boolean =>
  (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);

const groupBy = <T>(items: readonly T[], toKey: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(toKey(item));
    if (group === undefined) groups.set(toKey(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** Whether going up by the rows' own parents comes back to the code. */
function isInCircle(code: string, parentOf: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let upper = parentOf.get(code);
  while (upper && !seen.has(upper)) {
    if (upper === code) return true;
    seen.add(upper);
    upper = parentOf.get(upper);
  }
  return false;
}

/** Problems of rows that share a code on one day: the later row is told the earlier one's number. */
function listDuplicates(reads: readonly Read[]): Map<number, TerritoryRowProblem[]> {
  const problems = new Map<number, TerritoryRowProblem[]>();
  for (const group of groupBy(reads, ({ node }) => node.code).values()) {
    for (const [index, later] of group.entries()) {
      const earlier = group.slice(0, index).find((read) => doOverlap(read.node, later.node));
      if (earlier === undefined) continue;
      const params = { code: later.node.code, row: earlier.row };
      problems.set(later.row, [territoryProblem("code", "territory/duplicate", params)]);
    }
  }
  return problems;
}

/** Problems of zones that take over what another zone has on the same day; `others` are zones that stay in force. */
function listTwiceTaken(
  reads: readonly Read[],
  others: readonly Territory[],
): Map<number, TerritoryRowProblem[]> {
  const problems = new Map<number, TerritoryRowProblem[]>();
  const takers = new Map<string, Territory[]>();
  const take = (node: Territory, row: number | undefined) => {
    for (const code of new Set(node.takesOver)) {
      const zones = takers.get(code) ?? [];
      const rival = zones.find((zone) => zone.code !== node.code && doOverlap(zone, node));
      if (rival !== undefined && row !== undefined) {
        const twice = territoryProblem("takesOver", "territory/takeover-twice", { code, zone: rival.code });
        problems.set(row, [...(problems.get(row) ?? []), twice]);
      }
      takers.set(code, [...zones, node]);
    }
  };
  for (const node of others) take(node, undefined);
  for (const { node, row } of reads) take(node, row);
  return problems;
}

/**
 * The rows in order, each as a node or with every reason why not. Blank kind is told by the code, blank parent is the
 * code's prefix, blank first day is `defaultFrom` if given. `existing` are the office's nodes: parents may be among
 * them or, down to the county, in the shipped table; nodes whose code the file names are ignored. Checked across rows:
 * one code twice on a day, a parent that is absent on the first day, of the wrong kind, refused itself or in a circle,
 * a village or grid in two zones on a day. Not checked: whether a place that a zone takes over has a node.
 *
 * @example
 * const row = { row: 2, code: "990106001", name: "望澜街道", from: "2026-01-01" };
 * parseTerritoryRows({ rows: [row] })[0].value; // => { code: "990106001", name: "望澜街道", kind: "township", parent: "990106", from: "2026-01-01" }
 * parseTerritoryRows({ rows: [{ ...row, code: "990106001003" }] })[0].problems[0].code; // => "territory/parent-unknown"
 */
export function parseTerritoryRows({ rows, existing = [], defaultFrom }: TerritoryFile): readonly Outcome[] {
  const outcomes = new Map<number, Outcome>();
  const reads: Read[] = [];
  for (const row of rows) {
    const outcome = parseTerritoryRow({ row, defaultFrom });
    if (outcome.ok) reads.push({ row: row.row, node: outcome.value });
    else outcomes.set(row.row, outcome);
  }

  const own = new Set(reads.map(({ node }) => node.code));
  const kept = existing.filter((node) => !own.has(node.code));
  const duplicates = listDuplicates(reads);
  const twiceTaken = listTwiceTaken(reads, kept);
  const parentOf = new Map(reads.map(({ node }) => [node.code, node.parent]));
  const rowOf = new Map(reads.map(({ node, row }) => [node.code, row]));
  const accepted = groupBy(kept, (node) => node.code);

  const findParentKind = (code: string, day: PlainDate): TerritoryKind | undefined => {
    const nodes = accepted.get(code);
    if (nodes !== undefined) return nodes.find((node) => isWithin(node, day))?.kind;
    const isShipped = code === countryCode || findDivision(code) !== undefined;
    return isShipped && !own.has(code) ? findPlaceKind(code) : undefined;
  };

  const listParentProblems = ({ node }: Read): readonly TerritoryRowProblem[] => {
    const { code, kind, parent, from } = node;
    if (parent === null) return [];
    if (isInCircle(code, parentOf)) return [territoryProblem("parent", "territory/circle", { code })];
    const parentKind = findParentKind(parent, from);
    if (parentKind === undefined) {
      const row = rowOf.get(parent);
      return row !== undefined && !accepted.has(parent)
        ? [territoryProblem("parent", "territory/parent-refused", { parent, row })]
        : [territoryProblem("parent", "territory/parent-unknown", { parent, from })];
    }
    if (PARENTS[kind].includes(parentKind)) return [];
    return [territoryProblem("parent", "territory/parent-kind", { code, parent })];
  };

  // A parent is always of a kind that stands earlier, so one pass from the top settles every parent first.
  const downwards = reads.toSorted(
    (a, b) => territoryKinds.indexOf(a.node.kind) - territoryKinds.indexOf(b.node.kind),
  );
  for (const read of downwards) {
    const { node, row } = read;
    const problems = [
      ...(duplicates.get(row) ?? []),
      ...listParentProblems(read),
      ...(twiceTaken.get(row) ?? []),
    ];
    outcomes.set(row, problems.length === 0 ? ok(node) : refuseAll(problems));
    if (problems.length === 0) accepted.set(node.code, [...(accepted.get(node.code) ?? []), node]);
  }
  return rows.flatMap((row) => outcomes.get(row.row) ?? []);
}
