import { accountStates, type GrantableRole, grantableRoles } from "@shian/domain";
import { compact, type RawSearch, readText, readWord } from "./search-text.js";

export const personTabs = ["grants", "rights", "account"] as const;
export type PersonTab = (typeof personTabs)[number];

export type PeopleSearch = {
  search?: string;
  role?: GrantableRole;
  state?: (typeof accountStates)[number];
  /** The person opened beside the list. */
  open?: string;
  tab?: PersonTab;
};

/** The part of an address that the page of people knows. */
export function parsePeopleSearch(search: RawSearch): PeopleSearch {
  return compact({
    search: readText(search.search),
    role: readWord(search.role, grantableRoles),
    state: readWord(search.state, accountStates),
    open: readText(search.open, 64),
    tab: readWord(search.tab, personTabs),
  });
}
