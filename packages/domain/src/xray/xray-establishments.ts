// Looks through the register for data that cannot be right or is missing: one finding for each rule and establishment.
// Closed establishments are asked only whether somebody still answers for them.
// Source: issue "Third", x-ray (certain); F6 for check characters. Which forms need a licence of their own is ours, after
// Art. 35 of the Food Safety Law: those who only sell prepackaged food file a notice, small workshops and vendors are
// registered by the provinces, so that sellers and these are not asked.
import { isPlainCreditCode, parseCreditCode } from "../kernel/credit-code.js";
import { parseLicenceNumber } from "../kernel/licence-number.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { type Problem, type ProblemParams, problem } from "../kernel/result.js";
import type {
  BusinessForm,
  EstablishmentFacts,
  EstablishmentState,
} from "../registry/establishment.schema.js";
import { foldName } from "../registry/fold-name.js";
import { isKnownPlace } from "../territory/is-known-place.js";
import { findPrefixParent } from "../territory/place-kind.js";
import type { TerritoryTree } from "../territory/territory-tree.js";
import { findAlike } from "./find-alike.js";
import type { XrayObject, XrayRule } from "./xray-rules.data.js";

/** An establishment as the x-ray sees it on its day. */
export type XrayEstablishment = {
  readonly id: string;
  readonly facts: Pick<
    EstablishmentFacts,
    | "name"
    | "creditCode"
    | "licenceNumber"
    | "form"
    | "diners"
    | "place"
    | "address"
    | "openedOn"
    | "licenceIssuedOn"
    | "licenceExpiresOn"
    | "personInCharge"
    | "foodSafetyOfficers"
  >;
  readonly state: EstablishmentState;
  readonly isGraded: boolean;
  readonly isAnswered: boolean;
};

/** One thing to mend. */
export type XrayFinding = {
  readonly rule: XrayRule;
  readonly about: XrayObject;
  readonly id: string;
  readonly reason: Problem<`xray/${XrayRule}`>;
};

const VILLAGE_DIGITS = 12;
const canteens: ReadonlySet<BusinessForm | null> = new Set([
  "school-canteen",
  "kindergarten-canteen",
  "eldercare-canteen",
  "institution-canteen",
]);
const licensed: ReadonlySet<BusinessForm | null> = new Set([
  "producer",
  "special-food-producer",
  "caterer",
  "central-kitchen",
  "collective-meal-provider",
  "school-canteen",
  "kindergarten-canteen",
  "eldercare-canteen",
  "institution-canteen",
]);

/** Key → how many carry it, of keys that are there. */
function count(keys: Iterable<string | null>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const toNameAndCode = ({ facts: { name, creditCode } }: XrayEstablishment): string | null =>
  creditCode === null ? null : `${creditCode}\n${foldName(name)}`;

/**
 * Everything to mend in the establishments on the day, establishment by establishment in the order given, each by the
 * order of the rules; the order of the input changes nothing else. Linear but for names at one address.
 *
 * @example
 * const facts = { name: "面馆", creditCode: null, licenceNumber: null, form: "school-canteen", diners: null, place: null, address: "槐荫路1号", openedOn: null, licenceIssuedOn: null, licenceExpiresOn: "2026-11-23", personInCharge: "林一", foodSafetyOfficers: ["林一"] };
 * const found = xrayEstablishments({
 *   establishments: [{ id: "e1", facts, state: "active", isGraded: false, isAnswered: true }],
 *   tree: createTerritoryTree({ nodes: [], asOf: "2026-11-24" }),
 *   asOf: "2026-11-24",
 * });
 * found.map(({ rule }) => rule); // => ["place-unknown", "not-graded", "licence-expired", "licence-missing", "diners-missing"]
 */
export function xrayEstablishments({
  establishments,
  tree,
  asOf,
}: {
  readonly establishments: readonly XrayEstablishment[];
  /** Of the day. */
  readonly tree: TerritoryTree;
  readonly asOf: PlainDate;
}): readonly XrayFinding[] {
  const open = establishments.filter(({ state }) => state !== "closed");
  const licences = count(open.map(({ facts }) => facts.licenceNumber));
  const pairs = count(open.map(toNameAndCode));
  const alike = findAlike(open.map(({ id, facts }) => ({ id, name: facts.name, address: facts.address })));
  const known = new Map<string, boolean>();
  const isKnown = (code: string): boolean => {
    const found = known.get(code) ?? isStanding(tree, code);
    known.set(code, found);
    return found;
  };

  const found: XrayFinding[] = [];
  for (const one of establishments) {
    const { id, facts, state, isGraded, isAnswered } = one;
    const add = (rule: XrayRule, params: ProblemParams = {}): void => {
      found.push({ rule, about: "establishment", id, reason: problem(`xray/${rule}`, params) });
    };
    if (state === "closed") {
      if (isAnswered) add("closed-with-official");
      continue;
    }
    const { creditCode, licenceNumber, place, openedOn, licenceIssuedOn, licenceExpiresOn } = facts;
    if (
      creditCode !== null &&
      !isPlainCreditCode(creditCode) &&
      !passes(parseCreditCode({ input: creditCode }))
    )
      add("code-check", { code: creditCode });
    if (licenceNumber !== null && !passes(parseLicenceNumber({ input: licenceNumber })))
      add("licence-check", { licence: licenceNumber });
    const sharing = licenceNumber === null ? 1 : (licences.get(licenceNumber) ?? 1);
    if (sharing > 1) add("licence-repeated", { licence: licenceNumber ?? "", count: sharing });
    const twins = pairs.get(toNameAndCode(one) ?? "") ?? 1;
    if (twins > 1) add("name-and-code-repeated", { count: twins });
    if (place === null) add("place-unknown");
    else if (!isKnown(place)) add("place-ended", { place });
    if (state === "active") {
      if (facts.form === null) add("form-missing");
      else if (!isGraded) add("not-graded");
    }
    if (openedOn !== null && openedOn > asOf) add("opened-in-future", { day: openedOn });
    if (licenceIssuedOn !== null && licenceExpiresOn !== null && licenceIssuedOn > licenceExpiresOn)
      add("licence-dates", { issued: licenceIssuedOn, expires: licenceExpiresOn });
    if (state === "active") {
      if (licenceExpiresOn !== null && licenceExpiresOn < asOf)
        add("licence-expired", { day: licenceExpiresOn });
      if (licenceNumber === null && licensed.has(facts.form)) add("licence-missing");
      if (facts.diners === null && canteens.has(facts.form)) add("diners-missing");
    }
    if (place !== null && place.length < VILLAGE_DIGITS && isKnown(place)) add("place-coarse", { place });
    if (facts.address === null) add("address-missing");
    if (state === "active") {
      if (facts.personInCharge === null) add("person-in-charge-missing");
      if (facts.foodSafetyOfficers.length === 0) add("officer-missing");
    }
    const other = alike.get(id);
    if (other !== undefined) add("alike-at-address", { name: other });
  }
  return found;
}

const passes = ({ status }: { readonly status: string }): boolean => status === "valid";

const TOWNSHIP_DIGITS = 9;

/**
 * Whether the place is one on the day. One that merged into another has no node any more and lies below what took it
 * over, not where its code says; what has no node of its own stands as long as what holds it does.
 */
function isStanding(tree: TerritoryTree, code: string): boolean {
  if (tree.find(code) !== undefined) return true;
  const above = findPrefixParent(code);
  if (tree.findParent(code) !== above || !isKnownPlace({ tree, code })) return false;
  return above === undefined || above.length < TOWNSHIP_DIGITS || isStanding(tree, above);
}
