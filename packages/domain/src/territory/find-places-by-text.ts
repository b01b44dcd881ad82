// Decides which places a free text means: a code, a name, or the names from above it written in one go (云汀区望澜街道).
// Source: issue "First", jurisdictions "by code or names" (certain); the one-go form is ours, from lists offices keep.
import { foldCode } from "../kernel/fold-code.js";
import { foldPlaceName, listPlaceAliases, stripPlaceSuffix } from "./fold-place-name.js";
import type { TerritoryTree } from "./territory-tree.js";

/**
 * Codes of all nodes of the tree that the text can mean, by code; empty when it means none, several when it is
 * ambiguous. A grid is named by its code alone. `within` narrows an ambiguous name to the office's own territory.
 * Linear in the nodes of the tree.
 *
 * @example
 * const street = (code, parent) => ({ code, name: "望澜街道", kind: "township", parent, from: "2026-01-01" });
 * const county = { code: "990106", name: "云汀区", kind: "county", parent: "9901", from: "2026-01-01" };
 * const tree = createTerritoryTree({ nodes: [county, street("990106001", "990106"), street("990107001", "990107")], asOf: "2026-11-24" });
 * findPlacesByText({ tree, text: "望澜街道" }); // => ["990106001", "990107001"]
 * findPlacesByText({ tree, text: "云汀区望澜街道" }); // => ["990106001"]
 */
export function findPlacesByText({
  tree,
  text,
  within,
}: {
  readonly tree: TerritoryTree;
  readonly text: string;
  readonly within?: string | undefined;
}): readonly string[] {
  const code = foldCode(text).value;
  if (tree.find(code) !== undefined) return [code];
  if (/^\d{15}$/.test(code) && tree.find(code.slice(0, 12)) !== undefined) return [code];
  const name = foldPlaceName(text);
  if (name === "") return [];
  const full = tree.nodes.filter((node) => isNamed(tree, node.code, name, false)).map((node) => node.code);
  const found =
    full.length > 0
      ? full
      : tree.nodes.filter((node) => isNamed(tree, node.code, name, true)).map((node) => node.code);
  const own =
    within === undefined || found.length < 2 ? [] : found.filter((one) => tree.contains(within, one));
  return own.length > 0 ? own : found;
}

/** Whether the text is the node's name, alone or behind names of places above it. */
function isNamed(tree: TerritoryTree, code: string, text: string, short: boolean): boolean {
  const node = tree.find(code);
  if (node === undefined || node.kind === "country") return false;
  const folded = foldPlaceName(node.name);
  const names = short ? [folded, ...listPlaceAliases(folded, node.kind)] : [folded];
  // 望澜街道办事处 is 望澜街道: the written word for the kind counts as little as the node's own.
  const written = short ? [text, stripPlaceSuffix(text, node.kind)] : [text];
  return written.some((whole) =>
    names.some((name) => {
      if (!whole.endsWith(name)) return false;
      const rest = whole.slice(0, whole.length - name.length);
      return rest === "" || tree.ancestorsOf(code).some((ancestor) => isNamed(tree, ancestor, rest, true));
    }),
  );
}
