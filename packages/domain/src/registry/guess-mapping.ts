// Decides which column of a file is read as which field, so that a person only has to correct the guess. A known header
// is sure; one that contains a known name, or whose cells look like codes, is a guess. Each field is given once.
// Source: ours; issue "First", "maps Chinese and English headers (with a guess that the user can correct)".
import { foldCode } from "../kernel/fold-code.js";
import { isLicenceNumberShape } from "../kernel/licence-number.js";
import { type Problem, problem, type Result } from "../kernel/result.js";
import {
  findRegisterField,
  isReasonHeader,
  listKnownHeaders,
  normaliseHeader,
  type RegisterField,
} from "./import-columns.js";
import type { RegistryProblemCode } from "./registry.problem.js";

/** A column of the file and what it is taken for; `sure` says that a person need not look. */
export type ColumnGuess = {
  readonly column: number;
  readonly header: string;
  readonly field: RegisterField | null;
  readonly sure: boolean;
};

/** Header of the file → field; null leaves the column out. */
export type RegisterMapping = { readonly [header: string]: RegisterField | null };

// A header with one of these is about something else, however well the rest of it is known: 负责人电话 is no name.
const OTHER_MATTER =
  /电话|手机|联系方式|身份证|证件|邮箱|邮编|备注|说明|序号|是否|照片|面积|phone|tel|mobile|mail|remark|note|idcard/;
const SHORTEST_PART = 2;
const CREDIT_CODE_SHAPE = /^[0-9A-HJ-NP-RTUWXY]{18}$/;
// Of the cells that are filled, so many must look like the code.
const MOST = 0.6;

function findContained(header: string): RegisterField | undefined {
  const text = normaliseHeader(header);
  if (OTHER_MATTER.test(text)) return undefined;
  let best: readonly [string, RegisterField] | undefined;
  for (const known of listKnownHeaders()) {
    const [name] = known;
    if (name.length >= SHORTEST_PART && text.includes(name) && name.length > (best?.[0].length ?? 0))
      best = known;
  }
  return best?.[1];
}

function looksLike(cells: readonly string[], test: (code: string) => boolean): boolean {
  const filled = cells.map((cell) => foldCode(cell).value).filter((cell) => cell !== "");
  return filled.length > 0 && filled.filter(test).length >= filled.length * MOST;
}

function findByCells(cells: readonly string[]): RegisterField | undefined {
  if (looksLike(cells, isLicenceNumberShape)) return "licenceNumber";
  if (looksLike(cells, (cell) => CREDIT_CODE_SHAPE.test(cell))) return "creditCode";
  return undefined;
}

/**
 * One guess for each header, in order; the same input always gives the same. Known headers come first, then headers
 * that contain a known name, then cells that look like codes; a field that is taken is not given twice, the leftmost
 * column has it. The reason column of an error file is never read. `sample` holds the first rows' cells.
 *
 * @example
 * guessMapping({ headers: ["uscc", "店名", "备注"], sample: [] }).map((guess) => guess.field); // => ["creditCode", "name", null]
 * guessMapping({ headers: ["代码"], sample: [["91350100M000100Y43"]] }); // => [{ column: 0, header: "代码", field: "creditCode", sure: false }]
 */
export function guessMapping({
  headers,
  sample,
}: {
  readonly headers: readonly string[];
  readonly sample: readonly (readonly string[])[];
}): readonly ColumnGuess[] {
  const fields = new Map<number, RegisterField>();
  const sure = new Set<number>();
  const taken = new Set<RegisterField>();
  const give = (
    find: (header: string, column: number) => RegisterField | undefined,
    isSure: boolean,
  ): void => {
    headers.forEach((header, column) => {
      if (fields.has(column) || isReasonHeader(header)) return;
      const field = find(header, column);
      if (field === undefined || taken.has(field)) return;
      taken.add(field);
      fields.set(column, field);
      if (isSure) sure.add(column);
    });
  };
  give(findRegisterField, true);
  give(findContained, false);
  give((_, column) => findByCells(sample.map((cells) => cells[column] ?? "")), false);
  return headers.map((header, column) => ({
    column,
    header,
    field: fields.get(column) ?? null,
    sure: sure.has(column) || isReasonHeader(header),
  }));
}

/**
 * The mapping that a guess and a person's corrections come to. A correction names a header of the file and a field (its
 * key or any of its known headers), or null to leave the column out; it takes the field away from the column that had
 * it by guess. Refused: a header that the file lacks, a field that is unknown, one field for two columns.
 *
 * @example
 * const guesses = guessMapping({ headers: ["店", "码"], sample: [] });
 * applyCorrections({ guesses, corrections: { 店: "name" } }); // => { ok: true, value: { 店: "name", 码: null } }
 * applyCorrections({ guesses, corrections: { 号: "name" } }).problems[0].code; // => "registry/map-header-unknown"
 */
export function applyCorrections({
  guesses,
  corrections,
}: {
  readonly guesses: readonly ColumnGuess[];
  readonly corrections: { readonly [header: string]: string | null };
}): Result<RegisterMapping, Problem<RegistryProblemCode>> {
  const problems: Problem<RegistryProblemCode>[] = [];
  const corrected = new Map<string, RegisterField | null>();
  for (const [header, text] of Object.entries(corrections)) {
    const field = text === null || text === "" ? null : findRegisterField(text);
    if (!guesses.some((guess) => guess.header === header)) {
      problems.push(problem("registry/map-header-unknown", { header }));
    } else if (field === undefined) {
      problems.push(problem("registry/map-field-unknown", { header, field: text ?? "" }));
    } else if (field !== null && [...corrected.values()].includes(field)) {
      problems.push(problem("registry/map-field-twice", { header, field: text ?? "" }));
    } else {
      corrected.set(header, field);
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const given = new Set(corrected.values());
  const entries = guesses.map(({ header, field }): [string, RegisterField | null] => {
    const chosen = corrected.get(header);
    if (chosen !== undefined) return [header, chosen];
    return [header, given.has(field) ? null : field];
  });
  return { ok: true, value: Object.fromEntries(entries) };
}
