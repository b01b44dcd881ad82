import {
  type AllocatedGap,
  allocatedGaps,
  type GapKind,
  gapKinds,
  type ImportKind,
  importKinds,
  type PairingGrade,
  Period,
  pairingGrades,
} from "@shian/domain";
import { compact, type RawSearch, readText, readWord, readWords } from "./search-text.js";

export const visitTabs = ["coverage", "officials", "overdue", "at-risk", "records"] as const;
export type VisitTab = (typeof visitTabs)[number];

export type VisitSearch = { view?: VisitTab; period?: Period; grades?: PairingGrade[]; official?: string };

/** The part of an address that the visit pages know. */
export function parseVisitSearch(search: RawSearch): VisitSearch {
  const period = Period.safeParse(readText(search.period, 8));
  return compact({
    view: readWord(search.view, visitTabs),
    period: period.success ? period.data : undefined,
    grades: readWords(search.grades, pairingGrades),
    official: readText(search.official, 60),
  });
}

export const chainTabs = ["tree", "gaps", "officials", "allocation", "commitments"] as const;
export type ChainTab = (typeof chainTabs)[number];
export const officialSorts = ["name", "load", "overdue"] as const;

export const standingFilters = ["none", "outdated", "valid", "unseen"] as const;

export type ChainSearch = {
  view?: ChainTab;
  gap?: GapKind;
  standing?: (typeof standingFilters)[number];
  search?: string;
  level?: "city" | "county" | "township" | "village";
  sort?: (typeof officialSorts)[number];
  /** An allocation that was asked for; without it, which gaps or which one establishment to begin one for. */
  run?: string;
  gaps?: AllocatedGap[];
  one?: string;
};

/** The part of an address that the chain pages know. */
export function parseChainSearch(search: RawSearch): ChainSearch {
  return compact({
    view: readWord(search.view, chainTabs),
    gap: readWord(search.gap, gapKinds),
    standing: readWord(search.standing, standingFilters),
    search: readText(search.search),
    level: readWord(search.level, ["city", "county", "township", "village"] as const),
    sort: readWord(search.sort, officialSorts),
    run: readText(search.run, 64),
    gaps: readWords(search.gaps, allocatedGaps),
    one: readText(search.one, 64),
  });
}

export const evaluationShows = ["all", "lost", "open", "key", "veto", "bonus"] as const;
export type EvaluationSearch = { rubric?: string; item?: string; show?: (typeof evaluationShows)[number] };

/** The part of an address that the evaluation knows. */
export function parseEvaluationSearch(search: RawSearch): EvaluationSearch {
  return compact({
    rubric: readText(search.rubric, 80),
    item: readText(search.item, 80),
    show: readWord(search.show, evaluationShows),
  });
}

export type ImportSearch = { kind?: ImportKind; run?: string };

/** The part of an address that the import wizard knows; a run in it lets a closed page be taken up again. */
export function parseImportSearch(search: RawSearch): ImportSearch {
  return compact({
    kind: readWord(search.kind, importKinds),
    run: readText(search.run, 80),
  });
}
