import { describe, expect, it } from "vitest";
import { toPlainDate } from "../kernel/plain-date.js";
import type { Licence } from "./licence.schema.js";
import { hasLicence, listLicences } from "./list-licences.js";

const asOf = toPlainDate("2026-11-24");
const further = (kind: Licence["kind"], state: Licence["state"], expiresOn: string | null): Licence => ({
  kind,
  scope: null,
  state,
  number: "X-1",
  issuedOn: null,
  expiresOn: expiresOn === null ? null : toPlainDate(expiresOn),
});
const facts = (licenceNumber: string | null, expiresOn: string | null, ...furtherLicences: Licence[]) => ({
  licenceNumber,
  licenceIssuedOn: null,
  licenceExpiresOn: expiresOn === null ? null : toPlainDate(expiresOn),
  furtherLicences,
});

describe("the list of licences", () => {
  it.each([
    ["a production number", facts("SC10199010600012", null), ["production"]],
    ["an operation number", facts("JY23501000000016", null), ["operation"]],
    ["only a last day", facts(null, "2027-01-01"), ["other"]],
    ["nothing", facts(null, null), []],
    [
      "only a registration",
      facts(null, null, further("vendor-registration", "valid", null)),
      ["vendor-registration"],
    ],
    [
      "both, the row's first",
      facts("JY23501000000016", null, further("production", "valid", null)),
      ["operation", "production"],
    ],
  ])("of %s", (_what, given, kinds) => {
    expect(listLicences(given).map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("whether a list keeps them", () => {
  const two = facts("JY23501000000016", "2026-12-01", further("production", "suspended", "2030-01-01"));
  it.each([
    ["no condition", two, undefined, undefined, true],
    ["a kind that one has", two, ["production"], undefined, true],
    ["a kind that none has", two, ["grocery-registration"], undefined, false],
    ["a standing that one has", two, undefined, ["ending"], true],
    ["kind and standing of one licence", two, ["production"], ["suspended"], true],
    ["kind of one and standing of the other", two, ["production"], ["ending"], false],
    ["no licence, no condition", facts(null, null), undefined, undefined, false],
    ["one without a last day is unknown", facts("JY23501000000016", null), ["operation"], ["unknown"], true],
  ] as const)("%s", (_what, given, kinds, standings, kept) => {
    expect(hasLicence({ facts: given, kinds, standings, asOf })).toBe(kept);
  });
});
