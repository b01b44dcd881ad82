import type { EstablishmentFacts } from "@shian/domain";

/** The facts as a form holds them: dates and words are still plain text. */
export type FormValues = { readonly [Name in keyof EstablishmentFacts]?: unknown };

const fieldNames = [
  "name",
  "creditCode",
  "licenceNumber",
  "form",
  "size",
  "diners",
  "attention",
  "place",
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
  "furtherLicences",
] as const satisfies readonly (keyof EstablishmentFacts)[];

const tidy = (value: unknown): unknown => {
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  return value === undefined ? null : value;
};

/** Only the facts that a form changed; an emptied field becomes "not known", never an empty text. */
export function listChanges(
  before: EstablishmentFacts,
  after: FormValues,
): Partial<Record<keyof EstablishmentFacts, unknown>> {
  return Object.fromEntries(
    fieldNames
      .filter(
        (name) =>
          Object.hasOwn(after, name) &&
          JSON.stringify(tidy(after[name])) !== JSON.stringify(tidy(before[name])),
      )
      .map((name) => [name, tidy(after[name])]),
  );
}
