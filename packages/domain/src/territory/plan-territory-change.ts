// Decides what a change of territories on a day writes: which nodes end on it and which begin. A township that ends is
// taken over by its successor under its old code, so every place below it, listed or not, stays in the tree; a node
// is never rewritten before the day, so every answer of an earlier day stays as it was.
// Source: rules §1 "Territory" (streets merge and split; one township-level node at a time; certain); keeping the old
// code as something taken over is ours.

import { findDivision } from "../kernel/division-table.js";
import type { KernelProblemCode } from "../kernel/kernel.problem.js";
import { isWithin, type PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, type ProblemParams, type Result, refuse, refuseAll } from "../kernel/result.js";
import { parseTerritoryRows } from "./parse-territory-rows.js";
import { findPlaceKind } from "./place-kind.js";
import { listShippedTerritories } from "./shipped-territories.js";
import type { TerritoryProblemCode } from "./territory.problem.js";
import type { Territory } from "./territory.schema.js";
import type { TerritoryChange } from "./territory-change.schema.js";
import { createTerritoryTree, type TerritoryTree } from "./territory-tree.js";

/** What a change writes: nodes as they stand afterwards, each in place of the one with its code and first day. */
export type TerritoryPlan = {
  readonly nodes: readonly Territory[];
  /** Codes that name no territory, or another extent, from the day on: who holds them is affected. */
  readonly affected: readonly string[];
};

type Planned = Result<TerritoryPlan, Problem<TerritoryProblemCode | KernelProblemCode>>;
type Sides = { readonly own: readonly Territory[]; readonly tree: TerritoryTree; readonly on: PlainDate };

/** The node as the change ends it. */
const endOn = (node: Territory, on: PlainDate): Territory => ({ ...node, to: on });
const beginAt = (node: Territory, on: PlainDate, change: Partial<Territory>): Territory => ({
  ...node,
  ...change,
  from: on,
});

/** A township from the day on, open-ended, with what it takes over. */
function toTownship(
  { code, name }: { readonly code: string; readonly name: string },
  parent: string | null,
  on: PlainDate,
  takesOver: readonly string[],
): Territory {
  const taken = [...new Set(takesOver)].filter((one) => one !== code).sort();
  return {
    code,
    name,
    kind: "township",
    parent,
    from: on,
    ...(taken.length === 0 ? {} : { takesOver: taken }),
  };
}

/** The office's node of the code on the day, which nothing later may already have changed. */
function findChangeable({ own, on }: Sides, code: string): Result<Territory, Problem<TerritoryProblemCode>> {
  const versions = own.filter((node) => node.code === code);
  const later = versions.find(({ from }) => from >= on);
  if (later !== undefined) return refuse("territory/changed-later", { code, from: later.from });
  const node = versions.find((version) => isWithin(version, on));
  return node === undefined ? refuse("territory/not-there", { code, on }) : ok(node);
}

/** Every node of the codes, or every reason why one cannot be changed. */
function findAllChangeable(
  sides: Sides,
  codes: readonly string[],
): Result<readonly Territory[], Problem<TerritoryProblemCode>> {
  const found = codes.map((code) => findChangeable(sides, code));
  const problems = found.flatMap((one) => (one.ok ? [] : one.problems));
  return problems.length > 0 ? refuseAll(problems) : ok(found.flatMap((one) => (one.ok ? [one.value] : [])));
}

/** Whether the code may name something new: it never named a place of the office or of the shipped table. */
const isFree = ({ own }: Sides, code: string): boolean =>
  !own.some((node) => node.code === code) && findDivision(code) === undefined;

const refuseOne = (code: TerritoryProblemCode, params: ProblemParams) => refuse(code, params);

function planMerge(sides: Sides, { codes, into }: Extract<TerritoryChange, { kind: "merge" }>): Planned {
  const { tree, on } = sides;
  const merged = [...new Set(codes)];
  if (merged.length < 2) return refuseOne("territory/merge-one", {});
  const found = findAllChangeable(sides, merged);
  if (!found.ok) return found;
  const wrong = found.value.find(({ kind }) => kind !== "township");
  if (wrong !== undefined) return refuseOne("territory/not-township", { code: wrong.code });
  const parents = new Set(merged.map((code) => tree.findParent(code)));
  if (parents.size > 1) return refuseOne("territory/merge-apart", { codes: merged.join("、") });
  if (findPlaceKind(into.code) !== "township")
    return refuseOne("territory/not-township", { code: into.code });
  if (!merged.includes(into.code) && !isFree(sides, into.code))
    return refuseOne("territory/code-used", { code: into.code });
  const taken = found.value.flatMap(({ code, takesOver = [] }) => [code, ...takesOver]);
  const [parent = null] = parents;
  return ok({
    nodes: [...found.value.map((node) => endOn(node, on)), toTownship(into, parent, on, taken)],
    affected: merged,
  });
}

/** Reasons why the parts of a split are not places of the township, each once. */
function listSplitProblems(
  sides: Sides,
  { code, rest, parts }: Extract<TerritoryChange, { kind: "split" }>,
  members: ReadonlySet<string>,
): readonly Problem<TerritoryProblemCode>[] {
  const codes = [rest.code, ...parts.map((part) => part.code)];
  const named = parts.flatMap((part) => part.members);
  const repeated = (list: readonly string[]) => [
    ...new Set(list.filter((one, index) => list.indexOf(one) !== index)),
  ];
  const toProblems = (list: readonly string[], reason: TerritoryProblemCode) =>
    list.map((one) => ({ code: reason, params: { code: one } }));
  const used = codes.filter((one, index) => !(index === 0 && one === code) && !isFree(sides, one));
  return [
    ...toProblems(
      codes.filter((one) => findPlaceKind(one) !== "township"),
      "territory/not-township",
    ),
    ...toProblems(used, "territory/code-used"),
    ...toProblems([...repeated(codes), ...repeated(named)], "territory/named-twice"),
    ...named
      .filter((one) => !members.has(one))
      .map((one) => ({ code: "territory/not-member" as const, params: { code: one, township: code } })),
  ];
}

function planSplit(sides: Sides, change: Extract<TerritoryChange, { kind: "split" }>): Planned {
  const { tree, on } = sides;
  const { code, rest, parts } = change;
  const found = findChangeable(sides, code);
  if (!found.ok) return found;
  const township = found.value;
  if (township.kind !== "township") return refuseOne("territory/not-township", { code });
  const taken = township.takesOver ?? [];
  const children = tree.childrenOf(code);
  const problems = listSplitProblems(
    sides,
    change,
    new Set([...taken, ...children.map((child) => child.code)]),
  );
  if (problems.length > 0) return refuseAll(problems);
  const named = parts.flatMap((part) => part.members);
  const moving = findAllChangeable(
    sides,
    named.filter((one) => !taken.includes(one)),
  );
  if (!moving.ok) return moving;
  const parent = tree.findParent(code) ?? null;
  const partOf = new Map(parts.flatMap((part) => part.members.map((one) => [one, part.code] as const)));
  return ok({
    nodes: [
      endOn(township, on),
      toTownship(rest, parent, on, [code, ...taken.filter((one) => !partOf.has(one))]),
      ...parts.map((part) =>
        toTownship(
          part,
          parent,
          on,
          taken.filter((one) => partOf.get(one) === part.code),
        ),
      ),
      ...moving.value.flatMap((village) => [
        endOn(village, on),
        beginAt(village, on, { parent: partOf.get(village.code) ?? code }),
      ]),
    ],
    affected: [code],
  });
}

function planCreate(sides: Sides, change: Extract<TerritoryChange, { kind: "create" }>): Planned {
  const { own, on } = sides;
  const { code, name, parent, takesOver } = change;
  if (!isFree(sides, code)) return refuseOne("territory/code-used", { code });
  const row = { row: 1, code, name, parent, from: on, takesOver: takesOver.join(" ") };
  const [read] = parseTerritoryRows({ rows: [row], existing: [...listShippedTerritories(), ...own] });
  if (read === undefined || !read.ok)
    return refuseAll(read?.problems.map(({ field: _, ...reason }) => reason) ?? []);
  return ok({ nodes: [read.value], affected: [code, ...takesOver] });
}

function planRename(sides: Sides, { code, name }: Extract<TerritoryChange, { kind: "rename" }>): Planned {
  const found = findChangeable(sides, code);
  if (!found.ok) return found;
  const nodes = [endOn(found.value, sides.on), beginAt(found.value, sides.on, { name })];
  return ok({ nodes, affected: [] });
}

function planEnd(
  sides: Sides,
  { code }: Extract<TerritoryChange, { kind: "end" }>,
  isPlaced: (code: string) => boolean,
): Planned {
  const { own, on } = sides;
  const found = findChangeable(sides, code);
  if (!found.ok) return found;
  const isLeft = ({ parent, to }: Territory) => parent === code && (to === undefined || to > on);
  const below = own.find(isLeft);
  if (below !== undefined) return refuseOne("territory/not-empty", { code, below: below.code });
  const taken = found.value.kind === "zone" ? undefined : found.value.takesOver?.[0];
  if (taken !== undefined) return refuseOne("territory/not-empty", { code, below: taken });
  // Only a zone has no place above by its code: what stands at it would lie nowhere.
  if (found.value.kind === "zone" && isPlaced(code)) return refuseOne("territory/still-used", { code });
  return ok({ nodes: [endOn(found.value, on)], affected: [code, ...(found.value.takesOver ?? [])] });
}

/**
 * The nodes that the change writes, or every reason why it cannot be on that day. `own` are all nodes of the office,
 * also ended ones; `isPlaced` says whether something stands at exactly this code.
 *
 * @example
 * const township = (code, name) => ({ code, name, kind: "township", parent: "990106", from: "2020-01-01" });
 * const own = [township("990106001", "望澜街道"), township("990106002", "听潮街道")];
 * const change = { kind: "merge", codes: ["990106001", "990106002"], into: { code: "990106009", name: "望潮街道" } };
 * const merged = planTerritoryChange({ own, on: "2026-07-01", change, isPlaced: () => false }).value;
 * merged.nodes[2]; // => { code: "990106009", name: "望潮街道", kind: "township", parent: "990106", from: "2026-07-01", takesOver: ["990106001", "990106002"] }
 * merged.nodes[0].to; // => "2026-07-01"
 */
export function planTerritoryChange({
  own,
  on,
  change,
  isPlaced,
}: {
  readonly own: readonly Territory[];
  readonly on: PlainDate;
  readonly change: TerritoryChange;
  readonly isPlaced: (code: string) => boolean;
}): Planned {
  const tree = createTerritoryTree({ nodes: own, asOf: on });
  const sides = { own, tree, on };
  switch (change.kind) {
    case "merge":
      return planMerge(sides, change);
    case "split":
      return planSplit(sides, change);
    case "create":
      return planCreate(sides, change);
    case "rename":
      return planRename(sides, change);
    case "end":
      return planEnd(sides, change, isPlaced);
  }
}

/** The office's nodes after a plan: a node in place of the one with its code and first day. */
export function applyTerritoryPlan(
  own: readonly Territory[],
  { nodes }: TerritoryPlan,
): readonly Territory[] {
  const keyOf = ({ code, from }: Territory) => `${code} ${from}`;
  return [...new Map([...own, ...nodes].map((node) => [keyOf(node), node])).values()];
}

/**
 * Whether the place answers to other territories in one tree than in the other; ended codes, which have no node, are
 * no territory.
 */
export function hasMoved(place: string, before: TerritoryTree, after: TerritoryTree): boolean {
  const listOver = ({ ancestorsOf, find }: TerritoryTree) =>
    [place, ...ancestorsOf(place)].filter((code) => find(code) !== undefined).join(" ");
  return listOver(before) !== listOver(after);
}
