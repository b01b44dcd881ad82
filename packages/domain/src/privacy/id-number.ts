// Whether a text is a resident's identity number: division, date of birth, sequence, check character.
// Source: GB 11643-1999 (certain).
import { parsePlainDate } from "../kernel/parse-plain-date.js";

const SHAPE = /^[1-9][0-9]{16}[0-9X]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = "10X98765432";

/**
 * Whether the text is an identity number: a day that was, and the right check character.
 *
 * @example
 * isIdNumber("11010119900307002X"); // => true
 * isIdNumber("110101199003070135"); // => false
 * isIdNumber("110101199013070134"); // => false
 */
export function isIdNumber(text: string): boolean {
  const number = text.toUpperCase();
  if (!SHAPE.test(number)) return false;
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!/^(?:19|20)/.test(born) || !parsePlainDate({ input: born }).ok) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return CHECKS[sum % 11] === number[17];
}
