// What is wrong with a grading scheme before it is put in force: rules that can never give a grade, and establishments
// that no rule would grade. Source: rules §2 (the first rule that matches gives the grade; no match is a refusal).
import { type Problem, problem } from "../kernel/result.js";
import {
  type AttentionFlag,
  type BusinessForm,
  businessForms,
  type Size,
  sizes,
} from "../registry/establishment.schema.js";
import type { GradingProblemCode } from "./grading.problem.js";
import type { GradingCondition, GradingRule, GradingScheme } from "./grading-scheme.schema.js";

/** Faults that forbid putting the scheme in force, and notices that only tell who would have no grade. */
export type SchemeCheck = {
  readonly faults: readonly Problem<GradingProblemCode>[];
  readonly notices: readonly Problem<GradingProblemCode>[];
};

type Cell = { readonly size: Size; readonly diners: number; readonly attention: readonly AttentionFlag[] };

/**
 * The faults and notices of a scheme, rules in their order, forms in theirs.
 *
 * Faults: a rule whose diners leave nothing between (`grading/rule-empty`), a rule of which everything is already
 * taken by rules above it (`grading/rule-unreachable`). Notices: a form that no rule is for (`grading/form-without-rule`),
 * and a form of which some are left over, with one example (`grading/form-uncovered`). Every combination of form, size,
 * attention flag and diners between the thresholds that the rules name is looked at, so the answer is exact.
 *
 * @example
 * checkScheme(demonstrationScheme); // => { faults: [], notices: [] }
 */
export function checkScheme(scheme: GradingScheme): SchemeCheck {
  const faults: Problem<GradingProblemCode>[] = [];
  const notices: Problem<GradingProblemCode>[] = [];
  const reached = new Set<string>();
  const bySignature = new Map<string, Coverage>();
  for (const form of businessForms) {
    const rules = scheme.rules.filter(({ when }) => when.forms === undefined || when.forms.includes(form));
    if (rules.length === 0) {
      notices.push(problem("grading/form-without-rule", { form }));
      continue;
    }
    const signature = rules.map(({ id }) => id).join(" ");
    const coverage = bySignature.get(signature) ?? coverForm(rules);
    bySignature.set(signature, coverage);
    for (const id of coverage.reached) reached.add(id);
    if (coverage.left !== undefined) notices.push(uncovered(form, coverage.left));
  }
  for (const { id, when } of scheme.rules) {
    if (isEmpty(when)) faults.push(problem("grading/rule-empty", { rule: id }));
    else if (!reached.has(id)) faults.push(problem("grading/rule-unreachable", { rule: id }));
  }
  return { faults, notices };
}

const isEmpty = ({ dinersFrom = 0, dinersBelow }: GradingCondition): boolean =>
  dinersBelow !== undefined && dinersFrom >= dinersBelow;

const uncovered = (form: BusinessForm, { size, diners, attention }: Cell): Problem<GradingProblemCode> =>
  problem("grading/form-uncovered", { form, size, diners, flags: attention.length });

type Coverage = { readonly reached: ReadonlySet<string>; readonly left: Cell | undefined };

/** Which of the rules ever come first, and one establishment that none fits. */
function coverForm(rules: readonly GradingRule[]): Coverage {
  const reached = new Set<string>();
  let left: Cell | undefined;
  for (const cell of listCells(rules)) {
    const first = rules.find(({ when }) => fits(when, cell));
    if (first !== undefined) reached.add(first.id);
    else left ??= cell;
  }
  return { reached, left };
}

function* listCells(rules: readonly GradingRule[]): Iterable<Cell> {
  const thresholds = rules.flatMap(({ when }) => [when.dinersFrom, when.dinersBelow]);
  const diners = [...new Set([0, ...thresholds.filter((at): at is number => at !== undefined)])].sort(
    (a, b) => a - b,
  );
  const flags = [...new Set(rules.flatMap(({ when }) => when.attention ?? []))];
  const asksSize = rules.some(({ when }) => when.sizes !== undefined);
  // More flags only let more rules fit, so whether a rule ever comes first shows with one flag at most, and whom none fits
  // without any.
  for (const attention of [[], ...flags.map((flag) => [flag])])
    for (const size of asksSize ? sizes : sizes.slice(-1))
      for (const at of diners) yield { size, diners: at, attention };
}

const fits = (when: GradingCondition, { size, diners, attention }: Cell): boolean =>
  (when.sizes === undefined || when.sizes.includes(size)) &&
  (when.attention === undefined || when.attention.some((flag) => attention.includes(flag))) &&
  diners >= (when.dinersFrom ?? 0) &&
  (when.dinersBelow === undefined || diners < when.dinersBelow);
