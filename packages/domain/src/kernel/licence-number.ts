// Decides whether a text is the number of a food production (SC) or food business (JY) licence: two letters, 14 digits,
// the last of them a check digit by MOD 11,10. Registrations of small workshops and vendors have numbers of each
// province's own and are not read here.
// Source: F6 食品许可证编号 (layout N; check digit C, seven public numbers agree); GB/T 17710 MOD 11,10.
import { isKnownDivision } from "./division-code.js";
import { foldCode } from "./fold-code.js";
import type { IdentifierReading } from "./identifier-reading.js";
import { problem } from "./result.js";

const SHAPE = /^(?:SC|JY)\d{14}$/;
const BODY = /^(?:SC|JY)\d{13}$/;
const BEIJING = "11";

/**
 * Whether the text has the shape of a licence number, SC or JY and 14 ASCII digits. Not folded, check digit not tested.
 *
 * @example
 * isLicenceNumberShape("JY13202020009651"); // => true
 */
export const isLicenceNumberShape = (text: string): boolean => SHAPE.test(text);

function computeCheckDigit(digits: string): string {
  let product = 10;
  for (let at = 0; at < digits.length; at += 1) {
    const sum = (product + digits.charCodeAt(at) - 48) % 10;
    product = (2 * (sum === 0 ? 10 : sum)) % 11;
  }
  return String((11 - product) % 10);
}

/**
 * The full licence number for SC or JY and its first 13 digits, with the check digit put behind them. Throws on any
 * other shape: it is for made-up data and tests.
 *
 * @example
 * composeLicenceNumber("JY1320202000965"); // => "JY13202020009651"
 */
export function composeLicenceNumber(body: string): string {
  if (!BODY.test(body)) throw new RangeError(`not SC or JY and 13 digits: ${body}`);
  return body + computeCheckDigit(body.slice(2));
}

/**
 * The county code that a licence number holds, without a look-up. SC has it after three digits of category, JY after
 * one digit of business form; a Beijing JY number holds the city and two digits of the district, then the street.
 *
 * @example
 * toLicenceDivision("SC10741018302531"); // => "410183"
 * toLicenceDivision("JY13202020009651"); // => "320202"
 * toLicenceDivision("JY11105000000015"); // => "110105"
 */
export function toLicenceDivision(number: string): string {
  if (number.startsWith("SC")) return number.slice(5, 11);
  const division = number.slice(3, 9);
  return division.startsWith(BEIJING) ? `1101${division.slice(2, 4)}` : division;
}

/**
 * Whether the text is a valid licence number just as it stands, with nothing folded and nothing to notice: what
 * `parseLicenceNumber` says of it is then its text and no more. Made for long lists, where almost every number is.
 *
 * @example
 * isPlainLicenceNumber("SC10741018302531"); // => true
 * isPlainLicenceNumber("sc10741018302531"); // => false
 */
export const isPlainLicenceNumber = (text: string): boolean =>
  SHAPE.test(text) &&
  computeCheckDigit(text.slice(2, 15)) === text.charAt(15) &&
  isKnownDivision(toLicenceDivision(text));

/**
 * The licence number read from typed text. Refused (`licence-number/shape`) unless it is SC or JY and 14 digits; held
 * (`licence-number/check-digit`) when the last digit does not follow from the others. A division that the shipped
 * table lacks is a notice, since licences outlive divisions. The category and business form are not checked.
 *
 * @example
 * parseLicenceNumber({ input: "sc10741018302531" }).status; // => "valid"
 * parseLicenceNumber({ input: "JY12345678901234" }).problems[0].params; // => { expected: "2", found: "4" }
 */
export function parseLicenceNumber({ input }: { readonly input: string }): IdentifierReading {
  const { value, changes } = foldCode(input);
  if (!isLicenceNumberShape(value)) {
    return {
      status: "refused",
      value: null,
      changes,
      notices: [],
      problems: [problem("licence-number/shape")],
    };
  }
  const division = toLicenceDivision(value);
  const notices = isKnownDivision(division) ? [] : [problem("licence-number/unknown-division", { division })];
  const expected = computeCheckDigit(value.slice(2, 15));
  const found = value.slice(15);
  if (expected !== found) {
    const wrong = problem("licence-number/check-digit", { expected, found });
    return { status: "held", value, changes, notices, problems: [wrong] };
  }
  return { status: "valid", value, changes, notices, problems: [] };
}
