import { type DutyKind, dutyKinds } from "@shian/domain";
import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const directoryViews = ["places", "people", "groups"] as const;

export type DirectorySearch = {
  view?: (typeof directoryViews)[number];
  kind?: DutyKind;
  /** Only places where this kind is absent. */
  absent?: DutyKind;
  search?: string;
};

/** The part of an address that the directory knows. */
export const parseDirectorySearch = (search: RawSearch): DirectorySearch =>
  compact({
    view: readWord(search.view, directoryViews),
    kind: readWord(search.kind, dutyKinds),
    absent: readWord(search.absent, dutyKinds),
    search: readText(search.search),
  });
