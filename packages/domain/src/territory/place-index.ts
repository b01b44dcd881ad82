// Places by name, for finding a code by what a register wrote. Built once for a tree and asked for every row.
import { listDivisions } from "../kernel/division-table.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { foldPlaceName, listPlaceAliases } from "./fold-place-name.js";
import { findPlaceKind } from "./place-kind.js";
import type { TerritoryKind } from "./territory.schema.js";
import { createTerritoryTree, type TerritoryTree } from "./territory-tree.js";

/** Kinds that a name is looked for in; a zone stands among the townships. */
export type NamedKind = "province" | "city" | "county" | "township" | "village";

/** Whether a name must be the full one or may be a short form. */
export type NameForm = "full" | "short";

/** Codes by folded name, for each kind and form, and the tree that says what lies where. */
export type PlaceIndex = {
  readonly tree: TerritoryTree;
  readonly listCodes: (kind: NamedKind, form: NameForm, name: string) => readonly string[];
};

const toNamedKind = (kind: TerritoryKind): NamedKind | undefined => {
  if (kind === "country" || kind === "grid") return undefined;
  return kind === "zone" ? "township" : kind;
};

/**
 * An index of the places of the tree, and of the shipped table where the tree lacks them, by full name and by every
 * short form. Grids are not named. Without a tree it holds the shipped table alone. Linear in the number of places.
 *
 * @example
 * createPlaceIndex({}).listCodes("county", "short", "海淀"); // => ["110108"]
 */
export function createPlaceIndex({ tree }: { readonly tree?: TerritoryTree | undefined }): PlaceIndex {
  const codes = new Map<string, string[]>();
  const toKey = (kind: NamedKind, form: NameForm, name: string) => `${kind}/${form}/${name}`;
  const add = (key: string, code: string) => {
    const known = codes.get(key);
    if (known === undefined) codes.set(key, [code]);
    else known.push(code);
  };
  const addPlace = (code: string, name: string, kind: TerritoryKind | undefined) => {
    const named = kind && toNamedKind(kind);
    if (kind === undefined || named === undefined) return;
    const folded = foldPlaceName(name);
    add(toKey(named, "full", folded), code);
    for (const alias of listPlaceAliases(folded, kind)) add(toKey(named, "short", alias), code);
  };
  for (const { code, name } of listDivisions()) {
    if (tree?.find(code) === undefined) addPlace(code, name, findPlaceKind(code));
  }
  for (const { code, name, kind } of tree?.nodes ?? []) addPlace(code, name, kind);
  return {
    tree: tree ?? createTerritoryTree({ nodes: [], asOf: toPlainDate("1900-01-01") }),
    listCodes: (kind, form, name) => codes.get(toKey(kind, form, name)) ?? [],
  };
}
