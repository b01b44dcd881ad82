// Decides a whole import at once: reads every row, merges them into the register, and answers what would become of each.
// A preview shows the plan, applying writes it; both come from here.
// Source: issue "First", `import registry` (certain).
import type { KernelProblemCode } from "../kernel/kernel.problem.js";
import { kernelText } from "../kernel/kernel.text.js";
import { ok, type Problem, type Result } from "../kernel/result.js";
import { fillText, type Locale } from "../kernel/text.js";
import type { PrivacyProblemCode } from "../privacy/privacy.problem.js";
import { privacyText } from "../privacy/privacy.text.js";
import type { TerritoryProblemCode } from "../territory/territory.problem.js";
import { territoryText } from "../territory/territory.text.js";
import type { ListedFlag } from "./attention-list.js";
import type { RegisterMapping } from "./guess-mapping.js";
import type { ImportAnswer } from "./import.schema.js";
import { countOutcomes, type MergedRow, type MergeScope, mergeImport, type ReadRow } from "./merge-import.js";
import { parseRegisterRow, prepareRegisterReading } from "./parse-register-row.js";
import type { PlaceScope } from "./read-place.js";
import type { RegistryProblemCode } from "./registry.problem.js";
import { registryText } from "./registry.text.js";
import type { RowProblem } from "./row-facts.js";
import type { SheetRow } from "./sheet-row.js";

/** A file, how its columns are read, and what it is merged into. */
export type RegisterImport = MergeScope &
  PlaceScope & {
    readonly headers: readonly string[];
    /** Taken one after the other, so that a stream of batches need not be held. */
    readonly rows: Iterable<SheetRow>;
    readonly mapping: RegisterMapping;
    readonly flags?: readonly ListedFlag[] | undefined;
  };

/**
 * What becomes of every row of the file, in its order; refused only where no column is mapped to the name. The same
 * file into the register that it left behind changes nothing.
 *
 * @example
 * const rows = [{ row: 2, cells: ["面馆", "91350100M000100Y43"], kinds: null }, { row: 3, cells: ["", "x"], kinds: null }];
 * const mapping = { 店名: "name", 代码: "creditCode" };
 * const plan = planRegisterImport({ headers: ["店名", "代码"], rows, mapping, register: [], importedOn: "2026-11-24" });
 * plan.value.map((row) => row.outcome); // => ["created", "refused"]
 */
export function planRegisterImport({
  headers,
  rows,
  mapping,
  index,
  within,
  mayActIn,
  flags,
  ...scope
}: RegisterImport): Result<readonly MergedRow[], Problem<RegistryProblemCode>> {
  const reading = prepareRegisterReading({ headers, mapping, index, within, mayActIn, flags });
  if (!reading.ok) return reading;
  const read: ReadRow[] = [];
  for (const row of rows) {
    const parsed = parseRegisterRow({ reading: reading.value, row });
    read.push(parsed.ok ? parsed.value : { row: row.row, problems: parsed.problems });
  }
  return ok(mergeImport({ rows: read, contains: index?.tree.contains, ...scope }));
}

type RowProblemCode = RegistryProblemCode | KernelProblemCode | TerritoryProblemCode | PrivacyProblemCode;

const sentences: { readonly [L in Locale]: { readonly [C in RowProblemCode]: string } } = {
  "zh-CN": {
    ...kernelText["zh-CN"],
    ...territoryText["zh-CN"],
    ...privacyText["zh-CN"],
    ...registryText["zh-CN"],
  },
  en: { ...kernelText.en, ...territoryText.en, ...privacyText.en, ...registryText.en },
};

/**
 * The sentence of a row's reason in a language.
 *
 * @example
 * formatRowProblem({ code: "registry/date", params: { text: "2027-02-30" }, column: "有效期至" }, "en"); // => "“2027-02-30” is not a real date; write it like 2024-01-05."
 */
export const formatRowProblem = (reason: RowProblem, locale: Locale): string =>
  fillText(sentences[locale][reason.code], reason.params);

/**
 * The answer of an import as `shian import registry --json` prints it: the five counts, which sum to the rows, and every
 * reason and notice with its row, the file's column and its sentence.
 *
 * @example
 * toImportAnswer({ rows: [], locale: "zh-CN" }); // => { rows: 0, created: 0, updated: 0, unchanged: 0, held: 0, refused: 0, problems: [] }
 */
export function toImportAnswer({
  rows,
  locale,
}: {
  readonly rows: readonly MergedRow[];
  readonly locale: Locale;
}): ImportAnswer {
  const problems = rows.flatMap(({ row, problems: reasons, notices }) =>
    [...reasons, ...notices].map((reason) => ({
      row,
      column: reason.column,
      code: reason.code,
      message: formatRowProblem(reason, locale),
    })),
  );
  return { rows: rows.length, ...countOutcomes(rows), problems };
}
