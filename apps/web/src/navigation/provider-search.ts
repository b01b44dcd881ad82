import { compact, type RawSearch, readText } from "./search-text.js";

/** What the identity provider put into the address that it sent the browser back to. */
export type ProviderSearch = { state?: string; code?: string; iss?: string; error?: string };

/** Reads it; anything else that stands there is not ours. */
export function parseProviderSearch(search: RawSearch): ProviderSearch {
  return compact({
    state: readText(search.state, 200),
    code: readText(search.code, 4000),
    iss: readText(search.iss, 500),
    error: readText(search.error, 200),
  });
}
