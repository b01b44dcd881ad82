// Decides what one row of a register file says: every cell read, every reason given. Refused is what cannot be right
// (a letter no code has, a day that never was, a place outside the territory); held is what a person must settle (a
// failed check character, a code that a spreadsheet turned into a number); an unknown place is only a notice.
// Source: rules §1 "Identifiers", "Identity of a row"; issue "First", import (certain). Which words stand for a blank,
// and that an unknown word for form, size, flag or state refuses the row, is ours.
import { isPlainCreditCode, isSpreadsheetNumber, parseCreditCode } from "../kernel/credit-code.js";
import { foldCode } from "../kernel/fold-code.js";
import type { IdentifierReading } from "../kernel/identifier-reading.js";
import { isPlainLicenceNumber, parseLicenceNumber } from "../kernel/licence-number.js";
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import { isIdNumber } from "../privacy/id-number.js";
import { isMasked } from "../privacy/mask.js";
import { parsePhone } from "../privacy/parse-phone.js";
import { createFlagFinder, type ListedFlag, listFlags } from "./attention-list.js";
import { CellReader, splitList } from "./cell-reader.js";
import type { AttentionFlag } from "./establishment.schema.js";
import type { RegisterMapping } from "./guess-mapping.js";
import { isReasonHeader, type RegisterField, registerFields } from "./import-columns.js";
import { readMoreFacts } from "./read-more-facts.js";
import { createPlaceReader, type PlaceReader, type PlaceScope } from "./read-place.js";
import { findForm, findSize, findState } from "./register-label.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RegisterRow, RowFacts, RowProblem } from "./row-facts.js";
import type { SheetRow } from "./sheet-row.js";

/** How the rows of one file are read: which column is which field, and where places are looked up. */
export type RegisterReading = {
  readonly headers: readonly string[];
  /** Column of each field, -1 where the file has none. */
  readonly columns: { readonly [F in RegisterField]: number };
  readonly readPlace: PlaceReader;
  readonly findFlag: ReturnType<typeof createFlagFinder>;
};

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 300;
const LONGEST_PERSON = 60;
const MOST_DINERS = 1_000_000;
const OLD_NUMBER = /^\d{15}$/;

/**
 * The reading of a file with these headers under the mapping; refused (`registry/column-missing`) where no column is
 * mapped to the name. A header that the mapping lacks, and the reason column of an error file, are left out; of two
 * columns with one field the first counts.
 *
 * @example
 * prepareRegisterReading({ headers: ["店名"], mapping: { 店名: "name" } }).value.columns.name; // => 0
 * prepareRegisterReading({ headers: ["店名"], mapping: {} }).problems[0].code; // => "registry/column-missing"
 */
export function prepareRegisterReading({
  headers,
  mapping,
  flags = listFlags([]),
  ...scope
}: PlaceScope & {
  readonly headers: readonly string[];
  /** The office's list of attention flags; the shipped ones where it is absent. */
  readonly flags?: readonly ListedFlag[] | undefined;
  readonly mapping: RegisterMapping;
}): Result<RegisterReading, Problem<RegistryProblemCode>> {
  const findColumn = (field: RegisterField): number =>
    headers.findIndex(
      (header) => !isReasonHeader(header) && Object.hasOwn(mapping, header) && mapping[header] === field,
    );
  const columns = Object.fromEntries(registerFields.map((field) => [field, findColumn(field)]));
  if (columns.name === -1) return refuseAll([problem("registry/column-missing")]);
  return ok({
    headers,
    columns: columns as RegisterReading["columns"],
    readPlace: createPlaceReader(scope),
    findFlag: createFlagFinder(flags),
  });
}

/** A valid code that needs nothing folded is taken as it stands; everything else is read with its reasons. */
function readCreditCode(reader: CellReader, column: number): string | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  if (isPlainCreditCode(text)) return text;
  const folded = foldCode(text).value;
  if (isIdNumber(folded)) {
    reader.notice(column, problem("privacy/id-number"));
    return undefined;
  }
  // A number cell of more than 15 digits reads the same: the readers write it in scientific form.
  if (isSpreadsheetNumber(folded))
    return reader.hold(column, problem("credit-code/spreadsheet-number", { text }));
  if (OLD_NUMBER.test(folded)) return reader.hold(column, problem("credit-code/registration-number-15"));
  return takeIdentifier(reader, column, parseCreditCode({ input: text }));
}

function readLicenceNumber(reader: CellReader, column: number): string | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  return isPlainLicenceNumber(text)
    ? text
    : takeIdentifier(reader, column, parseLicenceNumber({ input: text }));
}

function takeIdentifier(reader: CellReader, column: number, read: IdentifierReading): string | undefined {
  for (const notice of read.notices) reader.notice(column, notice);
  for (const reason of read.problems) {
    if (read.status === "held") reader.hold(column, reason);
    else reader.refuse(column, reason);
  }
  return read.value ?? undefined;
}

function readFlags(
  reader: CellReader,
  column: number,
  findFlag: RegisterReading["findFlag"],
): readonly AttentionFlag[] | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const flags = new Set<AttentionFlag>();
  for (const word of splitList(text)) {
    const flag = findFlag(word);
    if (flag === undefined) reader.refuse(column, problem("registry/attention-unknown", { text: word }));
    // A register that was exported when the flag was in use is brought in again without it.
    else if (flag.retired) reader.notice(column, problem("registry/attention-retired", { text: word }));
    else flags.add(flag.code);
  }
  return [...flags].sort();
}

function readDiners(reader: CellReader, column: number): number | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const digits = foldCode(text)
    .value.replace(/,/g, "")
    .replace(/\s*人$/, "");
  const diners = /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
  return diners <= MOST_DINERS ? diners : reader.refuse(column, problem("registry/number", { text }));
}

function readOfficers(reader: CellReader, column: number): readonly string[] | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const names = splitList(text);
  if (names.length === 0) return undefined;
  const length = Math.max(...names.map((name) => name.length));
  if (length <= LONGEST_PERSON) return names;
  return reader.refuse(column, problem("registry/too-long", { length, limit: LONGEST_PERSON }));
}

/** What is no telephone number is left out with a notice that does not quote it; so is one that went out masked. */
function readPhone(reader: CellReader, column: number): string | undefined {
  const text = reader.cell(column);
  if (text === "") return undefined;
  const phone = isMasked(text) ? undefined : parsePhone(text);
  if (phone?.ok === true) return phone.value;
  reader.notice(column, phone?.problems[0] ?? problem("privacy/masked-value"));
  return undefined;
}

type PlaceFacts = { readonly place: string | undefined; readonly placeText: string | undefined };

/** The column that a reason about the place is shown at: the code where given, else the deepest name. */
function findPlaceColumn(reader: CellReader, { columns }: RegisterReading): number {
  const { placeCode, village, township, county, city, province } = columns;
  const filled = [placeCode, village, township, county, city].find((column) => reader.cell(column) !== "");
  return filled ?? province;
}

function readPlace(reader: CellReader, reading: RegisterReading): PlaceFacts {
  const { columns } = reading;
  const found = reading.readPlace({
    province: reader.cell(columns.province),
    city: reader.cell(columns.city),
    county: reader.cell(columns.county),
    township: reader.cell(columns.township),
    village: reader.cell(columns.village),
    code: reader.cell(columns.placeCode),
  });
  for (const notice of found.notices) reader.notice(findPlaceColumn(reader, reading), notice);
  if (found.outside) {
    const place = found.text ?? "";
    reader.refuse(findPlaceColumn(reader, reading), problem("registry/outside-territory", { place }));
  }
  return { place: readGrid(reader, columns.grid, found.code), placeText: found.text };
}

/** A grid is its village's code and three digits; a name or a number without a village tells no place. */
function readGrid(reader: CellReader, column: number, place: string | undefined): string | undefined {
  const text = reader.cell(column);
  if (text === "") return place;
  const digits = foldCode(text).value;
  if (/^\d{15}$/.test(digits) && (place === undefined || digits.startsWith(place))) return digits;
  if (/^\d{1,3}$/.test(digits) && place?.length === 12) return place + digits.padStart(3, "0");
  reader.notice(column, problem("registry/grid-unknown", { text }));
  return place;
}

const hasIdentity = (reader: CellReader, { columns }: RegisterReading, facts: RowFacts): boolean =>
  facts.creditCode !== undefined ||
  facts.licenceNumber !== undefined ||
  facts.registrationNumber !== undefined ||
  reader.holds.length > 0 ||
  (facts.address !== undefined && (reader.cell(columns.village) !== "" || (facts.place?.length ?? 0) >= 12));

/**
 * What the row says, or every reason why it is refused (reasons to hold it are told among them then). A row needs a name
 * and one of credit code, licence number, or address and village. Codes and dates are folded, names kept as written but
 * for outer blanks. A blank cell, an absent column and words such as 无 say nothing. Other rows and the register are not
 * looked at: see `mergeImport`.
 *
 * @example
 * const reading = prepareRegisterReading({ headers: ["店名", "代码"], mapping: { 店名: "name", 代码: "creditCode" } }).value;
 * const read = (...cells) => parseRegisterRow({ reading, row: { row: 2, cells, kinds: null } });
 * read("面馆", "91350100m000100y43").value.facts.creditCode; // => "91350100M000100Y43"
 * read("面馆", "9.1E+17").value.holds[0].code; // => "credit-code/spreadsheet-number"
 * read("", "9135O100M000100Y43").problems.map((reason) => reason.code); // => ["registry/name-missing", "credit-code/letter-not-in-alphabet"]
 */
export function parseRegisterRow({
  reading,
  row,
}: {
  readonly reading: RegisterReading;
  readonly row: SheetRow;
}): Result<RegisterRow, RowProblem> {
  const { columns } = reading;
  const reader = new CellReader(reading.headers, row.cells);
  const name = reader.text(columns.name, LONGEST_NAME);
  if (name === undefined && reader.refusals.length === 0) {
    reader.refuse(columns.name, problem("registry/name-missing"));
  }
  const creditCode = readCreditCode(reader, columns.creditCode);
  const licenceNumber = readLicenceNumber(reader, columns.licenceNumber);
  const { place, placeText } = readPlace(reader, reading);
  const facts: RowFacts = {
    name: name ?? "",
    creditCode,
    licenceNumber,
    form: reader.label(columns.form, findForm, "registry/form-unknown"),
    size: reader.label(columns.size, findSize, "registry/size-unknown"),
    diners: readDiners(reader, columns.diners),
    attention: readFlags(reader, columns.attention, reading.findFlag),
    place,
    placeText,
    address: reader.text(columns.address, LONGEST_ADDRESS),
    openedOn: reader.date(columns.openedOn),
    licenceIssuedOn: reader.date(columns.licenceIssuedOn),
    licenceExpiresOn: reader.date(columns.licenceExpiresOn),
    personInCharge: reader.text(columns.personInCharge, LONGEST_PERSON),
    foodSafetyDirector: reader.text(columns.foodSafetyDirector, LONGEST_PERSON),
    foodSafetyOfficers: readOfficers(reader, columns.foodSafetyOfficers),
    contactMobile: readPhone(reader, columns.contactMobile),
    state: reader.label(columns.state, findState, "registry/state-unknown"),
    ...readMoreFacts(reader, columns),
  };
  const { holds, refusals, notices } = reader;
  if (refusals.length > 0) return refuseAll([...refusals, ...holds]);
  if (!hasIdentity(reader, reading, facts)) {
    return refuseAll([{ code: "registry/identity-missing", params: {}, column: "" }]);
  }
  return ok({ row: row.row, facts, holds, notices });
}
