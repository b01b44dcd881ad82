// The limit of the import bench: one plain pass over the text with every rule of the register hard-wired, as fast as we
// could make it. Ten fixed columns, no mapping, no parameters in reasons, the file's own county as the only place.
// Rules: rules §1 "Identifiers" and "Identity of a row" against an empty register.

/** What becomes of each row, and the texts that would be stored. */
export type ImportLimit = {
  /** 0 created, 3 held, 4 refused. */
  readonly outcomes: Uint8Array;
  /** Of each row, one bit for each reason (`limitReasons`). */
  readonly reasons: Uint16Array;
  readonly columns: readonly string[][];
};

/** Reasons in the order of their bits. */
export const limitReasons = [
  "registry/name-missing",
  "credit-code/letter-not-in-alphabet",
  "credit-code/length",
  "credit-code/check-character",
  "credit-code/spreadsheet-number",
  "licence-number/shape",
  "licence-number/check-digit",
  "registry/outside-territory",
  "registry/form-unknown",
  "registry/date",
  "registry/identity-missing",
  "registry/same-identity",
  "registry/code-fits-several",
] as const;

const bit = (reason: (typeof limitReasons)[number]): number => 1 << limitReasons.indexOf(reason);
const NAME_MISSING = bit("registry/name-missing");
const LETTER = bit("credit-code/letter-not-in-alphabet");
const LENGTH = bit("credit-code/length");
const CHECK_CHARACTER = bit("credit-code/check-character");
const SPREADSHEET = bit("credit-code/spreadsheet-number");
const SHAPE = bit("licence-number/shape");
const CHECK_DIGIT = bit("licence-number/check-digit");
const OUTSIDE = bit("registry/outside-territory");
const FORM = bit("registry/form-unknown");
const DATE = bit("registry/date");
const IDENTITY = bit("registry/identity-missing");
const SAME = bit("registry/same-identity");
const SEVERAL = bit("registry/code-fits-several");
const HELD = CHECK_CHARACTER | SPREADSHEET | CHECK_DIGIT | SAME | SEVERAL;
const REFUSED = NAME_MISSING | LETTER | LENGTH | SHAPE | OUTSIDE | FORM | DATE | IDENTITY;

const VALUES = new Int8Array(128).fill(-1);
[..."0123456789ABCDEFGHJKLMNPQRTUWXY"].forEach((letter, value) => {
  VALUES[letter.charCodeAt(0)] = value;
});
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FORMS = new Set(["餐饮服务", "食品销售", "食品生产", "小餐饮", "学校食堂", "小食杂店"]);
const NUMBER = /^\d\.\d+E\+\d+$/;

function checkCode(code: string): number {
  if (code.length !== 18) return NUMBER.test(code) ? SPREADSHEET : LENGTH;
  let sum = 0;
  for (let at = 0; at < 17; at += 1) {
    const value = VALUES[code.charCodeAt(at)] as number;
    if (value < 0) return LETTER;
    sum += value * (WEIGHTS[at] as number);
  }
  const last = VALUES[code.charCodeAt(17)] as number;
  if (last < 0) return LETTER;
  return (31 - (sum % 31)) % 31 === last ? 0 : CHECK_CHARACTER;
}

function checkLicence(licence: string): number {
  if (licence.length !== 16) return SHAPE;
  const isKind = licence.startsWith("JY") || licence.startsWith("SC");
  if (!isKind) return SHAPE;
  let product = 10;
  for (let at = 2; at < 15; at += 1) {
    const digit = licence.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return SHAPE;
    const sum = (product + digit) % 10;
    product = (2 * (sum === 0 ? 10 : sum)) % 11;
  }
  return (11 - product) % 10 === licence.charCodeAt(15) - 48 ? 0 : CHECK_DIGIT;
}

function isDay(text: string): boolean {
  if (text.length !== 10) return false;
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8, 10));
  if (!(day >= 1 && day <= (DAYS[month - 1] ?? 0))) return false;
  return month !== 2 || day <= 28 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
}

/** Reasons of one row from its ten texts. */
export function checkLimitRow(
  name: string,
  code: string,
  licence: string,
  form: string,
  place: string,
  address: string,
  openedOn: string,
  expiresOn: string,
  county: string,
): number {
  let reasons = name === "" ? NAME_MISSING : 0;
  if (code !== "") reasons |= checkCode(code);
  if (licence !== "") reasons |= checkLicence(licence);
  if (place !== "" && !place.startsWith(county)) reasons |= OUTSIDE;
  if (form !== "" && !FORMS.has(form)) reasons |= FORM;
  if (openedOn !== "" && !isDay(openedOn)) reasons |= DATE;
  if (expiresOn !== "" && !isDay(expiresOn)) reasons |= DATE;
  if (code === "" && licence === "" && reasons === 0 && (address === "" || place.length < 12))
    reasons |= IDENTITY;
  return reasons;
}

/** Marks rows of one licence, one code without licences, or one name, address and village. */
export function markLimitRepeats(reasons: Uint16Array, columns: readonly string[][], count: number): void {
  const [names, codes, licences, , places, addresses] = columns as [
    string[],
    string[],
    string[],
    string[],
    string[],
    string[],
  ];
  const firstOf = new Map<string, number>();
  const sharing = new Map<string, number[]>();
  const meet = (key: string, row: number): void => {
    const first = firstOf.get(key);
    if (first === undefined) {
      firstOf.set(key, row);
      return;
    }
    reasons[first] = (reasons[first] as number) | SAME;
    reasons[row] = (reasons[row] as number) | SAME;
  };
  for (let row = 0; row < count; row += 1) {
    if (((reasons[row] as number) & REFUSED) !== 0) continue;
    const licence = licences[row] as string;
    const code = codes[row] as string;
    const place = places[row] as string;
    if (licence !== "") meet(licence, row);
    if (place.length >= 12 && addresses[row] !== "") meet(`${names[row]}\n${addresses[row]}\n${place}`, row);
    if (code.length !== 18) continue;
    const first = firstOf.get(code);
    if (first === undefined) firstOf.set(code, row);
    else {
      const group = sharing.get(code);
      if (group === undefined) sharing.set(code, [first, row]);
      else group.push(row);
    }
  }
  for (const rows of sharing.values()) {
    for (const row of rows) {
      if (licences[row] !== "") continue;
      let alike = false;
      for (const other of rows) {
        if (other === row) continue;
        const sameAddress = addresses[row] !== "" && addresses[row] === addresses[other];
        if (names[row] !== names[other] && !sameAddress) continue;
        alike = true;
        reasons[other] = (reasons[other] as number) | SAME;
      }
      const own = reasons[row] as number;
      reasons[row] = own | (alike || (own & SAME) !== 0 ? SAME : SEVERAL);
    }
  }
}

/** Outcomes of the reasons. */
export function toLimitOutcomes(reasons: Uint16Array): Uint8Array {
  const outcomes = new Uint8Array(reasons.length);
  for (let row = 0; row < reasons.length; row += 1) {
    const own = reasons[row] as number;
    outcomes[row] = (own & REFUSED) !== 0 ? 4 : (own & HELD) !== 0 ? 3 : 0;
  }
  return outcomes;
}

const WIDTH = 10;

/** Text in, outcomes out. `count` is the number of rows below the header; `county` the importing office's. */
export function importLimit(text: string, count: number, county: string): ImportLimit {
  const columns = Array.from({ length: WIDTH }, () => new Array<string>(count));
  const reasons = new Uint16Array(count);
  let at = text.indexOf("\n") + 1;
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < WIDTH; column += 1) {
      const cells = columns[column] as string[];
      if (text.charCodeAt(at) === 34) {
        let end = text.indexOf('"', at + 1);
        let escaped = false;
        while (text.charCodeAt(end + 1) === 34) {
          escaped = true;
          end = text.indexOf('"', end + 2);
        }
        const cell = text.slice(at + 1, end);
        cells[row] = escaped ? cell.replaceAll('""', '"') : cell;
        at = end + 2;
      } else {
        const end = text.indexOf(column === WIDTH - 1 ? "\n" : ",", at);
        cells[row] = text.slice(at, end);
        at = end + 1;
      }
    }
    const cell = (column: number): string => (columns[column] as string[])[row] as string;
    reasons[row] = checkLimitRow(
      cell(0),
      cell(1),
      cell(2),
      cell(3),
      cell(4),
      cell(5),
      cell(6),
      cell(7),
      county,
    );
  }
  markLimitRepeats(reasons, columns, count);
  return { outcomes: toLimitOutcomes(reasons), reasons, columns };
}
