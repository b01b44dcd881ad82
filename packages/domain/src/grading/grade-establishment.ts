// Which pairing grade (包保等级) an establishment has, for the office that draws up the responsibility list.
// Source: rules §2; F1-03…F1-08 (N, several second-hand sources agree), facts §1.4 (localities set the standard).

import { ok, type Problem, problem, type Result, refuse, refuseAll } from "../kernel/result.js";
import type { AttentionFlag, BusinessForm, Size } from "../registry/establishment.schema.js";
import type { PairingGrade } from "./grade.schema.js";
import type { GradingProblemCode } from "./grading.problem.js";
import type { GradingCondition, GradingScheme } from "./grading-scheme.schema.js";

/** The facts of an establishment that a scheme may ask for; `null` or absent is "not known". */
export type GradingFacts = {
  readonly form?: BusinessForm | null | undefined;
  readonly size?: Size | null | undefined;
  readonly diners?: number | null | undefined;
  readonly attention?: readonly AttentionFlag[] | undefined;
};

/** A pairing grade with the rule that gave it. */
export type GivenPairingGrade = { readonly grade: PairingGrade; readonly ruleId: string };

type MissingFact = "form" | "size" | "diners";
const factOrder: readonly MissingFact[] = ["form", "size", "diners"];

/**
 * The grade of the first rule of the scheme that matches, with the rule's id as the reason.
 *
 * Rules are tried in their order. A rule with one condition that does not hold is passed over, whatever else is
 * unknown; a rule that a missing fact leaves undecided blocks, so that nothing falls through to a lower grade. Then
 * every missing fact that the undecided rules before the first match ask for is named, one problem each; diners only
 * once the form is known, since canteens alone have them. Attention flags that are not set count as absent. An
 * establishment that no rule fits is refused with `grading/no-rule`.
 *
 * @example
 * gradeEstablishment({
 *   scheme: demonstrationScheme,
 *   facts: { form: "school-canteen", size: null, diners: 3000, attention: [] },
 * }); // => { ok: true, value: { grade: "A", ruleId: "S-01" } }
 * gradeEstablishment({
 *   scheme: demonstrationScheme,
 *   facts: { form: "caterer", size: null, diners: null, attention: [] },
 * }); // => { ok: false, problems: [{ code: "grading/size-missing", params: {} }] }
 */
export function gradeEstablishment(input: {
  readonly scheme: GradingScheme;
  readonly facts: GradingFacts;
}): Result<GivenPairingGrade, Problem<GradingProblemCode>> {
  const missing = new Set<MissingFact>();
  for (const rule of input.scheme.rules) {
    const verdict = matchCondition(rule.when, input.facts);
    if (verdict === "no") continue;
    if (verdict === "yes") {
      if (missing.size > 0) break;
      return ok({ grade: rule.grade, ruleId: rule.id });
    }
    for (const fact of verdict) missing.add(fact);
  }
  if (missing.size === 0) return refuse("grading/no-rule", { scheme: input.scheme.id });
  if (missing.has("form")) missing.delete("diners");
  return refuseAll(
    factOrder.filter((fact) => missing.has(fact)).map((fact) => problem(`grading/${fact}-missing`)),
  );
}

function matchCondition(when: GradingCondition, facts: GradingFacts): "yes" | "no" | readonly MissingFact[] {
  const { form = null, size = null, diners = null, attention = [] } = facts;
  const missing: MissingFact[] = [];
  if (when.forms !== undefined) {
    if (form === null) missing.push("form");
    else if (!when.forms.includes(form)) return "no";
  }
  if (when.attention !== undefined && !when.attention.some((flag) => attention.includes(flag))) return "no";
  if (when.sizes !== undefined) {
    if (size === null) missing.push("size");
    else if (!when.sizes.includes(size)) return "no";
  }
  if (when.dinersFrom !== undefined || when.dinersBelow !== undefined) {
    if (diners === null) missing.push("diners");
    else if (diners < (when.dinersFrom ?? 0)) return "no";
    else if (when.dinersBelow !== undefined && diners >= when.dinersBelow) return "no";
  }
  return missing.length === 0 ? "yes" : missing;
}
