// All licences of an establishment as one list: the one of its row, then the further ones, each with its kind and its
// standing on a day; and whether a list of the register keeps them.
// Source: G1; the prefix SC of production licences and JY of operation licences: 食品生产许可管理办法, 食品经营许可和备案管理办法
// (as the glossary tells, 76).
import type { PlainDate } from "../kernel/plain-date.js";
import type { EstablishmentFacts } from "./establishment.schema.js";
import {
  findLicenceStanding,
  type Licence,
  type LicenceKind,
  type LicenceStanding,
} from "./licence.schema.js";

type LicenceFacts = Pick<
  EstablishmentFacts,
  "licenceNumber" | "licenceIssuedOn" | "licenceExpiresOn" | "furtherLicences"
>;

const kindOf = (number: string | null): LicenceKind =>
  number === null ? "other" : number.startsWith("SC") ? "production" : "operation";

/**
 * The licences, that of the row first; it has an empty number where only its last day is known, and is none where
 * neither is.
 *
 * @example
 * const facts = { licenceNumber: "SC10199010600012", licenceIssuedOn: null, licenceExpiresOn: null, furtherLicences: [] };
 * listLicences(facts).map(({ kind }) => kind); // => ["production"]
 * listLicences({ ...facts, licenceNumber: null }); // => []
 */
export function listLicences(facts: LicenceFacts): readonly Licence[] {
  const { licenceNumber: number, licenceIssuedOn, licenceExpiresOn, furtherLicences } = facts;
  if (number === null && licenceExpiresOn === null) return furtherLicences;
  const first: Licence = {
    kind: kindOf(number),
    scope: null,
    state: "valid",
    number: number ?? "",
    issuedOn: licenceIssuedOn,
    expiresOn: licenceExpiresOn,
  };
  return [first, ...furtherLicences];
}

/**
 * Whether one licence is of one of the kinds and stands in one of the ways on the day; a condition that is absent asks
 * nothing. Both are asked of the same licence.
 *
 * @example
 * const facts = { licenceNumber: "JY23501000000016", licenceIssuedOn: null, licenceExpiresOn: "2026-12-01", furtherLicences: [] };
 * hasLicence({ facts, kinds: ["operation"], standings: ["ending"], asOf: "2026-11-24" }); // => true
 * hasLicence({ facts, kinds: ["production"], standings: ["ending"], asOf: "2026-11-24" }); // => false
 */
export function hasLicence({
  facts,
  kinds,
  standings,
  asOf,
}: {
  readonly facts: LicenceFacts;
  readonly kinds: readonly LicenceKind[] | undefined;
  readonly standings: readonly LicenceStanding[] | undefined;
  readonly asOf: PlainDate;
}): boolean {
  return listLicences(facts).some(
    (licence) =>
      (kinds === undefined || kinds.includes(licence.kind)) &&
      (standings === undefined || standings.includes(findLicenceStanding({ licence, asOf }))),
  );
}
