// Decides what a row changes of an establishment: only facts that the row gives, and only where they differ by more
// than a way of writing. A coarser place never takes the place of a finer one inside it.
// Source: rules §1 "an absent column or blank cell changes nothing" (certain); the coarser place is ours.
import type { PlainDate } from "../kernel/plain-date.js";
import { maskPhone } from "../privacy/mask.js";
import { addRegistration } from "./add-registration.js";
import { fillSize } from "./class-size.js";
import type { Establishment, EstablishmentFacts, EstablishmentState } from "./establishment.schema.js";
import { foldName } from "./fold-name.js";
import type { RowFacts } from "./row-facts.js";

/** One fact that changes, as texts; lists joined with 、, null for what is not known. */
export type FieldChange = {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Facts, state and the first day of the state that a row leaves behind. */
export type EstablishmentAfter = {
  readonly facts: EstablishmentFacts;
  readonly state: EstablishmentState;
  readonly stateSince: PlainDate;
  /** The contact's telephone number where the row gives another one; `changes` tell it masked. */
  readonly contactMobile: string | undefined;
  readonly changes: readonly FieldChange[];
};

/** The contact's telephone number that is kept of an establishment, in clear. */
export type FindContactMobile = (id: string) => string | null;

/** Whether the first place is the second or holds it, in the tree of the import's day. */
export type Contains = (ancestor: string, place: string) => boolean;

/** A fact as the register keeps one. */
export type Fact = string | number | null | readonly string[];

/** Facts that a row can change, in the register's order. */
export const factFields = [
  "name",
  "creditCode",
  "licenceNumber",
  "form",
  "size",
  "diners",
  "attention",
  "place",
  "placeText",
  "address",
  "openedOn",
  "licenceIssuedOn",
  "licenceExpiresOn",
  "personInCharge",
  "foodSafetyDirector",
  "foodSafetyOfficers",
  "employees",
  "revenue",
  "floorArea",
  "latitude",
  "longitude",
  "coordinates",
] as const satisfies readonly (keyof EstablishmentFacts)[];

const writtenFields: ReadonlySet<string> = new Set([
  "name",
  "placeText",
  "address",
  "personInCharge",
  "foodSafetyDirector",
]);

/** A fact as text, lists joined with 、; null for what is not known. */
export const toFactText = (fact: Fact): string | null =>
  fact === null
    ? null
    : typeof fact === "object"
      ? fact.length === 0
        ? null
        : fact.join("、")
      : String(fact);

/** Whether two facts are the same but for a way of writing. */
export function isSameFact(field: string, before: Fact, after: Fact): boolean {
  if (before === after) return true;
  const [old, now] = [toFactText(before), toFactText(after)];
  if (old === now) return true;
  return old !== null && now !== null && writtenFields.has(field) && foldName(old) === foldName(now);
}

/** A place that holds the known one says less; then neither place nor its text changes. */
function givesPlace(before: EstablishmentFacts, given: RowFacts, contains: Contains): boolean {
  if (before.place === null) return true;
  return given.place !== undefined && !contains(given.place, before.place);
}

/** The number that the row gives where it is another than is kept; the change is noted masked. */
function givesContact(
  { contactMobile: after }: RowFacts,
  findBefore: () => string | null,
  changes: FieldChange[],
): string | undefined {
  if (after === undefined) return undefined;
  const before = findBefore();
  if (before === after) return undefined;
  changes.push({
    field: "contactMobile",
    before: before === null ? null : maskPhone(before),
    after: maskPhone(after),
  });
  return after;
}

/**
 * An establishment is active from its opening day, else the day its licence was issued. A corrected day moves the
 * beginning only where the present state began by it, or was begun by the import itself for want of one.
 */
function findStateSince(
  before: Establishment,
  after: EstablishmentFacts,
  given: RowFacts,
  importedOn: PlainDate,
): PlainDate {
  if (given.state !== undefined && given.state !== before.state) return importedOn;
  const begun = before.openedOn ?? before.licenceIssuedOn;
  const begins = after.openedOn ?? after.licenceIssuedOn;
  const isOriginal = begun === null ? before.version === 1 : before.stateSince === begun;
  return before.state === "active" && begins !== null && isOriginal ? begins : before.stateSince;
}

/**
 * The establishment after the row, with every fact that changed; no change leaves `changes` empty. Names and addresses
 * that differ only in width, blanks, case or brackets are the same and stay as they are. A changed state begins on the
 * day of the import.
 *
 * @example
 * const before = { id: "e1", name: "面馆(一店)", creditCode: null, licenceNumber: null, form: null, size: null, diners: null, attention: [], place: "990106001001", placeText: null, address: null, openedOn: null, licenceIssuedOn: null, licenceExpiresOn: null, personInCharge: null, foodSafetyDirector: null, foodSafetyOfficers: [], employees: null, revenue: null, furtherLicences: [], state: "active", stateSince: "2026-01-01", version: 1 };
 * const diff = (given) => diffFacts({ before, given, contains: (upper, place) => place.startsWith(upper), importedOn: "2026-11-24" }).changes;
 * diff({ name: "面馆（一店）", place: "990106" }); // => []
 * diff({ name: "面馆（一店）", size: "micro" }); // => [{ field: "size", before: null, after: "micro" }]
 */
export function diffFacts({
  before,
  given,
  contains,
  importedOn,
  findContactMobile = () => null,
}: {
  readonly before: Establishment;
  readonly given: RowFacts;
  readonly contains: Contains;
  readonly importedOn: PlainDate;
  readonly findContactMobile?: FindContactMobile | undefined;
}): EstablishmentAfter {
  const { id, state, stateSince: _since, version: _version, ...known } = before;
  const placeCounts = givesPlace(before, given, contains);
  const changes: FieldChange[] = [];
  const changed: Record<string, Fact> = {};
  for (const field of factFields) {
    const after = given[field];
    if (after === undefined || ((field === "place" || field === "placeText") && !placeCounts)) continue;
    if (isSameFact(field, known[field], after)) continue;
    changed[field] = after;
    changes.push({ field, before: toFactText(known[field]), after: toFactText(after) });
  }
  const contactMobile = givesContact(given, () => findContactMobile(id), changes);
  const furtherLicences = addRegistration(known.furtherLicences, given);
  if (furtherLicences !== known.furtherLicences)
    changes.push({ field: "furtherLicences", before: null, after: given.registrationNumber ?? null });
  const facts = fillSize({ ...known, ...changed, furtherLicences } as EstablishmentFacts);
  if (facts.size !== known.size && changed.size === undefined)
    changes.push({ field: "size", before: known.size, after: facts.size });
  const stateAfter = given.state ?? state;
  if (stateAfter !== state) changes.push({ field: "state", before: state, after: stateAfter });
  return {
    facts,
    state: stateAfter,
    stateSince: findStateSince(before, facts, given, importedOn),
    contactMobile,
    changes,
  };
}

/**
 * The establishment that a row founds: facts that it does not give are not known. Active ones are active from the
 * opening day, else the day the licence was issued, else the day of the import; other states begin on that day.
 *
 * @example
 * toNewEstablishment({ given: { name: "面馆", openedOn: "2019-05-01" }, importedOn: "2026-11-24" }).stateSince; // => "2019-05-01"
 */
export function toNewEstablishment({
  given,
  importedOn,
}: {
  readonly given: RowFacts;
  readonly importedOn: PlainDate;
}): EstablishmentAfter {
  const state = given.state ?? "active";
  const begins = given.openedOn ?? given.licenceIssuedOn ?? importedOn;
  return {
    facts: fillSize({
      name: given.name,
      creditCode: given.creditCode ?? null,
      licenceNumber: given.licenceNumber ?? null,
      form: given.form ?? null,
      size: given.size ?? null,
      diners: given.diners ?? null,
      attention: [...(given.attention ?? [])],
      place: given.place ?? null,
      placeText: given.placeText ?? null,
      address: given.address ?? null,
      openedOn: given.openedOn ?? null,
      licenceIssuedOn: given.licenceIssuedOn ?? null,
      licenceExpiresOn: given.licenceExpiresOn ?? null,
      personInCharge: given.personInCharge ?? null,
      foodSafetyDirector: given.foodSafetyDirector ?? null,
      foodSafetyOfficers: [...(given.foodSafetyOfficers ?? [])],
      employees: given.employees ?? null,
      revenue: given.revenue ?? null,
      floorArea: given.floorArea ?? null,
      latitude: given.latitude ?? null,
      longitude: given.longitude ?? null,
      coordinates: given.coordinates ?? null,
      furtherLicences: addRegistration([], given),
    }),
    state,
    stateSince: state === "active" ? begins : importedOn,
    contactMobile: given.contactMobile,
    changes: [],
  };
}
