// Decides what one row of a register file says: every cell read, every reason given. Refused is what cannot be right
// (a letter no code has, a day that never was, a place outside the territory); held is what a person must settle (a
// failed check character, a code that a spreadsheet turned into a number); an unknown place is only a notice.
// Source: rules §1 "Identifiers", "Identity of a row"; issue "First", import (certain). Which words stand for a blank,
// and that an unknown word for form, size, flag or state refuses the row, is ours.
import { isSpreadsheetNumber, parseCreditCode } from "../kernel/credit-code.js";
import { foldCode } from "../kernel/fold-code.js";
import type { IdentifierReading } from "../kernel/identifier-reading.js";
import { parseLicenceNumber } from "../kernel/licence-number.js";
import type { PlainDate } from "../kernel/plain-date.js";
import { ok, type Problem, problem, type Result, refuseAll } from "../kernel/result.js";
import type { AttentionFlag } from "./establishment.schema.js";
import type { RegisterMapping } from "./guess-mapping.js";
import { isReasonHeader, type RegisterField, registerFields } from "./import-columns.js";
import { parseCellDate } from "./parse-cell-date.js";
import { createPlaceReader, type PlaceReader, type PlaceScope } from "./read-place.js";
import { findAttentionFlag, findForm, findSize, findState } from "./register-label.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import type { RegisterRow, RowFacts, RowProblem } from "./row-facts.js";
import type { SheetRow } from "./sheet-row.js";

/** How the rows of one file are read: which column is which field, and where places are looked up. */
export type RegisterReading = {
  readonly headers: readonly string[];
  /** Column of each field, -1 where the file has none. */
  readonly columns: { readonly [F in RegisterField]: number };
  readonly readPlace: PlaceReader;
};

const LONGEST_NAME = 200;
const LONGEST_ADDRESS = 300;
const LONGEST_PERSON = 60;
const MOST_DINERS = 1_000_000;
// What people write where they know nothing.
const BLANK_WORDS = new Set([
  "N/A",
  "NA",
  "/",
  "\\",
  "-",
  "--",
  "—",
  "——",
  "无",
  "暂无",
  "未知",
  "不详",
  "NULL",
  "null",
  "#N/A",
  "n/a",
]);
const LONGEST_BLANK_WORD = 4;
// A licence without an end; no day is known, so none is kept.
const FOREVER = new Set(["长期", "永久", "长期有效", "无期限"]);
const LIST_SEPARATOR = /[、,，;；/|\n]+/;
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
  ...scope
}: PlaceScope & {
  readonly headers: readonly string[];
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
  });
}

const isPlainLetter = (code: number): boolean => code > 32 && code < 127;
const isChinese = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** The cell without outer blanks; empty for a word that stands for nothing. */
function trimCell(text: string | undefined): string {
  if (text === undefined || text === "") return "";
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Most cells begin and end with an ordinary character: no pattern is run over them.
  const isTrimmed = (isPlainLetter(first) || isChinese(first)) && (isPlainLetter(last) || isChinese(last));
  const trimmed = isTrimmed ? text : trimOddly(text);
  return trimmed.length <= LONGEST_BLANK_WORD && BLANK_WORDS.has(trimmed) ? "" : trimmed;
}

const trimOddly = (text: string): string =>
  text.replace(/^[\s\u00ad\u200b-\u200f\u2060\ufeff]+|[\s\u00ad\u200b-\u200f\u2060\ufeff]+$/g, "");

/** Reads one row; a class of one use, so that a hundred thousand rows share their functions. */
class RowReader {
  readonly holds: RowProblem[] = [];
  readonly refusals: RowProblem[] = [];
  readonly notices: RowProblem[] = [];

  constructor(
    readonly reading: RegisterReading,
    readonly row: SheetRow,
  ) {}

  cell(field: RegisterField): string {
    const column = this.reading.columns[field];
    return column < 0 ? "" : trimCell(this.row.cells[column]);
  }

  at(field: RegisterField, reason: Omit<RowProblem, "column">): RowProblem {
    const column = this.reading.headers[this.reading.columns[field]] ?? "";
    return { code: reason.code, params: reason.params, column };
  }

  refuse(field: RegisterField, code: RowProblem["code"], params: RowProblem["params"]): void {
    this.refusals.push(this.at(field, { code, params }));
  }

  text(field: RegisterField, limit: number): string | undefined {
    const text = this.cell(field);
    if (text.length > limit) this.refuse(field, "registry/too-long", { length: text.length, limit });
    return text === "" ? undefined : text;
  }

  date(field: RegisterField): PlainDate | undefined {
    const text = this.cell(field);
    if (text === "" || FOREVER.has(text)) return undefined;
    const day = parseCellDate(text);
    if (day === undefined) this.refuse(field, "registry/date", { text });
    return day;
  }

  label<K>(
    field: RegisterField,
    find: (text: string) => K | undefined,
    unknown: RegistryProblemCode,
  ): K | undefined {
    const text = this.cell(field);
    if (text === "") return undefined;
    const key = find(text);
    if (key === undefined) this.refuse(field, unknown, { text });
    return key;
  }

  flags(): readonly AttentionFlag[] | undefined {
    const text = this.cell("attention");
    if (text === "") return undefined;
    const flags = new Set<AttentionFlag>();
    for (const word of splitList(text)) {
      const flag = findAttentionFlag(word);
      if (flag === undefined) this.refuse("attention", "registry/attention-unknown", { text: word });
      else flags.add(flag);
    }
    return [...flags].sort();
  }

  diners(): number | undefined {
    const text = this.cell("diners");
    if (text === "") return undefined;
    const digits = foldCode(text)
      .value.replace(/[,，]/g, "")
      .replace(/\s*人$/, "");
    const diners = /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN;
    if (diners <= MOST_DINERS) return diners;
    this.refuse("diners", "registry/number", { text });
    return undefined;
  }

  officers(): readonly string[] | undefined {
    const text = this.cell("foodSafetyOfficers");
    if (text === "") return undefined;
    const names = splitList(text);
    const longest = names.find((name) => name.length > LONGEST_PERSON);
    if (longest !== undefined) {
      this.refuse("foodSafetyOfficers", "registry/too-long", {
        length: longest.length,
        limit: LONGEST_PERSON,
      });
    }
    return names;
  }

  creditCode(): string | undefined {
    const text = this.cell("creditCode");
    if (text === "") return undefined;
    const folded = foldCode(text).value;
    // A number cell of more than 15 digits reads the same: the readers write it in scientific form.
    if (isSpreadsheetNumber(folded))
      return this.hold("creditCode", problem("credit-code/spreadsheet-number", { text }));
    if (OLD_NUMBER.test(folded))
      return this.hold("creditCode", problem("credit-code/registration-number-15"));
    return this.identifier("creditCode", parseCreditCode({ input: text }));
  }

  licenceNumber(): string | undefined {
    const text = this.cell("licenceNumber");
    return text === "" ? undefined : this.identifier("licenceNumber", parseLicenceNumber({ input: text }));
  }

  hold(field: RegisterField, reason: Omit<RowProblem, "column">): undefined {
    this.holds.push(this.at(field, reason));
  }

  identifier(field: RegisterField, reading: IdentifierReading): string | undefined {
    if (reading.notices.length > 0) {
      for (const notice of reading.notices) this.notices.push(this.at(field, notice));
    }
    if (reading.status === "valid") return reading.value ?? undefined;
    const reasons = reading.status === "held" ? this.holds : this.refusals;
    for (const reason of reading.problems) reasons.push(this.at(field, reason));
    return reading.value ?? undefined;
  }
}

/** 张三、李四 and 张三 李四 are two; Li Lei is one: blanks part only names that are Chinese throughout. */
function splitList(text: string): string[] {
  const parts = text.split(LIST_SEPARATOR);
  const names = parts.flatMap((part) =>
    /^[\u4e00-\u9fff·\s]+$/.test(part) ? part.split(/\s+/) : [part.trim()],
  );
  return names.filter((name) => name !== "");
}

const placeFields = ["province", "city", "county", "township", "village"] as const;

/** The field that a reason about the place is shown at: the code where given, else the deepest name. */
function findPlaceField(reader: RowReader): RegisterField {
  if (reader.cell("placeCode") !== "") return "placeCode";
  return [...placeFields].reverse().find((field) => reader.cell(field) !== "") ?? "placeCode";
}

function readPlace(reader: RowReader): {
  readonly place: string | undefined;
  readonly placeText: string | undefined;
} {
  const found = reader.reading.readPlace({
    province: reader.cell("province"),
    city: reader.cell("city"),
    county: reader.cell("county"),
    township: reader.cell("township"),
    village: reader.cell("village"),
    code: reader.cell("placeCode"),
  });
  if (found.notices.length > 0 || found.outside) {
    const field = findPlaceField(reader);
    for (const notice of found.notices) reader.notices.push(reader.at(field, notice));
    if (found.outside) reader.refuse(field, "registry/outside-territory", { place: found.text ?? "" });
  }
  return { place: readGrid(reader, found.code), placeText: found.text };
}

/** A grid is its village's code and three digits; a name or a number without a village tells no place. */
function readGrid(reader: RowReader, place: string | undefined): string | undefined {
  const text = reader.cell("grid");
  if (text === "") return place;
  const digits = foldCode(text).value;
  if (/^\d{15}$/.test(digits) && (place === undefined || digits.startsWith(place))) return digits;
  if (/^\d{1,3}$/.test(digits) && place?.length === 12) return place + digits.padStart(3, "0");
  reader.notices.push(reader.at("grid", { code: "registry/grid-unknown", params: { text } }));
  return place;
}

const hasIdentity = (reader: RowReader, facts: RowFacts): boolean =>
  facts.creditCode !== undefined ||
  facts.licenceNumber !== undefined ||
  reader.holds.length > 0 ||
  (facts.address !== undefined && (reader.cell("village") !== "" || (facts.place?.length ?? 0) >= 12));

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
  const reader = new RowReader(reading, row);
  const name = reader.text("name", LONGEST_NAME);
  if (name === undefined) reader.refuse("name", "registry/name-missing", {});
  const creditCode = reader.creditCode();
  const licenceNumber = reader.licenceNumber();
  const { place, placeText } = readPlace(reader);
  const facts: RowFacts = {
    name: name ?? "",
    creditCode,
    licenceNumber,
    form: reader.label("form", findForm, "registry/form-unknown"),
    size: reader.label("size", findSize, "registry/size-unknown"),
    diners: reader.diners(),
    attention: reader.flags(),
    place,
    placeText,
    address: reader.text("address", LONGEST_ADDRESS),
    openedOn: reader.date("openedOn"),
    licenceIssuedOn: reader.date("licenceIssuedOn"),
    licenceExpiresOn: reader.date("licenceExpiresOn"),
    personInCharge: reader.text("personInCharge", LONGEST_PERSON),
    foodSafetyDirector: reader.text("foodSafetyDirector", LONGEST_PERSON),
    foodSafetyOfficers: reader.officers(),
    state: reader.label("state", findState, "registry/state-unknown"),
  };
  const { holds, refusals, notices } = reader;
  if (refusals.length === 0 && !hasIdentity(reader, facts)) {
    refusals.push({ code: "registry/identity-missing", params: {}, column: "" });
  }
  if (refusals.length > 0) return refuseAll([...refusals, ...holds]);
  return ok({ row: row.row, facts, holds, notices });
}
