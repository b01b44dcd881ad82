// Facts of an establishment and an official for tests; what a test is about, it names.
import { EstablishmentFacts, Official, toPlainDate } from "@shian/domain";

/** An establishment of which only the name is known, with what the test adds. */
export const makeFacts = (
  facts: Partial<Record<keyof EstablishmentFacts, unknown>> = {},
): EstablishmentFacts =>
  EstablishmentFacts.parse({
    name: "老槐树面馆",
    creditCode: null,
    licenceNumber: null,
    form: null,
    size: null,
    diners: null,
    attention: [],
    place: null,
    placeText: null,
    address: null,
    openedOn: null,
    licenceIssuedOn: null,
    licenceExpiresOn: null,
    personInCharge: null,
    foodSafetyDirector: null,
    foodSafetyOfficers: [],
    ...facts,
  });

/** A village official, with what the test adds. */
export const makeOfficial = (official: Partial<Record<keyof Official, unknown>> = {}): Official =>
  Official.parse({
    id: "o1",
    name: "岑晚舟",
    unit: "澜心社区",
    post: "书记",
    level: "village",
    jurisdictions: ["990106001003"],
    capacity: null,
    homeGrid: null,
    from: toPlainDate("2026-01-01"),
    to: null,
    ...official,
  });
