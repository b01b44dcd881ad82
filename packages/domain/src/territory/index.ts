// Territory's public names: the dated tree, places by code and by name.

export { findPlaceOfKind, type UpperKind } from "./find-place-of-kind.js";
export { findPlacesByText } from "./find-places-by-text.js";
export { findTownship } from "./find-township.js";
export { foldPlaceName, listPlaceAliases, stripPlaceSuffix } from "./fold-place-name.js";
export { formatPlace } from "./format-place.js";
export { isKnownPlace } from "./is-known-place.js";
export { type LocatedPlace, locatePlace, type PlaceNames } from "./locate-place.js";
export {
  parseTerritoryRow,
  type TerritoryField,
  type TerritoryFile,
  type TerritoryRowProblem,
  type TerritorySheetRow,
  territoryFields,
  territoryProblem,
} from "./parse-territory-row.js";
export { parseTerritoryRows } from "./parse-territory-rows.js";
export { createPlaceIndex, type NamedKind, type NameForm, type PlaceIndex } from "./place-index.js";
export { findLevelOfKind, findPlaceKind, findPrefixParent } from "./place-kind.js";
export {
  applyTerritoryPlan,
  hasMoved,
  planTerritoryChange,
  type TerritoryPlan,
} from "./plan-territory-change.js";
export { listShippedTerritories } from "./shipped-territories.js";
export { TerritoryEffect, TerritoryRow, territoryOperations } from "./territory.contract.js";
export { type TerritoryProblemCode, territoryProblemCodes } from "./territory.problem.js";
export {
  countryCode,
  Level,
  levels,
  PlaceCode,
  Territory,
  TerritoryKind,
  territoryKinds,
} from "./territory.schema.js";
export { territoryText } from "./territory.text.js";
export { Create, End, Merge, Rename, Split, TerritoryChange } from "./territory-change.schema.js";
export { findTerritoryField, territoryHeaders } from "./territory-columns.js";
export { createTerritoryTree, isInJurisdiction, type TerritoryTree } from "./territory-tree.js";
