import { compact, type RawSearch, readText, readWord } from "./search-text.js";

/** The part of an address that the queue of held rows knows. */
export const parseHeldSearch = (search: RawSearch): { doubt?: string } =>
  compact({ doubt: readText(search.doubt, 100) });

const verdicts = ["open", "different", "merged"] as const;

/** The part of an address that the duplicates know. */
export const parseDuplicateSearch = (search: RawSearch): { verdict?: (typeof verdicts)[number] } =>
  compact({ verdict: readWord(search.verdict, verdicts) });
