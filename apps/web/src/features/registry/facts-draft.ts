import { type EstablishmentFacts, type Licence, licenceKinds, licenceStates } from "@shian/domain";
import type { FormValues } from "./list-changes.js";

/** A licence as a form holds it: an empty field is undefined. */
export type LicenceDraft = { readonly [Name in keyof Licence]?: unknown };

/** Facts as a form holds them: what is not known is undefined. */
export type FactsDraft = Omit<FormValues, "furtherLicences"> & { readonly furtherLicences?: LicenceDraft[] };

const orUndefined = (value: unknown): unknown => (value === null ? undefined : value);

const toText = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** The facts for a form. */
export const toDraft = (facts: Partial<EstablishmentFacts>): FactsDraft =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      name === "furtherLicences"
        ? (value as Licence[]).map((licence) =>
            Object.fromEntries(Object.entries(licence).map(([key, part]) => [key, orUndefined(part)])),
          )
        : orUndefined(value),
    ]),
  );

/** The licences of a form; a line without a number is none. Properties in the order of the contract. */
export const toLicences = (drafts: readonly (LicenceDraft | undefined)[] = []): Licence[] =>
  drafts.flatMap((draft): Licence[] => {
    const number = toText(draft?.number);
    if (draft === undefined || number === null) return [];
    return [
      {
        kind: licenceKinds.find((kind) => kind === draft.kind) ?? "other",
        scope: toText(draft.scope),
        state: licenceStates.find((state) => state === draft.state) ?? "valid",
        number,
        issuedOn: toText(draft.issuedOn) as Licence["issuedOn"],
        expiresOn: toText(draft.expiresOn) as Licence["expiresOn"],
      },
    ];
  });

const lists = ["attention", "foodSafetyOfficers"] as const;
const names = [
  "name",
  "creditCode",
  "licenceNumber",
  "form",
  "size",
  "diners",
  "place",
  "placeText",
  "address",
  "openedOn",
  "licenceIssuedOn",
  "licenceExpiresOn",
  "personInCharge",
  "foodSafetyDirector",
  "employees",
  "revenue",
  "floorArea",
  "latitude",
  "longitude",
  "coordinates",
] as const;

/** The whole facts of a form for a new establishment. */
export function toFacts(draft: FactsDraft): EstablishmentFacts {
  const single = names.map((name) => {
    const value = draft[name];
    return [name, typeof value === "string" ? toText(value) : (value ?? null)];
  });
  const many = lists.map((name) => [name, draft[name] ?? []]);
  return {
    ...Object.fromEntries([...single, ...many]),
    furtherLicences: toLicences(draft.furtherLicences),
  } as EstablishmentFacts;
}
