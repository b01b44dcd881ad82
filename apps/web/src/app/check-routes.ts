import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { parseCompareSearch, parseXraySearch } from "../navigation/check-search.js";
import { root } from "./root-route.js";

const controls = createRoute({
  getParentRoute: () => root,
  path: "/registry/controls",
  component: lazyRouteComponent(() => import("../routes/controls-route.js"), "ControlsRoute"),
});
const facts = createRoute({
  getParentRoute: () => root,
  path: "/registry/facts",
  component: lazyRouteComponent(() => import("../routes/facts-route.js"), "FactsRoute"),
});
const compare = createRoute({
  getParentRoute: () => root,
  path: "/registry/compare",
  validateSearch: parseCompareSearch,
  component: lazyRouteComponent(() => import("../routes/compare-route.js"), "CompareRoute"),
});
const xray = createRoute({
  getParentRoute: () => root,
  path: "/registry/x-ray",
  validateSearch: parseXraySearch,
  component: lazyRouteComponent(() => import("../routes/xray-route.js"), "XrayRoute"),
});

/** Pages that hold the register against what others say of it. */
export const checkRoutes = [controls, facts, compare, xray] as const;
