// Decides whether a text is a division code and whether its place is known: 2 digits of a province, 4 of a city, 6 of a
// county, 9 of a township or street, 12 of a village or community. Below the county only the shape is checked, since
// no list of townships is shipped and villages are no longer published.
// Source: GB/T 2260 and the statistical 12-digit code, F6 行政区划 (certain for the layout); rules §1.
import { isDemonstrationDivision } from "./demonstration-division.js";
import { findDivision } from "./division-table.js";
import { foldCode } from "./fold-code.js";
import type { IdentifierReading } from "./identifier-reading.js";
import { problem } from "./result.js";

const SHAPE = /^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/;
const ZERO_TAILS = [
  [12, 9],
  [9, 6],
  [6, 4],
  [4, 2],
] as const;

/**
 * Whether the text has the length of a division code, 2, 4, 6, 9 or 12 ASCII digits. Not folded, not looked up.
 *
 * @example
 * isDivisionCodeShape("320106001"); // => true
 * isDivisionCodeShape("32010"); // => false
 */
export const isDivisionCodeShape = (text: string): boolean => SHAPE.test(text);

/**
 * The code without zero padding: whole levels of zeros at its end are left off. 320100 is how documents write the city
 * 3201. A code of another shape comes back as it is.
 *
 * @example
 * toPlainDivisionCode("320100"); // => "3201"
 * toPlainDivisionCode("320106000000"); // => "320106"
 * toPlainDivisionCode("320106001"); // => "320106001"
 */
export function toPlainDivisionCode(code: string): string {
  if (!SHAPE.test(code)) return code;
  let plain = code;
  for (const [length, upper] of ZERO_TAILS) {
    if (plain.length === length && Number(plain.slice(upper)) === 0) plain = plain.slice(0, upper);
  }
  return plain;
}

/**
 * Whether the county part of the code (or its city or province, when it is shorter or zero-padded) is in the shipped
 * table; every code under the demonstration city is. Digits after the sixth are not looked at.
 *
 * @example
 * isKnownDivision("320106001003"); // => true
 * isKnownDivision("320100"); // => true
 * isKnownDivision("000000"); // => false
 */
export function isKnownDivision(code: string): boolean {
  const upper = code.slice(0, 6);
  // A county is found as it stands; only zero-padded codes need their padding taken off.
  return (
    isDemonstrationDivision(upper) ||
    findDivision(upper) !== undefined ||
    findDivision(toPlainDivisionCode(upper)) !== undefined
  );
}

/**
 * The division code read from typed text. Refused (`division-code/shape`) unless it has 2, 4, 6, 9 or 12 digits; held
 * (`division-code/unknown`) when its county, or the city or province of a shorter code, is not in the shipped table.
 * Zero-padded codes such as 320100 are valid and keep their padding.
 *
 * @example
 * parseDivisionCode({ input: " 320106 " }).value; // => "320106"
 * parseDivisionCode({ input: "329999" }).status; // => "held"
 */
export function parseDivisionCode({ input }: { readonly input: string }): IdentifierReading {
  const { value, changes } = foldCode(input);
  if (!isDivisionCodeShape(value)) {
    return {
      status: "refused",
      value: null,
      changes,
      notices: [],
      problems: [problem("division-code/shape")],
    };
  }
  if (!isKnownDivision(value)) {
    const unknown = problem("division-code/unknown", { code: value.slice(0, 6) });
    return { status: "held", value, changes, notices: [], problems: [unknown] };
  }
  return { status: "valid", value, changes, notices: [], problems: [] };
}
