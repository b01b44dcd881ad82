// How a place code is written out for people: the names from the city down, without a blank between them.
// Source: ours; the mocks show 澄岚市云汀区望澜街道澜心社区.
import { findDivision } from "../kernel/division-table.js";
import { findPlaceKind, findPrefixParent } from "./place-kind.js";
import { countryCode } from "./territory.schema.js";
import type { TerritoryTree } from "./territory-tree.js";

// Cities of the code table that nobody names: 北京市 has no city under it, 仙桃市 answers to the province.
const NAMELESS = new Set(["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"]);
const MUNICIPALITIES = new Set(["11", "12", "31", "50"]);

const listPrefixAncestors = (code: string): string[] => {
  const upper = findPrefixParent(code);
  return upper === undefined ? [] : [upper, ...listPrefixAncestors(upper)];
};

/**
 * The names of the place and of those it lies in, from the city down (a municipality counts as its city), joined
 * without a blank. `withProvince` begins with the province; `within` begins below that place instead. Names come from
 * the tree, for upper places that it lacks from the shipped table. A place without a name is shown by its code; the
 * country is 全国.
 *
 * @example
 * formatPlace({ code: "110108" }); // => "北京市海淀区"
 * formatPlace({ code: "320106" }); // => "南京市鼓楼区"
 * formatPlace({ code: "320106", withProvince: true }); // => "江苏省南京市鼓楼区"
 * formatPlace({ code: "320106", within: "3201" }); // => "鼓楼区"
 * formatPlace({ code: "990106001" }); // => "澄岚市云汀区 990106001"
 */
export function formatPlace({
  code,
  tree,
  within,
  withProvince = false,
}: {
  readonly code: string;
  readonly tree?: TerritoryTree | undefined;
  readonly within?: string | undefined;
  readonly withProvince?: boolean | undefined;
}): string {
  const findName = (place: string) => tree?.find(place)?.name ?? findDivision(place)?.name;
  if (code === countryCode) return findName(code) ?? "全国";
  const upward = [code, ...(tree?.ancestorsOf(code) ?? listPrefixAncestors(code))];
  const end = within === undefined ? -1 : upward.indexOf(within);
  const shown = end > 0 ? upward.slice(0, end) : upward;
  const names: string[] = [];
  for (const place of shown.toReversed()) {
    const isProvince = findPlaceKind(place) === "province";
    const isShown = !isProvince || withProvince || place === code || MUNICIPALITIES.has(place);
    const name = place !== countryCode && isShown ? findName(place) : undefined;
    // 东莞市 is a city and its own only county: said once.
    if (name !== undefined && (place === code || !NAMELESS.has(name)) && name !== names.at(-1))
      names.push(name);
  }
  const known = names.join("");
  if (findName(code) !== undefined) return known;
  return known === "" ? code : `${known} ${code}`;
}
