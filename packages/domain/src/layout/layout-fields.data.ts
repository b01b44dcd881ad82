// What an export layout can show: for each kind of list its fields, and how each is written. A field of a code has values
// that a layout may write in the words of another system.
// Source: ours; issue "Third", "export … in column layouts held as data" (certain for the kinds).
import { signingStandings } from "../commitment/commitment.schema.js";
import { pairingGrades, riskGrades } from "../grading/grade.schema.js";
import { businessForms, establishmentStates, sizes } from "../registry/establishment.schema.js";
import { levels } from "../territory/territory.schema.js";
import { dutyStates, visitModes } from "../visit/visit.schema.js";

/** Kinds of list that are exported. */
export const layoutKinds = ["establishments", "officials", "pairings", "commitments", "visits"] as const;
export type LayoutKind = (typeof layoutKinds)[number];

/** A field that a column may show; `code` fields have values and a label for each under `prefix/value`. */
export type LayoutField =
  | { readonly id: string; readonly type: "text" | "number" | "date" }
  | { readonly id: string; readonly type: "code"; readonly prefix: string; readonly values: readonly string[] }
  /** A telephone number: masked unless who asks may have it in clear. */
  | { readonly id: string; readonly type: "phone" };

const text = (...ids: string[]): readonly LayoutField[] => ids.map((id) => ({ id, type: "text" }));
const date = (...ids: string[]): readonly LayoutField[] => ids.map((id) => ({ id, type: "date" }));
const number = (...ids: string[]): readonly LayoutField[] => ids.map((id) => ({ id, type: "number" }));
const phone = (id: string): LayoutField => ({ id, type: "phone" });
const code = (id: string, prefix: string, values: readonly string[]): LayoutField => ({
  id,
  type: "code",
  prefix,
  values,
});

const establishment: readonly LayoutField[] = [
  ...text("id", "name", "creditCode", "licenceNumber"),
  code("form", "form", businessForms),
  code("size", "size", sizes),
  ...number("diners"),
  ...text("attention"),
  ...text("province", "city", "county", "township", "village", "placeCode", "address"),
  ...date("openedOn", "licenceIssuedOn", "licenceExpiresOn"),
  ...text("personInCharge", "foodSafetyDirector", "foodSafetyOfficers"),
  phone("contactMobile"),
  code("state", "state", establishmentStates),
  ...date("stateSince"),
  code("grade", "pairing-grade", pairingGrades),
  code("riskGrade", "risk-grade", riskGrades),
];
const official: readonly LayoutField[] = [
  ...text("officialId", "officialName", "officialUnit", "officialPost"),
  code("officialLevel", "level", levels),
  ...text("jurisdictions", "officePhone"),
  phone("mobile"),
];

/** Kind → what its columns can show, in the order in which they are offered. */
export const layoutFields: { readonly [K in LayoutKind]: readonly LayoutField[] } = {
  establishments: [...establishment, ...text("officialName", "officialUnit")],
  officials: [...official, ...date("from", "to"), ...number("capacity", "load")],
  pairings: [...official, ...date("pairedFrom"), ...establishment],
  commitments: [
    ...official,
    ...number("year"),
    code("commitmentState", "standing", signingStandings),
    ...date("signedOn", "validTo", "acknowledgedOn"),
    ...number("annexVersion", "establishments"),
  ],
  visits: [
    ...text("visitId"),
    ...date("madeOn", "recordedOn"),
    code("mode", "mode", visitModes),
    ...text("visitor", "standInFor", "jointWith", "note"),
    code("complete", "yes-no", ["yes", "no"]),
    ...number("wrongLines"),
    code("duty", "duty", dutyStates),
    ...establishment,
  ],
};

/** How days are written. */
export const dateFormats = ["YYYY-MM-DD", "YYYY/MM/DD", "YYYY.MM.DD", "YYYYMMDD", "YYYY年M月D日"] as const;
export type DateFormat = (typeof dateFormats)[number];
