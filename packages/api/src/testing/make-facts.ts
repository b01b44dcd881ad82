// Facts of an establishment for tests; what a test is about, it names.
import { EstablishmentFacts } from "@shian/domain";

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
    employees: null,
    revenue: null,
    floorArea: null,
    latitude: null,
    longitude: null,
    coordinates: null,
    furtherLicences: [],
    ...facts,
  });
