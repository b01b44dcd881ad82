import { isPlainDate, type PlainDate } from "@shian/domain";
import { type RawSearch, readText } from "./search-text.js";

/** What every page understands: the territory looked at and the day the figures are of. */
export type ScopeSearch = { territory?: string; asOf?: PlainDate };

/** The scope an address names; anything that is no day and no code is dropped. */
export function parseScopeSearch(search: RawSearch): ScopeSearch {
  const territory = readText(search.territory, 20);
  const asOf = readText(search.asOf, 10);
  return {
    ...(territory === undefined ? {} : { territory }),
    ...(asOf !== undefined && isPlainDate(asOf) ? { asOf } : {}),
  };
}
