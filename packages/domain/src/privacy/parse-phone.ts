// Decides whether a cell is a telephone number that can be kept: a mobile, or a landline with or without its area code.
// Source: ours; numbering plan of the Ministry (mobile numbers begin 13 to 19, area codes with 0).
import { foldCode } from "../kernel/fold-code.js";
import { ok, problem, type Result, refuseAll } from "../kernel/result.js";
import type { PrivacyProblemCode } from "./privacy.problem.js";

const MOBILE = /^1[3-9][0-9]{9}$/;
const LANDLINE = /^(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?$/;

/**
 * The number without blanks and country code, a mobile without hyphens; the reason never quotes it.
 *
 * @example
 * parsePhone("+86 138-1234-5678").value; // => "13812345678"
 * parsePhone("025-84567890").value; // => "025-84567890"
 * parsePhone("去年").problems[0]; // => { code: "privacy/phone-shape", params: {} }
 */
export function parsePhone(text: string): Result<string, ReturnType<typeof problem<PrivacyProblemCode>>> {
  const folded = foldCode(text)
    .value.replace(/[\s()]/g, "")
    .replace(/^(?:\+|00)?86-?(?=1[3-9]|0)/, "");
  const digits = folded.replace(/-/g, "");
  if (MOBILE.test(digits)) return ok(digits);
  return LANDLINE.test(folded) ? ok(folded) : refuseAll([problem("privacy/phone-shape")]);
}
