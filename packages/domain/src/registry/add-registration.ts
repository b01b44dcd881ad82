// A registration or filing number of a row as a licence of the establishment.
// Source: G1 (small operators hold a registration instead of a licence); which kind a form's registration is, is ours.
import type { BusinessForm } from "./establishment.schema.js";
import type { Licence, LicenceKind } from "./licence.schema.js";
import type { RowFacts } from "./row-facts.js";

const kindOfForm: { readonly [F in BusinessForm]?: LicenceKind } = {
  "small-workshop": "small-workshop-registration",
  "small-catering": "small-catering-registration",
  grocery: "grocery-registration",
  "food-vendor": "vendor-registration",
  seller: "prepackaged-filing",
};

/**
 * The licences with the row's registration among them; the same list where the row gives none or it is known already.
 *
 * @example
 * addRegistration([], { form: "small-workshop", registrationNumber: "XZF0001" })[0].kind; // => "small-workshop-registration"
 * addRegistration([], {}); // => []
 */
export function addRegistration(
  known: Licence[],
  { form, registrationNumber: number }: Pick<RowFacts, "form" | "registrationNumber">,
): Licence[] {
  if (number === undefined || known.some((licence) => licence.number === number)) return known;
  const kind = (form === undefined ? undefined : kindOfForm[form]) ?? "other";
  return [...known, { kind, scope: null, state: "valid", number, issuedOn: null, expiresOn: null }];
}
