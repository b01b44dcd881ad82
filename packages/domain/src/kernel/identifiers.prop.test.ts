import * as fc from "fast-check";
import { expect, it } from "vitest";
import { checkIdentifier } from "./check-identifier.js";
import { composeCreditCode, composeOrganisationCode, parseCreditCode } from "./credit-code.js";
import { isKnownDivision, parseDivisionCode, toPlainDivisionCode } from "./division-code.js";
import { findDivision, listDivisions } from "./division-table.js";
import { foldCode } from "./fold-code.js";
import { composeLicenceNumber, parseLicenceNumber } from "./licence-number.js";

const ALPHABET = [..."0123456789ABCDEFGHJKLMNPQRTUWXY"];
const seed = 20261124;
const letter = fc.constantFrom(...ALPHABET);
const digit = fc.constantFrom(..."0123456789");
const creditCode = fc.string({ unit: letter, minLength: 17, maxLength: 17 }).map(composeCreditCode);
const licence = fc
  .tuple(fc.constantFrom("SC", "JY"), fc.string({ unit: digit, minLength: 13, maxLength: 13 }))
  .map(([letters, digits]) => composeLicenceNumber(letters + digits));
const replaceAt = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1);

it("folding twice changes nothing more", () =>
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const once = foldCode(text).value;
      expect(foldCode(once)).toEqual({ value: once, changes: [] });
    }),
    { seed, numRuns: 500 },
  ));

it("each body of a credit code has exactly one check character", () =>
  fc.assert(
    fc.property(creditCode, (code) => {
      const valid = ALPHABET.filter(
        (last) => parseCreditCode({ input: code.slice(0, 17) + last }).status === "valid",
      );
      expect(valid).toEqual([code.charAt(17)]);
    }),
    { seed },
  ));

it("each body of a licence number has exactly one check digit", () =>
  fc.assert(
    fc.property(licence, (number) => {
      const valid = [..."0123456789"].filter(
        (last) => parseLicenceNumber({ input: number.slice(0, 15) + last }).status === "valid",
      );
      expect(valid).toEqual([number.charAt(15)]);
    }),
    { seed },
  ));

it("any one wrong digit of a licence number is caught", () =>
  fc.assert(
    fc.property(licence, fc.integer({ min: 2, max: 15 }), digit, (number, at, other) => {
      fc.pre(number.charAt(at) !== other);
      expect(parseLicenceNumber({ input: replaceAt(number, at, other) }).status).toBe("held");
    }),
    { seed, numRuns: 1000 },
  ));

it("an organisation code composed gives no notice, any other check character does", () =>
  fc.assert(
    fc.property(fc.string({ unit: letter, minLength: 8, maxLength: 8 }), letter, (body, other) => {
      const organisation = composeOrganisationCode(body);
      const notices = (inner: string) =>
        parseCreditCode({ input: composeCreditCode(`91320106${inner}`) }).notices.map(
          (notice) => notice.code,
        );
      expect(notices(organisation)).toEqual([]);
      fc.pre(organisation.charAt(8) !== other);
      expect(notices(body + other)).toEqual(["credit-code/organisation-code"]);
    }),
    { seed },
  ));

it("any text gets one line whose parts agree with each other", () =>
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), creditCode, licence), (input) => {
      const line = checkIdentifier({ input });
      expect(line.input).toBe(input);
      expect(line.ok).toBe(line.status === "valid");
      expect(line.value).toBe(line.status === "refused" ? null : foldCode(input).value);
      expect(line.problems.length > 0).toBe(!line.ok);
      if (line.kind === null) expect(line.status).toBe("refused");
    }),
    { seed, numRuns: 500 },
  ));

it("every division of the table is valid, padded or not, and so is any township or village below a county", () =>
  fc.assert(
    fc.property(fc.constantFrom(...listDivisions()), fc.nat({ max: 999_999 }), ({ code }, below) => {
      const padded = code.padEnd(6, "0");
      expect(parseDivisionCode({ input: code }).status).toBe("valid");
      expect(isKnownDivision(padded)).toBe(true);
      expect(toPlainDivisionCode(padded.padEnd(12, "0"))).toBe(code);
      if (code.length === 6) {
        expect(parseDivisionCode({ input: code + String(below).padStart(6, "0") }).status).toBe("valid");
      }
    }),
    { seed, numRuns: 300 },
  ));

it("the parent of every division is in the table", () => {
  const orphans = listDivisions().filter(({ code }) => code.length > 2 && !findDivision(code.slice(0, -2)));
  expect(orphans).toEqual([]);
});
