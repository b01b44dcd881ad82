// Which checklist a visit to an establishment is recorded on. Source: rules §4; no checklist of officials by form was
// found (facts 1.6, ✗), so the ones shipped are demonstrations.
import type { BusinessForm } from "../registry/establishment.schema.js";
import type { Checklist } from "./checklist.schema.js";
import { demonstrationChecklists } from "./demonstration-checklists.data.js";

/**
 * The checklist for the form: the first of `checklists` that is for it, else the first for establishments of unknown
 * form, else the shipped one.
 *
 * @example
 * checklistForForm({ form: "grocery" }).id; // => "demonstration-grocery"
 * checklistForForm({ form: null }).id; // => "demonstration-unknown"
 */
export function checklistForForm(input: {
  readonly form: BusinessForm | null;
  readonly checklists?: readonly Checklist[] | undefined;
}): Checklist {
  const all = [...(input.checklists ?? []), ...demonstrationChecklists];
  const found =
    all.find((checklist) => checklist.form === input.form) ??
    all.find((checklist) => checklist.form === null);
  if (found === undefined) throw new RangeError("no checklist for an unknown form is shipped");
  return found;
}
