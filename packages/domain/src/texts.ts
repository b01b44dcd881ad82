// All sentences and labels of the domain as one catalogue: what web, terminal and error files render from.
import { accessText } from "./access/access.text.js";
import { inputFaultText } from "./access/input-fault.text.js";
import { backupText } from "./backup/backup.text.js";
import { businessArmText } from "./business-arm/business-arm.text.js";
import { chainText } from "./chain/chain.text.js";
import { handoverText } from "./chain/handover.text.js";
import { officialText } from "./chain/official.text.js";
import { boardText } from "./commitment/board.text.js";
import { commitmentText } from "./commitment/commitment.text.js";
import { comparisonText } from "./comparison/comparison.text.js";
import { factSheetText } from "./fact-sheet/fact-sheet.text.js";
import { gradingText } from "./grading/grading.text.js";
import { jobText } from "./job/job.text.js";
import { kernelText } from "./kernel/kernel.text.js";
import type { Problem } from "./kernel/result.js";
import { type Catalogue, fillText, type Locale } from "./kernel/text.js";
import { layoutText } from "./layout/layout.text.js";
import { liaisonText } from "./liaison/liaison.text.js";
import { directorySheetText } from "./liaison/sheet.text.js";
import { overviewText } from "./overview/overview.text.js";
import { peopleText } from "./people/people.text.js";
import { privacyText } from "./privacy/privacy.text.js";
import { recordText } from "./record/record.text.js";
import { attentionText } from "./registry/attention.text.js";
import { duplicateText } from "./registry/duplicate.text.js";
import { importText } from "./registry/import.text.js";
import { licenceText } from "./registry/licence.text.js";
import { registryText } from "./registry/registry.text.js";
import { spreadsheetText } from "./registry/spreadsheet.text.js";
import { rubricText } from "./rubric/rubric.text.js";
import { sessionText } from "./session/session.text.js";
import { territoryText } from "./territory/territory.text.js";
import { trainingText } from "./training/training.text.js";
import { visitText } from "./visit/visit.text.js";
import { xrayText } from "./xray/xray.text.js";

/** The catalogues in the order of concepts; no key stands in two of them (tested). */
export const catalogues = [
  kernelText,
  privacyText,
  territoryText,
  accessText,
  inputFaultText,
  sessionText,
  recordText,
  spreadsheetText,
  registryText,
  licenceText,
  importText,
  attentionText,
  duplicateText,
  gradingText,
  chainText,
  handoverText,
  officialText,
  commitmentText,
  boardText,
  liaisonText,
  directorySheetText,
  trainingText,
  comparisonText,
  xrayText,
  visitText,
  businessArmText,
  factSheetText,
  layoutText,
  rubricText,
  overviewText,
  backupText,
  peopleText,
  jobText,
] as const;

type KeysOf<C> = C extends Catalogue<infer Key> ? Key : never;
/** Key of a text that the domain provides: codes of problems and reasons, and labels like `level/city`. */
export type TextKey = KeysOf<(typeof catalogues)[number]>;

const merge = (locale: Locale): ReadonlyMap<string, string> =>
  new Map(catalogues.flatMap((catalogue) => Object.entries<string>(catalogue[locale])));

const texts: { readonly [L in Locale]: ReadonlyMap<string, string> } = {
  "zh-CN": merge("zh-CN"),
  en: merge("en"),
};

/** Whether the domain has a text for the key. */
export const isTextKey = (key: string): key is TextKey => texts["zh-CN"].has(key);

/**
 * The text of a label in the language; the key itself where there is none, so that a gap is seen and not blank.
 *
 * @example
 * label("level/village", "en"); // => "village or community"
 */
export const label = (key: TextKey | (string & {}), locale: Locale): string => texts[locale].get(key) ?? key;

/**
 * The sentence of a problem or reason in the language, with its parameters filled in. A parameter that is itself the
 * key of a label under the parameter's name (`level` = `city`) is shown as that label, whose own parts are filled in
 * with the problem's other parameters. A code without a text is shown as it is. Where nobody is named who did it, a code
 * with a sentence for that (`…-unnamed`) is shown as that.
 *
 * @example
 * renderProblem({ code: "chain/overload", params: { load: 15, threshold: 14 } }, "en"); // => "Answers for 15 establishments, above the alert at 14; hand some to others."
 */
export function renderProblem(problem: Problem, locale: Locale): string {
  const isUnnamed = (problem.params.who ?? "") === "";
  const unnamed = isUnnamed ? texts[locale].get(`${problem.code}-unnamed`) : undefined;
  const template = unnamed ?? texts[locale].get(problem.code);
  if (template === undefined) return problem.code;
  const { params } = problem;
  const findLabel = (name: string) => texts[locale].get(`${name}/${params[name]}`);
  const shown = Object.fromEntries(
    Object.keys(params).map((name) => [name, findLabel(name) ?? params[name] ?? ""]),
  );
  // Parts of a label are filled in too, never what somebody typed.
  const filled = Object.entries(shown).map(([name, value]) => {
    const known = findLabel(name);
    return [name, known === undefined ? value : fillText(known, shown)] as const;
  });
  return fillText(template, Object.fromEntries(filled));
}
