import { isPlainDate, type PlainDate } from "@shian/domain";
import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const recordTabs = ["entries", "proof"] as const;

export type RecordSearch = {
  view?: (typeof recordTabs)[number];
  person?: string;
  /** Name of the person, so that the condition can be told in words. */
  who?: string;
  operation?: string;
  objectKind?: string;
  objectId?: string;
  from?: PlainDate;
  to?: PlainDate;
  /** The entry opened beside the list. */
  open?: number;
};

const readDay = (value: unknown): PlainDate | undefined => {
  const text = readText(value, 10);
  return text !== undefined && isPlainDate(text) ? text : undefined;
};

/** The part of an address that the page of the record knows. */
export function parseRecordSearch(search: RawSearch): RecordSearch {
  const open = Number(readText(search.open, 15) ?? Number.NaN);
  return compact({
    view: readWord(search.view, recordTabs),
    person: readText(search.person, 64),
    who: readText(search.who, 60),
    operation: readText(search.operation, 64),
    objectKind: readText(search.objectKind, 64),
    objectId: readText(search.objectId, 128),
    from: readDay(search.from),
    to: readDay(search.to),
    open: Number.isSafeInteger(open) && open > 0 ? open : undefined,
  });
}
