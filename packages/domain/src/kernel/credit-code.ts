// Decides whether a text is a unified social credit code (统一社会信用代码): 18 characters of an alphabet without
// I, O, S, V and Z, the last one a check character. A letter that the alphabet lacks is a misreading and is refused
// with its likely original; a failed check character is held, because a person with the licence in hand must decide.
// Source: GB 32100-2015, F6 (C, agrees with many public codes); inner organisation code GB 11714 (notice only, since
// real old codes violate it). Any first two letters are taken: prefixes such as 81 and 89 exist.
import { isKnownDivision } from "./division-code.js";
import { foldCode } from "./fold-code.js";
import type { IdentifierReading } from "./identifier-reading.js";
import type { KernelProblemCode } from "./kernel.problem.js";
import { type Problem, problem } from "./result.js";

const ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const LENGTH = 18;

// GB 11714 counts all letters, A = 10 … Z = 35.
const ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

// What people and scanners meant, by looks: V stands for either of two letters.
const MISREADINGS: { readonly [letter: string]: string } = { I: "1", O: "0", S: "5", V: "Y/U", Z: "2" };

const SPREADSHEET_NUMBER = /^\d(?:\.\d+)?E\+?\d{1,2}$/;
const INVISIBLE = /^[\p{C}\p{Z}]$/u;

const sumByWeight = (text: string, alphabet: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * alphabet.indexOf(text.charAt(index)), 0);

const computeCheckCharacter = (body: string): string =>
  ALPHABET.charAt((31 - (sumByWeight(body, ALPHABET, WEIGHTS) % 31)) % 31);

function computeOrganisationCheck(body: string): string {
  const check = 11 - (sumByWeight(body, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11);
  if (check === 11) return "0";
  return check === 10 ? "X" : String(check);
}

const isInAlphabet = (text: string): boolean => [...text].every((letter) => ALPHABET.includes(letter));

/**
 * The full credit code for its first 17 characters, with the check character put behind them. Throws unless there are
 * 17 characters of the alphabet: it is for made-up data and tests. The inner organisation code stays as given.
 *
 * @example
 * composeCreditCode("91320200MA1MGN8MX"); // => "91320200MA1MGN8MXH"
 */
export function composeCreditCode(body: string): string {
  if (body.length !== LENGTH - 1 || !isInAlphabet(body)) {
    throw new RangeError(`not 17 characters of the credit code alphabet: ${body}`);
  }
  return body + computeCheckCharacter(body);
}

/**
 * The nine characters of an organisation code for its first eight, with the GB 11714 check character put behind them.
 * Throws unless there are eight characters of the credit code alphabet.
 *
 * @example
 * composeOrganisationCode("MA1MGN8M"); // => "MA1MGN8MX"
 */
export function composeOrganisationCode(body: string): string {
  if (body.length !== 8 || !isInAlphabet(body)) {
    throw new RangeError(`not 8 characters of the credit code alphabet: ${body}`);
  }
  return body + computeOrganisationCheck(body);
}

/** Values by character code, -1 where the alphabet lacks the character: for the check that every row of a file asks. */
const valuesOf = (alphabet: string): Int8Array => {
  const values = new Int8Array(128).fill(-1);
  for (let value = 0; value < alphabet.length; value += 1) values[alphabet.charCodeAt(value)] = value;
  return values;
};
const VALUES = valuesOf(ALPHABET);
const ORGANISATION_VALUES = valuesOf(ORGANISATION_ALPHABET);

/**
 * Whether the text is a valid credit code just as it stands, with nothing folded and nothing to notice: what
 * `parseCreditCode` says of it is then its text and no more. Made for long lists, where almost every code is.
 *
 * @example
 * isPlainCreditCode("91320200MA1MGN8MXH"); // => true
 * isPlainCreditCode("91320200ma1mgn8mxh"); // => false
 */
export function isPlainCreditCode(text: string): boolean {
  if (text.length !== LENGTH) return false;
  let sum = 0;
  for (let at = 0; at < LENGTH - 1; at += 1) {
    const value = VALUES[text.charCodeAt(at)] ?? -1;
    if (value < 0) return false;
    sum += value * (WEIGHTS[at] ?? 0);
  }
  if (VALUES[text.charCodeAt(LENGTH - 1)] !== (31 - (sum % 31)) % 31) return false;
  let inner = 0;
  for (let at = 0; at < 8; at += 1) {
    inner += (ORGANISATION_VALUES[text.charCodeAt(at + 8)] ?? 0) * (ORGANISATION_WEIGHTS[at] ?? 0);
  }
  const check = (11 - (inner % 11)) % 11;
  // Ten is written X.
  return text.charCodeAt(16) === (check === 10 ? 88 : 48 + check) && isKnownDivision(text.slice(2, 8));
}

/**
 * Whether the text is a number as a spreadsheet shows it (9.1E+17), so that digits of the code are lost for good.
 *
 * @example
 * isSpreadsheetNumber("9.1350100E+17"); // => true
 * isSpreadsheetNumber("91350100M000100Y43"); // => false
 */
export const isSpreadsheetNumber = (text: string): boolean => SPREADSHEET_NUMBER.test(text);

const showCharacter = (character: string): string =>
  INVISIBLE.test(character)
    ? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
    : character;

function listStrangeCharacters(characters: readonly string[]): Problem<KernelProblemCode>[] {
  return characters.flatMap((character, index): Problem<KernelProblemCode>[] => {
    if (ALPHABET.includes(character)) return [];
    const position = index + 1;
    const likely = MISREADINGS[character];
    return likely === undefined
      ? [problem("credit-code/character", { position, character: showCharacter(character) })]
      : [problem("credit-code/letter-not-in-alphabet", { position, letter: character, likely })];
  });
}

function listNotices(code: string): Problem<KernelProblemCode>[] {
  const notices: Problem<KernelProblemCode>[] = [];
  const expected = computeOrganisationCheck(code.slice(8, 16));
  const found = code.charAt(16);
  if (expected !== found) notices.push(problem("credit-code/organisation-code", { expected, found }));
  const division = code.slice(2, 8);
  if (!isKnownDivision(division)) notices.push(problem("credit-code/unknown-division", { division }));
  return notices;
}

/**
 * The credit code read from typed text. Refused: another length than 18, a letter that the alphabet lacks (the likely
 * original is named, `likely`), any other strange character, a number mangled by a spreadsheet; every position is
 * named. Held: the check character fails (`expected`, `found`). Notices only: the inner organisation code does not
 * check, or the division in positions 3 to 8 is not in the shipped table. Digits 3 to 8 never decide a territory.
 *
 * @example
 * parseCreditCode({ input: "91350100m000100y43" }).value; // => "91350100M000100Y43"
 * parseCreditCode({ input: "91350100M000100Y44" }).problems[0].params; // => { expected: "3", found: "4" }
 * parseCreditCode({ input: "9135O100M000100Y43" }).problems[0].params; // => { position: 5, letter: "O", likely: "0" }
 */
export function parseCreditCode({ input }: { readonly input: string }): IdentifierReading {
  const { value, changes } = foldCode(input);
  const refused = (problems: readonly Problem<KernelProblemCode>[]): IdentifierReading => ({
    status: "refused",
    value: null,
    changes,
    notices: [],
    problems,
  });
  if (value === "") return refused([problem("identifier/empty")]);
  if (isSpreadsheetNumber(value))
    return refused([problem("credit-code/spreadsheet-number", { text: value })]);
  const characters = [...value];
  if (characters.length !== LENGTH) {
    return refused([
      problem("credit-code/length", { length: characters.length }),
      ...listStrangeCharacters(characters),
    ]);
  }
  const strange = listStrangeCharacters(characters);
  if (strange.length > 0) return refused(strange);
  const notices = listNotices(value);
  const expected = computeCheckCharacter(value);
  const found = value.charAt(LENGTH - 1);
  if (expected !== found) {
    const wrong = problem("credit-code/check-character", { expected, found });
    return { status: "held", value, changes, notices, problems: [wrong] };
  }
  return { status: "valid", value, changes, notices, problems: [] };
}
