// What the digits of a place code say without any tree: the kind of the place and the place above it. This prefix
// order is the default of the tree (rules §1 "Territory").
import { countryCode, type Level, type TerritoryKind } from "./territory.schema.js";

const KINDS: { readonly [length: number]: { readonly kind: TerritoryKind; readonly upper: number } } = {
  2: { kind: "province", upper: 0 },
  4: { kind: "city", upper: 2 },
  6: { kind: "county", upper: 4 },
  9: { kind: "township", upper: 6 },
  12: { kind: "village", upper: 9 },
  15: { kind: "grid", upper: 12 },
};

const DIGITS = /^\d+$/;
const ZONE = /^[A-Z][A-Z0-9-]{1,19}$/;

const LEVELS: { readonly [K in TerritoryKind]: Level | undefined } = {
  country: undefined,
  province: undefined,
  city: "city",
  county: "county",
  township: "township",
  zone: "township",
  village: "village",
  grid: "village",
};

/**
 * The kind that the shape of a place code gives; `undefined` for text that cannot be a place code. Letters first mean
 * a zone. Whether the place exists is not checked.
 *
 * @example
 * findPlaceKind("990106001"); // => "township"
 * findPlaceKind("Z990106-01"); // => "zone"
 * findPlaceKind("9901061"); // => undefined
 */
export function findPlaceKind(code: string): TerritoryKind | undefined {
  if (code === countryCode) return "country";
  if (DIGITS.test(code)) return KINDS[code.length]?.kind;
  return ZONE.test(code) ? "zone" : undefined;
}

/**
 * The code of the place above by the order of prefixes; `undefined` for the country, for a zone (its parent is data)
 * and for text that cannot be a place code.
 *
 * @example
 * findPrefixParent("990106001"); // => "990106"
 * findPrefixParent("99"); // => "CN"
 * findPrefixParent("CN"); // => undefined
 */
export function findPrefixParent(code: string): string | undefined {
  const shape = DIGITS.test(code) ? KINDS[code.length] : undefined;
  if (shape === undefined) return undefined;
  return shape.upper === 0 ? countryCode : code.slice(0, shape.upper);
}

/**
 * The level of the responsibility chain that a place of the kind stands at; `undefined` above the city.
 *
 * @example
 * findLevelOfKind("zone"); // => "township"
 * findLevelOfKind("province"); // => undefined
 */
export const findLevelOfKind = (kind: TerritoryKind): Level | undefined => LEVELS[kind];
