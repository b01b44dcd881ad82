// Whether a business must have a food-safety director (食品安全总监), with the clause that says so.
// Source: F2-03 (firms, as amended in 2025; N, second-hand), F2-06 (canteens and meal providers, diners per meal; N). What a
// large or medium firm is, is the office's own finding (F1-05).
import type { BusinessForm, Size } from "../registry/establishment.schema.js";

/** `required` null: a fact is missing, which `missing` names. */
export type DirectorNeed = {
  readonly required: boolean | null;
  readonly clause: "F2-03" | "F2-06" | null;
  /** How sure the clause is: N is second-hand, to be checked. */
  readonly sureness: "N";
  readonly reason:
    | "special-food"
    | "large-or-medium"
    | "central-kitchen"
    | "headquarters"
    | "diners"
    | "below-threshold"
    | "small-or-micro"
    | "form-not-named"
    | "unknown";
  /** Diners per meal from which one is required, where that decides. */
  readonly threshold: number | null;
  readonly missing: "form" | "size" | "diners" | null;
};

/** Diners per meal from which a director is required (F2-06). */
const thresholds: { readonly [F in BusinessForm]?: number } = {
  "kindergarten-canteen": 300,
  "school-canteen": 500,
  "eldercare-canteen": 300,
  "institution-canteen": 1000,
  "collective-meal-provider": 1000,
};
const bySize: readonly BusinessForm[] = ["producer", "seller", "caterer"];

/**
 * Whether a food-safety director is required, why, and by which clause.
 *
 * Small and micro firms, and forms that no clause names, need none. Where the deciding fact is not known the answer is
 * null and the fact is named: it is never taken for a no.
 *
 * @example
 * needsFoodSafetyDirector({ form: "school-canteen", size: null, diners: 500 });
 * // => { required: true, clause: "F2-06", sureness: "N", reason: "diners", threshold: 500, missing: null }
 * needsFoodSafetyDirector({ form: "caterer", size: null, diners: null }).missing; // => "size"
 */
export function needsFoodSafetyDirector({
  form,
  size,
  diners,
}: {
  readonly form: BusinessForm | null;
  readonly size: Size | null;
  readonly diners: number | null;
}): DirectorNeed {
  const answer = (
    required: boolean | null,
    clause: DirectorNeed["clause"],
    reason: DirectorNeed["reason"],
    rest: { threshold?: number; missing?: DirectorNeed["missing"] } = {},
  ): DirectorNeed => ({
    required,
    clause,
    sureness: "N",
    reason,
    threshold: rest.threshold ?? null,
    missing: rest.missing ?? null,
  });
  if (form === null) return answer(null, null, "unknown", { missing: "form" });
  const threshold = thresholds[form];
  if (threshold !== undefined) {
    if (diners === null) return answer(null, "F2-06", "unknown", { threshold, missing: "diners" });
    return diners >= threshold
      ? answer(true, "F2-06", "diners", { threshold })
      : answer(false, "F2-06", "below-threshold", { threshold });
  }
  if (form === "special-food-producer") return answer(true, "F2-03", "special-food");
  if (form === "central-kitchen") return answer(true, "F2-03", "central-kitchen");
  if (form === "chain-headquarters") return answer(true, "F2-03", "headquarters");
  if (!bySize.includes(form)) return answer(false, null, "form-not-named");
  if (size === null) return answer(null, "F2-03", "unknown", { missing: "size" });
  return size === "large" || size === "medium"
    ? answer(true, "F2-03", "large-or-medium")
    : answer(false, "F2-03", "small-or-micro");
}
