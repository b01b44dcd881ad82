import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const handoverViews = ["made"] as const;

export type HandoverSearch = {
  view?: (typeof handoverViews)[number];
  /** Who goes, to begin with. */
  official?: string;
};

/** The part of an address that handovers know. */
export const parseHandoverSearch = (search: RawSearch): HandoverSearch =>
  compact({ view: readWord(search.view, handoverViews), official: readText(search.official, 64) });
