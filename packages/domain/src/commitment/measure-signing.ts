// How many officials have signed and acknowledged, by level and by territory: for the office and for township leaders.
// Source: rules §3 "Signing rate"; §1 "Rates".
import type { Rate } from "../kernel/rate.js";
import { type Level, levels } from "../territory/territory.schema.js";
import type { SigningStanding } from "./commitment.schema.js";

/** An official as the count needs one. */
export type SigningOfficial = {
  readonly level: Level;
  /** Where they are counted: a territory of the table, or null for those of its own level. */
  readonly place: string | null;
  /** How many establishments they answer for on the day. */
  readonly load: number;
  readonly standing: SigningStanding;
  readonly acknowledged: boolean;
};

/** Shares of officials with at least one establishment. */
export type Signing = {
  readonly signed: Rate;
  readonly acknowledged: Rate;
  readonly outdated: number;
  readonly none: number;
};

/** The whole, each level, and each place in the order of its code (own level first). */
export type SigningTable = {
  readonly total: Signing;
  readonly levels: readonly (Signing & { readonly level: Level })[];
  readonly places: readonly (Signing & { readonly place: string | null })[];
};

/**
 * Signing rate = officials with a valid commitment ÷ officials with at least one establishment; acknowledged likewise.
 * An official without any establishment counts nowhere. The levels, and the places, add up to the total each.
 *
 * @example
 * measureSigning([
 *   { level: "village", place: null, load: 3, standing: "valid", acknowledged: false },
 *   { level: "village", place: null, load: 0, standing: "none", acknowledged: true },
 * ]).total.signed; // => { done: 1, of: 1 }
 */
export function measureSigning(officials: readonly SigningOfficial[]): SigningTable {
  const charged = officials.filter(({ load }) => load > 0);
  const places = [...new Set(charged.map(({ place }) => place))].sort((a, b) =>
    (a ?? "") < (b ?? "") ? -1 : 1,
  );
  return {
    total: count(charged),
    levels: levels.map((level) => ({ level, ...count(charged.filter((one) => one.level === level)) })),
    places: places.map((place) => ({ place, ...count(charged.filter((one) => one.place === place)) })),
  };
}

function count(officials: readonly SigningOfficial[]): Signing {
  const countOf = (keeps: (official: SigningOfficial) => boolean): number => officials.filter(keeps).length;
  const of = officials.length;
  return {
    signed: { done: countOf(({ standing }) => standing === "valid"), of },
    acknowledged: { done: countOf(({ acknowledged }) => acknowledged), of },
    outdated: countOf(({ standing }) => standing === "outdated"),
    none: countOf(({ standing }) => standing === "none"),
  };
}
