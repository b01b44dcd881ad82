// The columns of another register: those of our own files, and the official whom theirs shows for each establishment.
// Source: issue "Third", comparison "which official the platform shows"; headers are ours, from what platforms show.
import { guessMapping, type RegisterMapping } from "../registry/guess-mapping.js";
import { type RegisterField, registerFields } from "../registry/import-columns.data.js";
import { findRegisterField, normaliseHeader } from "../registry/import-columns.js";

const officialFields = ["officialName", "officialUnit"] as const;
type OfficialColumn = (typeof officialFields)[number];

/** Fields that a column of theirs may be read as. */
export const comparisonFields = [...registerFields, ...officialFields] as const;
export type ComparisonField = RegisterField | OfficialColumn;

/** Header of their file → field; null leaves the column out. */
export type ComparisonMapping = { readonly [header: string]: ComparisonField | null };

const headers: { readonly [F in OfficialColumn]: readonly string[] } = {
  officialName: [
    "包保干部",
    "包保干部姓名",
    "包保人员",
    "包保责任人",
    "包保领导",
    "督导干部",
    "supervising official",
    "official",
  ],
  officialUnit: ["包保干部单位", "包保单位", "包保人员单位", "包保责任单位", "official unit"],
};

const known = new Map<string, OfficialColumn>(
  officialFields.flatMap((field) => headers[field].map((name) => [normaliseHeader(name), field] as const)),
);

/**
 * The field that a header of theirs means; undefined when it is none.
 *
 * @example
 * findComparisonField("包保责任人"); // => "officialName"
 * findComparisonField("统一社会信用代码"); // => "creditCode"
 */
export const findComparisonField = (header: string): ComparisonField | undefined =>
  known.get(normaliseHeader(header)) ?? findRegisterField(header);

/**
 * One guess for each header, in order, as `guessMapping` makes it; a column that names the official is no other.
 *
 * @example
 * guessComparisonMapping({ headers: ["单位名称", "包保干部"], sample: [] }).map(({ field }) => field); // => ["name", "officialName"]
 */
export function guessComparisonMapping(input: {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
}): readonly { readonly field: ComparisonField | null; readonly sure: boolean }[] {
  const officialAt = input.headers.map((header) => known.get(normaliseHeader(header)));
  // A header that says which official would be guessed as something of the establishment.
  const rest = guessMapping({
    headers: input.headers.map((header, at) => (officialAt[at] === undefined ? header : "")),
    sample: input.sample.map((cells) => cells.map((cell, at) => (officialAt[at] === undefined ? cell : ""))),
  });
  const taken = new Set<string>();
  return officialAt.map((field, at) => {
    if (field === undefined) return { field: rest[at]?.field ?? null, sure: rest[at]?.sure ?? false };
    const isFirst = !taken.has(field);
    taken.add(field);
    return { field: isFirst ? field : null, sure: isFirst };
  });
}

const isRegisterField = (field: ComparisonField | null): field is RegisterField =>
  field !== null && registerFields.some((own) => own === field);

/** The part of a mapping that is about the establishment itself. */
export const toRegisterMapping = (mapping: ComparisonMapping): RegisterMapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([header, field]) => [header, isRegisterField(field) ? field : null]),
  );
