import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { parseScopeSearch, type ScopeSearch } from "./scope-search.js";

/** The territory and day that the whole page is of, as the operations take them. */
export function useScope(): ScopeSearch {
  const search = useSearch({ strict: false }) as {
    territory?: string;
    asOf?: string;
    knownOn?: string;
  };
  const { territory, asOf, knownOn } = search;
  return useMemo(() => parseScopeSearch({ territory, asOf, knownOn }), [territory, asOf, knownOn]);
}
