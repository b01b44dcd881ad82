// The shipped table of provinces, cities and counties as nodes of a tree, for an office that has loaded none yet.
import { listDivisions } from "../kernel/division-table.js";
import { toPlainDate } from "../kernel/plain-date.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import { countryCode, type Territory } from "./territory.schema.js";

// The table knows no dates: its nodes are valid from the first day there is.
const ALWAYS = toPlainDate("1900-01-01");

/**
 * The country and every province, city and county of the shipped table as open-ended nodes, each after its parent, the
 * demonstration's last. Put an office's own nodes behind them.
 *
 * @example
 * listShippedTerritories()[0]; // => { code: "CN", name: "全国", kind: "country", parent: null, from: "1900-01-01" }
 */
export function listShippedTerritories(): readonly Territory[] {
  const country: Territory = { code: countryCode, name: "全国", kind: "country", parent: null, from: ALWAYS };
  const divisions = listDivisions().map(
    ({ code, name }): Territory => ({
      code,
      name,
      kind: findPlaceKind(code) ?? "county",
      parent: findPrefixParent(code) ?? countryCode,
      from: ALWAYS,
    }),
  );
  return [country, ...divisions];
}
