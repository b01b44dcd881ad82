// Size facts and registrations of the demonstration's establishments, fitting the size they were given. Without chance,
// so that the rest of the city stays what it was.
import { addRegistration } from "../registry/add-registration.js";
import { findSizeSector, sizeBounds } from "../registry/class-size.js";
import type { EstablishmentFacts } from "../registry/establishment.schema.js";

type SizeFacts = Pick<
  EstablishmentFacts,
  "employees" | "revenue" | "floorArea" | "latitude" | "longitude" | "coordinates" | "furtherLicences"
>;

/** The further facts of the establishment at this place of the list. */
export function pickSizeFacts(
  {
    form,
    size,
    attention,
    licenceNumber,
  }: Pick<EstablishmentFacts, "form" | "size" | "attention" | "licenceNumber">,
  index: number,
): SizeFacts {
  const sector = findSizeSector({ form, attention });
  const bounds =
    sector === undefined || size === null || size === "micro" ? undefined : sizeBounds[sector][size];
  const share = 1 + (index % 7) / 20;
  const isSized = sector !== undefined && size !== null && index % 3 !== 0;
  const registrationNumber =
    licenceNumber === null && index % 2 === 0 ? `澄监登字${String(index + 1).padStart(6, "0")}号` : undefined;
  return {
    employees: isSized ? Math.round((bounds?.employees ?? 3) * share) : null,
    revenue: isSized ? Math.round((bounds?.revenue ?? 40) * share) : null,
    floorArea: index % 4 === 0 ? null : 30 + ((index * 37) % 420),
    latitude: null,
    longitude: null,
    coordinates: null,
    furtherLicences: addRegistration([], { form: form ?? undefined, registrationNumber }),
  };
}
