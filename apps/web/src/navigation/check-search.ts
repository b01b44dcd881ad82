import { type ComparisonOutcome, comparisonOutcomes, type XrayRule, xrayRules } from "@shian/domain";
import { compact, type RawSearch, readFlag, readText, readWord } from "./search-text.js";

/** The part of an address that the comparison's page knows. */
export type CompareSearch = {
  run?: string;
  outcome?: ComparisonOutcome;
  settled?: boolean;
  /** `none`: in no township that is known. */
  township?: string;
  field?: string;
};
export const parseCompareSearch = (search: RawSearch): CompareSearch =>
  compact({
    run: readText(search.run, 64),
    outcome: readWord(search.outcome, comparisonOutcomes),
    settled: readFlag(search.settled),
    township: readText(search.township, 20),
    field: readText(search.field, 60),
  });

/** The part of an address that the x-ray's page knows. */
export type XraySearch = { rule?: XrayRule; ignored?: boolean; unplaced?: boolean };
export const parseXraySearch = (search: RawSearch): XraySearch =>
  compact({
    rule: readWord(search.rule, xrayRules),
    ignored: readFlag(search.ignored),
    unplaced: readFlag(search.unplaced),
  });
