// How personal data looks to those who may not see it whole, and how it is found inside free text.
// Source: quality S9 (`138****5678`). Sure for mobile numbers; how the others are masked is ours.
import { isPlainCreditCode } from "../kernel/credit-code.js";
import { isIdNumber } from "./id-number.js";

/**
 * A telephone number with its middle hidden: the first three and last four characters stay of eleven or more digits,
 * the last two of fewer.
 *
 * @example
 * maskPhone("13812345678"); // => "138****5678"
 * maskPhone("025-84567890"); // => "025****7890"
 * maskPhone("84567890"); // => "****90"
 */
export function maskPhone(text: string): string {
  const digits = text.replace(/[^0-9]/g, "");
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

/**
 * An identity number with all but its first three and last two characters hidden.
 *
 * @example
 * maskIdNumber("110101199003070134"); // => "110*************34"
 */
export function maskIdNumber(text: string): string {
  const hidden = Math.max(0, text.length - 5);
  return hidden === 0 ? "*".repeat(text.length) : `${text.slice(0, 3)}${"*".repeat(hidden)}${text.slice(-2)}`;
}

/**
 * A person's name with all but its first character hidden.
 *
 * @example
 * maskName("岑晚舟"); // => "岑**"
 */
export function maskName(name: string): string {
  const [first = "", ...rest] = [...name];
  return first + "*".repeat(rest.length);
}

/**
 * Whether the text is a value as masking leaves it, so that a file which went out masked changes nothing coming in.
 *
 * @example
 * isMasked("138****5678"); // => true
 * isMasked("13812345678"); // => false
 */
export const isMasked = (text: string): boolean => /^[0-9]{0,3}\*{4,}[0-9Xx]{2,4}$/.test(text.trim());

// Looked for on the half-width text, which has as many characters as the text itself.
const MOBILE = /(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9A-Za-z])/g;
const ID_NUMBER = /(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])/g;

const toHalfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));

const maskMobile = (found: string): string => maskPhone(found.replace(/^\+?86[- ]?(?=1)/, ""));

/** A valid credit code is one, also where it happens to read like an identity number. */
const maskId = (found: string): string =>
  isIdNumber(found) && !isPlainCreditCode(found) ? maskIdNumber(found) : found;

/**
 * The text with every mobile and identity number in it masked; other text stays as it is.
 *
 * @example
 * maskPersonal("张三 138-1234-5678，110101199003070134"); // => "张三 138****5678，110*************34"
 * maskPersonal("91350100M000100Y43"); // => "91350100M000100Y43"
 */
export function maskPersonal(text: string): string {
  // Nearly every cell ends here.
  if (!/[0-9０-９][0-9０-９ -]{10}/.test(text)) return text;
  const half = toHalfWidth(text);
  const found = [
    ...[...half.matchAll(MOBILE)].map((match) => ({ match, masked: maskMobile(match[0]) })),
    ...[...half.matchAll(ID_NUMBER)].map((match) => ({ match, masked: maskId(match[0]) })),
  ].sort((a, b) => a.match.index - b.match.index);
  let shown = "";
  let at = 0;
  for (const { match, masked } of found) {
    if (masked === match[0]) continue;
    shown += text.slice(at, match.index) + masked;
    at = match.index + match[0].length;
  }
  return shown + text.slice(at);
}
