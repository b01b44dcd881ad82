// Which field of which object is public, internal or sensitive, and who may see it how.
// Source: quality S9 (phone and id number sealed and masked; F1-38: public are name, unit, post and office telephone of
// the pairing official and the business's name, never mobile, id number, home address, reporter). Sure. That the other
// facts of the register are internal, and who may unmask, is ours.
import type { Role } from "../kernel/operation.js";

/** `public`: anyone; `internal`: whoever has a role that opens the object; `sensitive`: masked, clear only one at a time. */
export const fieldClasses = ["public", "internal", "sensitive"] as const;
export type FieldClass = (typeof fieldClasses)[number];

/** The class of every field that holds something about a person or a business. */
const classes = {
  establishment: {
    name: "public",
    form: "public",
    grade: "public",
    state: "public",
    creditCode: "internal",
    licenceNumber: "internal",
    address: "internal",
    personInCharge: "internal",
    foodSafetyDirector: "internal",
    foodSafetyOfficers: "internal",
    contactMobile: "sensitive",
  },
  armPerson: {
    name: "internal",
    mobile: "sensitive",
  },
  official: {
    name: "public",
    unit: "public",
    post: "public",
    officePhone: "public",
    level: "internal",
    jurisdictions: "internal",
    capacity: "internal",
    homeGrid: "internal",
    mobile: "sensitive",
  },
  duty: {
    name: "public",
    unit: "public",
    title: "public",
    officePhone: "public",
    mobile: "sensitive",
  },
  person: {
    name: "internal",
    unit: "internal",
    username: "internal",
    officePhone: "internal",
    mobile: "sensitive",
    idNumber: "sensitive",
  },
} as const satisfies { readonly [object: string]: { readonly [field: string]: FieldClass } };

export type ClassedObject = keyof typeof classes;
type FieldOf<O extends ClassedObject> = keyof (typeof classes)[O] & string;

/** A sensitive field with its object, as the name under which it is sealed: `person.mobile`. */
export type SensitiveField = {
  [O in ClassedObject]: {
    [F in FieldOf<O>]: (typeof classes)[O][F] extends "sensitive" ? `${O}.${F}` : never;
  }[FieldOf<O>];
}[ClassedObject];

/** Every sensitive field; each is sealed where it is stored. */
export const sensitiveFields: readonly SensitiveField[] = Object.entries(classes).flatMap(
  ([object, fields]) =>
    Object.entries(fields).flatMap(([field, kind]) =>
      kind === "sensitive" ? [`${object}.${field}` as SensitiveField] : [],
    ),
);

/**
 * The class of a field; a field that nobody classed is internal, never public.
 *
 * @example
 * findFieldClass("official", "officePhone"); // => "public"
 * findFieldClass("official", "mobile"); // => "sensitive"
 * findFieldClass("official", "shoeSize"); // => "internal"
 */
export function findFieldClass(object: ClassedObject, field: string): FieldClass {
  const fields: { readonly [field: string]: FieldClass } = classes[object];
  return Object.hasOwn(fields, field) ? (fields[field] ?? "internal") : "internal";
}

/**
 * How someone with the roles sees a field when it stands in an answer: in clear, masked, or not at all. A sensitive
 * field is masked for everyone; its clear value is asked for by itself.
 *
 * @example
 * findShowing({ object: "official", field: "mobile", roles: ["office"] }); // => "masked"
 * findShowing({ object: "official", field: "officePhone", roles: ["public"] }); // => "clear"
 * findShowing({ object: "establishment", field: "address", roles: ["public"] }); // => "absent"
 */
export function findShowing({
  object,
  field,
  roles,
}: {
  readonly object: ClassedObject;
  readonly field: string;
  readonly roles: readonly Role[];
}): "clear" | "masked" | "absent" {
  const kind = findFieldClass(object, field);
  if (kind === "public") return "clear";
  const isInside = roles.some((role) => role !== "public");
  if (!isInside) return "absent";
  return kind === "internal" ? "clear" : "masked";
}
