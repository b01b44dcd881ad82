// Looks through the officials in their posts for data that cannot be right or is missing.
// Source: issue "Third", x-ray (certain); F1-38 for the telephone number.
import type { Official } from "../chain/official.schema.js";
import { type ProblemParams, problem } from "../kernel/result.js";
import { foldName } from "../registry/fold-name.js";
import { isKnownPlace } from "../territory/is-known-place.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import type { XrayFinding } from "./xray-establishments.js";
import type { XrayRule } from "./xray-rules.data.js";

/** An official in a post on the day; whether a number is known is all that the x-ray knows of it. */
export type XrayOfficial = Pick<Official, "id" | "name" | "unit" | "jurisdictions"> & {
  readonly hasPhone: boolean;
};

/**
 * Everything to mend in the officials on the day: a jurisdiction that is no place any more, the same name twice in one
 * unit, no telephone number. In the order given.
 *
 * @example
 * const tree = createTerritoryTree({ nodes: listShippedTerritories(), asOf: "2026-11-24" });
 * xrayOfficials({ officials: [{ id: "o1", name: "林一", unit: "街道办", jurisdictions: ["990106"], hasPhone: false }], tree }).map(({ rule }) => rule); // => ["official-without-phone"]
 */
export function xrayOfficials({
  officials,
  tree,
}: {
  readonly officials: readonly XrayOfficial[];
  /** Of the day. */
  readonly tree: TerritoryTree;
}): readonly XrayFinding[] {
  const toKey = ({ name, unit }: XrayOfficial): string => `${foldName(name)}\n${foldName(unit)}`;
  const counts = new Map<string, number>();
  for (const official of officials) counts.set(toKey(official), (counts.get(toKey(official)) ?? 0) + 1);
  const found: XrayFinding[] = [];
  for (const official of officials) {
    const add = (rule: XrayRule, params: ProblemParams = {}): void => {
      found.push({ rule, about: "official", id: official.id, reason: problem(`xray/${rule}`, params) });
    };
    const ended = official.jurisdictions.filter((code) => !isKnownPlace({ tree, code }));
    if (ended.length > 0) add("official-jurisdiction-ended", { places: ended.join("、") });
    const twins = counts.get(toKey(official)) ?? 1;
    if (twins > 1) add("official-repeated", { count: twins });
    if (!official.hasPhone) add("official-without-phone");
  }
  return found;
}
