// The register's facts as they held on one day, as known on another. Most establishments never change, so the stored
// ones stand for them.
import {
  type DatedFact,
  type EstablishmentFacts,
  type EstablishmentState,
  findRecordOn,
  isKnownOn,
  type Licence,
  type PlainDate,
  type TwoTimes,
  toPlainDate,
} from "@shian/domain";
import { toNameKeys } from "../../name-keys.js";
import type { StoredEstablishment } from "./picture.js";

/** Before every day that can be asked about. */
export const always = toPlainDate("1900-01-01");

// Most have none; versions of before there were any do not know the fact.
const listNumbers = (licences: unknown): readonly string[] =>
  Array.isArray(licences) ? (licences as readonly Licence[]).map(({ number }) => number) : [];

/** What a search looks into, in lower case. */
export const toSearchText = (establishment: {
  readonly nameKey: string;
  readonly namePinyin: string;
  readonly nameInitials: string;
  readonly creditCode: string | null;
  readonly licenceNumber: string | null;
  readonly address: string | null;
  readonly personInCharge: string | null;
  readonly furtherLicences: unknown;
}): string =>
  [
    establishment.nameKey,
    establishment.namePinyin,
    establishment.nameInitials,
    establishment.creditCode,
    establishment.licenceNumber,
    establishment.address,
    establishment.personInCharge,
    ...listNumbers(establishment.furtherLicences),
  ]
    .filter((part) => part !== null)
    .join("\n")
    .toLowerCase();

type Version = DatedFact<EstablishmentFacts>;

/** All versions of an establishment's facts, the present one last. */
const listVersions = (present: StoredEstablishment, past: readonly Version[]): readonly Version[] => [
  ...past,
  {
    value: present,
    from: present.factsFrom ?? always,
    ...(present.factsKnown === null ? {} : { recordedFrom: present.factsKnown }),
  },
];

/** Where the establishment lay, by day. */
export const listPlaces = (
  present: StoredEstablishment,
  past: readonly Version[] = [],
): readonly DatedFact<string>[] =>
  listVersions(present, past).flatMap(({ value, ...times }) =>
    value.place === null ? [] : [{ ...times, value: value.place }],
  );

type Days = { readonly asOf: PlainDate; readonly knownOn: PlainDate };

function findVersionOn(
  present: StoredEstablishment,
  past: readonly Version[],
  { asOf, knownOn }: Days,
): StoredEstablishment | undefined {
  if (past.length === 0 && (present.factsKnown === null || present.factsKnown <= knownOn)) return present;
  const found = findRecordOn(listVersions(present, past), asOf, knownOn);
  if (found === undefined || found.value === present) return found === undefined ? undefined : present;
  const { sortKey, ...keys } = toNameKeys(found.value.name);
  const facts: StoredEstablishment = { ...present, ...found.value, sortKey };
  return { ...facts, searchText: toSearchText({ ...facts, ...keys }) };
}

/**
 * The establishment with the facts and the state of the day; undefined when nothing of it was known then, or when it was
 * neither open nor in the register. One that is in the register and not open yet is dormant until it is.
 */
export function findFactsOn(
  present: StoredEstablishment,
  {
    past = [],
    states,
  }: {
    readonly past: readonly Version[] | undefined;
    readonly states: readonly DatedFact<EstablishmentState>[] | undefined;
  },
  days: Days,
): StoredEstablishment | undefined {
  const facts = findVersionOn(present, past, days);
  if (facts === undefined || states === undefined) return facts;
  const spell = findRecordOn(states, days.asOf, days.knownOn);
  const entered = findEntered(states);
  if (!states.some((record) => isKnownOn(record, days.knownOn))) return undefined;
  if (spell === undefined && (entered === undefined || entered > days.asOf)) return undefined;
  const state = spell?.value ?? "dormant";
  const stateSince = spell?.from ?? entered ?? facts.stateSince;
  return state === facts.state && stateSince === facts.stateSince ? facts : { ...facts, state, stateSince };
}

/** The day on which it came into the register; undefined where it always was there. */
const findEntered = (states: readonly TwoTimes[]): PlainDate | undefined =>
  states.reduce<PlainDate | undefined>(
    (first, { recordedFrom }) =>
      recordedFrom !== undefined && (first === undefined || recordedFrom < first) ? recordedFrom : first,
    undefined,
  );
