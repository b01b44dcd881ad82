import { unitKinds } from "@shian/domain";
import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const unitTabs = ["units", "stand-ins"] as const;

export type UnitSearch = {
  view?: (typeof unitTabs)[number];
  search?: string;
  kind?: (typeof unitKinds)[number];
  /** The unit opened beside the list. */
  open?: string;
};

/** The part of an address that the page of units knows. */
export function parseUnitSearch(search: RawSearch): UnitSearch {
  return compact({
    view: readWord(search.view, unitTabs),
    search: readText(search.search),
    kind: readWord(search.kind, unitKinds),
    open: readText(search.open, 64),
  });
}
