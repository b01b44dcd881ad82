// The rules of the x-ray (数据体检): how grave each finding is and who must mend it. Every rule says one thing about one
// establishment or official; what is a gap of the chain is told there and not again here.
// Source: issue "Third", data-quality check (certain that rules have severity, count and owner; which rules is ours).

/** How grave: `error` makes a figure wrong, `warning` may, `notice` is worth a look. */
export const xraySeverities = ["error", "warning", "notice"] as const;
export type XraySeverity = (typeof xraySeverities)[number];

/** Who must mend it. */
export const xrayOwners = ["township", "office", "regulator"] as const;
export type XrayOwner = (typeof xrayOwners)[number];

/** What a finding is about. */
export const xrayObjects = ["establishment", "official"] as const;
export type XrayObject = (typeof xrayObjects)[number];

/** The rules in the order of screens. */
export const xrayRules = [
  "code-check",
  "licence-check",
  "licence-repeated",
  "name-and-code-repeated",
  "place-unknown",
  "place-ended",
  "form-missing",
  "not-graded",
  "closed-with-official",
  "opened-in-future",
  "licence-dates",
  "licence-expired",
  "licence-missing",
  "diners-missing",
  "place-coarse",
  "address-missing",
  "person-in-charge-missing",
  "officer-missing",
  "alike-at-address",
  "official-jurisdiction-ended",
  "official-repeated",
  "official-without-phone",
] as const;
export type XrayRule = (typeof xrayRules)[number];

type RuleFacts = {
  readonly severity: XraySeverity;
  readonly owner: XrayOwner;
  readonly about: XrayObject;
  /** The fact to mend. */
  readonly field: string;
};

const shop = (severity: XraySeverity, owner: XrayOwner, field: string): RuleFacts => ({
  severity,
  owner,
  about: "establishment",
  field,
});
const person = (severity: XraySeverity, owner: XrayOwner, field: string): RuleFacts => ({
  severity,
  owner,
  about: "official",
  field,
});

/** Rule → its severity, its owner, what it is about and the fact to mend. */
export const xrayRuleFacts: { readonly [R in XrayRule]: RuleFacts } = {
  "code-check": shop("error", "regulator", "creditCode"),
  "licence-check": shop("error", "regulator", "licenceNumber"),
  "licence-repeated": shop("error", "regulator", "licenceNumber"),
  "name-and-code-repeated": shop("warning", "office", "name"),
  "place-unknown": shop("error", "office", "place"),
  "place-ended": shop("error", "office", "place"),
  "form-missing": shop("error", "regulator", "form"),
  "not-graded": shop("error", "office", "form"),
  "closed-with-official": shop("error", "office", "official"),
  "opened-in-future": shop("error", "office", "openedOn"),
  "licence-dates": shop("error", "regulator", "licenceExpiresOn"),
  "licence-expired": shop("warning", "regulator", "licenceExpiresOn"),
  "licence-missing": shop("warning", "regulator", "licenceNumber"),
  "diners-missing": shop("warning", "regulator", "diners"),
  "place-coarse": shop("warning", "township", "place"),
  "address-missing": shop("warning", "township", "address"),
  "person-in-charge-missing": shop("notice", "township", "personInCharge"),
  "officer-missing": shop("notice", "township", "foodSafetyOfficers"),
  "alike-at-address": shop("warning", "township", "name"),
  "official-jurisdiction-ended": person("error", "office", "jurisdictions"),
  "official-repeated": person("warning", "office", "name"),
  "official-without-phone": person("notice", "township", "mobile"),
};
