import { createRootRoute, retainSearchParams } from "@tanstack/react-router";
import { parseScopeSearch } from "../navigation/scope-search.js";
import { NotFoundPage } from "./error-page.js";
import { Root } from "./root.js";

/** The frame of every page; what is looked at and as of when goes along from page to page. */
export const root = createRootRoute({
  component: Root,
  notFoundComponent: NotFoundPage,
  validateSearch: parseScopeSearch,
  search: { middlewares: [retainSearchParams(["territory", "asOf", "knownOn"])] },
});
