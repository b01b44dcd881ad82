import { isPlainDate, type PlainDate } from "@shian/domain";
import { type RawSearch, readText } from "./search-text.js";

/** What every page understands: the territory looked at, the day the figures are of and the day on which they were known. */
export type ScopeSearch = { territory?: string; asOf?: PlainDate; knownOn?: PlainDate };

/** The scope an address names; anything that is no day and no code is dropped. */
export function parseScopeSearch(search: RawSearch): ScopeSearch {
  const territory = readText(search.territory, 20);
  const asOf = readText(search.asOf, 10);
  const knownOn = readText(search.knownOn, 10);
  return {
    ...(territory === undefined ? {} : { territory }),
    ...(asOf !== undefined && isPlainDate(asOf) ? { asOf } : {}),
    ...(knownOn !== undefined && isPlainDate(knownOn) ? { knownOn } : {}),
  };
}

/** The days of the scope alone: what operations about one object take. */
export const toDays = ({ asOf, knownOn }: ScopeSearch): Pick<ScopeSearch, "asOf" | "knownOn"> => ({
  ...(asOf === undefined ? {} : { asOf }),
  ...(knownOn === undefined ? {} : { knownOn }),
});
